"""What a supersession changes for the records: kept longer, shorter, for ever, or counted from another event.

36 CFR 1226.14(d): a new authority applies to existing records too. So records that were to be destroyed may now
have to be kept, and the other way round.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from schedgraph.graph.answer_json import change_json, is_alarm
from schedgraph.graph.casefile import CaseFile, once, told
from schedgraph.graph.statements import Statement
from schedgraph.graph.succession import same_authorities

Change = Literal[
    "same",
    "longer",
    "shorter",
    "temporary-to-permanent",
    "permanent-to-temporary",
    "trigger-moved",
    "not-comparable",
    "not-known",
]
Json = dict[str, Any]

_PERIOD = re.compile(r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?")
_PREDICATES = {
    "final-disposition": "final",
    "retention-action": "action",
    "retention-period": "period",
    "retention-trigger": "trigger",
    "retention-text": "text",
    "cutoff": "cutoff",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long an item is kept: an ISO 8601 `period` from `trigger` (None: its making), then `action`.

    `final` is temporary or permanent.
    """

    final: str | None = None
    action: str | None = None
    period: str | None = None
    trigger: str | None = None
    cutoff: str | None = None
    text: str | None = None

    @property
    def is_stated(self) -> bool:
        """Whether anything can be compared."""
        return bool(self.final or self.period or self.trigger)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionChange:
    """What becomes of the retention when `new` takes the place of `old`, in a sentence too."""

    change: Change
    message: str
    old: Retention | None
    new: Retention | None

    @property
    def alarm(self) -> bool:
        """Whether someone who goes on as before may destroy too early or keep too long."""
        return is_alarm(self.change)

    def to_json(self) -> Json:
        """The value of `retention_change` on an edge."""
        return change_json(self)


def retention_change(case: CaseFile, old: str, new: str) -> RetentionChange:
    """Compares the retention of two items, under whichever of their numbers the corpus states it."""
    return once(case, _retention_change, old, new)


def _retention_change(case: CaseFile, old: str, new: str) -> RetentionChange:
    found: list[Retention | None] = []
    for identifier in (old, new):
        stated = retention(case, identifier)
        if isinstance(stated, str):
            return RetentionChange(change="not-known", message=stated, old=None, new=None)
        found.append(stated)
    before, after = found
    missing = [name for name, each in ((old, before), (new, after)) if each is None or not each.is_stated]
    if before is None or after is None or missing:
        message = f"The corpus does not state the retention of {' or '.join(missing)}."
        return RetentionChange(change="not-known", message=message, old=before, new=after)
    change, message = _compared(before, after)
    return RetentionChange(change=change, message=message, old=before, new=after)


def stating(case: CaseFile, identifier: str) -> tuple[Statement, ...]:
    """The statements from which the retention of an item is taken, under whichever of its numbers."""
    return tuple(
        each for name in same_authorities(case, identifier) for each in told(case, name, *_PREDICATES)
    )


def retention(case: CaseFile, identifier: str) -> Retention | str | None:
    """What the corpus states; None where it states nothing, a sentence where documents disagree."""
    values: dict[str, str] = {}
    for each in stating(case, identifier):
        key = _PREDICATES[each.predicate]
        if key != "text" and values.get(key, each.object).casefold() != each.object.casefold():
            return f"The documents disagree on the {each.predicate.replace('-', ' ')} of {identifier}."
        values[key] = each.object
    if not values:
        return None
    if "final" not in values and values.get("action") in ("destroy", "delete"):
        values["final"] = "temporary"
    return Retention(**values)


def _compared(old: Retention, new: Retention) -> tuple[Change, str]:
    if old.final != new.final and old.final and new.final:
        if new.final == "permanent":
            return "temporary-to-permanent", (
                "Records that were temporary are permanent now: what the old item lets be destroyed must be kept."
            )
        return "permanent-to-temporary", (
            "Records that were permanent are temporary now: check whether those of the past may be destroyed."
        )
    if old.final == new.final == "permanent" and None in (old.period, new.period):
        return "same", "The records are permanent under both."
    if not (old.period or old.trigger) or not (new.period or new.trigger):
        return "not-known", "Only one of the two items states a period, so the periods cannot be compared."
    words = f"{_in_words(old)}, now {_in_words(new)}"
    if _event(old) != _event(new):
        return "trigger-moved", (
            f"The records were kept {words}: counted from another event, so which is longer is not known; "
            "the shorter period can end later."
        )
    if conditions_of(old) != conditions_of(new):
        return "not-comparable", (
            f"The records were kept {words}; the words add a condition on one side, so which is longer is not known."
        )
    return _by_length(old.period or "P0D", new.period or "P0D", words)


def _by_length(old: str, new: str, words: str) -> tuple[Change, str]:
    before, after = _measure(old), _measure(new)
    months = months_of(old), months_of(new)
    if months[0] is not None and months[1] is not None:
        before, after = (months[0], months[0]), (months[1], months[1])
    if before is None or after is None:
        return "not-comparable", f"The records were kept {words}; a period cannot be measured."
    if before == after:
        return "same", f"The records are kept as long as before: {words}."
    if before[1] < after[0]:
        return "longer", f"The records are kept longer: {words}."
    if after[1] < before[0]:
        return "shorter", f"The records are kept shorter: {words}."
    return "not-comparable", f"The records were kept {words}; which is longer depends on the calendar."


def months_of(period: str) -> int | None:
    """Whole months; None where the period has weeks or days too."""
    match = _PERIOD.fullmatch(period)
    if match is None or match[3] or match[4]:
        return None
    return int(match[1] or 0) * 12 + int(match[2] or 0)


def _measure(period: str) -> tuple[int, int] | None:
    """The fewest and the most days that an ISO 8601 period of years, months, weeks and days can have."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        return None
    months = int(match[1] or 0) * 12 + int(match[2] or 0)
    exact = int(match[3] or 0) * 7 + int(match[4] or 0)
    return months // 12 * 365 + months % 12 * 28 + exact, months // 12 * 366 + months % 12 * 31 + exact


def _event(each: Retention) -> tuple[str, str]:
    """The event from which the period counts; files that are cut off count from their cutoff."""
    words = _words(each.trigger or "")
    event = "creation" if words in _table()["creation"] else words
    return event, _words(each.cutoff or "") if event == "cutoff" else ""


def event_of(each: Retention) -> str:
    """The event from which the period counts, small words left out: "creation" for the making of the records.

    What counts from the cutoff has the words of the cutoff instruction, or "cutoff" where there is none.
    """
    event, cutoff = _event(each)
    return cutoff.removeprefix("cutoff ") or event


def conditions_of(each: Retention) -> frozenset[str]:
    """The words of its text by which the period is not the whole of it: "whichever is sooner"."""
    said = " ".join((each.text or "").casefold().split())
    return frozenset(words for words in _table()["conditions"] if words in said)


@lru_cache(maxsize=10_000)
def _words(text: str) -> str:
    found = re.findall(
        r"[a-z0-9]+", text.casefold().replace("cut off", "cutoff").replace("cut-off", "cutoff")
    )
    return " ".join(word for word in found if word not in _table()["empty"])


def _in_words(each: Retention) -> str:
    event = "their making" if _event(each)[0] == "creation" else each.trigger
    return f"{each.period} from {event}" if each.period else f"until {event}"


@cache
def _table() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("schedgraph.graph").joinpath("retention.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items()}
