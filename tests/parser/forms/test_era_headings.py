"""What an ERA schedule numbers without giving it an authority: headings above items, and items whose number is lost."""

import pytest

from schedgraph.graph.statements import statements
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import TextSource
from schedgraph.parser.transcript import transcript

HEAD = """Request for Records Disposition Authority
Records Schedule Number DAA-0412-2016-0011
Schedule Status Approved
Agency or Establishment Environmental Protection Agency
Outline of Records Schedule Items for DAA-0412-2016-0011
Sequence Number
"""
LIST = """Records Schedule Items
Sequence Number
1
Permit Records
Permits issued under the Clean Water Act, by
ten regional offices. Each office kept its
own files in its own order, and sent a
yearly summary to headquarters. What was
kept before 1972 is not part of this.
Nothing of it was lost.
See also N1-412-07-1.
1.1
Permit Case Files
Disposition Authority Number
DAA-0412-2016-0011-0001
Case files.
Final Disposition Permanent
Item Status Active
GRS or Superseded Authority Citation N1-412-95-7, item 4
Retention Period Transfer to the National Archives 15 years after cutoff.
Additional Information
GAO Approval Not Required
2
Inspection Logs
Logs of inspections.
Final Disposition Temporary
Item Status Active
GRS or Superseded Authority Citation N1-412-95-7, item 5
Retention Period Destroy 2 years after cutoff.
Signatory Information
Date\tAction\tBy\tTitle\tOrganization
09/12/2016\tApprove\tDavid S. Ferriero\tArchivist of the United States\tOffice of the Archivist
"""
BY_LINES = """1 Permit Records
1.1 Permit Case Files
Disposition Authority Number: DAA-0412-2016-0011-0001
2 Inspection Logs
"""
ONE_LINE_EACH = """1 Permit Records
1.1 Permit Case Files Disposition Authority Number: DAA-0412-2016-0011-0001
2 Inspection Logs
"""
NUMBERS_FIRST = """1
1.1
Permit Records
Permit Case Files
Disposition Authority Number: DAA-0412-2016-0011-0001
"""


def read(text: str) -> ScheduleDocument:
    return read_text(TextSource(name="schedule.txt", sha256="0" * 64, media_type="text/plain", text=text))


@pytest.fixture(params=[BY_LINES, ONE_LINE_EACH, NUMBERS_FIRST], ids=["lines", "one line", "numbers first"])
def outlined(request: pytest.FixtureRequest) -> ScheduleDocument:
    return read(HEAD + request.param + LIST)


def test_a_heading_stands_among_the_items_without_an_identifier(outlined: ScheduleDocument) -> None:
    """`parse` prints it where it stands; its items name it by its number, for it has nothing else."""
    items = transcript(outlined)["items"]
    assert [
        (each["heading"], each["id"], each["number"], each["parent"], each["title"]) for each in items
    ] == [
        (True, None, "1", None, "Permit Records"),
        (False, "DAA-0412-2016-0011-0001", "1.1", "1", "Permit Case Files"),
        (False, None, "2", None, "Inspection Logs"),
    ]
    assert items[0]["text"].startswith("Permits issued") and items[0]["text"].endswith("N1-412-07-1.")
    assert items[0]["disposition"]["final"] is None


def test_nothing_is_said_of_a_heading(outlined: ScheduleDocument) -> None:
    """It is no authority: no statement has it as subject or object, so that no verdict is drawn."""
    said = statements(outlined)
    named = {each.subject for each in said} | {each.object for each in said}
    assert not any("unknown-1" in each for each in named)
    assert all(each.predicate != "under" for each in said)


def test_what_the_text_of_a_heading_cites_is_cited_by_the_schedule(outlined: ScheduleDocument) -> None:
    """No item of its own could."""
    assert ("cites", "N1-412-07-001") in {(each.relation, each.target) for each in outlined.citations}


def test_an_item_whose_number_is_not_printed_is_kept(outlined: ScheduleDocument) -> None:
    """It has a disposition, and so it is no heading; its fields are not those of the item before it."""
    last = outlined.items[-1]
    assert (last.id, last.disposition.final and last.disposition.final.value) == (
        "DAA-0412-2016-0011/unknown-2",
        "temporary",
    )
    assert last.text and last.text.value == "Logs of inspections."
    assert [each.target for each in last.citations] == ["N1-412-95-007/5"]
    assert [each.target for each in outlined.items[0].citations] == ["N1-412-95-007/4"]
    assert "item-without-number" in {doubt.code for doubt in outlined.doubts}


def test_a_nameless_item_belongs_to_its_schedule(outlined: ScheduleDocument) -> None:
    """What it replaces is replaced since the schedule was approved."""
    said = {(each.subject, each.predicate, each.object) for each in statements(outlined)}
    assert ("DAA-0412-2016-0011/unknown-2", "item-of", "DAA-0412-2016-0011") in said
    assert ("DAA-0412-2016-0011/unknown-2", "supersedes", "N1-412-95-007/5") in said


def test_numbers_that_do_not_fit_the_titles_are_left_to_the_item_list() -> None:
    """Three numbers over two lines of titles: which belongs to which is not guessed."""
    document = read(HEAD + "1\n1.1\n2\n" + NUMBERS_FIRST.partition("1.1\n")[2] + LIST)
    assert [each.number for each in document.items] == ["1.1", "2"]
    assert document.items[0].title and document.items[0].title.value == "Permit Case Files"


def test_a_limitation_is_kept_with_the_disposition() -> None:
    """ "Explanation of limitation" says why an item is not media neutral."""
    answer = "Is this item media neutral? No\nExplanation of limitation The paper copy is the record.\nItem Status Active"
    document = read(HEAD + BY_LINES + LIST.replace("Item Status Active", answer, 1))
    disposition = transcript(document)["items"][1]["disposition"]
    assert disposition["media_neutral"] is False
    assert disposition["limitation"] == "The paper copy is the record."


def test_a_label_with_nothing_beside_it_is_no_item() -> None:
    """A number's label without number, title or field is told, and nothing is made of it."""
    document = read(HEAD + "Records Schedule Items\nSequence Number\nDisposition Authority Number\n")
    assert document.items == ()
    assert "item-without-number" in {doubt.code for doubt in document.doubts}
