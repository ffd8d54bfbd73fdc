"""Struck words held against the truth: by character, by word and by item."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

OVERTYPED = frozenset({"crosses", "hyphens"})
"""The kinds of strikes that a typewriter makes; the others are drawn."""
LABEL = re.compile(r"disposition\s*(\(media neutral\))?:", re.IGNORECASE)


def by_character(truth: dict[str, Any], found: dict[str, Any]) -> Counter[str]:
    """right, missed and wrong characters, white space and the label of a disposition not counted.

    Struck stretches of an item are joined and aligned, so that a page break or another grouping costs nothing.
    A struck character of an item that was not found is missed.
    """
    by_id = {item["id"]: item for item in found.get("items") or []}
    tally: Counter[str] = Counter()
    for item in truth["items"]:
        if "struck" not in item:
            continue
        there = by_id.pop(item["id"], None) or {}
        tally += _aligned(_joined(item["struck"]), _joined(there.get("struck") or []))
    for item in by_id.values():
        tally["wrong"] += len(_joined(item.get("struck") or []))
    return tally


def by_word(truth: dict[str, Any], found: dict[str, Any]) -> dict[str, Counter[str]]:
    """right, missed and wrong words, drawn and overtyped ones apart: a word is struck where half of its characters are.

    What is struck in an item that has no strike counts as wrongly drawn.
    """
    by_id = {item["id"]: item for item in found.get("items") or []}
    tallies: dict[str, Counter[str]] = {"drawn": Counter(), "overtyped": Counter()}
    for item in truth["items"]:
        if "struck" in item:
            there = by_id.pop(item["id"], None) or {}
            kind = "overtyped" if item.get("strike_kind") in OVERTYPED else "drawn"
            tallies[kind].update(_words(_pieces(item["struck"]), _pieces(there.get("struck") or [])))
    for item in by_id.values():
        tallies["drawn"]["wrong"] += len(_pieces(item.get("struck") or []))
    return tallies


def by_item(truth: dict[str, Any], found: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Expected and found strike (none, partial, full) of each item, and what drew the line."""
    by_id = {item["id"]: item for item in found.get("items") or []}
    for item in truth["items"]:
        if "strike" in item:
            there = by_id.get(item["id"])
            yield (
                item["strike"],
                there["strike"] if there else "(no such item)",
                item.get("strike_kind") or "unstruck",
            )


def by_kind(truth: dict[str, Any], found: dict[str, Any]) -> dict[str, Counter[str]]:
    """right and missed characters by what drew the line."""
    by_id = {item["id"]: item for item in found.get("items") or []}
    kinds: dict[str, Counter[str]] = {}
    for item in truth["items"]:
        if item.get("struck"):
            there = by_id.get(item["id"]) or {}
            kinds.setdefault(item["strike_kind"], Counter()).update(
                _aligned(_joined(item["struck"]), _joined(there.get("struck") or []))
            )
    return kinds


def _joined(pieces: list[str]) -> str:
    return "".join(_pieces(pieces))


def _pieces(pieces: list[str]) -> list[str]:
    return LABEL.sub("", " ".join(pieces)).split()


def _words(expected: list[str], found: list[str]) -> Counter[str]:
    """right, missed and wrong words of two lists, aligned by their characters; another reading of a word is still the word."""
    here, there = "".join(expected), "".join(found)
    seen, meant = [False] * len(here), [False] * len(there)
    for tag, low, high, first, last in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            shared = min(high - low, last - first)
            seen[low : low + shared] = [True] * shared
            meant[first : first + shared] = [True] * shared
    right = sum(_is_half(seen, *span) for span in _spans(expected))
    return Counter(
        right=right,
        missed=len(expected) - right,
        wrong=sum(not _is_half(meant, *span) for span in _spans(found)),
    )


def _spans(words: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for word in words:
        yield start, start + len(word)
        start += len(word)


def _is_half(marks: list[bool], start: int, end: int) -> bool:
    return 2 * sum(marks[start:end]) >= end - start


def _aligned(expected: str, found: str) -> Counter[str]:
    if expected == found:
        return Counter(right=len(expected))
    right = sum(
        block.size for block in SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    )
    # The wrong reading of a struck character is a fault of the reading, not of the strike.
    misread = (
        min(len(expected), len(found)) - right
        if abs(len(expected) - len(found)) <= len(expected) // 10
        else 0
    )
    return Counter(
        right=right + misread, missed=len(expected) - right - misread, wrong=len(found) - right - misread
    )
