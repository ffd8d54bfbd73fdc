"""Crosswalks that are documents of their own."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.test_unknown import read

TITLE = "Bureau of Reclamation - Records Crosswalk\nReport date: 06/11/2019\n\n"
BARS = """{0}
Code | Title | Old authority | New authority | Effective
WTR-4.10 | Delivery schedules | N1-115-94-8/WTR-4.10 | DAA-0048-2013-0001-0003 | 08/27/2014
WTR-5.00 | Dam logs | N1-115-94-8/WTR-5.00 | DAA-0048-2013-0001-0003 | 08/27/2014
"""
SPACES = """{0}
Old authority                  New authority                  Remarks
N1-115-94-8/WTR-4.10           DAA-0048-2013-0001-0003
N1-115-94-8/WTR-5.00           DAA-0048-2013-0001-0003
"""
OLD = ["N1-115-94-008/wtr-4.10", "N1-115-94-008/wtr-5.00"]
NEW = "DAA-0048-2013-0001-0003"


def told(document: ScheduleDocument) -> list[tuple[str | None, str, str | None]]:
    return [(each.of, each.relation, each.target) for each in document.citations if each.of]


@pytest.mark.parametrize("table", [BARS, SPACES])
@pytest.mark.parametrize(
    "title", ["PART 1 - SUPERSEDED BY DRS 1 (ADMINISTRATIVE)", "", "Superseded authorities\n"]
)
def test_a_row_names_the_successor_of_its_old_authority(table: str, title: str) -> None:
    """Two old authorities may have one successor."""
    assert told(read(TITLE + table.format(title))) == [(old, "superseded-by", NEW) for old in OLD]


def test_a_column_of_days_tells_since_when() -> None:
    days = {each.date and str(each.date.value) for each in read(TITLE + BARS.format("")).citations if each.of}
    assert days == {"2014-08-27"}


@pytest.mark.parametrize("table", [BARS, SPACES])
@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("PART 2 - PROPOSED", "New authority"),
        ("PART 2 - PROPOSED\n", "New authority"),
        ("Will be superseded when DRS 2 is approved:", "New authority"),
        ("", "New authority (pending)"),
    ],
)
def test_what_is_proposed_awaits_that(table: str, title: str, heading: str) -> None:
    document = read(TITLE + table.format(title).replace("New authority", heading))
    assert told(document) == []
    assert [each.target for each in document.citations if each.proposed] == OLD


def test_a_draft_proposes_all_of_it() -> None:
    assert told(read("DRAFT " + TITLE + BARS.format(""))) == []


def test_what_the_table_says_stays_is_not_replaced() -> None:
    text = TITLE + BARS.format("").replace(
        f"{NEW} | 08/27/2014\nWTR-5", "no change, remains in force |\nWTR-5"
    )
    document = read(text)
    assert told(document) == [(OLD[1], "superseded-by", NEW)]
    assert [(each.relation, each.words) for each in document.citations if each.target == OLD[0]] == [
        ("cites", None)
    ]


def test_a_list_with_one_column_of_numbers_is_no_crosswalk() -> None:
    text = (
        TITLE + "Item   Title   Authority\n1   Logs   N1-115-94-8/WTR-4.10\n2   Maps   N1-115-94-8/WTR-5.00\n"
    )
    assert {each.relation for each in read(text).citations} == {"cites"}


TITLES = """PART A. Implemented changes

Old authority           Old title              New authority                          NARA approval
N1-57-98-3/1401-03      Calibration reports    DAA-0057-2013-0004-0002                09/30/2014
N1-57-98-3/1401-04      Map orders             superseded by GRS 6.5, item 010
"""


def test_titles_beside_the_numbers_are_no_second_column_of_them() -> None:
    document = read(TITLES)
    assert [(of, target) for of, _, target in told(document)] == [
        ("N1-057-98-003/1401-03", "DAA-0057-2013-0004-0002"),
        ("N1-057-98-003/1401-04", "GRS 6.5/010"),
    ]
    assert [str(each.date.value) for each in document.citations if each.date] == ["2014-09-30"]


LIST = """Overseas Citizens Services - authorities in use, January 2019

