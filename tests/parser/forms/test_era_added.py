"""Notes that somebody added to an ERA printout, as a transcript announces them."""

from schedgraph.parser.document import Item
from tests.parser.forms.test_crosswalk import ERA, read_schedule

RETENTION = "Retention Period Destroy 20 year(s) after the emergency.\n"


def noted(note: str) -> Item:
    (item,) = read_schedule(ERA.replace(RETENTION, f"{RETENTION}{note}\n")).items
    assert item.disposition.retention
    assert item.disposition.retention.value.text == "Destroy 20 year(s) after the emergency."
    return item


def test_a_short_form_of_superseded_names_the_successor_and_its_date() -> None:
    item = noted("[handwritten: S/S by N1-95-03-2/4, 6/1/2020]")
    (citation,) = item.citations
    assert (citation.relation, citation.target) == ("superseded-by", "N1-095-03-002/4")
    assert citation.date
    assert citation.date.value.isoformat() == "2020-06-01"
    assert item.annotations == ()


def test_any_other_note_is_kept_as_it_was_written() -> None:
    item = noted("(in pencil: Obs. 5/97)")
    assert [each.text.value for each in item.annotations] == ["Obs. 5/97"]
    item = noted("[margin: see N1-95-03-2/4]")
    assert [(each.relation, each.target) for each in item.citations] == [("cites", "N1-095-03-002/4")]
    assert [each.text.value for each in item.annotations] == ["see N1-95-03-2/4"]


def test_what_stands_beside_the_heading_of_the_instruction_is_read() -> None:
    """A note there names the successor; words of disposition there are the instruction."""
    head = "Request for Records Disposition Authority\nRecords Schedule Number         DAA-0095-2013-0005\n"
    head += "Records Schedule Items\n"
    item = (
        "Sequence Number\n1      Daily Situation Reports\nDisposition Authority Number    DAA-0095-2013-0005-0001\n"
        "Final Disposition               Temporary\nItem Status                     Active\n"
    )
    beside = "Disposition Instruction                       {}\n"
    noted = read_schedule(
        head
        + item
        + beside.format("Superseded by DAA-0095-2020-0003-0002, 6/12/2020")
        + "Retention Period                Destroy 5 year(s) after cut off.\n"
    ).items[0]
    assert [(each.relation, each.target) for each in noted.citations] == [
        ("superseded-by", "DAA-0095-2020-0003-0002")
    ]
    assert (
        noted.disposition.instruction
        and noted.disposition.instruction.value == "Destroy 5 year(s) after cut off."
    )
    said = read_schedule(head + item + beside.format("Destroy 9 years after cutoff.")).items[0].disposition
    assert said.retention and (said.retention.value.action, said.retention.value.period) == ("destroy", "P9Y")
