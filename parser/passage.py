"""A stretch of visible text, possibly over several lines, that knows where each character is written."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from schedgraph.parser.evidence import Evidence, enclosing
from schedgraph.parser.page import Line, PageText, Run, Strike
from schedgraph.parser.remembered import remembered

Extent = Literal["none", "partial", "full"]
"""How much of a text is struck."""

_FEW = 8
"""Pieces that are gone through sooner than searched."""
_offset = attrgetter("offset")
# What str.isalnum calls so
_ALPHANUMERIC = re.compile(r"[^\W_]")
MARKUP = Strike(kind="markup", height=0.0, coverage=1.0, thickness=0.0)


@remembered(most=8192)
def collapsed(text: str) -> str:
    """A text with its white space collapsed."""
    return " ".join(text.split())


class Piece(NamedTuple):
    """A run placed at `offset` in the text of a passage."""

    offset: int
    run: Run
    source: PageText


class Passage(NamedTuple):
    """Visible text and the runs behind it. What joins two lines (`separator`) belongs to no run.

    A passage is a window: the text begins at `start` of what the pieces `around` hold, so that a part of a
    passage is made without cutting a run.
    """

    text: str
    around: tuple[Piece, ...] = ()
    start: int = 0

    @staticmethod
    def of(lines: Iterable[Line], separator: str = "\n") -> "Passage":
        """The visible text of `lines`, joined by `separator`."""
        texts: list[str] = []
        pieces: list[Piece] = []
        offset = 0
        for number, line in enumerate(lines):
            if number:
                texts.append(separator)
                offset += len(separator)
            for run in line.runs:
                pieces.append(Piece(offset, run, line.source))
                texts.append(run.text)
                offset += len(run.text)
        return Passage("".join(texts), tuple(pieces))

    @staticmethod
    def join(passages: Iterable["Passage"], separator: str = "\n") -> "Passage":
        """Several passages as one, joined by `separator`."""
        parts = tuple(passages)
        if len(parts) == 1:
            return parts[0]
        pieces: list[Piece] = []
        offset = 0
        for passage in parts:
            pieces.extend(passage._pieces_at(offset))
            offset += len(passage.text) + len(separator)
        return Passage(separator.join([passage.text for passage in parts]), tuple(pieces))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The runs that hold the text and nothing more, each with its offset in the text."""
        return tuple(self._pieces_at(0))

    def __bool__(self) -> bool:
        return self.text != "" and not self.text.isspace()

    def slice(self, start: int = 0, end: int | None = None) -> "Passage":
        """The passage of visible characters `start` to `end`."""
        size = len(self.text)
        if start == 0 and (end is None or end >= size):
            return self
        return Passage(self.text[start:end], self.around, self.start + start)

    def part(self, start: int = 0, end: int | None = None) -> "Passage":
        """The passage of visible characters `start` to `end`, without the white space around them."""
        text = self.text[start:end]
        stripped = text.strip()
        if len(stripped) == len(self.text):
            return self
        before = len(text) - len(text.lstrip())
        return Passage(stripped, self.around, self.start + start + before)

    def strip(self, characters: str | None = None) -> "Passage":
        """Without the white space (or `characters`) at both ends."""
        text = self.text
        stripped = text.strip(characters)
        if len(stripped) == len(text):
            return self
        before = len(text) - len(text.lstrip(characters))
        return Passage(stripped, self.around, self.start + before)

    def split(self, separator: str) -> tuple["Passage", ...]:
        """The parts between occurrences of `separator`."""
        if separator not in self.text:
            return (self,)
        parts, start = [], 0
        for part in self.text.split(separator):
            parts.append(self.slice(start, start + len(part)))
            start += len(part) + len(separator)
        return tuple(parts)

    def evidence(self, start: int = 0, end: int | None = None, confidence: float = 1.0) -> Evidence:
        """Where visible characters `start` to `end` are written.

        A passage that runs on to another page is quoted as far as its first page goes.
        Raises ValueError where the stretch covers no character of the source.
        """
        covered = self._covered(start, len(self.text) if end is None else end)
        if not covered:
            raise ValueError("no character of the source stands behind this stretch")
        source = covered[0][0].source
        spans = [
            (piece.run.source_start(low), piece.run.source_end(high))
            for piece, low, high in covered
            if piece.source.number == source.number
        ]
        first, last = (
            spans[0] if len(spans) == 1 else (min(low for low, _ in spans), max(high for _, high in spans))
        )
        words = [word for low, high in spans for word in source.words_in(low, high)] if source.words else ()
        return Evidence(
            page=source.number,
            quote=source.text[first:last],
            start=first,
            end=last,
            bbox=enclosing(word.bbox for word in words) if words else None,
            method=source.method,
            confidence=min([confidence, *(word.confidence for word in words)]) if words else confidence,
        )

    def begins(self) -> tuple[PageText, int] | None:
        """The page, and its character, at which the first run begins that holds more than white space."""
        size = 1 if self.text[:1].strip() else len(self.text)
        for piece, low, high in self._covered(0, size):
            if not piece.run.text[low:high].isspace():
                return piece.source, piece.run.source_start(low)
        return None

    def indent(self) -> int:
        """The column of the source line in which the passage begins; 0 where it has no place."""
        begins = self.begins()
        if begins is None:
            return 0
        source, place = begins
        return place - (max(source.text.rfind("\n", 0, place), source.text.rfind("\r", 0, place)) + 1)

    def strike(self, start: int = 0, end: int | None = None) -> Extent:
        """How much of the stretch is struck; white space and punctuation do not count."""
        struck = plain = False
        for piece in self.around:
            if piece.run.struck:
                break
        else:
            return "none"
        for piece, low, high in self._covered(start, len(self.text) if end is None else end):
            letters = _ALPHANUMERIC.search(piece.run.text, low, high) is not None
            if piece.run.struck:
                struck = struck or letters
            else:
                plain = plain or letters
        if not struck:
            return "none"
        return "partial" if plain else "full"

    @staticmethod
    def strike_of(passages: Sequence["Passage"]) -> Extent:
        """How much of several passages together is struck."""
        if all(passage.strike() == "none" for passage in passages):
            return "none"
        return Passage.join(passages).strike()

    def struck_parts(self) -> tuple["Passage", ...]:
        """The longest stretches whose every visible character is struck, white space between them allowed."""
        spans: list[tuple[int, int]] = []
        for piece, first, last in self._covered(0, len(self.text)):
            if not piece.run.struck or piece.run.text[first:last].isspace():
                continue
            low, high = piece.offset + first - self.start, piece.offset + last - self.start
            if spans and not self.text[spans[-1][1] : low].strip():
                spans[-1] = (spans[-1][0], high)
            else:
                spans.append((low, high))
        return tuple(self.part(low, high) for low, high in spans)

    def ink(self) -> Strike:
        """What strikes the passage, as measured where it is weakest; struck by markup where nothing was drawn."""
        covered = self._covered(0, len(self.text))
        drawn = [piece.run.strike for piece, _, _ in covered if piece.run.strike is not None]
        return min(drawn, key=lambda strike: strike.coverage, default=MARKUP)

    def bold(self) -> bool:
        """Whether every letter and digit is bold (and there is one)."""
        for piece in self.around:
            if piece.run.bold:
                break
        else:
            return False
        letters = [
            piece.run.bold
            for piece, low, high in self._covered(0, len(self.text))
            if _ALPHANUMERIC.search(piece.run.text, low, high)
        ]
        return bool(letters) and all(letters)

    def _pieces_at(self, offset: int) -> Iterator[Piece]:
        """The pieces cut to the text, for a text that stands at `offset` of another."""
        moved = offset - self.start
        for piece, low, high in self._covered(0, len(self.text)):
            run = piece.run
            if high - low < len(run.text):
                run = Run(
                    text=run.text[low:high],
                    start=run.source_start(low),
                    end=run.source_end(high),
                    bold=run.bold,
                    struck=run.struck,
                    strike=run.strike,
                )
            elif not moved:
                yield piece
                continue
            yield Piece(piece.offset + low + moved, run, piece.source)

    def _covered(self, start: int, end: int) -> list[tuple[Piece, int, int]]:
        """The pieces that `start` to `end` touches, each with the stretch of its own text."""
        first, last = max(0, start) + self.start, min(end, len(self.text)) + self.start
        pieces = self.around
        if len(pieces) > _FEW:
            pieces = pieces[
                max(0, bisect_right(pieces, first, key=_offset) - 1) : bisect_left(pieces, last, key=_offset)
            ]
        covered = []
        for piece in pieces:
            offset, run, _ = piece
            size = len(run.text)
            low, high = first - offset, last - offset
            # Comparing is a fraction of what a call of `max` or `min` costs.
            low, high = low if low > 0 else 0, high if high < size else size
            if low < high:
                covered.append((piece, low, high))
        return covered
