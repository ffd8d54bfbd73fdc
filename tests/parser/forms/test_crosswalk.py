"""A crosswalk that a schedule prints of itself: its headings tell which side replaces the other."""

import pytest

from schedgraph.graph.statements import statements
from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import Citation, ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.reading.markup import read_markup
from tests.graph.telling import OLD, ask, codes, shown
from tests.parser.forms.sf115_text import read_text

ERA = """Request for Records Disposition Authority
Records Schedule Number DAA-0016-2013-0001
Schedule Status Approved
Agency or Establishment Department of Agriculture
Records Schedule Items
Sequence Number
1
Emergency Task Forces
Disposition Authority Number DAA-0016-2013-0001-0001
Final Disposition Temporary
Item Status Active
Disposition Instruction
Retention Period Destroy 20 year(s) after the emergency.
Agency Certification
Signatory Information
Date\tAction\tBy\tTitle\tOrganization
02/09/2015\tApprove\tDavid Ferriero\tArchivist of the United States\tOffice of the Archivist

"""
SIGNED = "Agency Certification\n"
SECOND = """Sequence Number
2
Reports of the Task Forces
Disposition Authority Number DAA-0016-2013-0001-0002
Final Disposition Temporary
Item Status Active
Disposition Instruction
Retention Period Destroy 5 year(s) after cutoff.
"""
LATER = [("superseded-by", "DAA-0016-2019-0002-0001")]
WHOLE = ("superseded-by", "DAA-0016-2019-0002")
EITHER: list[tuple[str, str | None]] = [("superseded-by", None)]


def read_schedule(text: str) -> ScheduleDocument:
    pages, _ = read_markup(text)
    lines = blocks(pages)
    source = Source(name="schedule.txt", sha256="0" * 64, media_type="text/plain", pages=len(pages))
    return read_era(lines, source, detect(lines))


def cited(citations: tuple[Citation, ...]) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in citations]


def test_rows_behind_the_signatures_tell_what_each_item_replaces_and_what_stands() -> None:
    read = read_schedule(
        ERA + "Appendix. Crosswalk of the authorities superseded by this schedule\n\n"
        "Old authority                New item\nN1-16-89-2, item 1           DAA-0016-2013-0001-0001\n"
        "N1-16-89-2, item 3           not superseded, continues in use\nN1-16-89-2, item 4           obsolete since 1996\n"
    )
    assert cited(read.items[0].citations) == [("supersedes", "N1-016-89-002/1")]
    assert cited(read.citations) == [
        ("does-not-supersede", "N1-016-89-002/3"),
        ("cites", "N1-016-89-002/4"),
    ]
    assert [each.code for each in read.doubts if each.code.startswith("crosswalk")] == [
        "crosswalk-row-unread"
    ]


def test_numbers_behind_the_signatures_are_never_left_out_in_silence() -> None:
    read = read_schedule(ERA + "Note to file: see also N1-16-89-2, item 1.\n")
    assert cited(read.citations) == [("cites", "N1-016-89-002/1")]
    assert "numbers-behind-signatures" in {each.code for each in read.doubts}


def test_a_note_behind_the_signatures_that_names_an_item_is_its_successor() -> None:
    read = read_schedule(ERA + "Item 0001 superseded by DAA-0016-2019-0002-0001 on 6/1/2020.\n")
    (citation,) = read.items[0].citations
    assert (citation.relation, citation.target) == ("superseded-by", "DAA-0016-2019-0002-0001")
    assert citation.date and citation.date.value.isoformat() == "2020-06-01"


@pytest.mark.parametrize(
    ("note", "items", "whole"),
    [
        ("Items 0001 and 0002 superseded by DAA-0016-2019-0002-0001 on 6/1/2020.", [LATER, LATER], []),
        ("Note: Items 0001-0002 were replaced by DAA-0016-2019-0002-0001", [LATER, LATER], []),
        ("DAA-0016-2013-0001-0002 superseded by DAA-0016-2019-0002-0001", [[], LATER], []),
        ("This schedule was superseded by DAA-0016-2019-0002, 6/1/2020", [[], []], [WHOLE]),
        ("All items superseded by DAA-0016-2019-0002", [[], []], [WHOLE]),
        (
            "DAA-0440-2012-0001 superseded by DAA-0016-2019-0002",
            [[], []],
            [("cites", "DAA-0440-2012-0001"), ("cites", WHOLE[1])],
        ),
        ("Items 0001 and 0002 superseded by N1-16-89-2, items 1 and 3", [EITHER, EITHER], []),
    ],
)
def test_a_note_behind_the_signatures_holds_for_what_it_names(
    note: str, items: list[list[tuple[str, str | None]]], whole: list[tuple[str, str]]
) -> None:
    """Of several items and several successors nobody knows which took which."""
    read = read_schedule(ERA.replace(SIGNED, SECOND + SIGNED) + note + "\n")
    assert [cited(item.citations) for item in read.items] == items
    assert cited(read.citations) == whole
    told = {each.code for each in read.doubts}
    assert ("numbers-behind-signatures" in told) == any(relation == "cites" for relation, _ in whole)
    if items[0] is EITHER:
        (citation,) = read.items[0].citations
        assert [each.target for each in citation.readings] == ["N1-016-89-002/1", "N1-016-89-002/3"]


