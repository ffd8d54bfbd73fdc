"""A conflict or a caveat beside an answer: a code for scripts, a sentence for people, and the statements behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from schedgraph.graph.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a records officer should know before relying on an answer."""

    code: str
    message: str
    statements: tuple[Statement, ...] = ()


def finding(code: str, message: str, statements: Iterable[Statement] = ()) -> Finding:
    """A finding with its statements in the order of their content, so that equal corpora give equal answers."""
    unique = {each.key: each for each in statements}
    return Finding(code=code, message=message, statements=tuple(unique[key] for key in sorted(unique)))
