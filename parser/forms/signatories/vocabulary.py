"""The words of the signatory table: its columns, actions, job titles, and the words of its field."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from schedgraph.parser.labels import Label, load_labels

_PACKAGE = "schedgraph.parser.forms.signatories"
_LONGEST_FRAGMENTS = 3


def columns() -> tuple[str, ...]:
    """The headings of the columns."""
    return tuple(_data()["columns"])


def titles() -> tuple[str, ...]:
    """Job titles that are met again and again, longer ones first."""
    return tuple(_data()["vocabulary"]["titles"])


@cache
def words() -> frozenset[str]:
    """The words of the field."""
    return frozenset(_data()["vocabulary"]["words"].split())


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


def _is_broken(fragments: Sequence[str], known: frozenset[str]) -> bool:
    if not all(fragment[:1].islower() for fragment in fragments[1:]):
        return False
    letters = [fragment.strip("().,;:").casefold() for fragment in fragments]
    whole = "".join(fragments).strip("().,;:").casefold()
    return whole in known and len(whole) > 3 and not all(part in known for part in letters)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(_PACKAGE) / "signatories.toml").read_text(encoding="utf-8"))
