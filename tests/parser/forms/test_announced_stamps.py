"""A transcript that tells of a stamp in brackets."""

import pytest

from schedgraph.parser.blocks import is_stamp


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("[Stamp: INACTIVE - ALL ITEMS SUPERSEDED]", True),
        ("*[Stamp: SOME ITEMS SUPERSEDED OR OBSOLETE - SEE NOTICE]*", True),
        ("STAMPED: INACTIVE - ALL ITEMS SUPERSEDED", True),
        ("Stamped: WITHDRAWN", False),
        ("Stamp collection items. Destroy when 2 years old.", False),
    ],
)
def test_a_stamp_that_is_announced(text: str, stamp: bool) -> None:
    """What a stamp says of the sheet is one however it is announced; "Stamped: WITHDRAWN" speaks of its item."""
    assert is_stamp(text) is stamp
