"""Column 9 that does not stand under its heading, and item numbers that its narrow cell parted from their job.

A job that has lost its item supersedes everything in the older schedule, permanent records too.
"""

from schedgraph.parser.document import Citation
from tests.parser.forms.sf115_text import read_items, read_text

HEADING = (
    "7. ITEM NO.  8. DESCRIPTION OF ITEM                              9. GRS OR SUPERSEDED JOB CITATION"
    "  10. ACTION TAKEN\n"
)
BODY = """
1.           Inspection Reports. Temporary. Destroy      NC1-431-81-2
             10 years after licence ends.                item 4

2.           Licensee Event Tapes.                       NC1-431-81-2          Disposition
             Temporary. Destroy when 3 years old.        item 5                not approved

3.           Allegation Files. Temporary. Destroy 5      NC1-431-81-2
             years after closing. Does not supersede     items 6 and 8
             NC1-431-81-2 item 7.
"""


def cited(citations: tuple[Citation, ...]) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in citations]


def test_a_column_begins_where_its_values_begin() -> None:
    """The heading stands five columns to the right of the jobs, and of NARA's action twenty."""
    items = read_items(HEADING + BODY)
    assert cited(items["1"].citations) == [("supersedes", "NC1-431-81-002/4")]
    assert cited(items["2"].citations) == [("supersedes", "NC1-431-81-002/5")]
    assert items["2"].action_taken and items["2"].action_taken.value == "Disposition not approved"
    assert cited(items["3"].citations) == [
        ("does-not-supersede", "NC1-431-81-002/7"),
        ("supersedes", "NC1-431-81-002/6"),
        ("supersedes", "NC1-431-81-002/8"),
    ]
    for path, period in (("1", "P10Y"), ("2", "P3Y"), ("3", "P5Y")):
        disposition = items[path].disposition
        assert disposition and disposition.retention and disposition.retention.value.period == period


def test_a_number_that_three_lines_hold_is_one() -> None:
    """Two spaces alone may part it from the description; exceptions stand on the last line."""
    items = read_items(
        "  7.                                                         9. GRS OR             10. ACTION\n"
        " ITEM       8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION  SUPERSEDED            TAKEN (NARA\n"
        "  NO.                                                        JOB CITATION          USE ONLY)\n"
        "\n"
        "  1.    Grant Files. Temporary. Cut off when the grant is    NC1-440-82-\n"
        "        closed out. Destroy 7 years after cutoff.            2, items 3a\n"
        "                                                             through 3d,\n"
        "                                                             except 3c\n"
        "  2.    Unfunded applications. Temporary. Destroy whenever they  NC1-440-82-2,\n"
        "        are 2 years old.                                     item 2c\n"
    )
    assert [each.target for each in items["1"].citations if each.relation == "supersedes"] == [
        "NC1-440-82-002/3/a",
        "NC1-440-82-002/3/b",
        "NC1-440-82-002/3/d",
    ]
    assert cited(items["2"].citations) == [("supersedes", "NC1-440-82-002/2/c")]


def test_a_gap_inside_one_description_is_no_column() -> None:
    """Other descriptions run across it."""
    items = read_items(
        HEADING + "\n"
        "1.           Ledgers of the clerk                   and of the court. Destroy when 3 years old.\n"
        "2.           Cards of all the other clerks, by their names, by year. Destroy when 1 year old.\n"
        "3.           Rolls of all the other clerks, by their names, by year. Destroy when 1 year old.\n"
    )
    assert items["1"].title and items["1"].title.value == "Ledgers of the clerk and of the court"
    assert not items["1"].citations


