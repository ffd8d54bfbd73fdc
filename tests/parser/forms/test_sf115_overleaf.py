"""Items and cells that a page or a line of figures breaks off: none of them may make another citation of it."""

import pytest

from schedgraph.parser.document import Citation
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.forms.sf115.table.overleaf import with_continued_items
from schedgraph.parser.passage import Passage
from schedgraph.parser.reading.markup import read_markup
from tests.parser.forms.sf115_text import read_items, read_text

TABLE = (
    "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION"
    " | 10. ACTION TAKEN |\n|---|---|---|---|\n"
)


def passage(text: str) -> Passage:
    pages, _ = read_markup(text)
    return Passage.of(list(pages[0].lines))


def cited(citations: tuple[Citation, ...]) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in citations]


def test_an_item_that_goes_on_overleaf_is_one_item() -> None:
    """Its description and its citation go on in a row "2 (cont.)"."""
    items = read_items(
        TABLE + "| 1 | Tour Logs. Destroy when 2 years old. | | |\n"
        "| 2 | **Land Maps.** Tracings of each parcel, changed when | NC1-95-79-7, item 4 | |\n\n"
        "STANDARD FORM 115-A (REV. 8-83)\n\nJOB NO. N1-095-98-7 PAGE 2 OF 3\n\n"
        + TABLE
        + "| 2 (cont.) | the boundary was surveyed again. Permanent. Transfer to the National Archives when 50 years"
        " old. | and item 5b | |\n| 3 | Fish Counts. Destroy when 10 years old. | None | |\n"
    )
    assert list(items) == ["1", "2", "3"]
    assert cited(items["2"].citations) == [
        ("supersedes", "NC1-095-79-007/4"),
        ("supersedes", "NC1-095-79-007/5/b"),
    ]
    disposition = items["2"].disposition
    assert disposition and disposition.retention and disposition.retention.value.period == "P50Y"
    assert items["2"].title and items["2"].title.value == "Land Maps"


def test_a_cell_that_the_foot_of_a_page_breaks_is_one() -> None:
    """The sentence beside it goes on overleaf, too: "Transfer to the" above "National Archives"."""
    heading = (
        "7. ITEM                                                               9. GRS OR              10. ACTION\n"
        "   NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION              SUPERSEDED JOB         TAKEN (NARA\n"
        "                                                                      CITATION               USE ONLY)\n\n"
    )
    items = read_items(
        heading + "  1      105-02 Briefing Slides. Temporary. Destroy when           NC1-374-\n"
        "         superseded or when 2 years old, whichever is sooner.         81-1, item 6\n\n"
        "  2      Film of tests. Permanent. Transfer to the                    NC1-374-81-1,\n"
        "115-109           NSN 7540-00-634-4064        STANDARD FORM 115 (REV. 3-91)\n\f"
        "JOB NUMBER N1-095-98-7                                                                   Page 2 of 2\n"
        + heading
        + "         National Archives when 50 years old.                         items 9 and\n"
        "                                                                      10\n"
    )
    assert cited(items["1"].citations) == [("supersedes", "NC1-374-81-001/6")]
    assert cited(items["2"].citations) == [
        ("supersedes", "NC1-374-81-001/9"),
        ("supersedes", "NC1-374-81-001/10"),
    ]
    retention = items["2"].disposition.retention
    assert retention and (retention.value.action, retention.value.period) == ("transfer", "P50Y")


ACROSS = (
    "7. 8. DESCRIPTION OF ITEM 9. GRS OR 10. ACTION\n"
    "ITEM (With Inclusive Dates or Retention Periods) SUPERSEDED TAKEN\n"
    "NO. JOB CITATION (NARS USE ONLY)\n\n"
)


def test_items_of_a_job_that_lines_read_across_part_from_it_are_its_items() -> None:
    items = read_items(
        ACROSS + "1. Doctrine Complaints. Temporary. Cut off when NC1-173-78-3,\n"
        "the complaint is answered. Destroy 3 years after items l, 2 and\ncutoff. 7c\n\n"
        "2. Station Dockets. Permanent. Offer to NARS NN-166-44, item\nwhen 20 years old. 2 thru 4\n\n"
        "3. Hearing Exhibits. Temporary. Destroy NC1-173-81-1,\nwhen 5 years old. item 5 (portion)\n"
    )
    assert cited(items["1"].citations) == [
        ("supersedes", f"NC1-173-78-003/{path}") for path in ("1", "2", "7/c")
    ]
    assert cited(items["2"].citations) == [("supersedes", f"NN-166-44/{path}") for path in "234"]
    assert cited(items["3"].citations) == [("supersedes", "NC1-173-81-001/5")]
    assert items["3"].citations[0].partial


def test_a_job_whose_items_are_lost_is_not_superseded_whole() -> None:
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\n\n"
        + ACROSS
        + "1. Doctrine Complaints. Temporary. Cut off when NC1-173-78-3, items\n"
        "the complaint is answered. Destroy 3 years after\ncutoff.\n"
    )
    (citation,) = read.items[0].citations
    assert (citation.target, citation.partial, citation.sure) == ("NC1-173-78-003", True, False)
    assert "citation-cut-short" in {each.code for each in read.doubts}


