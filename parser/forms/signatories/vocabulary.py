"""The words of the signatory table: its columns, actions, job titles, offices, and the words of its field."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from schedgraph.parser.labels import Label, load_labels

_PACKAGE = "schedgraph.parser.forms.signatories"
_LONGEST_FRAGMENTS = 3


@cache
def columns() -> tuple[str, ...]:
    """The headings of the columns."""
    return tuple(_data()["columns"])


@cache
def titles() -> tuple[tuple[str, ...], ...]:
    """Job titles that are met again and again, as words in lower case; longer ones first."""
    return _phrases("titles")


@cache
def offices() -> tuple[tuple[str, ...], ...]:
    """The words that names of offices begin with."""
    return _phrases("offices")


@cache
def agency_titles() -> tuple[tuple[str, ...], ...]:
    """Titles that bear the agency's name before them."""
    return _phrases("agency_titles")


@cache
def words() -> frozenset[str]:
    """The words of the field, by which broken words are mended."""
    return _set("words")


@cache
def no_names() -> frozenset[str]:
    """Words that belong to a title, an office or an agency."""
    return words() | _set("places") | heads() | leading_heads()


@cache
def heads() -> frozenset[str]:
    """What a job title ends with."""
    return _set("heads")


@cache
def leading_heads() -> frozenset[str]:
    """What a job title may end with, or begin with."""
    return _set("leading_heads")


@cache
def given_names() -> frozenset[str]:
    """First names."""
    return _set("given_names")


@cache
def blanks() -> re.Pattern[str]:
    """What stands in a cell that says nothing."""
    return re.compile("|".join(f"(?:{row})" for row in _data()["vocabulary"]["blanks"]), re.IGNORECASE)


@cache
def actions() -> tuple[Label, ...]:
    """The actions, as labels."""
    return load_labels(files(_PACKAGE) / "signatories.toml")


def mend(text: str, known: frozenset[str]) -> str:
    """Words that a narrow column broke (`Servic es`) put together where the whole is a known word."""
    parts = text.split()
    mended: list[str] = []
    position = 0
    while position < len(parts):
        for size in range(min(_LONGEST_FRAGMENTS, len(parts) - position), 1, -1):
            fragments = parts[position : position + size]
            if _is_broken(fragments, known):
                mended.append("".join(fragments))
                position += size
                break
        else:
            mended.append(parts[position])
            position += 1
    return " ".join(mended)


def fold_words(parts: Sequence[str]) -> list[str]:
    """Words as the vocabulary writes them: in lower case, without the marks at their ends."""
    return [part.casefold().strip("().,;:") or part for part in parts]


def _is_broken(fragments: Sequence[str], known: frozenset[str]) -> bool:
    if not all(fragment[:1].islower() for fragment in fragments[1:]):
        return False
    letters = [fragment.strip("().,;:").casefold() for fragment in fragments]
    whole = "".join(fragments).strip("().,;:").casefold()
    return whole in known and len(whole) > 3 and not all(part in known for part in letters)


def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    rows = [tuple(fold_words(row.split())) for row in _data()["vocabulary"][name]]
    return tuple(sorted(rows, key=len, reverse=True))


def _set(name: str) -> frozenset[str]:
    return frozenset(_data()["vocabulary"][name].split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(_PACKAGE) / "signatories.toml").read_text(encoding="utf-8"))
