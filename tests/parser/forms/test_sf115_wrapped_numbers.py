"""Item numbers that a narrow column of spaces breaks over two lines."""

import pytest

from tests.parser.forms.sf115_text import read_items

HEADING = """
  7.      8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION    9. GRS OR      10. ACTION
  ITEM                                                     SUPERSEDED     TAKEN
  NO.                                                      JOB CITATION
"""
TABLE = (
    HEADING
    + """
  2720-   Grazing Permit Files. PERMANENT. Transfer to     N1-95-88-
  11      the National Archives 30 years after the         4, item 2
          permit ends.

  2720-   Range Survey Sheets.
  12
  a.      Sheets with maps. TEMPORARY. Destroy when 40
          years old.

  b.      Sheets without maps. TEMPORARY. Destroy when
          5 years old.

  2720-   Stock Count Slips. TEMPORARY. Destroy 1 year
  13      after the season.
"""
)


def test_a_number_that_its_column_broke_is_one_number() -> None:
    items = read_items(TABLE)
    assert list(items) == ["2720-11", "2720-12", "2720-12/a", "2720-12/b", "2720-13"]
    assert [item.title and item.title.value for item in items.values()] == [
        "Grazing Permit Files",
        "Range Survey Sheets",
        "Sheets with maps",
        "Sheets without maps",
        "Stock Count Slips",
    ]
    assert [each.target for each in items["2720-11"].citations] == ["N1-095-88-004/2"]


def test_numbers_under_a_stacked_label_that_nothing_breaks_stay_apart() -> None:
    """A count at the edge of the description ("2-" over "12") belongs to no number of an item."""
    items = read_items(
        HEADING
        + """
  1.      Lookout photographs of the years 1911 to 1912-
          13 in albums. TEMPORARY. Destroy when 5 years old.

  2.      Maps. TEMPORARY. Destroy when
          12 years old.
"""
    )
    assert list(items) == ["1", "2"]
    instruction = items["2"].disposition
    assert instruction and instruction.retention and instruction.retention.value.period == "P12Y"


@pytest.mark.parametrize("action", ["OK", "JB", "FGA", "x", "6/24/86"])
def test_what_stands_short_in_column_10_is_no_piece_of_the_number_beside_it(action: str) -> None:
    items = read_items(
        HEADING
        + f"""
  1       Flammable Fabrics Tests. TEMPORARY. Destroy        NN-167-        {action}
          when 25 years old.                                 12(4)

  2       Office Calendars. TEMPORARY. Destroy when 2        GRS 23/1       {action}
          years old.
"""
    )
    assert [[each.target for each in item.citations] for item in items.values()] == [
        ["NN-167-12/4"],
        ["GRS 23/1"],
    ]
    assert [item.action_taken and item.action_taken.value for item in items.values()] == [action, action]


def test_the_rest_of_a_number_behind_more_tabs_than_there_are_columns() -> None:
    """A typist fills up a short line with tabs; the column of "item 14" is not told by their count."""
    items = read_items(
        "7. ITEM\t8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN\n"
        "1.\tMaster file. Permanent. Transfer a copy\tNC1-95-83-1,\n\tof each annual file to NARA.\t\t\titem 14\n"
        "2.\tContracts. Destroy 6 years 3\n\tmonths after final payment.\t\t\tGRS 3/3a\n"
        "3.\tForms. Destroy when 2\n\tyears old.\t\t\titem of value\n"
    )
    assert [[each.target for each in item.citations] for item in items.values()] == [
        ["NC1-095-83-001/14"],
        ["GRS 3/3/a"],
        [],
    ]
    instruction = items["1"].disposition
    assert instruction and "item 14" not in str(instruction)


@pytest.mark.parametrize("verb", ["Supersedes", "This item replaces", "Previously approved as"])
def test_the_item_of_a_job_on_the_next_line_opens_no_item(verb: str) -> None:
    """A full stop behind it makes no item 1 of it, and the job is not superseded whole."""
    items = read_items(
        f"7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
        f"1.      Cooperator Files. Case folders. {verb} NN-171-22\n        item 1.  Destroy 3 years after payment.\n\n"
        f"2.      Rental Agreements.  {verb} NN-171-22\n        item 5.  Destroy 3 years after settlement.\n"
    )
    assert [(path, [each.target for each in item.citations]) for path, item in items.items()] == [
        ("1", ["NN-171-22/1"]),
        ("2", ["NN-171-22/5"]),
    ]


def test_the_item_below_a_cell_that_holds_its_job_opens_none_either() -> None:
    items = read_items(
        "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
        "1.      Cooperator Files.  Case folders.  Supersedes NN-171-22\n        item 1.  Destroy 3 years after payment.\n"
    )
    assert list(items) == ["1"]
    (cited,) = items["1"].citations
    assert (cited.sure, [each.target for each in cited.readings][:1]) == (False, ["NN-171-22/1"])


def test_an_item_below_one_that_ends_with_a_job_is_an_item() -> None:
    items = read_items(
        "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
        "Item 1. Files. Destroy when 3 years old. Supersedes NN-171-22\nItem 2. Maps. Destroy when 5 years old.\n"
    )
    assert list(items) == ["1", "2"]


@pytest.mark.parametrize("word", ["Item", "ITEM", "Item No."])
@pytest.mark.parametrize("stop", [".", ":", " -"])
def test_a_code_behind_the_word_item_opens_an_item_whatever_stop_follows(word: str, stop: str) -> None:
    items = read_items(
        "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
        f"{word} 1501-01{stop} Streamflow Notes. PERMANENT. Transfer when 30 years old.\n"
        f"{word} 1501-02{stop} Worksheets. Destroy when 10 years old.\n"
        f"{word} 1501-03a{stop} Agreements. Destroy when 6 years old.\n"
    )
    assert list(items) == ["1501-01", "1501-02", "1501-03a"]
