"""The table of signatures of an ERA schedule above which no heading stands."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import TextSource

SCHEDULE = """Records Schedule: DAA-0412-2014-0011
Records Schedule Number DAA-0412-2014-0011
Schedule Status Approved
Records Schedule Items
1 Program evaluation reports
Disposition Authority Number DAA-0412-2014-0011-0001
Final reports of the annual evaluation.
Final Disposition Temporary
Item Status Active
Retention Period Destroy 10 year(s) after cut off.
"""
BY_TABS = """
Date\tAction\tBy\tTitle\tOrganization

08/05/2014\tCertify\t(signed)\tAgency Records Officer\tOffice of Environmental Information

03/19/2015\tApprove\t(signed)\tArchivist of the United States\tOffice of the Archivist
"""
BY_SPACES = """
Date         Action     By         Title                            Organization
08/05/2014   Certify    (signed)   Agency Records Officer           Office of Environmental Information
03/19/2015   Approve    (signed)   Archivist of the United States   Office of the Archivist
"""


def read(text: str) -> ScheduleDocument:
    return read_text(TextSource(name="schedule.txt", sha256="0" * 64, media_type="text/plain", text=text))


@pytest.mark.parametrize("table", [BY_TABS, BY_SPACES])
def test_the_row_of_columns_begins_the_signatures(table: str) -> None:
    document = read(SCHEDULE + table)
    schedule = document.schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "2015-03-19"
    assert schedule.certified and schedule.certified.value.isoformat() == "2014-08-05"
    retention = document.items[0].disposition.retention
    assert retention and retention.value.text == "Destroy 10 year(s) after cut off."


def test_columns_without_a_signature_below_begin_nothing() -> None:
    document = read(f"{SCHEDULE}Date\tAction\tBy\tTitle\tOrganization\nAdditional Information None.\n")
    assert document.events == ()


@pytest.mark.parametrize(
    "note",
    ["Item rescinded at request of agency 08/07/2020.", "SUPERSEDED BY DAA-0412-2021-0003-0001 09/30/2021"],
)
def test_a_note_below_a_struck_instruction_is_none_of_its_words(note: str) -> None:
    struck = SCHEDULE.replace("Destroy 10 year(s) after cut off.", "~~Destroy 10 year(s) after cut off.~~")
    document = read(f"{struck}{note}\n")
    retention = document.items[0].disposition.retention
    assert retention and retention.value.period == "P10Y"
    assert "instruction-partly-struck" not in {doubt.code for doubt in document.doubts}


def test_an_instruction_written_below_a_struck_one_stands() -> None:
    struck = SCHEDULE.replace("Destroy 10 year(s) after cut off.", "~~Destroy 10 year(s) after cut off.~~")
    document = read(f"{struck}Destroy 5 year(s) after cut off.\n")
    retention = document.items[0].disposition.retention
    assert retention and retention.value.period == "P5Y"


def test_words_below_a_struck_instruction_that_end_the_item_are_kept_as_its_note() -> None:
    struck = SCHEDULE.replace("Destroy 10 year(s) after cut off.", "~~Destroy 10 year(s) after cut off.~~")
    (note,) = read(f"{struck}Item rescinded at request of agency 08/07/2020.\n").items[0].annotations
    assert note.text.value == "Item rescinded at request of agency 08/07/2020."
    assert note.date and note.date.value.isoformat() == "2020-08-07"
