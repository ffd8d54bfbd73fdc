"""A field of the ERA form: a printed label and the lines that belong to it."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import Label, LabelMatch, load_labels
from schedgraph.parser.passage import Passage


class Field(NamedTuple):
    """A label, where it is printed, and the lines of its value; `confidence` is that of the assignment."""

    name: str
    kind: str
    label: Passage
    lines: tuple[Token, ...] = ()
    confidence: float = 1.0


@cache
def era_labels() -> tuple[Label, ...]:
    """Every label of the ERA form."""
    return load_labels(files("schedgraph.parser.forms.era") / "labels.toml")


_AFTER_WORDS = r"(?: ?:(?=\s|$)|(?=(?:[ \u00a0]{3,}|\t)[A-Z0-9]))"
"""A colon, or so many blanks as part two columns, and a value behind them."""
_BEFORE_COLON = re.compile(rf"\s*(?P<words>[A-Z][A-Za-z?-]*(?: [A-Za-z?-]+){{0,4}}){_AFTER_WORDS}")


def label_before_colon(text: str) -> LabelMatch | None:
    """The short wording of a label that begins a line and stands before a colon or a wide gap."""
    found = _BEFORE_COLON.match(text) if _may_part(text) else None
    name = _short_wordings("colon").get(found["words"].casefold()) if found else None
    return _match(name, found.start("words"), found.end()) if found and name else None


def labels_before_colons(text: str) -> tuple[LabelMatch, ...]:
    """The short wordings of labels anywhere on a line, each before a colon or a wide gap."""
    if not _may_part(text):
        return ()
    return tuple(
        _match(_short_wordings("colon")[found[1].casefold()], found.start(1), found.end())
        for found in _anywhere().finditer(text)
        if found[1][0].isupper()
    )


@cache
def _anywhere() -> re.Pattern[str]:
    longest_first = sorted(_short_wordings("colon"), key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w-])({words})(?-i:{_AFTER_WORDS})", re.IGNORECASE)


def _may_part(text: str) -> bool:
    return ":" in text or "   " in text or "\t" in text


def heading_alone(text: str) -> LabelMatch | None:
    """The section whose short heading is all of a line."""
    words = text.strip(" .:")
    name = _short_wordings("alone").get(words.casefold()) if words[:1].isupper() else None
    return _match(name, 0, len(text)) if name else None


def _match(name: str, start: int, end: int) -> LabelMatch:
    return LabelMatch(label=label_named(name), start=start, end=end, exact=True)


@cache
def label_named(name: str) -> Label:
    """A label of the ERA form by its name."""
    return next(label for label in era_labels() if label.name == name)


@cache
def _short_wordings(key: str) -> dict[str, str]:
    """The names of the labels by the short wordings that labels.toml gives under `key`."""
    data = tomllib.loads((files("schedgraph.parser.forms.era") / "labels.toml").read_text(encoding="utf-8"))
    return {words.casefold(): row["name"] for row in data["label"] for words in row.get(key, ())}
