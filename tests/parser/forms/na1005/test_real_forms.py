"""The three real forms that NARA published (usnationalarchives/capstone-grs, CC0 1.0)."""

import os
from datetime import date
from pathlib import Path

import pytest

from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.na1005 import is_na1005, read_na1005
from schedgraph.parser.reading.formdata import read_form_fields

FORMS = Path(os.environ.get("SCHEDGRAPH_NA1005", "shared/na1005"))
pytestmark = pytest.mark.skipif(
    not FORMS.is_dir(), reason="the real NA-1005 forms are not here: set SCHEDGRAPH_NA1005 to their folder"
)


def read(name: str) -> ScheduleDocument:
    fields = read_form_fields((FORMS / name).read_bytes())
    assert is_na1005(fields)
    source = Source(name=name, sha256="0" * 64, media_type="application/pdf", pages=1, reading="form-data")
    return read_na1005(fields, source)


REAL = [
    (
        "GRS 6.1-0142-2018-0001-APPROVED.pdf", "GRS 6.1-0142-2018-0001", "Tennessee Valley Authority", "142",
        (date(2018, 2, 9), date(2018, 2, 12), date(2018, 3, 26)), ["GRS 6.1-0142-2017-0002"], [],
    ),
    (
        "GRS 6.1-0220-2016-0001.pdf", "GRS 6.1-0220-2016-0001", "National Indian Gaming Commission", "220",
        (date(2016, 6, 14), date(2016, 6, 15), date(2016, 9, 21)), [], [],
    ),
    (
        "GRS-6.1-0307-2018-0001-Approved.pdf", "GRS 6.1-0307-2018-0001", "National Science Foundation", "307",
        (date(2017, 11, 2), date(2017, 11, 27), date(2017, 12, 20)), [], ["supersedes-unnamed"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "number", "agency", "group", "days", "superseded", "doubts"), REAL, ids=lambda v: str(v)[:30]
)
def test_a_real_form_gives_what_its_data_says(
    name: str,
    number: str,
    agency: str,
    group: str,
    days: tuple[date, date, date],
    superseded: list[str],
    doubts: list[str],
) -> None:
    document = read(name)
    schedule = document.schedule
    assert schedule.id and schedule.agency and schedule.record_group and schedule.status
    assert (schedule.id.value, schedule.agency.value, schedule.record_group.value) == (number, agency, group)
    assert schedule.certified and schedule.received and schedule.approved and schedule.applies_to
    assert (schedule.certified.value, schedule.received.value, schedule.approved.value) == days
    assert (schedule.status.value, schedule.applies_to.value) == ("Approved", "Agency-Wide")
    assert [each.target for each in document.citations if each.relation == "supersedes"] == superseded
    cited = [each.target for each in document.citations if each.relation == "cites"]
    assert cited == ["GRS 6.1/010", "GRS 6.1/011", "GRS 6.1/012"]
    assert [each.action for each in document.events] == ["Certify", "Certify", "Approve"]
    assert all(each.name for each in document.events)
    assert [doubt.code for doubt in document.doubts] == doubts
