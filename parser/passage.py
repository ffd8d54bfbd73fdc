"""A stretch of visible text, possibly over several lines, that knows where each character is written."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from schedgraph.parser.evidence import Evidence, enclosing
from schedgraph.parser.page import Line, PageText, Run, Strike

Extent = Literal["none", "partial", "full"]
"""How much of a text is struck."""

_FEW = 8
"""Pieces that are gone through sooner than searched."""
MARKUP = Strike(kind="markup", height=0.0, coverage=1.0, thickness=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run placed at `offset` in the text of a passage."""

    offset: int
    run: Run
    source: PageText


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Visible text and the runs behind it. What joins two lines (`separator`) belongs to no run."""

    text: str
    pieces: tuple[Piece, ...]

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
                pieces.append(Piece(offset=offset, run=run, source=line.source))
                texts.append(run.text)
                offset += len(run.text)
        return Passage(text="".join(texts), pieces=tuple(pieces))

    @staticmethod
    def join(passages: Iterable["Passage"], separator: str = "\n") -> "Passage":
        """Several passages as one, joined by `separator`."""
        texts: list[str] = []
        pieces: list[Piece] = []
        offset = 0
        for number, passage in enumerate(passages):
            if number:
                texts.append(separator)
                offset += len(separator)
            pieces.extend(
                Piece(offset=piece.offset + offset, run=piece.run, source=piece.source)
                for piece in passage.pieces
            )
            texts.append(passage.text)
            offset += len(passage.text)
        return Passage(text="".join(texts), pieces=tuple(pieces))

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def slice(self, start: int = 0, end: int | None = None) -> "Passage":
        """The passage of visible characters `start` to `end`."""
        end = len(self.text) if end is None else end
        if start == 0 and end >= len(self.text) and all(piece.run.text for piece in self.pieces):
            return self
        pieces = []
        for piece, low, high in self._covered(start, end):
            run = piece.run
            if (low, high) != (0, len(run.text)):
                run = Run(
                    text=run.text[low:high],
                    start=run.source_start(low),
                    end=run.source_end(high),
                    bold=run.bold,
                    struck=run.struck,
                    strike=run.strike,
                )
            pieces.append(Piece(offset=piece.offset + low - start, run=run, source=piece.source))
        return Passage(text=self.text[start:end], pieces=tuple(pieces))

    def strip(self, characters: str | None = None) -> "Passage":
        """Without the white space (or `characters`) at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.slice(start, max(start, len(self.text.rstrip(characters))))

    def split(self, separator: str) -> tuple["Passage", ...]:
        """The parts between occurrences of `separator`."""
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
        covered = list(self._covered(start, len(self.text) if end is None else end))
        if not covered:
            raise ValueError("no character of the source stands behind this stretch")
        source = covered[0][0].source
        spans = [
            (piece.run.source_start(low), piece.run.source_end(high))
            for piece, low, high in covered
            if piece.source.number == source.number
        ]
        first, last = min(low for low, _ in spans), max(high for _, high in spans)
        words = [word for low, high in spans for word in source.words_in(low, high)]
        return Evidence(
            page=source.number,
            quote=source.text[first:last],
            start=first,
            end=last,
            bbox=enclosing(word.bbox for word in words),
            method=source.method,
            confidence=min([confidence, *(word.confidence for word in words)]),
        )

    def strike(self, start: int = 0, end: int | None = None) -> Extent:
        """How much of the stretch is struck; white space and punctuation do not count."""
        struck = plain = 0
        for piece, low, high in self._covered(start, len(self.text) if end is None else end):
            letters = sum(character.isalnum() for character in piece.run.text[low:high])
            if piece.run.struck:
                struck += letters
            else:
                plain += letters
        if not struck:
            return "none"
        return "partial" if plain else "full"

    def struck_parts(self) -> tuple["Passage", ...]:
        """The longest stretches whose every visible character is struck, white space between them allowed."""
        spans: list[tuple[int, int]] = []
        for piece in self.pieces:
            if not piece.run.struck or not piece.run.text.strip():
                continue
            low, high = piece.offset, piece.offset + len(piece.run.text)
            if spans and not self.text[spans[-1][1] : low].strip():
                spans[-1] = (spans[-1][0], high)
            else:
                spans.append((low, high))
        return tuple(self.slice(low, high).strip() for low, high in spans)

    def ink(self) -> Strike:
        """What strikes the passage, as measured where it is weakest; struck by markup where nothing was drawn."""
        drawn = [piece.run.strike for piece in self.pieces if piece.run.strike is not None]
        return min(drawn, key=lambda strike: strike.coverage, default=MARKUP)

    def bold(self) -> bool:
        """Whether every letter and digit is bold (and there is one)."""
        letters = [piece.run.bold for piece in self.pieces if any(c.isalnum() for c in piece.run.text)]
        return bool(letters) and all(letters)

    def _covered(self, start: int, end: int) -> Iterable[tuple[Piece, int, int]]:
        """The pieces that `start` to `end` touches, each with the stretch of its own text."""
        pieces = self.pieces
        if len(pieces) > _FEW:
            pieces = pieces[max(0, bisect_right(pieces, start, key=lambda piece: piece.offset) - 1) :]
        for piece in pieces:
            if piece.offset >= end:
                break
            low = max(0, start - piece.offset)
            high = min(len(piece.run.text), end - piece.offset)
            if low < high:
                yield piece, low, high