RUN_TOGETHER = """7. ITEM NO. 8. DESCRIPTION OF ITEM 9. GRS OR SUPERSEDED JOB CITATION 10. ACTION TAKEN

1. Inspection Reports. Temporary. Destroy NC1-431-81-2
10 years after licence ends. item 4

2. Licensee Event Tapes. NC1-431-81-2 Disposition
Temporary. Destroy when 3 years old. item 5 not approved

3. Allegation Files. Temporary. Destroy 5 NC1-431-81-2
years after closing. Does not supersede items 6 and 8
NC1-431-81-2 item 7.

4. Registers of the files described under
NC1-431-81-3. Destroy when 2 years old, as authorized NC1-431-81-4
for all offices.

5. Registers of Forms. Destroy when 2 years old.
See now NC1-431-81-5
"""


def test_a_number_that_cuts_a_sentence_in_two_stands_in_column_9() -> None:
    """Where the columns have run together, the sentence goes on below; a word that leads to a number keeps it."""
    items = read_items(RUN_TOGETHER)
    disposition = items["1"].disposition
    assert disposition and disposition.retention and disposition.retention.value.period == "P10Y"
    assert items["2"].action_taken and items["2"].action_taken.value == "Disposition not approved"
    assert cited(items["1"].citations) == [("supersedes", "NC1-431-81-002/4")]
    assert cited(items["2"].citations) == [("supersedes", "NC1-431-81-002/5")]
    assert cited(items["4"].citations) == [("cites", "NC1-431-81-003"), ("cites", "NC1-431-81-004")]
    assert cited(items["5"].citations) == [("superseded-by", "NC1-431-81-005")]


def test_a_schedule_beside_an_item_number_that_stands_apart_is_not_superseded_whole() -> None:
    document = read_text("JOB NUMBER: N1-431-87-3\n" + RUN_TOGETHER)
    item = next(each for each in document.items if each.number == "3")
    (open_,) = [each for each in item.citations if each.relation == "supersedes"]
    assert (open_.target, open_.sure) == (None, False)
    assert [each.target for each in open_.readings] == [
        "NC1-431-81-002/6",
        "NC1-431-81-002/8",
        "NC1-431-81-002",
    ]
    assert "citation-items-apart" in [doubt.code for doubt in document.doubts]


TESSERACT = """7. 8. DESCRIPTION OF ITEM 9. GAS OR 10. ACTION
ITEM (With Inclusive Dates or Retention Periods) SUPERSEDED TAKEN
NO. JOB (NARS USE
CITATION ONLY)

1. Calibration Files
a. Reports of Test. Temporary. Destroy 10 years after NN-170-
the test. 45, item 2

b. Work sheets. Temporary. Destroy 3 years after the NN-170-45,
test. item 3

2. Reference Certificates. Permanent. NN-170-45,
Offer to NARS 15 years after the material is withdrawn item 6
from sale.

3. Noise Survey Tapes. Temporary. Destroy when withdrawn
the survey is published.
"""


def test_cells_that_were_read_across_are_told_apart_by_the_sentences_that_they_cut() -> None:
    """A withdrawal in column 10 must not be lost in the instruction, nor the item of a job in column 9."""
    items = read_items(TESSERACT)
    assert list(items) == ["1", "1/a", "1/b", "2", "3"]
    assert [cited(items[path].citations) for path in ("1/a", "1/b", "2")] == [
        [("supersedes", f"NN-170-45/{number}")] for number in (2, 3, 6)
    ]
    periods = [items[path].disposition.retention for path in ("1/a", "1/b", "2")]
    assert [each and each.value.period for each in periods] == ["P10Y", "P3Y", "P15Y"]
    assert items["3"].action_taken and items["3"].action_taken.value == "withdrawn"
    assert all(items[path].action_taken is None for path in ("1/a", "1/b", "2"))


def test_a_schedule_with_its_items_named_elsewhere_in_a_sentence_stays_superseded_whole() -> None:
    items = read_items(
        "7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN\n"
        "1 | Reports, also of item 4. Destroy when 3 years old. For maps see item 5 | NC1-431-81-2 |\n"
    )
    assert cited(items["1"].citations) == [("supersedes", "NC1-431-81-002")]
