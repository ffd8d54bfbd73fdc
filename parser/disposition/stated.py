"""The sentences of an instruction, and readings of stretches of them as they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from schedgraph.parser.disposition.clauses import Clauses, read_clauses
from schedgraph.parser.disposition.phrases import load_phrases
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

T = TypeVar("T")
Span = tuple[int, int]

# The cheap gate: a sentence without any of these never reaches spaCy.
_WORTH_A_LOOK = re.compile(
    r"d[ec3][s5]tr|d[ec3][l1i]et|[ec3]ras|purg|t[ec3](?:m|rn)p|(?:m|rn)an[ec3]n|p[ec3]rm|d[i1l][s5]p|r[ec3]ta[i1l]n|retent"
    r"|h[o0]ld|held|keep|kept|ma[i1l]nt|st[o0]re|tran[s5]|[o0]ffer|send|r[ec3]t[i1l]r|cut|c[o0]ff|c[l1i][o0]se|break"
    r"|y[ec3]ar|yr|month|m[o0]s|day|week|when|after|unt[i1l]|up[o0]n|discard|shred|burn|scrap|forward|ship",
    re.IGNORECASE,
)
_MARKER = re.compile(r"[-•*·]?\s?(?:\(?[A-Za-z0-9]{1,2}[.)]\s)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructionSentence:
    """A sentence of an instruction: the passage that its words point into, where it ends, what it says."""

    passage: Passage
    start: int
    end: int
    clauses: Clauses

    def span(self, start: int, end: int) -> Span:
        """Words `start` to `end` as offsets."""
        return self.clauses.words[start].start, self.clauses.words[end - 1].end


def read_sentences(instruction: Passage) -> Iterator[InstructionSentence]:
    """The sentences that may say something, without their list markers."""
    for start, end, clauses in _said(instruction.text):
        yield InstructionSentence(passage=instruction, start=start, end=end, clauses=clauses)


@remembered(most=2048)
def _said(text: str) -> tuple[tuple[int, int, Clauses], ...]:
    """The same of a text: where each stands and what it says. Many items are instructed in the same words."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[int, int, Clauses]]:
    for start, end in split_sentences(text):
        marker = _MARKER.match(text, start, end)
        first = marker.end() if marker and marker.end() < end else start
        if not _WORTH_A_LOOK.search(text, first, end):
            continue
        phrases = load_phrases("schedgraph.parser.disposition", "phrases.toml")
        words = phrases.words(text, first, end)
        yield first, end, read_clauses(words, phrases.marks(words))


def stated(passage: Passage, value: T, span: Span, repairs: tuple[str, ...] = ()) -> Reading[T]:
    """A value and the place that states it."""
    return Reading(value=value, evidence=passage.evidence(*span), repairs=repairs)


def as_written(passage: Passage, span: Span) -> Reading[str] | None:
    """The words of a clause without its closing period; None where nothing is left."""
    span = without_stop(passage, span)
    return stated(passage, plain(passage.text[slice(*span)]), span) if span[0] < span[1] else None


def without_stop(passage: Passage, span: Span) -> Span:
    """The stretch without the signs that close it."""
    return span[0], span[0] + len(passage.text[slice(*span)].rstrip(" \n.;,:"))


def plain(text: str) -> str:
    """The visible text with its white space collapsed."""
    return " ".join(text.split())