def test_a_note_below_another_item_holds_for_the_item_that_it_names() -> None:
    second = SECOND + "> Note to file: item 0001 was superseded by DAA-0016-2019-0002-0001 on 6/1/2020.\n"
    read = read_schedule(ERA.replace(SIGNED, second + SIGNED))
    assert [cited(item.citations) for item in read.items] == [LATER, []]
    assert read.items[1].disposition.retention
    assert read.items[1].disposition.retention.value.text == "Destroy 5 year(s) after cutoff."


FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER: N1-095-98-7

| 7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |
|---|---|---|---|
| 1a | Master file. Permanent. Transfer to the National Archives when 5 years old. | | |
| 2 | Receipts. Temporary. Destroy when 3 years old. | | |

### CROSSWALK

"""


def test_items_are_named_by_their_numbers_on_the_form() -> None:
    read = read_text(
        FORM + "| Former authority | Title | New item in this schedule |\n|---|---|---|\n"
        "| N1-95-91-3, item 1 | On-line data | 1a |\n| N1-95-91-3, item 4 | Gang data | not covered; remains in force |\n"
    )
    assert cited(read.items[0].citations) == [("supersedes", "N1-095-91-003/1")]
    assert read.items[1].citations == ()
    assert cited(read.citations) == [("does-not-supersede", "N1-095-91-003/4")]


def test_a_crosswalk_to_later_schedules_makes_nothing_older() -> None:
    """Its old column names the form's own items: what it says of their successors is only cited."""
    read = read_text(
        FORM + "| Old item | New authority |\n|---|---|\n| N1-95-98-7, item 2 | DAA-0095-2014-0003-0001 |\n"
    )
    assert all(item.citations == () for item in read.items)
    assert {relation for relation, _ in cited(read.citations)} <= {"cites"}


@pytest.mark.parametrize(
    "rows",
    [
        "Old authority\tNew authority\nN1-16-89-2, item 1\tDAA-0016-2013-0001-0001\n"
        "N1-16-89-2, item 3\tDAA-0016-2013-0001-0002\nN1-16-89-2, item 4\tnot superseded; remains in use\n",
        "Old authority            New item\nN1-16-89-2, item 1       0001\nN1-16-89-2, item 3       0002\n"
        "N1-16-89-2, item 4       not superseded; remains\n                         in use\n",
        "New item\tOld item\nDAA-0016-2013-0001-0001\tN1-16-89-2, item 1\n"
        "DAA-0016-2013-0001-0002\tN1-16-89-2, item 3\nremains in force\tN1-16-89-2, item 4\n",
    ],
)
def test_rows_among_the_fields_of_an_item_are_those_of_the_items_that_they_name(rows: str) -> None:
    """The field in which they stand is that of the last item, which replaces none of the others."""
    title = "Additional Information\nCrosswalk of superseded authorities\n"
    read = read_schedule(ERA.replace(SIGNED, f"{SECOND}{title}{rows}{SIGNED}"))
    assert [cited(item.citations) for item in read.items] == [
        [("supersedes", "N1-016-89-002/1")],
        [("supersedes", "N1-016-89-002/3")],
    ]
    assert cited(read.citations) == [("does-not-supersede", "N1-016-89-002/4")]


def test_a_field_whose_label_and_value_look_like_the_head_of_a_crosswalk_is_none() -> None:
    field = (
        "GRS or Superseded Authority Citation\tNew\nAdditional Information\tN1-16-89-2, item 7 covers film.\n"
    )
    read = read_schedule(ERA.replace(SIGNED, f"{field}{SIGNED}"))
    assert cited(read.items[0].citations) == [("cites", "N1-016-89-002/7")]


def test_a_crosswalk_may_head_its_old_column_replaces_and_say_more_in_a_third() -> None:
    read = read_schedule(
        ERA.replace(SIGNED, SECOND + SIGNED) + "Attachment: Crosswalk of superseded authorities\n\n"
        "New item                        Replaces                       Remarks\n"
        "DAA-0016-2013-0001-0001         N1-16-89-2, item 1             longer retention\n"
        "DAA-0016-2013-0001-0002         new                            not scheduled before\n"
        "no change                       N1-16-89-2, items 3 and 4      remain in effect\n"
    )
    assert [cited(item.citations) for item in read.items] == [[("supersedes", "N1-016-89-002/1")], []]
    assert cited(read.citations) == [
        ("does-not-supersede", "N1-016-89-002/3"),
        ("does-not-supersede", "N1-016-89-002/4"),
    ]
    assert not [each for each in read.doubts if each.code.startswith("crosswalk")]


