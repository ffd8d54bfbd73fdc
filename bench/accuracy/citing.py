"""Numbers and citations held against the truth: found, missed, and wrong among those that the reader called sure."""

from collections import Counter
from collections.abc import Iterator
from typing import Any


def citations(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every citation of a transcript."""
    yield from found.get("citations") or []
    for item in found.get("items") or []:
        yield from item.get("citations") or []


def numbers(truth: dict[str, Any], found: dict[str, Any]) -> tuple[Counter[str], list[tuple[float, bool]]]:
    """found, among-readings, missed, wrong-and-sure; and (confidence, right) of each number that was read.

    `expected struck` and `found struck` count those that are printed in struck words.
    """
    expected = {number["id"] for number in truth["numbers"]}
    said: dict[str, bool] = {}
    readings: set[str] = set()
    pairs: list[tuple[float, bool]] = []
    schedule = found.get("schedule") or {}
    if schedule.get("id"):
        doubted = (
            bool(schedule.get("repairs")) or ((schedule.get("evidence") or {}).get("confidence") or 1.0) < 1.0
        )
        said[schedule["id"]] = not doubted
        pairs.append(((schedule.get("evidence") or {}).get("confidence") or 0.0, schedule["id"] in expected))
    for cited in citations(found):
        if cited.get("target"):
            said[cited["target"]] = said.get(cited["target"], False) or bool(cited.get("sure"))
        for reading in cited.get("readings") or []:
            readings.add(reading["target"])
            pairs.append((reading["confidence"], reading["target"] in expected))
    items = {item["id"] for item in found.get("items") or [] if (item.get("id") or "").startswith("DAA-")}
    tally: Counter[str] = Counter(expected=len(expected))
    for number in expected:
        kind = (
            "found"
            if number in said or number in items
            else "among-readings"
            if number in readings
            else "missed"
        )
        tally[kind] += 1
    struck = " ".join(
        " ".join(piece.split()) for item in truth["items"] for piece in item.get("struck") or ()
    )
    for number in truth["numbers"]:
        if number["printed"] in struck:
            tally["expected struck"] += 1
            tally["found struck"] += number["id"] in said or number["id"] in items
    tally["wrong-and-sure"] = sum(sure and number not in expected for number, sure in said.items())
    tally["sure"] = sum(said.values())
    return tally, pairs


Key = tuple[str, str, str | None, str | None]


def relations(truth: dict[str, Any], found: dict[str, Any]) -> Counter[str]:
    """right, missed and wrong citations: item, relation and target must agree, and the date where one is printed."""
    missed, wrong = differences(truth, found)
    expected = {_key(item["id"], cited) for item in truth["items"] for cited in item["citations"]}
    return Counter(right=len(expected) - len(missed), missed=len(missed), wrong=len(wrong))


def differences(truth: dict[str, Any], found: dict[str, Any]) -> tuple[set[Key], set[Key]]:
    """Citations that were missed, and those that were read but are not printed: item, relation, target, date."""
    expected = {_key(item["id"], cited) for item in truth["items"] for cited in item["citations"]}
    said = {
        _key(item["id"], cited)
        for item in found.get("items") or []
        for cited in item.get("citations") or []
        if cited.get("target") or cited["relation"] != "cites"
    }
    undated = {key[:3] for key in expected if key[3] is None}
    said = {(*key[:3], None) if key[:3] in undated else key for key in said}
    return expected - said, said - expected


def _key(item: str, cited: dict[str, Any]) -> Key:
    return item, cited["relation"], cited.get("target"), cited.get("date")
