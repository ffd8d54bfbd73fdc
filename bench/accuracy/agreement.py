"""Whether one document as a text, a digital PDF and a scan gets the same verdicts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Answer = Mapping[str, Any]
Asked = dict[tuple[str, str], dict[str, Answer | None]]
"""The answers by schedule and number, each by its rendering."""


@dataclass(slots=True)
class Answers:
    """What was answered about each number, in each rendering of its schedule."""

    asked: Asked = field(default_factory=lambda: defaultdict(dict))

    def add(self, schedule: str, render: str, query: str, answer: Answer | None) -> None:
        """Keep one answer; None is a lookup that gave none."""
        self.asked[(schedule, query)][render] = answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Of the numbers asked in `render` and in `base`: how many, how many with one verdict and one current authority.

    `told` counts those that differ where the answer from `render` bears a caveat or a conflict that the other does
    not, or is `unknown`; what is left differs in silence.
    """

    render: str
    base: str
    asked: int
    same: int
    told: int


def agreements(answers: Answers, base: str, renders: Sequence[str]) -> list[Agreement]:
    """Each rendering but `base` held against it; those without a number asked in both are left out."""
    rows = []
    for render in renders:
        pairs = [
            (each[base], each[render]) for each in answers.asked.values() if base in each and render in each
        ]
        if render == base or not pairs:
            continue
        apart = [pair for pair in pairs if _essence(pair[0]) != _essence(pair[1])]
        told = sum(_is_told(other, one) for one, other in apart)
        rows.append(
            Agreement(render=render, base=base, asked=len(pairs), same=len(pairs) - len(apart), told=told)
        )
    return rows


def _essence(answer: Answer | None) -> tuple[Any, ...]:
    """The verdict and the current authorities."""
    if answer is None:
        return (None,)
    return (answer.get("verdict"), *sorted(end["id"] or "" for end in answer.get("current") or []))


def _is_told(answer: Answer | None, other: Answer | None) -> bool:
    if answer is None or answer.get("verdict") in {"unknown", None}:
        return True
    return bool(_said(answer) - _said(other or {}))


def _said(answer: Answer) -> set[str]:
    return {str(each) for name in ("caveats", "conflicts") for each in answer.get(name) or []}