def test_a_remark_in_a_crosswalk_may_leave_a_part_of_the_old_item_in_force() -> None:
    read = read_schedule(
        ERA + "Crosswalk\n\nNew item\tSupersedes\tRemarks\n"
        "DAA-0016-2013-0001-0001\tN1-16-89-2, item 1\tpaper copies only\n"
        "DAA-0016-2013-0001-0001\tN1-16-89-2, item 2\t\n"
    )
    assert [(each.target, each.partial) for each in read.items[0].citations] == [
        ("N1-016-89-002/1", True),
        ("N1-016-89-002/2", False),
    ]


def test_a_row_of_a_crosswalk_without_a_remark_keeps_its_columns() -> None:
    read = read_schedule(
        ERA + "Crosswalk\n\nRemarks             Old authority            New item\n"
        "longer retention    N1-16-89-2, item 1       DAA-0016-2013-0001-0001\n"
        "                    N1-16-89-2, item 2       DAA-0016-2013-0001-0001\n"
    )
    assert cited(read.items[0].citations) == [
        ("supersedes", "N1-016-89-002/1"),
        ("supersedes", "N1-016-89-002/2"),
    ]


TWO = ERA.replace(SIGNED, SECOND + SIGNED)
JOB_AND_ITEM = (
    "| Former authority | Former item | Title | New disposition authority |\n|---|---|---|---|\n"
    "| N1-16-89-2 | 1 | Fires | DAA-0016-2013-0001-0001 |\n| {ditto} | 2a | Maps | DAA-0016-2013-0001-0002 |\n"
    "| N1-16-90-1 | 4 and 5 | Obsolete forms | DAA-0016-2013-0001-0001 and -0002 |\n"
)


@pytest.mark.parametrize("ditto", ["N1-16-89-2", '"', ""])
def test_the_old_schedule_and_its_items_may_stand_in_two_columns(ditto: str) -> None:
    """Read by its first column alone each row would supersede the whole schedule."""
    read = read_schedule(TWO + JOB_AND_ITEM.format(ditto=ditto))
    fourth = [("supersedes", "N1-016-90-001/4"), ("supersedes", "N1-016-90-001/5")]
    assert cited(read.items[0].citations) == [("supersedes", "N1-016-89-002/1"), *fourth]
    assert cited(read.items[1].citations) == [("supersedes", "N1-016-89-002/2/a"), *fourth]


def test_an_item_cell_that_holds_words_supersedes_no_whole_schedule() -> None:
    read = read_schedule(
        TWO + "| Superseded job | Item | New item |\n|---|---|---|\n| N1-16-89-2 | Fire files | 0001 |\n"
    )
    assert cited(read.citations) == [("cites", "N1-016-89-002")]
    assert "crosswalk-row-unread" in {each.code for each in read.doubts}


def test_the_words_in_a_row_without_successor_are_said_of_its_item() -> None:
    read = read_schedule(
        ERA + "| Old authority | New authority | Remarks |\n|---|---|---|\n"
        "| N1-16-89-2, item 1 | No longer created (obsolete) | |\n| N1-16-89-2, item 2 | none | obsolete |\n"
        "| N1-16-89-2, item 3 | GRS 5.2, item 010 | |\n"
    )
    words = [(each.target, each.words.value) for each in read.citations if each.words]
    assert words == [("N1-016-89-002/1", "No longer created (obsolete)"), ("N1-016-89-002/2", "obsolete")]
    elsewhere = [(each.of, each.target) for each in read.citations if each.relation == "superseded-by"]
    assert elsewhere == [("N1-016-89-002/3", "GRS 5.2/010")]


def test_what_a_returned_schedule_tells_of_others_is_only_cited() -> None:
    returned = ERA.replace("Status Approved", "Status Returned Without Action").replace(
        "\tApprove\t", "\tReturn Without Action\t"
    )
    rows = (
        "| Old authority | New authority |\n|---|---|\n"
        "| N1-16-89-2, item 1 | obsolete |\n| N1-16-89-2, item 3 | GRS 5.2, item 010 |\n"
    )
    for text, bound in ((ERA, True), (returned, False)):
        read = read_schedule(text + rows)
        assert any(each.words for each in read.citations) == bound
        assert any(each.of for each in read.citations) == bound
        assert {each.relation for each in read.citations} == (
            {"cites", "superseded-by"} if bound else {"cites"}
        )


def test_an_item_that_a_crosswalk_calls_obsolete_is_inactive_and_other_words_are_told() -> None:
    read = read_schedule(
        ERA + "| Old authority | New authority |\n|---|---|\n"
        "| N1-95-89-7, item 1 | obsolete |\n| N1-95-89-7, item 2 | to be determined |\n"
    )
    told = [*shown(OLD, "1", "2"), *statements(read)]
    assert ask(f"{OLD}/1", told).verdict == "inactive"
    assert "action-not-understood" in codes(ask(f"{OLD}/2", told))


def test_a_row_of_the_items_that_speaks_of_supersession_heads_no_crosswalk() -> None:
    read = read_text(
        FORM.replace("### CROSSWALK\n\n", "").replace(
            "| 1a | Master file. Permanent. Transfer to the National Archives when 5 years old. | | |",
            "| 1 | Master file. Temporary. Delete when superseded by the next. | N1-95-91-3 | |",
        )
    )
    assert [item.number for item in read.items] == ["1", "2"]
