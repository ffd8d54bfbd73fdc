"""The pages of a PDF as bytes and back, without loss: JSON in arrays by position.

The receiver does not trust the sender: what is not exactly of the expected form raises WireError.
The text is UTF-8 with lone surrogates passed through, because JSON's own escapes would join two of them
into one character and move every offset behind it.
"""

import json

from schedgraph.parser.evidence import BoundingBox, Doubt, Evidence
from schedgraph.parser.page import Line, Method, Page, PageText, PlacedWord, Run, Strike
from schedgraph.parser.reading.pages import FormField, PdfPages

_BOLD, _STRUCK = 1, 2


class WireError(Exception):
    """The bytes are not the pages of a PDF."""


def encode_pages(pages: PdfPages) -> bytes:
    """The bytes of `pages`. Raises WireError where a line belongs to another page's text."""
    raw = [
        pages.reading,
        [_from_page(page) for page in pages.pages],
        [[field.name, field.value, list(field.labels)] for field in pages.fields],
        [_from_doubt(doubt) for doubt in pages.doubts],
    ]
    try:
        return json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    except TypeError as error:
        raise WireError(f"a value of the pages is of no plain type: {error}") from error


def decode_pages(data: bytes) -> PdfPages:
    """The pages of `encode_pages`; all lines of a page share one PageText. Raises WireError."""
    try:
        raw = json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise WireError(f"no JSON: {error}") from error
    match raw:
        case [str(reading), list(pages), list(fields), list(doubts)]:
            return PdfPages(
                pages=tuple(map(_to_page, pages)),
                reading=_to_method(reading),
                fields=tuple(map(_to_field, fields)),
                doubts=tuple(map(_to_doubt, doubts)),
            )
    raise _not_of_the_form_of("pages", raw)


def _not_of_the_form_of(what: str, raw: object) -> WireError:
    return WireError(f"not of the form of {what}: {str(raw)[:80]!r}")


def _from_page(page: Page) -> list[object]:
    source = page.source
    if any(line.source is not source and line.source != source for line in page.lines):
        raise WireError(f"a line on page {source.number} points into the text of another page")
    words = [
        [word.start, word.end, *word.bbox, word.confidence]
        if word.other is None
        else [word.start, word.end, *word.bbox, word.confidence, word.other]
        for word in source.words
    ]
    lines = [
        [
            line.start,
            line.end,
            line.heading_level,
            line.slanted,
            [_from_run(run, source.text) for run in line.runs],
        ]
        for line in page.lines
    ]
    return [source.number, source.text, source.method, words, lines]


def _to_page(raw: object) -> Page:
    match raw:
        case [int(number), str(text), str(method), list(words), list(lines)]:
            source = PageText(
                number=number, text=text, method=_to_method(method), words=tuple(map(_to_word, words))
            )
            return Page(source=source, lines=tuple(_to_line(line, source) for line in lines))
    raise _not_of_the_form_of("a page", raw)


def _to_method(raw: str) -> Method:
    match raw:
        case "text" | "text-layer" | "ocr" | "form-data":
            return raw
    raise _not_of_the_form_of("a reading", raw)


def _to_word(raw: object) -> PlacedWord:
    match raw:
        case [int(start), int(end), x0, top, x1, bottom, float() | int() as confidence]:
            box = _to_box([x0, top, x1, bottom])
            return PlacedWord(start=start, end=end, bbox=box, confidence=confidence)
        case [int(start), int(end), x0, top, x1, bottom, float() | int() as confidence, str(other)]:
            box = _to_box([x0, top, x1, bottom])
            return PlacedWord(start=start, end=end, bbox=box, confidence=confidence, other=other)
    raise _not_of_the_form_of("a word", raw)


def _to_box(raw: object) -> BoundingBox:
    match raw:
        case [
            float() | int() as x0,
            float() | int() as top,
            float() | int() as x1,
            float() | int() as bottom,
        ]:
            return (x0, top, x1, bottom)
    raise _not_of_the_form_of("a box", raw)


def _to_line(raw: object, source: PageText) -> Line:
    match raw:
        case [int(start), int(end), int(level), bool(slanted), list(runs)]:
            return Line(
                source=source,
                start=start,
                end=end,
                runs=tuple(_to_run(run, source.text) for run in runs),
                heading_level=level,
                slanted=slanted,
            )
    raise _not_of_the_form_of("a line", raw)


def _from_run(run: Run, page_text: str) -> list[object]:
    """[start, end, marks, text, strike]; the text is left null where the page has the same, the strike out."""
    text = None if run.text == page_text[run.start : run.end] else run.text
    marks = _BOLD * run.bold | _STRUCK * run.struck
    raw: list[object] = [run.start, run.end, marks, text]
    if run.strike is not None:
        strike = run.strike
        raw.append([strike.kind, strike.height, strike.coverage, strike.thickness, strike.slope])
    return raw


def _to_run(raw: object, page_text: str) -> Run:
    match raw:
        case [int(start), int(end), int(marks), str() | None as text, *strikes] if len(strikes) <= 1:
            return Run(
                text=page_text[start:end] if text is None else text,
                start=start,
                end=end,
                bold=bool(marks & _BOLD),
                struck=bool(marks & _STRUCK),
                strike=_to_strike(strikes[0]) if strikes else None,
            )
    raise _not_of_the_form_of("a run", raw)


def _to_strike(raw: object) -> Strike:
    match raw:
        case [
            str(kind),
            float() | int() as height,
            float() | int() as coverage,
            float() | int() as thickness,
            float() | int() as slope,
        ]:
            return Strike(kind=kind, height=height, coverage=coverage, thickness=thickness, slope=slope)
    raise _not_of_the_form_of("a strike", raw)


def _to_field(raw: object) -> FormField:
    match raw:
        case [str(name), str(value), list(labels)] if all(isinstance(label, str) for label in labels):
            return FormField(name=name, value=value, labels=tuple(map(str, labels)))
    raise _not_of_the_form_of("a form field", raw)


def _from_doubt(doubt: Doubt) -> list[object]:
    place = doubt.evidence
    evidence = place and [
        place.page,
        place.quote,
        place.start,
        place.end,
        place.bbox,
        place.method,
        place.confidence,
    ]
    return [doubt.code, doubt.message, evidence]


def _to_doubt(raw: object) -> Doubt:
    match raw:
        case [str(code), str(message), None]:
            return Doubt(code=code, message=message)
        case [str(code), str(message), list(evidence)]:
            return Doubt(code=code, message=message, evidence=_to_evidence(evidence))
    raise _not_of_the_form_of("a doubt", raw)


def _to_evidence(raw: object) -> Evidence:
    match raw:
        case [int(page), str(quote), int(start), int(end), box, str(method), float() | int() as confidence]:
            return Evidence(
                page=page,
                quote=quote,
                start=start,
                end=end,
                bbox=None if box is None else _to_box(box),
                method=method,
                confidence=confidence,
            )
    raise _not_of_the_form_of("evidence", raw)
