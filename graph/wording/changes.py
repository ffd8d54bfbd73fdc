"""Changed answers in words."""

from collections.abc import Iterator, Mapping, Sequence

from schedgraph.graph.changes import Change, End
from schedgraph.graph.wording.explained import said
from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import place
from schedgraph.graph.wording.plain import plain


def change_lines(changes: Sequence[Change], documents: Mapping[str, str], paper: Paper) -> list[str]:
    """Each changed answer with the evidence that changed it."""
    if not changes:
        return paper.wrap("No answer changed.")
    count = "1 answer changed." if len(changes) == 1 else f"{len(changes)} answers changed."
    lines = [paper.heading(count)]
    for each in changes:
        lines += ["", *paper.wrap(headline(each), 0, 2)]
        for text in cause_texts(each, documents):
            lines += paper.wrap(text, 4, 6)
    return lines


def headline(change: Change) -> str:
    """What changed, in a line."""
    name = f"{change.id} ({plain(change.title)})" if change.title else change.id
    verdicts = f"{_verdict(change.before)} → {_verdict(change.after)}"
    if change.kind == "current":
        return f"{name}: still {_verdict(change.after)}, {_ends(change.ends_before)} → {_ends(change.ends_after)}"
    if change.ends_after and [each[0] for each in change.ends_after] != [change.id]:
        return f"{name}: {verdicts}, {_ends(change.ends_after)}"
    return f"{name}: {verdicts}"


def cause_texts(change: Change, documents: Mapping[str, str]) -> Iterator[str]:
    """What is said now, and what is no longer said."""
    for word, statements in (("because", change.because), ("no longer said", change.no_longer)):
        for each in statements:
            yield f"{word}: {said(each)}: {place(each, documents)}"
    if not change.because and not change.no_longer:
        yield "no single piece of evidence: see `schedgraph explain` of both"


def _verdict(verdict: str | None) -> str:
    return verdict.upper().replace("-", " ") if verdict else "NOT KNOWN"


def _ends(ends: Sequence[End]) -> str:
    if not ends:
        return "no current authority"
    return ", ".join(name if scope == "certain" else f"{name} (possible)" for name, _, scope in ends)
