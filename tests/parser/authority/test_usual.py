"""The usual forms of a number, read at a glance, mean what the whole grammar says."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schedgraph.parser.authority import usual_table
from schedgraph.parser.authority.reader import read_numbers
from schedgraph.parser.authority.usual import read_usual

_PARTS = st.sampled_from(
    [
        "1",
        "2",
        "6",
        "10",
        "12",
        "001",
        "114",
        "714",
        "0567",
        "567",
        "49",
        "GRS",
        "AU",
        "09",
        "92",
        "2017",
        "0007",
        "0001",
    ]
)
_NUMBERS = st.builds(
    lambda family, parts: "-".join((family, *parts)),
    st.sampled_from(["N1", "n1", "NC1", "DAA", "NC", "N2", "GRS"]),
    st.lists(_PARTS, min_size=2, max_size=4),
)
_PATHS = st.text("0123456789abcilnsvABDILQZ/.()- ", max_size=9)
_WRITTEN = st.builds(
    lambda number, divider, path: number + divider + path,
    _NUMBERS,
    st.sampled_from(["", "/", " item ", ", item ", "-"]),
    _PATHS,
)


@given(_WRITTEN)
@example("N1-567-09-6/1/2/1999")
@example("N1-567-09-6/")
@example("N1-567-09-714")
@example("DAA-0567-2017-0007-000l")
@example("N1-567-09-6/1a2c")
@example("N1-567-09-6/1st")
def test_what_is_read_at_a_glance_is_the_one_sure_reading_of_the_grammar(written):
    usual = read_usual(written)
    if usual is None:
        return
    (number,) = read_numbers(written)
    assert (number.id, number.family, number.sure) == (*usual, True)
    assert (number.printed, number.repairs) == (written, ())
    assert [(each.target, each.confidence) for each in number.readings] == [(usual[0], 1.0)]


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("N1-567-09-6", "N1-567-09-006"),
        ("n1-567-09-006/1/a/2", "N1-567-09-006/1/a/2"),
        ("N1-GRS-92-4, item 22a", "N1-GRS-92-004/22/a"),
        ("NC1-64-77-10 item 3c2", "NC1-064-77-010/3/c/2"),
        ("DAA-GRS-2013-0001-0005", "DAA-GRS-2013-0001-0005"),
        ("DAA-0567-2017-0007", "DAA-0567-2017-0007"),
    ],
)
def test_sound_numbers_are_read_at_a_glance(written, identifier):
    read = read_usual(written)
    assert read is not None
    assert read[0] == identifier


@pytest.mark.parametrize(
    "doubtful",
    [
        "NI-567-09-6",
        "N1-567-09-714",
        "N1-999-09-6",
        "N1-567-50-6",
        "N1-567-09-6/1l",
        "N2-567-09-6",
        "N1-567-09",
        "Bob",
    ],
)
def test_a_doubtful_number_is_left_to_the_grammar(doubtful):
    assert read_usual(doubtful) is None


def test_the_table_agrees_with_the_families():
    assert usual_table.main(["--check"]) == 0
