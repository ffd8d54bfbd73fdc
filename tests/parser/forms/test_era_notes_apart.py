"""A note of a successor set to the right of an ERA item: the lines of the item keep their own number and words."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import TextSource

FORM = """Records Schedule: DAA-0568-2012-0003
Records Schedule Number\tDAA-0568-2012-0003
Schedule Status\tApproved
Records Schedule Items

1\tVessel mission logs
{first}
      Final Disposition\tTemporary
      Item Status\tActive
      Retention Period\tDestroy 15 year(s) after cut off.

2\tVessel maintenance records Disposition Authority Number DAA-0568-2012-0003-0002
      Work orders and engine hour reports.
      Final Disposition\tTemporary
      Item Status\tActive
      Retention Period\tDestroy 3 year(s) after cut off.
"""
BESIDE = """~~Disposition Authority Number~~\tSuperseded by job / item number:
~~DAA-0568-2012-0003-0001~~\tDAA-0568-2018-0001-0002
~~Logs of patrols, boardings and seizures.~~\tDate (MM/DD/YYYY): 11/20/2018"""
HIGHER = """~~Disposition Authority Number~~\tSUPERSEDED BY
~~DAA-0568-2012-0003-0001~~\tDAA-0568-2018-0001-0002 11/20/2018
~~Logs of patrols, boardings and seizures.~~"""
LOWER = """~~Disposition Authority Number~~
~~DAA-0568-2012-0003-0001~~\tSuperseded by
~~Logs of patrols, boardings~~\tDAA-0568-2018-0001-0002
~~and seizures.~~\t(11/20/2018)"""


def read(text: str) -> ScheduleDocument:
    return read_text(TextSource(name="schedule.txt", sha256="0" * 64, media_type="text/plain", text=text))


@pytest.mark.parametrize("note", [BESIDE, HIGHER, LOWER])
def test_a_note_to_the_right_is_none_of_the_lines_beside_it(note: str) -> None:
    item = read(FORM.format(first=note)).items[0]
    assert item.id == "DAA-0568-2012-0003-0001"
    assert item.text and item.text.value == "Logs of patrols, boardings and seizures."
    (successor,) = item.citations
    assert (successor.relation, successor.target) == ("superseded-by", "DAA-0568-2018-0001-0002")
    assert successor.date and successor.date.value.isoformat() == "2018-11-20"


def test_a_tab_parts_a_sequence_number_from_title_and_authority() -> None:
    item = read(FORM.format(first=BESIDE)).items[1]
    assert (item.id, item.title and item.title.value) == (
        "DAA-0568-2012-0003-0002",
        "Vessel maintenance records",
    )
