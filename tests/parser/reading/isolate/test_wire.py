"""What the reading process sends is what arrives, to the last character and digit."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.page import Line, Page, PageText, PlacedWord, Run, Strike
from schedgraph.parser.reading.isolate.wire import WireError, decode_pages, encode_pages
from schedgraph.parser.reading.pages import FormField, PdfPages

numbers = st.floats(allow_nan=False) | st.integers(-(10**6), 10**6)
offsets = st.integers(0, 10**6)
# Lone surrogates come out of damaged text layers, and two of them on end are not one character.
texts = st.text(st.characters() | st.sampled_from("\ud83d\ude00\x00\x1b\u202e\ufeff"), max_size=30)
methods = st.sampled_from(["text", "text-layer", "ocr", "form-data"])
boxes = st.tuples(numbers, numbers, numbers, numbers)
strikes = st.builds(
    Strike, kind=texts, height=numbers, coverage=numbers, thickness=numbers, slope=numbers | st.just(0.0)
)
words = st.builds(
    PlacedWord, start=offsets, end=offsets, bbox=boxes, confidence=numbers, other=st.none() | texts
)
sources = st.builds(
    PageText, number=offsets, text=texts, method=methods, words=st.lists(words, max_size=3).map(tuple)
)
evidence = st.builds(
    Evidence,
    page=offsets,
    quote=texts,
    start=offsets,
    end=offsets,
    bbox=st.none() | boxes,
    method=texts,
    confidence=numbers,
)
doubts = st.builds(Doubt, code=texts, message=texts, evidence=st.none() | evidence)


@st.composite
def pages_of_text(draw: st.DrawFn) -> Page:
    source = draw(sources)
    within = st.integers(0, len(source.text))
    runs = st.builds(
        Run,
        text=texts,
        start=within,
        end=within,
        bold=st.booleans(),
        struck=st.booleans(),
        strike=st.none() | strikes,
    ) | st.tuples(within, within).map(lambda at: Run(text=source.text[at[0] : at[1]], start=at[0], end=at[1]))
    lines = st.builds(
        Line,
        source=st.just(source),
        start=within,
        end=within,
        runs=st.lists(runs, max_size=4).map(tuple),
        heading_level=st.integers(0, 6),
    )
    return Page(source=source, lines=tuple(draw(st.lists(lines, max_size=4))))


pdfs = st.builds(
    PdfPages,
    pages=st.lists(pages_of_text(), max_size=3).map(tuple),
    reading=methods,
    fields=st.lists(
        st.builds(FormField, name=texts, value=texts, labels=st.lists(texts, max_size=3).map(tuple)),
        max_size=3,
    ).map(tuple),
    doubts=st.lists(doubts, max_size=3).map(tuple),
)


@given(pdfs)
def test_pages_come_back_exactly_as_they_were_sent(pages: PdfPages) -> None:
    assert decode_pages(encode_pages(pages)) == pages


@given(pdfs)
def test_the_lines_of_a_page_share_its_text(pages: PdfPages) -> None:
    for page in decode_pages(encode_pages(pages)).pages:
        assert all(line.source is page.source for line in page.lines)


def test_two_lone_surrogates_do_not_become_one_character() -> None:
    pages = PdfPages(pages=(), reading="ocr", doubts=(Doubt(code="a", message="\ud83d\ude00"),))
    assert len(decode_pages(encode_pages(pages)).doubts[0].message) == 2


def test_a_text_is_sent_once_although_runs_repeat_it() -> None:
    text = "Destroy when 75 years old. " * 100
    source = PageText(number=1, text=text)
    run = Run(text=text, start=0, end=len(text))
    page = Page(source=source, lines=(Line(source=source, start=0, end=len(text), runs=(run,)),))
    assert len(encode_pages(PdfPages(pages=(page,), reading="text-layer"))) < len(text) + 100


def test_a_line_of_another_page_is_not_sent_as_one_of_this_page() -> None:
    other = PageText(number=2, text="Withdrawn")
    line = Line(source=other, start=0, end=9, runs=())
    page = Page(source=PageText(number=1, text="Permanent"), lines=(line,))
    with pytest.raises(WireError, match="page 1"):
        encode_pages(PdfPages(pages=(page,), reading="text-layer"))


def test_a_value_that_json_has_no_word_for_is_not_sent() -> None:
    source = PageText(number=1, text="a", words=(PlacedWord(start=0, end=1, bbox=(0, 0, 1j, 1)),))  # type: ignore[arg-type]
    with pytest.raises(WireError, match="complex"):
        encode_pages(PdfPages(pages=(Page(source=source, lines=()),), reading="ocr"))


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(junk)
def test_json_of_another_form_is_no_answer(value: object) -> None:
    with pytest.raises(WireError):
        decode_pages(json.dumps(value).encode())


@given(st.binary(max_size=60))
def test_bytes_that_are_no_json_are_no_answer(data: bytes) -> None:
    with pytest.raises(WireError):
        decode_pages(data)


@given(pdfs, st.data())
def test_a_damaged_answer_is_refused_or_still_made_of_pages(pages: PdfPages, data: st.DataObject) -> None:
    raw = bytearray(encode_pages(pages))
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WireError):
        assert isinstance(decode_pages(bytes(raw)), PdfPages)


@pytest.mark.parametrize("depth", [10_000, 1_000_000])
def test_an_answer_nested_without_end_is_refused(depth: int) -> None:
    with pytest.raises(WireError):
        decode_pages(b"[" * depth)
