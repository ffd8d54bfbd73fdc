"""The day of a succession is the one on which the archives approved it, or that of its own verb; no other act's."""

import pytest

from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.fates.test_fates import MEMO


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("N1-434-09-7/2, approved by the records officer on 5/6/09, replaced N1-434-98-12, item 4.", None),
        (
            "N1-434-98-12, item 4 was replaced by N1-434-09-7/2, approved by our records officer on 5/6/09.",
            None,
        ),
        (
            "N1-434-09-7/2, approved by the records officer on 5/6/09, replaced N1-434-98-12, item 4, on 7/8/09.",
            "2009-07-08",
        ),
        ("N1-434-09-7/2, approved by NARA on 5/6/09, replaced N1-434-98-12, item 4.", "2009-05-06"),
        (
            "N1-434-98-12, item 4 was replaced by N1-434-09-7/2, approved by the Archivist on 5/6/09.",
            "2009-05-06",
        ),
        (
            "N1-434-09-7/2, approved by the Archivist of the United States on 5/6/09, replaced N1-434-98-12, item 4.",
            "2009-05-06",
        ),
        ("N1-434-98-12, item 4 was superseded by N1-434-09-7/2 on 5/6/09.", "2009-05-06"),
    ],
)
def test_the_day_of_an_officer_of_the_agency_dates_no_succession(words: str, expected: str | None) -> None:
    document = read_text(decode(MEMO.format(words).encode(), "memo.txt"))
    days = [each.date and str(each.date.value) for item in document.items for each in item.citations]
    assert days == [expected]
