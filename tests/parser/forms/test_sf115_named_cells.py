"""What stands in and around the table of a transcript: cells named in the text, inner tables, papers behind the form."""

from tests.parser.forms.sf115_text import read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NO. N1-129-89-1

**7. ITEM NO. — 8. DESCRIPTION OF ITEM — 9. GRS OR SUPERSEDED JOB CITATION — 10. ACTION TAKEN (NARS USE ONLY)**

"""
FIRST = "1. Inmate files. Temporary. Destroy when 2 years old.\n\n"


def test_a_quoted_cell_of_column_10_is_what_was_done_with_the_item() -> None:
    read = read_text(FORM + FIRST + "> Col. 9: NC1-129-76-2, item 9\n\n> Col. 10: withdrawn\n")
    (item,) = read.items
    assert item.action_taken
    assert item.action_taken.value == "withdrawn"
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "NC1-129-76-002/9")]


def test_cells_named_within_a_line_are_columns_9_and_10() -> None:
    read = read_text(
        FORM
        + "1. Logs. Temporary. Destroy when 2 years old. Col. 9: NC1-129-76-2, item 11. Column 10: withdrawn\n\n"
        "2. Rosters. Temporary. Destroy when 3 years old.\n"
    )
    first, second = read.items
    assert [(each.relation, each.target) for each in first.citations] == [("supersedes", "NC1-129-76-002/11")]
    assert first.action_taken
    assert first.action_taken.value == "withdrawn"
    assert first.title
    assert first.title.value == "Logs"
    assert second.action_taken is None


def test_rows_of_a_table_within_an_item_are_no_items() -> None:
    read = read_text(
        FORM
        + "1. Count data. Permanent. Transfer to the National Archives when 5 years old. The files are:\n\n"
        "| File | Years | Form |\n|---|---|---|\n| 1 | 1930-1959 | cards |\n| 2 | 1960-1975 | tape |\n\n"
        "> Col. 9: NC1-129-76-2, items 2 and 3\n\n2. Ledgers. Temporary. Destroy when 3 years old.\n"
    )
    assert [item.number for item in read.items] == ["1", "2"]
    assert [each.target for each in read.items[0].citations] == ["NC1-129-76-002/2", "NC1-129-76-002/3"]


def test_a_crosswalk_is_known_by_its_headings_wherever_it_stands() -> None:
    read = read_text(
        FORM + FIRST + "### Crosswalk\n\n| Old authority | Title | New item |\n|---|---|---|\n"
        "| NC1-129-76-2, item 4 | Monthly count | 1 |\n"
    )
    (item,) = read.items
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "NC1-129-76-002/4")]


def test_the_instructions_behind_the_form_give_examples_and_no_citations() -> None:
    read = read_text(
        FORM + FIRST + "115-109            NSN 7540-00-634-4064            STANDARD FORM 115 (REV. 3-91)\n"
        "[stamp] COPY FURNISHED TO AGENCY 8-21-2000\n"
        "                 INSTRUCTIONS\n\nEntry 9 should contain the citation of the job that the item replaces, for\n"
        'example "NC1-330-77-5, item 2" or "GRS 7, item 4".\n'
    )
    (item,) = read.items
    assert item.citations == ()
    assert read.citations == ()
    assert "paper-behind-form" in {each.code for each in read.doubts}


def test_the_printers_lines_below_a_continuation_sheet_are_no_item() -> None:
    read = read_text(
        FORM + FIRST + "115-202       FOUR COPIES INCLUDING ORIGINAL       STANDARD FORM 115-A (REV. 12-83)\n"
    )
    assert [item.number for item in read.items] == ["1"]
    read = read_text(FORM + FIRST + "115-208      STANDARD FORM SF 115-A (REV. 3-91)\n")
    assert [item.number for item in read.items] == ["1"]
