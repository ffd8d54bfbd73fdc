"""One transcript held against its truth: every field as expected, found, strictly and softly equal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

SOFT = 0.9
"""Two texts are softly equal from this share of common letters and digits on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One field of one document. `expected` None means that the field must stay empty."""

    field: str
    expected: Any
    found: Any
    confidence: float | None = None

    @property
    def strict(self) -> bool:
        """Equal but for white space, quotation marks and a full stop at the end."""
        return bool(plain(self.expected) == plain(self.found))

    @property
    def soft(self) -> bool:
        """Equal, or for text nearly the same letters and digits."""
        if self.strict:
            return True
        if not isinstance(self.expected, str) or not isinstance(self.found, str):
            return False
        return fuzz.ratio(letters(self.expected), letters(self.found)) / 100 >= SOFT

    @property
    def invented(self) -> bool:
        """A value where nothing is printed."""
        return self.expected in (None, [], "") and self.found not in (None, [], "")


def plain(value: Any) -> Any:
    """A value as it is compared strictly."""
    if isinstance(value, str):
        quotes = value.replace("“", '"').replace("”", '"').replace("’", "'")
        return re.sub(r"\s+", " ", quotes).strip().rstrip(".").strip() or None
    if isinstance(value, list):
        return sorted(str(plain(each)) for each in value)
    return value


def letters(text: str) -> str:
    """Lower-case letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def compare(truth: dict[str, Any], found: dict[str, Any]) -> Iterator[Outcome]:
    """Every field that the truth states. Items are matched by identifier; one that is missing loses all its fields."""
    yield Outcome(
        field="document.form", expected=truth["document"]["form"], found=found.get("document", {}).get("form")
    )
    if "pages" in truth["document"]:
        yield Outcome(
            field="document.pages",
            expected=truth["document"]["pages"],
            found=found.get("document", {}).get("pages"),
        )
    confidence = ((found.get("schedule") or {}).get("evidence") or {}).get("confidence")
    for name, expected, value in _leaves(truth["schedule"], found.get("schedule") or {}):
        yield Outcome(
            field=f"schedule.{name}",
            expected=expected,
            found=value,
            confidence=confidence if name == "id" else None,
        )
    by_id = {item["id"]: item for item in found.get("items") or []}
    yield from _items(truth["items"], by_id)
    yield from _events(truth["events"], found.get("events") or [])


def _leaves(
    expected: dict[str, Any], found: dict[str, Any], prefix: str = ""
) -> Iterator[tuple[str, Any, Any]]:
    for key, value in expected.items():
        there = found.get(key) if isinstance(found, dict) else None
        if isinstance(value, dict):
            yield from _leaves(value, there or {}, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value, there


def _items(expected: list[dict[str, Any]], found: dict[str, dict[str, Any]]) -> Iterator[Outcome]:
    known = {item["id"] for item in expected}
    for item in expected:
        there = found.get(item["id"])
        evidence = (there or {}).get("evidence") or {}
        yield Outcome(
            field="item.found", expected=True, found=there is not None, confidence=evidence.get("confidence")
        )
        for name, value, seen in _leaves(
            {
                key: value
                for key, value in item.items()
                if key not in {"id", "citations", "struck", "strike_kind"}
            },
            there or {},
        ):
            yield Outcome(field=f"item.{name}", expected=value, found=seen if there else "(no such item)")
    for identifier in found:
        if identifier not in known:
            yield Outcome(field="item.found", expected=None, found=identifier)


def _events(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[Outcome]:
    rest = list(found)
    for event in expected:
        match = next(
            (row for row in rest if (row.get("date"), row.get("action")) == (event["date"], event["action"])),
            None,
        )
        match = match or next((row for row in rest if row.get("date") == event["date"]), None)
        if match is not None:
            rest.remove(match)
        for key, value in event.items():
            yield Outcome(
                field=f"event.{key}", expected=value, found=(match or {}).get(key, "(no such event)")
            )
