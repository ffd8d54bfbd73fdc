"""A figure written over a struck one takes its place."""

import pytest

from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY          JOB NUMBER  N1-26-02-7
1. FROM  Department of Transportation
NOTIFICATION TO AGENCY   DATE 9/9/02   ARCHIVIST OF THE UNITED STATES (signed)

7. ITEM NO.  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN
1.  Outputs. Tables and special reports prepared on request.
{}
STANDARD FORM 115 (REV. 3-91)
"""


def period(lines: str) -> str | None:
    (item,) = read_text(decode(FORM.format(lines).encode(), "a.txt")).items
    retention = item.disposition.retention if item.disposition else None
    return retention.value.period if retention else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("                          5\n    Destroy when records are ~~3~~ years old.", "P5Y"),
        ("                         ten\n    Destroy when records are ~~five~~ years old.", "P10Y"),
        (
            "                                            5\n    Destroy when records are ~~3~~ years old.",
            None,
        ),
        ("                          5\n    Destroy when records are 3 years old.", "P3Y"),
        ("    5 copies\n    Destroy when records are ~~3~~ years old.", None),
    ],
    ids=["figure", "word", "far away", "nothing struck", "other words"],
)
def test_a_figure_over_a_struck_one_takes_its_place(lines: str, expected: str | None) -> None:
    assert period(lines) == expected