DAA-0059-2014-0011-0001  Arrest cases ......... in use
DAA-0059-2014-0011-0002  Welfare cases ........ superseded by DAA-0059-2018-0007-0002, approved 11/20/2018
N1-059-92-005 item 3     Child custody ........ in use
NC1-059-79-012 item 4    Shipping ............. obsolete, function ended; do not use
"""


def test_a_list_without_columns_says_what_became_of_each() -> None:
    """Each line is told by itself: no successor goes on to the number below it."""
    document = read(LIST)
    assert told(document) == [("DAA-0059-2014-0011-0002", "superseded-by", "DAA-0059-2018-0007-0002")]
    assert [str(each.date.value) for each in document.citations if each.date] == ["2018-11-20"]
    assert [(each.target, each.words.value) for each in document.citations if each.words] == [
        ("NC1-059-79-012/4", "obsolete, function ended; do not use")
    ]


@pytest.mark.parametrize("said", ["superseded by", "now covered by", "->", "see now", "replaced in 2014 by"])
def test_words_and_arrows_before_the_successor_of_a_list(said: str) -> None:
    text = f"Status list\n\nN1-59-92-5/1 - Arrest cases - {said} DAA-0059-2014-0011\nN1-59-92-5/3 - Custody - in use\n"
    assert [each.of for each in read(text).citations if each.relation == "superseded-by"] == [
        "N1-059-92-005/1"
    ]


def test_a_list_below_a_title_that_proposes_awaits_that() -> None:
    text = LIST.replace("authorities in use, January 2019", "proposed changes")
    document = read(text)
    assert told(document) == []
    assert not any(each.words for each in document.citations)


def test_lines_of_prose_that_begin_with_numbers_are_no_list() -> None:
    text = "We looked at the items of\nN1-59-92-5/1 and of\nN1-59-92-5/3 was said that they replaced N1-59-80-1.\n"
    assert told(read(text)) == []


def test_a_tabbed_row_may_leave_out_its_empty_last_cells() -> None:
    """The old and the new cell hold numbers, so that nothing before them is missing."""
    rows = "Old Authority\tSeries\tSuperseded By\tRemarks\n" + "".join(f"{old}\tLogs\t{NEW}\n" for old in OLD)
    assert told(read(TITLE + rows)) == [(old, "superseded-by", NEW) for old in OLD]
    shifted = "Old Authority\tSeries\tSuperseded By\tRemarks\n" + "".join(
        f"{old}\t{NEW}\tLogs\n" for old in OLD
    )
    assert told(read(TITLE + shifted)) == []


STATED = """{0}

New item -> authority it supersedes

DAA-0048-2017-0006-0002  supersedes  N1-49-02-20/3
DAA-0048-2017-0006-0003  supersedes  N1-49-02-20/1
* N1-49-02-20/4 is superseded by DAA-0048-2017-0006-0004
"""


def stated(document: ScheduleDocument) -> list[tuple[str, str | None, bool]]:
    return [(item.id, each.target, each.proposed) for item in document.items for each in item.citations]


@pytest.mark.parametrize(
    ("title", "proposed"),
    [("CROSSWALK TO DAA-0048-2017-0006", False), ("PROPOSED CROSSWALK TO DAA-0048-2017-0006 (DRAFT)", True)],
)
def test_each_line_states_its_own_succession(title: str, proposed: bool) -> None:
    """The next line's newer item was read as a second one that the line above replaces."""
    assert stated(read(STATED.format(title))) == [
        ("N1-049-02-020/3", "DAA-0048-2017-0006-0002", proposed),
        ("N1-049-02-020/1", "DAA-0048-2017-0006-0003", proposed),
        ("N1-049-02-020/4", "DAA-0048-2017-0006-0004", proposed),
    ]


