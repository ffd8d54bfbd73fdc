"""Struck words held against the truth: by character and by item."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

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
    return re.sub(r"\s+", "", LABEL.sub("", " ".join(pieces)))


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
