"""Corrections as people write them, on a command line or in a TOML file under version control."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from schedgraph.graph.correction import KINDS, Correction, CorrectionError
from schedgraph.graph.identity import is_general
from schedgraph.parser.authority.number import parse_identifier

Resolve = Callable[[str], str]
"""From a number of the corpus as written to its identifier; raises UnknownAuthority."""

_KEYS = {
    "reading": {"about", "printed", "is"},
    "scope": {"about", "by", "holds_for"},
    "election": {"about", "by", "taken"},
    "fact": {"about", "says", "is", "not"},
    "number": {"about", "is"},
}
_EVERY = {"kind", "author", "date", "since", "reason"}
_NEEDED = {
    "reading": ("about", "printed", "is"),
    "scope": ("about", "by", "holds_for"),
    "election": ("about", "by", "taken"),
    "fact": ("about", "says"),
    "number": ("about", "is"),
}
_PERIOD = re.compile(r"P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?")
_MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How written numbers become identifiers: `known` of the corpus only, `any` whatever the grammar reads."""

    known: Resolve
    any: Resolve


def read_corrections(path: Path, numbers: Numbers) -> tuple[Correction, ...]:
    """The corrections of a file of `[[correction]]` tables, in their order.

    Raises CorrectionError with the number of the entry that is wrong, and what `numbers` raises.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise CorrectionError(f"{path} has more than {_MOST_BYTES:,} bytes; split it")
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorrectionError(f"{path} is not TOML: {error}") from None
    entries = content.pop("correction", None)
    if content or not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        found = f"; there is “{next(iter(content))}”" if content else ""
        raise CorrectionError(f"{path} must consist of [[correction]] tables{found}")
    return tuple(_numbered(path, entries, numbers))


def _numbered(path: Path, entries: list[dict[str, Any]], numbers: Numbers) -> Iterator[Correction]:
    for place, entry in enumerate(entries, start=1):
        try:
            yield correction_of(entry, numbers)
        except CorrectionError as error:
            raise CorrectionError(f"{path}, correction {place}: {error}") from None


def correction_of(entry: Mapping[str, Any], numbers: Numbers) -> Correction:
    """The correction that the keys of one entry make. Raises CorrectionError, and what `numbers` raises."""
    kind = entry.get("kind")
    if kind not in KINDS:
        raise CorrectionError(f"kind must be one of {', '.join(KINDS)}")
    if unknown := sorted(set(entry) - _KEYS[kind] - _EVERY):
        raise CorrectionError(f"a correction of a {kind} has no key “{unknown[0]}”")
    if missing := [key for key in (*_NEEDED[kind], "author", "date") if entry.get(key) in (None, "", [])]:
        raise CorrectionError(f"“{missing[0]}” is missing")
    day, since = _day(entry, "date"), _day(entry, "since")
    if day is None or day > date.today():
        raise CorrectionError(
            "“date” is the day on which the correction was made; it cannot lie in the future"
        )
    common: dict[str, Any] = {
        "kind": kind,
        "about": numbers.known(_text(entry, "about")),
        "author": _text(entry, "author"),
        "day": day,
        "since": since,
        "reason": _text(entry, "reason"),
    }
    if kind == "number" and not _is_stand_in(common["about"]):
        raise CorrectionError(
            f"{common['about']} has a number; only a schedule that stands as unknown-… can be given one"
        )
    makers = {
        "reading": _reading,
        "scope": _scope,
        "election": _election,
        "fact": _fact,
        "number": _number,
    }
    made = Correction(**common, **makers[kind](entry, numbers))
    if made.kind == "election" and not is_general(made.about):
        raise CorrectionError(
            f"{made.about} is not of the General Records Schedules, and no other item is for an agency to take"
        )
    _check_fact(made)
    _check_itself(made)
    return made


def _check_fact(made: Correction) -> None:
    """Raises CorrectionError for a fact that cannot be one on the day on which it is stated."""
    if made.kind != "fact" or made.value is None:
        return
    if _predicates()[made.predicate] == "day" and date.fromisoformat(made.value) > made.day:
        raise CorrectionError(
            f"{made.predicate} is {made.value}, and that is stated on {made.day}: a day that had not come"
        )


def _check_itself(made: Correction) -> None:
    """Raises CorrectionError for a correction by which an authority would replace itself."""
    holders = {
        "reading": (made.about,),
        "scope": (made.about, *made.holds_for),
        "fact": (made.about,)
        if made.predicate in ("superseded-by", "supersedes", "does-not-supersede")
        else (),
    }
    if made.value in holders.get(made.kind, ()):
        raise CorrectionError(f"{made.value} cannot replace itself")


def _is_stand_in(identifier: str) -> bool:
    return identifier.startswith("unknown-") and "/" not in identifier


def _number(entry: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    value = numbers.any(_text(entry, "is"))
    parsed = parse_identifier(value)
    if parsed is None or parsed.path:
        raise CorrectionError(f"{value} is the number of an item; give that of the schedule")
    return {"value": value}


def _reading(entry: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    return {"instead_of": _text(entry, "printed"), "value": numbers.any(_text(entry, "is"))}


def _scope(entry: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    held = entry["holds_for"]
    if not isinstance(held, list) or not all(isinstance(each, str) for each in held):
        raise CorrectionError("“holds_for” must be a list of numbers")
    return {
        "value": numbers.any(_text(entry, "by")),
        "holds_for": tuple(dict.fromkeys(numbers.known(each) for each in held)),
    }


def _election(entry: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    if not isinstance(entry["taken"], bool):
        raise CorrectionError("“taken” must be true or false")
    by = _text(entry, "by")
    group = re.fullmatch(r"(?:RG[ ]?)?([0-9]{1,4})", by, re.IGNORECASE | re.ASCII)
    return {"value": f"{int(group[1]):03}" if group else numbers.known(by), "taken": entry["taken"]}


def _fact(entry: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    predicate = _text(entry, "says")
    written = _predicates().get(predicate)
    if written is None:
        raise CorrectionError(f"“{predicate}” cannot be stated; there are {', '.join(sorted(_predicates()))}")
    right, wrong = (_text(entry, key) or None for key in ("is", "not"))
    if right is None and wrong is None:
        raise CorrectionError("give “is”, “not” or both")
    return {
        "predicate": predicate,
        "value": _value(predicate, written, right, numbers),
        "instead_of": numbers.any(wrong) if written == "number" and wrong else wrong,
    }


def _value(predicate: str, written: str | list[str], value: str | None, numbers: Numbers) -> str | None:
    if value is None:
        return None
    if isinstance(written, list) and value not in written:
        raise CorrectionError(f"{predicate} is one of {', '.join(written)}")
    if written == "day":
        return as_date(value).isoformat()
    if written == "period" and not _PERIOD.fullmatch(value):
        raise CorrectionError(f"“{value}” is no period; write ISO 8601, such as P6Y3M")
    return numbers.any(value) if written == "number" else value


def _day(entry: Mapping[str, Any], key: str) -> date | None:
    value = entry.get(key)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    return as_date(_text(entry, key))


def as_date(text: str) -> date:
    """The day written as YYYY-MM-DD. Raises CorrectionError."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise CorrectionError(f"“{text}” is not a date; write it as 2015-01-31")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CorrectionError(f"there is no day {text} in the calendar") from None


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key, "")
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str):
        raise CorrectionError(f"“{key}” must be text in quotation marks")
    return " ".join(value.split())


@cache
def _predicates() -> dict[str, str | list[str]]:
    text = files("schedgraph.graph").joinpath("corrections.toml").read_text(encoding="utf-8")
    found: dict[str, str | list[str]] = tomllib.loads(text)["predicate"]
    return found
