"""Notes that name several successors: whether one note names them, and what each item of a group got of them."""

import itertools
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from schedgraph.graph.casefile import CaseFile, above, told
from schedgraph.graph.finding import finding
from schedgraph.graph.identity import is_same_or_below
from schedgraph.graph.rules.book import rule
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import Statement
from schedgraph.graph.successor import Succession, Successions

_WIDEST_GAP = 30
"""Characters between two numbers of one note: " + ", " and item ", a line end."""


@cache
def weights() -> dict[str, float]:
    """The weight of each reading of the scope of a note, before anything else is known."""
    text = files("schedgraph.graph.rules").joinpath("scope.toml").read_text(encoding="utf-8")
    return {row["name"]: row["weight"] for row in tomllib.loads(text)["reading"]}


def place_of(succession: Succession) -> tuple[str, int, int]:
    """Where the old schedule first names the successor."""
    said = _first(succession)
    return (said.document, said.evidence.page, said.evidence.start)


def in_one_note(told: Sequence[Succession]) -> bool:
    """Whether the numbers stand side by side in one document: "DAA-GRS-2013-0001-0005 + 0006"."""
    said = [_first(each) for each in sorted(told, key=place_of)]
    return all(
        one.document == following.document
        and one.evidence.page == following.evidence.page
        and following.evidence.start - one.evidence.end <= _WIDEST_GAP
        for one, following in itertools.pairwise(said)
    )


def _first(succession: Succession) -> Statement:
    written = [each for each in succession.statements if each.predicate == "superseded-by"]
    return min(
        written or succession.statements,
        key=lambda each: (each.document, each.evidence.page, each.evidence.start),
    )


@rule("pairwise-annotation")
def pairwise(
    case: CaseFile, holder: str, identifier: str, found: list[Succession], result: Successions
) -> list[Succession]:
    """What an item got of a note on the group above it that names as many successors as the group has items.

    Either each item got all of them, or one each in their order: the one in its place is certain in both readings.
    """
    if len(found) < 2 or any(each.rule != "annotation" for each in found):
        return found
    shown = _shown_under(case, holder)
    if len(found) != len(shown):
        return found
    notes = sorted(found, key=place_of)
    items = _in_order(case, shown)
    mine = [number for number, item in enumerate(items) if is_same_or_below(identifier, item)]
    if not mine or not in_one_note(notes):
        return found
    chosen = notes[mine[0]].new
    share = round(weights()["group"] / (weights()["group"] + weights()["pairwise"]), 3)
    message = (
        f"The annotation on {holder} names {len(notes)} successors for {len(items)} items ({', '.join(items)}); "
        f"if they are meant one each, only {chosen} is that of {identifier}."
    )
    said = [statement for each in notes for statement in each.statements]
    result.caveats.append(finding("pairwise-annotation", message, said))
    both = (("group", share), ("pairwise", round(1 - share, 3)))
    return [
        replace(each, readings=both)
        if each.new == chosen
        else replace(each, target_certain=False, too_old=False, readings=both[:1])
        for each in found
    ]


def _shown_under(case: CaseFile, holder: str) -> list[str]:
    """The items right under a group that a document shows."""
    return [each for each in case.below(holder) if above(each)[:1] == (holder,) and is_seen(case, each)]


def _in_order(case: CaseFile, items: Sequence[str]) -> list[str]:
    """Items that a document shows, in its order."""

    def place(identifier: str) -> tuple[str, int, int]:
        shown = told(case, identifier, "item-of")
        return min((each.document, each.evidence.page, each.evidence.start) for each in shown)

    return sorted(items, key=place)
