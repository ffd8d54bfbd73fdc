"""Boxes in a line of text: which caption a mark belongs to, where the line tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A box that was ticked or not, at `start` to `end` of the text."""

    ticked: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The printed words of a box."""

    name: str
    start: int
    end: int


def find_marks(text: str, ticked: re.Pattern[str], unticked: re.Pattern[str]) -> list[Mark]:
    """The marks in reading order."""
    found = [Mark(ticked=True, start=one.start(), end=one.end()) for one in ticked.finditer(text)]
    found += [Mark(ticked=False, start=one.start(), end=one.end()) for one in unticked.finditer(text)]
    return sorted(found, key=lambda mark: mark.start)


def find_captions(text: str, captions: Mapping[str, str]) -> list[Caption]:
    """The first place of each caption, in reading order."""
    found = [
        Caption(name=name, start=match.start(), end=match.end())
        for name, pattern in captions.items()
        if (match := re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE))
    ]
    return sorted(found, key=lambda caption: caption.start)


def states(text: str, captions: list[Caption], marks: list[Mark]) -> dict[str, bool] | None:
    """Whether each caption's box is ticked; None where the text does not tell.

    A mark for each caption: they stand before their captions or behind them, as the first one does. A lone tick
    counts where it is glued to one caption, or where only one caption is beside it. A lone caption without any
    mark is an answer written out.
    """
    if not captions:
        return None
    if not marks:
        return {captions[0].name: True} if len(captions) == 1 else None
    if len(marks) == len(captions):
        before = marks[0].start < captions[0].start
        ordered = all(
            (mark.start < caption.start) == before for mark, caption in zip(marks, captions, strict=True)
        )
        if ordered:
            return {caption.name: mark.ticked for mark, caption in zip(marks, captions, strict=True)}
    if not all(mark.ticked for mark in marks):
        return None
    chosen = [_beside(text, mark, captions) for mark in marks]
    if None in chosen:
        return None
    return {caption.name: caption in chosen for caption in captions}


def _beside(text: str, mark: Mark, captions: list[Caption]) -> Caption | None:
    """The caption that a lone tick belongs to."""
    left = max((each for each in captions if each.end <= mark.start), key=lambda each: each.end, default=None)
    right = min(
        (each for each in captions if each.start >= mark.end), key=lambda each: each.start, default=None
    )
    if left is None or right is None:
        return left or right
    gap_left, gap_right = text[left.end : mark.start], text[mark.end : right.start]
    if len(gap_left) <= 1 < len(gap_right):
        return left
    return right if len(gap_right) <= 1 < len(gap_left) else None