def test_blocks_of_a_table_are_put_back_into_their_columns() -> None:
    """Text without layout gives each cell as a paragraph, and the labels of the columns among those of the head."""
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\n\n1. FROM (Agency or establishment)\n\nSecurities and Exchange Commission\n"
        "LEAVE BLANK (NARA use only)\nJOB NUMBER\n\nN1-266-02-1\n\n7.\nITEM\nNO.\n\nis attached; or\n\n"
        "SIGNATURE OF AGENCY REPRESENTATIVE\n\n8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\n\nTITLE\n\nRecords Officer\n"
        "9. GRS OR\nSUPERSEDED\nJOB CITATION\n\n10. ACTION\nTAKEN (NARA\nUSE ONLY)\n\n1.\n\nInvestigation Case Files\n\n"
        "a. Landmark cases. Permanent.\nTransfer to the National Archives 25 years after cutoff.\n\nN1-266-90-4,\nitem 1a\n\n"
        "b. All other cases. Temporary. Destroy 20 years after\nthe case is closed.\n\nN1-266-90-4,\nitems 1b, 1c\nand 2\n\n"
        "115-109\n\nSTANDARD FORM 115 (REV. 3-91)\nPrescribed by NARA\n36 CFR 1228\n\fN1-266-02-1\nPage 2 of 2\n\n2.\n\n"
        "Informant Vouchers. Temporary. Destroy 6\nyears after payment.\n\nN1-266-90-4,\nitem 6\n\nwithdrawn\n"
    )
    found = {each.id.partition("/")[2]: each for each in read.items}
    assert list(found) == ["1", "1/a", "1/b", "2"]
    assert cited(found["1/a"].citations) == [("supersedes", "N1-266-90-004/1/a")]
    assert cited(found["1/b"].citations) == [
        ("supersedes", f"N1-266-90-004/{path}") for path in ("1/b", "1/c", "2")
    ]
    assert found["1/b"].text is None
    assert found["2"].action_taken and found["2"].action_taken.value == "withdrawn"


def test_an_item_of_another_schedule_that_is_amended_opens_no_item() -> None:
    items = read_items(
        TABLE
        + '| 1 | Item 2 of NC1-95-79-4 is changed to read: "Jackets. Destroy when 99 years old." | NC1-95-79-4, item 2 | |\n'
        "| 2 | Photographs. Destroy when 3 years old. | None | |\n\n"
        '3. In item 7b of NC1-95-79-4 strike out "3 years" and insert "6 years".\n'
    )
    assert list(items) == ["1", "2", "3"]
    assert ("supersedes", "NC1-095-79-004/2") in cited(items["1"].citations)


def test_a_title_goes_on_overleaf_where_only_the_rest_of_a_cell_stands_between() -> None:
    entries = [
        Entry(
            passage=passage("Photographs of Bridges over"),
            number=passage("2."),
            citation=passage("NC1-406-82-3,"),
        ),
        Entry(passage=EMPTY, citation=passage("items 3-5")),
        Entry(passage=passage("Tidal Water. Permanent."), page=2, gap=True),
    ]
    assert [entry.gap for entry in with_continued_items(entries)] == [False, False, False]
    entries[0] = Entry(
        passage=passage("Photographs of Bridges. Destroy when 5 years old."), number=passage("2.")
    )
    assert with_continued_items(entries)[2].gap


CUT = (
    "JOB NUMBER: N1-266-97-1\n\n"
    " 7.         8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION             9. GRS OR             10. ACTION TAKEN\n"
    " ITEM                                                                   SUPERSEDED JOB        (NARA USE ONLY)\n"
    " NO.                                                                    CITATION\n\n"
    " 2.      Loan files. Temporary. Destroy after 6 years.                  NC1-266-81-1/\n"
    "                                                                        2\n\n"
    " 3.      Planning reports. Permanent. Transfer when the youngest        NC1-266-81-1/\n"
    "         record\n\n"
    "{foot}\n"
    "REQUEST FOR RECORDS DISPOSITION AUTHORITY - CONTINUATION          JOB NUMBER N1-266-97-1          PAGE 2 OF 2\n\n"
    " 7. ITEM    8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION              9. GRS OR SUPERSEDED  10. ACTION TAKEN\n"
    "    NO.                                                                     JOB CITATION\n\n"
    "         is 10 years old.{rest}\n\n"
    " 4.      Petitions. Temporary. Destroy after 8 years.                   NC1-266-81-1/\n"
    "                                                                        3\n\n"
    "115-109   NSN 7540-00-634-4064   STANDARD FORM 115 (REV. 3-91)   Prescribed by NARA 36 CFR 1228\n"
)
FOOT = (
    "115-209        Four copies, including original, to be submitted        STANDARD FORM 115-A (REV. 3-91)"
)
DAMAGED = FOOT.replace("copies, including", "copics, includinq")


@pytest.mark.parametrize("foot", [FOOT, DAMAGED])
def test_a_citation_that_the_sheet_cuts_goes_on_overleaf_and_the_foot_is_no_item(foot: str) -> None:
    read = read_text(CUT.format(foot=foot, rest=" " * 47 + "4"))
    assert [item.number for item in read.items] == ["2", "3", "4"]
    assert [each.target for item in read.items for each in item.citations] == [
        "NC1-266-81-001/2",
        "NC1-266-81-001/4",
        "NC1-266-81-001/3",
    ]


def test_a_citation_whose_items_are_lost_supersedes_no_whole_schedule() -> None:
    """Of "NC1-266-81-1/" with nothing behind it the items are not known."""
    read = read_text(CUT.format(foot=FOOT, rest=""))
    (citation,) = read.items[1].citations
    assert (citation.target, citation.partial, citation.sure) == ("NC1-266-81-001", True, False)
    assert "citation-cut-short" in {doubt.code for doubt in read.doubts}
