"""Which words of an item are lined off, and by what kind of line."""

import re
from dataclasses import replace
from random import Random

from bench.synthetic.schedule import Entry, Span

KINDS = (
    "stroke",
    "fill",
    "curve",
    "image",
    "strikeout",
    "line-annotation",
    "ink-annotation",
    "form",
    "dashed",
    "slanted",
    "hyphens",
    "crosses",
    "pieces",
    "diagonal",
)
"""Every way in which a line can be drawn; `diagonal` is one long line over a whole block."""


def lined_off(rng: Random, entry: Entry, *, rate: float = 0.35) -> Entry:
    """The entry with some of its words struck, more often than life has it."""
    if rng.random() > rate:
        return entry
    kind = rng.choice(KINDS)
    extent = rng.choice(["disposition", "disposition", "all", "all", "sentence", "words"])
    if kind == "diagonal":
        extent = "all"
    struck: dict[str, tuple[Span, ...]] = {}
    parts = entry.parts
    if extent == "all":
        struck = {name: ((0, len(text)),) for name, text in parts.items()}
    elif extent == "disposition":
        struck = {"disposition": ((0, len(parts["disposition"])),)}
    elif extent == "sentence":
        struck = {"text": (_sentence(rng, parts["text"]),)}
    else:
        name = rng.choice(["disposition", "text"])
        struck = {name: (_words(rng, parts[name]),)}
    return replace(entry, struck=struck, strike_kind=kind)


def _sentence(rng: Random, text: str) -> Span:
    found = [match.span() for match in re.finditer(r"[^ .][^.]*\.", text)]
    return rng.choice(found) if found else (0, len(text))


def _words(rng: Random, text: str) -> Span:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    first = rng.randrange(0, max(1, len(words) - 3))
    last = min(len(words) - 1, first + rng.randint(1, 4))
    return words[first][0], words[last][1]
