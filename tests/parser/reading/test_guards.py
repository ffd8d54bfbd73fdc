"""What is left out while reading would have found nothing: each guard against what it spares."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedgraph.corpus import documents
from schedgraph.parser.blocks import blocks
from schedgraph.parser.disposition.phrases import load_phrases
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.forms.era import spaced
from schedgraph.parser.forms.era.field import era_labels
from schedgraph.parser.forms.sf115.head.boxlabels import box_labels
from schedgraph.parser.forms.sf115.table import boxedcells
from schedgraph.parser.forms.sf115.table.columns import column_labels
from schedgraph.parser.labels import Label, matching
from schedgraph.parser.labels.folding import fold, folded_text
from schedgraph.parser.labels.index import Index
from schedgraph.parser.labels.tables import Table, table_of
from schedgraph.parser.labels.wordings import wording_of
from schedgraph.parser.page import Line, PageText, Run
from schedgraph.parser.passage import Passage
from schedgraph.parser.reading.markup import read_markup

_SWAPPED = {"l": "1", "O": "0", "S": "5", "i": "l", "m": "rn", "e": "c", "B": "8", "w": "vv"}


def _lines() -> list[str]:
    """The lines of the bundled documents, half of them damaged as a scan damages them."""
    rng = Random(49)
    found = []
    for path in documents():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and rng.random() < 0.5:
                line = "".join(
                    _SWAPPED.get(letter, letter) if rng.random() < 0.1 else letter
                    for letter in line
                    if rng.random() > 0.02
                )
            found.append(line[:300])
    return sorted(set(found))


@pytest.mark.parametrize(
    "labels", [box_labels(), era_labels(), column_labels()], ids=["boxes", "era", "columns"]
)
def test_no_label_is_missed_for_want_of_its_pieces(
    labels: tuple[Label, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines are searched again with every label held against every word near which it may begin."""
    table, lines = table_of(labels), _lines()
    # The private functions are asked, for the public ones keep their answers.
    found = [(matching._label_at_start(line, table), matching._labels_in(line, table)) for line in lines]
    # The shortest must be printed as they are, at an edge, and are not in the index.
    monkeypatch.setattr(matching, "_likely", lambda letters, table: list(table.numbers.values()))
    monkeypatch.setattr(matching, "_holds_none", lambda text, table: False)
    for line, (first, everywhere) in zip(lines, found, strict=True):
        assert matching._label_at_start(line, table) == first, line
        assert matching._labels_in(line, table) == everywhere, line
    assert any(first for first, _ in found)


@given(st.text(alphabet="rnvwl1I$S85 .-\n\u00a0éКB", max_size=40))
def test_each_folded_letter_knows_where_it_is_written(text: str) -> None:
    folded = folded_text(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.text)
    for number, (letter, start) in enumerate(zip(folded.text, folded.starts, strict=True)):
        assert fold(text[start : folded.end(number)]) == letter
    begins = {
        index for index, start in enumerate(folded.starts) if start == 0 or not text[start - 1].isalnum()
    }
    assert folded.words == begins


@pytest.mark.parametrize(
    "package, name",
    [("schedgraph.parser.disposition", "phrases.toml"), ("schedgraph.parser.citation", "phrases.toml")],
)
def test_words_that_are_one_to_the_patterns_are_marked_as_they_are_themselves(
    package: str, name: str
) -> None:
    from schedgraph.parser.disposition.phrases import _marks

    phrases = load_phrases(package, name)
    texts = [path.read_text(encoding="utf-8") for path in documents()]
    sentences = [text[start:end] for text in texts for start, end in split_sentences(text)][::4]
    sentences += [
        "Destroy 7 years after cutoff.",
        "Destroy 30 months after the case is closed, dcstroy or de1ete.",
    ]
    marked = 0
    for sentence in sentences:
        words = phrases.words(sentence)
        assert phrases.marks(words) == _marks(phrases, tuple(word.text for word in words)), sentence
        marked += bool(phrases.marks(words))
    assert marked


def _passage(text: str, struck: frozenset[int]) -> Passage:
    source = PageText(number=1, text=text)
    lines, start = [], 0
    for number, part in enumerate(re.split("\n", text)):
        run = Run(text=part, start=start, end=start + len(part), struck=number in struck)
        lines.append(Line(source=source, start=start, end=start + len(part), runs=(run,) if part else ()))
        start += len(part) + 1
    return Passage.of(lines)


_TEXTS = st.text(alphabet="ab \t\n.", max_size=20)
_STRUCK = st.frozensets(st.integers(0, 3))


@given(_TEXTS, _STRUCK, st.integers(0, 20), st.one_of(st.none(), st.integers(0, 20)))
def test_a_part_is_a_slice_without_the_white_space_around_it(
    text: str, struck: frozenset[int], start: int, end: int | None
) -> None:
    passage = _passage(text, struck)
    sliced = passage.slice(start, end).strip()
    part = passage.part(start, end)
    assert (part.text, part.pieces) == (sliced.text, sliced.pieces)


@given(st.lists(st.tuples(_TEXTS, _STRUCK), max_size=4))
def test_several_passages_are_struck_as_they_are_together(parts: list[tuple[str, frozenset[int]]]) -> None:
    passages = [_passage(*part).part(1) for part in parts]
    assert Passage.strike_of(passages) == Passage.join(passages).strike()


@pytest.mark.parametrize("box", ["", "7. ITEM NO. ", "(9)  ", "10. ", "SAMPLE OR JOB NO."])
def test_a_line_that_may_open_no_box_opens_none(box: str) -> None:
    lines = blocks(read_markup("\n".join(f"{box}{line}" for line in _lines()))[0])
    opened = [boxedcells._opens(line) for line in lines]
    assert any(opened)
    for line, found in zip(lines, opened, strict=True):
        assert boxedcells._may_open(line.passage.text) or found is None, line.text


@given(st.text(alphabet="ab \u00a0\t", max_size=24))
def test_a_line_without_gaps_has_no_columns_of_a_heading(text: str) -> None:
    for block in blocks(read_markup(text)[0]):
        assert spaced._may_head(block.passage.text) or len(spaced._parts(block)) < spaced._LEAST_COLUMNS


def test_the_index_finds_what_came_after_a_line_was_asked_of() -> None:
    """A line that held no label when it was first asked of may hold one of a form that is met later."""
    line = "Zymurgy Quotient: 7"
    index = Index()
    assert not index.likely(fold(line))
    bit = index.take(wording_of(Label(name="later", wordings=("Zymurgy Quotient",)), "Zymurgy Quotient"))
    again = index.take(wording_of(Label(name="twin", wordings=("ZYMURGY QUOTIENT",)), "ZYMURGY QUOTIENT"))
    assert index.likely(fold(line)) == bit == again


def test_a_label_too_long_to_be_counted_is_refused() -> None:
    printed = " ".join(f"{word:x}" for word in range(4096, 4160))
    with pytest.raises(ValueError, match="too long for the index"):
        Index().take(wording_of(Label(name="endless", wordings=(printed,)), printed))


def test_tables_of_labels_are_not_made_anew_for_each_question() -> None:
    table = table_of(box_labels())
    assert isinstance(table, Table) and table_of(box_labels()) is table