def test_a_sentence_over_two_lines_stays_whole() -> None:
    text = (
        "N1-49-02-20/3 is superseded by DAA-0048-2017-0006-0002 and\nDAA-0048-2017-0006-0003, of 3/4/2018.\n"
    )
    assert {each[1] for each in stated(read(text))} == {"DAA-0048-2017-0006-0002", "DAA-0048-2017-0006-0003"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Old: {}", "New: {}"),
        ("Former authority: {}", "Superseded by: {}"),
        ("Old item no.: {}", "Replacement authority: {}"),
        ("- Superseded citation: {}", "- Current citation: {}"),
    ],
)
def test_pairs_of_lines_name_their_sides(old: str, new: str) -> None:
    pairs = [
        ("N1-406-93-14, item 2", "N1-406-99-10, item 3"),
        ("N1-406-93-14, item 3", "N1-406-99-10, item 5"),
    ]
    text = "\n\n".join(f"Case Files\n   {old.format(one)}\n   {new.format(two)}" for one, two in pairs)
    expected = [("N1-406-93-014/2", "N1-406-99-010/3"), ("N1-406-93-014/3", "N1-406-99-010/5")]
    assert [(one, two) for one, _, two in told(read(TITLE + text))] == expected
    assert told(read("DRAFT " + TITLE + text)) == []
    half = "\n".join(old.format(one) for one, _ in pairs)
    assert told(read(TITLE + half)) == []


def test_a_remark_below_a_pair_may_limit_it() -> None:
    text = "Old: N1-406-93-14, item 2\nNew: N1-406-99-10, item 3\nNew: N1-406-99-10, item 4\nNote: in part\n"
    assert [(each.target, each.partial) for each in read(TITLE + text).citations if each.of] == [
        ("N1-406-99-010/3", True),
        ("N1-406-99-010/4", True),
    ]


def test_a_damaged_number_read_in_one_way_names_its_side_and_is_not_sure() -> None:
    rows = "Old authority\tNew authority\nNI-443-98-19, item 2\tNI-443-12-11, item 3\n"
    found = [each for each in read(TITLE + rows).citations if each.of]
    assert [(each.of, each.target, each.sure) for each in found] == [
        ("N1-443-98-019/2", "N1-443-12-011/3", False)
    ]
    assert found[0].repairs


def ended(text: str) -> list[tuple[str | None, str]]:
    return [
        (each.target, each.words.value) for each in read(text).citations if each.words and not each.disputed
    ]


SLIP = """[Slip stapled to the front]

RG 184 - Railroad Retirement Board
NC1-184-77-2

Item 2A  -  converted to digital; no more film. Obsolete per agency records officer, 08/14/2018. No replacement.
Item 2B  -  see above, film destroyed 1996. Obsolete.
Item 4   -  STILL IN USE (e-mail, 08/14/2018)
"""
SHEET = """(Sheet inserted in front)

NC1-433-80-003

1a    Superseded by N1-433-91-1, item 4                 approved 11/20/91
2a    active
3     Superseded by N1-433-91-1, item 12                approved 11/20/91
"""
BULLETS = """The following authorities may no longer be used:

 - N1-184-90-3, item 1b. Superseded by DAA-0184-2016-0004-0003, approved by the Archivist on 09/28/2018.
 - NC-174-201, item 1. The employment service was closed in 1997 and the last forms have been
   destroyed. Obsolete; there is no successor.
"""
COLUMNS = """Exhibit 1 - Changes of the Records Control Schedule (June 1, 2001)

RCS item    Title                 Job No.              Status
1           Exam control          N1-58-95-2/1a        formerly N1-58-86-4/1
2           TCMP checksheets      N1-58-86-4/2a        OBSOLETE - no TCMP since 1988, records destroyed
3           TCMP data tapes       N1-58-86-4/2b
"""


