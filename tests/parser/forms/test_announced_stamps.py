"""A transcript that tells of a stamp in brackets."""

import pytest

from schedgraph.parser.blocks import blocks, is_stamp
from schedgraph.parser.reading.markup import read_markup


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("[Stamp: INACTIVE - ALL ITEMS SUPERSEDED]", True),
        ("*[Stamp: SOME ITEMS SUPERSEDED OR OBSOLETE - SEE NOTICE]*", True),
        ("STAMPED: INACTIVE - ALL ITEMS SUPERSEDED", True),
        ("ITEMS SUPERSÉDED", False),
        ("INACTIVE - ALL ITEMS SUPERSÉDED", True),
        ("Stamped: WITHDRAWN", False),
        ("Stamp collection items. Destroy when 2 years old.", False),
    ],
)
def test_a_stamp_that_is_announced(text: str, stamp: bool) -> None:
    """What a stamp says of the sheet is one however it is announced; "Stamped: WITHDRAWN" speaks of its item."""
    assert is_stamp(text) is stamp


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOME ITEMS\nSUPERSEDED\n", ["SOME ITEMS SUPERSEDED"]),
        ("INACTIVE - ALL ITEMS\nSUPERSEDED\n", ["INACTIVE - ALL ITEMS SUPERSEDED"]),
        ("INACTIVE -\nALL ITEMS\nSUPERSEDED\n", ["INACTIVE - ALL ITEMS SUPERSEDED"]),
        ("INACTIVE - ALL\nITEMS SUPERSÉDED\n", ["INACTIVE - ALL ITEMS SUPERSÉDED"]),
        ("SUPERSEDED\n\nDRAFT\n", ["SUPERSEDED", "DRAFT"]),
    ],
)
def test_a_stamp_over_several_lines_is_one(text: str, expected: list[str]) -> None:
    """Its last line alone says of all items what it says of some."""
    found = [block.text for block in blocks(read_markup(text)[0]) if block.kind == "stamp"]
    assert found == expected
