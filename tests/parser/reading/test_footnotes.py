"""Footnotes of Markdown stand where they are called; each character still knows where it is written."""

from schedgraph.parser.passage import Passage
from schedgraph.parser.reading.markup import read_markup

TEXT = (
    "1. Surveillance files. Destroy when 10 years old.[^1]\n\n2. Reports. Permanent.\n\n"
    '[^1]: Handwritten: "Superseded by N1-AU-95-3, item 1"\n'
)


def visible(text: str) -> list[str]:
    return [line.text for line in read_markup(text)[0][0].lines if line.text.strip()]


def test_a_note_stands_in_brackets_where_its_sign_does() -> None:
    assert visible(TEXT) == [
        '1. Surveillance files. Destroy when 10 years old. [Handwritten: "Superseded by N1-AU-95-3, item 1"]',
        "2. Reports. Permanent.",
    ]


def test_what_is_seen_in_it_is_cited_where_it_is_written() -> None:
    line = read_markup(TEXT)[0][0].lines[0]
    passage = Passage.of([line])
    at = passage.text.index("N1-AU")
    evidence = passage.evidence(at, at + len("N1-AU-95-3"))
    assert (evidence.quote, evidence.start) == ("N1-AU-95-3", TEXT.index("N1-AU"))


def test_a_note_that_nothing_calls_or_that_is_there_twice_stays_where_it_is() -> None:
    alone = "1. Files.\n\n[^1]: Handwritten: obsolete\n"
    twice = "1. Files.[^1]\n\n[^1]: one\n\n[^1]: another\n"
    assert visible(alone) == alone.replace("\n\n", "\n").splitlines()
    assert visible(twice) == twice.replace("\n\n", "\n").splitlines()


def test_a_note_in_a_cell_of_a_table_stays_in_its_cell() -> None:
    rows = visible("| 1 | Files.[^a] | NC1-5-80-1 |\n|---|---|---|\n\n[^a]: in pencil: obsolete\n")
    assert rows == [" 1 \t Files. [in pencil: obsolete] \t NC1-5-80-1 "]