def test_below_a_heading_items_alone_begin_the_lines() -> None:
    assert ended(SLIP) == [
        ("NC1-184-77-002/2/a", "Obsolete per agency records officer, 08/14/2018"),
        ("NC1-184-77-002/2/b", "Obsolete"),
    ]
    assert [(of, new) for of, _, new in told(read(SHEET))] == [
        ("NC1-433-80-003/1/a", "N1-433-91-001/4"),
        ("NC1-433-80-003/3", "N1-433-91-001/12"),
    ]


def test_a_sentence_behind_the_number_and_the_line_below_belong_to_the_row() -> None:
    assert told(read(BULLETS)) == [("N1-184-90-003/1/b", "superseded-by", "DAA-0184-2016-0004-0003")]
    assert ended(BULLETS) == [("NC-174-201/1", "Obsolete; there is no successor")]


def test_the_number_may_stand_in_a_later_cell() -> None:
    assert ended(COLUMNS) == [("N1-058-86-004/2/a", "OBSOLETE - no TCMP since 1988, records destroyed")]


def test_of_two_old_columns_that_of_the_authorities_counts() -> None:
    text = (
        "Old EPA No.  Old NARA disposal authority   Status        New EPA No.  New NARA disposal authority   Note\n"
        "329a         N1-412-06-25/1                superseded    1035a        DAA-0412-2013-0009-0001       approved\n"
        "340          N1-412-94-9/4                 obsolete      -            -                             closed 2001\n"
    )
    assert told(read(text)) == [("N1-412-06-025/1", "superseded-by", "DAA-0412-2013-0009-0001")]
    assert ended(text) == [("N1-412-94-009/4", "obsolete")]


def test_the_authority_now_used_is_the_newer_column_whatever_else_is_new() -> None:
    table = """
Old file number   Old authority          Status             New record number   Authority now used
709-05            NC1-AU-78-31 item 1    superseded by      385-63a             N1-AU-01-12 item 1
709-07            NC1-AU-78-31 item 3    superseded by      385-40b             N1-AU-02-05 item 4
709-08            NC1-AU-78-31 item 4    no change          700-15c             NC1-AU-78-31 item 4
"""
    assert told(read(TITLE + table)) == [
        ("NC1-AU-78-031/1", "superseded-by", "N1-AU-01-012/1"),
        ("NC1-AU-78-031/3", "superseded-by", "N1-AU-02-005/4"),
    ]


STATUS = """| Job | Item | Short title | Status | Replaced by | Date |
|---|---|---|---|---|---|
| NC1-136-78-2 | 1 | Marketing order dockets | Active | | |
| NC1-136-78-2 | 2 | Terminal market certificates | Superseded | N1-136-92-1 item 4 | 01/15/1993 |
| NC1-136-78-2 | 5 | Potato diversion vouchers | Obsolete, program ended 1986, no successor | | |
| NC1-136-78-2 | 6 | Posters | Superseded in part: posters only. Leaflets remain under item 6 | N1-136-92-1 item 6 | |
| NC1-136-78-2 | 7 | Grader cards | Not superseded, remains in use | N1-136-92-1 item 7 | |
"""


def test_a_list_of_jobs_and_items_tells_what_replaced_them_and_what_is_obsolete() -> None:
    document = read("Status list of disposition jobs, Record Group 136\n\n" + STATUS)
    assert [(each.of, each.target, each.partial) for each in document.citations if each.of] == [
        ("NC1-136-78-002/2", "N1-136-92-001/4", False),
        ("NC1-136-78-002/6", "N1-136-92-001/6", True),
    ]
    assert [(each.target, each.words.value) for each in document.citations if each.words] == [
        ("NC1-136-78-002/5", "Obsolete, program ended 1986, no successor")
    ]


