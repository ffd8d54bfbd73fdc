"""What the words of an answer promise, whatever the words of a document are."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.plain import fitting, json_line, plain, quoted, spelled
from schedgraph.graph.wording.strikes import Strikes

OBEYED = set(map(chr, [*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))


@given(st.text())
def test_plain_text_commands_no_terminal(text):
    assert not set(plain(text)) & OBEYED


@given(st.text())
def test_text_in_columns_keeps_its_lines_and_commands_no_terminal(text):
    assert not set(spelled(text)) & OBEYED - {"\n", "\t"}
    assert spelled(text).count("\n") == text.count("\n")


@given(st.text(), st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252", None]))
def test_json_means_the_same_in_every_encoding(text, encoding):
    line = json_line({"text": text}, encoding)
    assert not set(line) & OBEYED
    assert json.loads(line.encode(encoding or "ascii").decode("utf-8")) == {"text": text}


@given(st.text(), st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252"]))
def test_every_line_fits_every_encoding(text, encoding):
    fitting(text, encoding).encode(encoding)


def test_a_long_quote_shows_its_beginning_and_its_end():
    assert quoted("a" * 500 + " end", 20) == "“aaaaaaaaaa … aaaaaa end”"


@pytest.mark.parametrize(
    ("text", "struck", "full", "marked"),
    [
        ("Destroy after 5 years.", [], False, "Destroy after 5 years."),
        ("Destroy after 5 years.", ["after 5 years"], False, "Destroy ~~after 5 years~~."),
        ("Destroy after\n 5 years.", ["after 5\nyears"], False, "Destroy ~~after 5 years~~."),
        ("Data and data", ["Data"], False, "~~Data~~ and data"),
        ("Data. Data", ["Data"], False, "~~Data~~. Data"),
        ("Input", ["B. Input (1) SEVIS"], False, "~~Input~~"),
        ("anything", [], True, "~~anything~~"),
        ("Metadata", ["data"], False, "Metadata"),
        ("", ["x"], True, ""),
    ],
)
def test_struck_words_are_marked_once_and_where_they_stand(text, struck, full, marked):
    words = Strikes(struck, full=full).mark(text)
    assert " ".join(Paper().wrap(words)).strip() == marked


def test_struck_words_that_stand_nowhere_are_not_lost():
    strikes = Strikes(["Metadata", "gone"], full=False)
    strikes.mark("Metadata of files")
    assert strikes.elsewhere() == ("gone",)


def test_a_document_cannot_strike_its_own_words():
    words = Strikes([], full=False).mark("a \ue000b\ue001 c")
    assert Paper().wrap(words) == ["a \\ue000b\\ue001 c"]


def test_a_terminal_draws_a_line_through_struck_words_that_ends_with_each_line():
    words = Strikes(["one two three four five six seven"], full=False).mark(
        "zero one two three four five six seven."
    )
    assert Paper(width=30, styled=True).wrap(words, 2) == [
        "  zero \x1b[9mone two three four five\x1b[29m",
        "  \x1b[9msix seven\x1b[29m.",
    ]
