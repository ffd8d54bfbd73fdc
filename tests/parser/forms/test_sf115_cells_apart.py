"""Tables written in other ways: cell by cell with labels, with bars, with a table in a cell, with notes at a line's end."""

from tests.parser.forms.sf115_text import read_items, read_text


def test_items_written_out_cell_by_cell_are_items() -> None:
    """The numbers of the boxes, 7 to 10, are none of theirs, nor are the lettered boxes of the certificate."""
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO.: NC1-95-80-3\n"
        "1. FROM (AGENCY OR ESTABLISHMENT): Department of Agriculture\n"
        "6. CERTIFICATE OF AGENCY REPRESENTATIVE\n[X] A Request for immediate disposal.\n"
        "C. DATE: March 17, 1980\nE. TITLE: Secretary\n\n"
        "7. ITEM NO.: 1\n8. DESCRIPTION OF ITEM: Service Orders. Permanent. Offer to NARS when 20 years old.\n"
        "9. SAMPLE OR JOB NO.:\n10. ACTION TAKEN:\n\n"
        "7. ITEM NO.: 2a\n8. DESCRIPTION OF ITEM (With Inclusive Dates or Retention Periods): Printouts.\n"
        "Destroy when 3 years old.\n"
        "9. SAMPLE OR JOB NO.: NC-174-31, item 3\n10. ACTION TAKEN: Withdrawn\n\nSTANDARD FORM 115\nRevised April, 1975\n"
    )
    first, second = read.items
    assert (first.number, second.number) == ("1", "2a")
    assert [each.target for each in second.citations] == ["NC-174-31/3"]
    assert second.action_taken and second.action_taken.value == "Withdrawn"
    assert second.disposition.retention and second.disposition.retention.value.period == "P3Y"
    assert read.schedule.certified and read.schedule.certified.value.isoformat() == "1980-03-17"


def test_bars_draw_a_table_whose_first_cell_may_be_empty() -> None:
    items = read_items(
        " 7.      |  8. DESCRIPTION OF ITEM                              | 9. GRS OR    | 10. ACTION\n"
        " ITEM NO.| (With Inclusive Dates or Retention Periods)          | SUPERSEDED   |  TAKEN\n"
        "---------+------------------------------------------------------+--------------+-----------\n"
        "  1.     | Lighthouse Site Files                                |              |\n"
        "         |  a. Deeds and title opinions. Permanent. Offer to    | NC-174-202,  |\n"
        "         |  NARS when the light is discontinued.                | item l       |\n"
        "         |  b. Repair correspondence. Destroy when 8 years old. | NN-163-105   |\n"
        "         |                                                      | (5)          |\n"
        "  2.     | Calibration Data. Destroy when 6 months old.         |              | withdrawn\n"
    )
    assert list(items) == ["1", "1/a", "1/b", "2"]
    assert [each.target for each in items["1/a"].citations] == ["NC-174-202/1"]
    assert [(each.target, each.sure) for each in items["1/b"].citations] == [("NN-163-105/5", False)]
    assert items["2"].action_taken and items["2"].action_taken.value == "withdrawn"


def test_a_table_within_a_cell_lists_no_items() -> None:
    items = read_items(
        "<table><tr><th>7. ITEM NO.</th><th>8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION</th>"
        "<th>9. GRS OR SUPERSEDED JOB CITATION</th><th>10. ACTION TAKEN</th></tr>\n"
        "<tr><td>1</td><td>Inmate Data System. It has these modules:\n<table><tr><th>Module</th><th>Data</th></tr>"
        "<tr><td>1. Admission</td><td>name</td></tr>"
        "<tr><td>2. Property</td><td>effects</td></tr></table></td>"
        "<td></td><td></td></tr>\n"
        "<tr><td>1a</td><td>Master file. Permanent. Transfer to the National Archives when 5 years old.</td>"
        "<td>N1-95-91-3/1</td><td></td></tr>\n"
        "</table>"
    )
    assert list(items) == ["1", "1/a"]
    assert [each.target for each in items["1/a"].citations] == ["N1-095-91-003/1"]


def test_the_date_of_a_letter_in_front_is_no_date_of_the_form() -> None:
    read = read_text(
        "MEMORANDUM\n\nTo: Director, Records Appraisal Division\nSubject: Appraisal of Job No. N1-095-98-7\n"
        "Date: July 22, 1998\n\n---\n\n"
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nLEAVE BLANK (NARA use only)\nJOB NUMBER N1-095-98-7\nDATE RECEIVED 4-6-98\n"
        "1. FROM (Agency or establishment): Department of Agriculture\n"
        "6. AGENCY CERTIFICATION: I hereby certify that I am authorized to act for this agency\n"
        "DATE 3-8-98 SIGNATURE OF AGENCY REPRESENTATIVE TITLE Records Officer\n\n"
        "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION |\n|---|---|---|\n"
        "| 1 | Claim Cards. Temporary. Destroy when 6 years old. | None |\n"
    )
    assert read.schedule.certified and read.schedule.certified.value.isoformat() == "1998-03-08"


def test_an_action_at_the_end_of_a_line_that_names_the_superseded_authority_is_naras() -> None:
    """Such lines stand across all columns of the table."""
    items = read_items(
        "7. ITEM                                                          9. GRS OR           10. ACTION\n"
        "   NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION         SUPERSEDED JOB      TAKEN (NARA\n"
        "                                                                 CITATION            USE ONLY)\n\n"
        "Item 4.  Mailing Lists\n         Disposition: Temporary. Destroy when superseded.\n"
        "         Superseded authority: N1-82-92-3, item 7          WITHDRAWN\n"
    )
    assert items["4"].action_taken and items["4"].action_taken.value == "WITHDRAWN"


def test_a_number_alone_behind_a_note_opens_the_next_item() -> None:
    items = read_items(
        "7. ITEM NO.\n8. DESCRIPTION OF ITEM\n9. GRS OR SUPERSEDED JOB CITATION\n10. ACTION TAKEN\n\n"
        "1\nForecast Runs. Temporary. Destroy when 5 years old.\nNC1-114-80-1/5\nSuperseded by N1-114-01-1/1\n"
        "2\nTelemetry Tapes. Temporary. Erase when copied.\nNC1-114-80-1/6\n"
    )
    assert list(items) == ["1", "2"]
    assert [(each.relation, each.target) for each in items["1"].citations] == [
        ("supersedes", "NC1-114-80-001/5"),
        ("superseded-by", "N1-114-01-001/1"),
    ]
    assert [each.target for each in items["2"].citations] == ["NC1-114-80-001/6"]


def test_a_note_in_brackets_at_the_end_of_a_struck_item_is_none_of_its_words() -> None:
    items = read_items(
        "1. Bank Files\n\n~~a. Photographs. Temporary. Destroy 1 year after the closing.~~"
        " [handwritten in margin: lined off before approval, agency concurs 9/98]\n\nb. Ledgers. Destroy when 2 years old.\n"
    )
    assert items["1/a"].strike == "full"
    assert "lined off" in items["1/a"].annotations[0].text.value
    retention = items["1/a"].disposition.retention
    assert retention and retention.value.period == "P1Y"