def test_a_status_list_kept_by_blanks_names_job_and_item_in_cells_of_their_own() -> None:
    document = read(
        "DISPOSITION AUTHORITIES IN USE OR RETIRED\nList as of October 1, 1997\n\n"
        "AUTHORITY           ITEM   SERIES                      STATUS / REMARKS\n"
        "NN-171-42           1      Seedling cards              Obsolete. Nursery closed 1994.\n"
        "NN-171-42           2      Reforestation folders       Superseded by NC1-142-80-3 item 1\n"
        "NN-171-42           6      Fire reports                In use\n"
        "NC1-142-80-3        2      Fisheries field data        Superseded by N1-142-95-1 item 4 (appr. 12-19-95)\n"
    )
    assert told(document) == [
        ("NN-171-42/2", "superseded-by", "NC1-142-80-003/1"),
        ("NC1-142-80-003/2", "superseded-by", "N1-142-95-001/4"),
    ]
    assert [(each.target, each.words.value) for each in document.citations if each.words] == [
        ("NN-171-42/1", "Obsolete")
    ]


def test_a_table_of_what_would_be_replaced_replaces_nothing() -> None:
    document = read(
        "MEMORANDUM FOR Records Administrators\n\nWhen it is approved the following authorities would be superseded:\n\n"
        "      Current authority            Would be replaced by\n"
        "      N1-AU-01-12, item 1          DAA-AU-2017-0019-0002\n"
        "      NC1-AU-78-41, item 3a        DAA-AU-2017-0019-0001\n"
    )
    assert told(document) == []
    assert not any(each.relation == "superseded-by" and not each.proposed for each in document.citations)


HEADING = """
Old Authority              New Authority            Notes
N1-434-98-12/1             N1-434-09-7/1
"""


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("N1-434-98-12/4             N1-434-09-7/2 (part)\n", [("2", True)]),
        ("N1-434-98-12/4 (part)      N1-434-09-7/2\n", [("2", True)]),
        ("N1-434-98-12/4             N1-434-09-7/2 (electronic copies only)\n", [("2", True)]),
        ("N1-434-98-12/4             N1-434-09-7/2 and 3\n", [("2", False), ("3", False)]),
        (
            "N1-434-98-12/4             N1-434-09-7/2\n                           N1-434-09-7/3\n",
            [("2", False), ("3", False)],
        ),
        (
            "N1-434-98-12/4             N1-434-09-7/2            catalogs\n"
            "                           N1-434-98-12/4           brochures\n",
            [("2", True)],
        ),
        ("     4                     N1-434-09-7/2\n", [("2", False)]),
    ],
)
def test_rows_that_limit_list_or_lean_on_the_row_above(rows: str, said: list[tuple[str, bool]]) -> None:
    document = read(TITLE + HEADING + rows)
    found = [each for each in document.citations if each.of == "N1-434-98-012/4"]
    assert [(each.target, each.partial) for each in found] == [
        (f"N1-434-09-007/{item}", partial) for item, partial in said
    ]


def test_a_row_of_both_sides_that_is_not_understood_is_told() -> None:
    document = read(TITLE + HEADING + "N1-434-98-12/4             N1-434-09-7/2 per the director\n")
    (told_of,) = [each for each in document.citations if each.target == "N1-434-98-012/4"]
    assert (told_of.relation, told_of.disputed) == ("cites", True)


def test_items_below_a_heading_that_names_their_job() -> None:
    table = """
N1-434-98-12        is superseded by                        records
   item 1(a)        (still in use)                          brochures
   item 2           N1-434-09-7/2                           catalogs
   item 3           no longer created; obsolete             permits
   item 4           N1-434-09-7/3                           drawings
"""
    document = read(TITLE + table)
    assert told(document) == [
        ("N1-434-98-012/2", "superseded-by", "N1-434-09-007/2"),
        ("N1-434-98-012/4", "superseded-by", "N1-434-09-007/3"),
    ]
    assert [each.target for each in document.citations if each.words] == ["N1-434-98-012/3"]
