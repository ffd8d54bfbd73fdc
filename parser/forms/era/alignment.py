"""All labels first, then all values: which value belongs to which label, as order and kind force it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from schedgraph.parser.labels import Label, fold, match_label

BLANK_OPTIONAL = 2
BLANK_REQUIRED = 7
FURTHER_LINE = 1
UNLIKELY_LINE = 3
_OTHERS_WORDS = 1
_IMPOSSIBLE = 10**6
_SUFFIX = 4
DASH = re.compile(r"^\s*[-–—:]\s+(?=[A-Z0-9\"“(])")
"""Between a sequence number and its title."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "status": (
        "Approved",
        "Returned Without Action",
        "Returned",
        "Submitted",
        "Submitted for Concurrence",
        "Draft",
        "Withdrawn",
        "Proposed",
        "Registered",
        "In Review",
        "Under Review",
        "Under Appraisal",
        "Pending",
        "Certified",
        "Proposal",
        "Cancelled",
        "Completed",
        "Superseded",
        "Rescinded",
        "Inactive",
    ),
    "item-status": ("Active", "Inactive", "Withdrawn", "Superseded", "Rescinded", "Pending", "Obsolete"),
    "applies-to": (
        "Agency-wide",
        "Department-wide",
        "Government-wide",
        "Major Subdivision",
        "Minor Subdivision",
        "Bureau-wide",
    ),
    "yes-no": ("Yes", "No"),
    "final-disposition": ("Temporary", "Permanent"),
}
# What is said of a step beside its name: "Submitted to NARA", "Returned for revision", "Pending with the appraiser"
_STEP = re.compile(r"\s(?:to|for|by|with|at|in|on)\s[\w/.' -]{2,40}")
_RECORD_GROUP = ("Records of", "General Records", "General Records Schedules")
# What a cutoff, a retention period and a transfer begin with, and hardly anything else does.
_DISPOSING = re.compile(r"(?:Destroy|Delete|Retain|Transfer to|Cut ?off) +[a-z0-9]")
_BEGUN_SMALL = (
    "destroy",
    "delete",
    "retain",
    "transfer",
    "permanent",
    "temporary",
    "cut",
    "close",
    "keep",
    "n/a",
    "none",
)
# "GAO Approval   Not Required"
_NO_REVIEW = re.compile(r"(?:Not )?Required\b")
_RETENTION = (
    "Destroy",
    "Delete",
    "Destroy/Delete",
    "Retain",
    "Transfer",
    "Permanent",
    "Temporary",
    "Close",
    "Keep",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A label that waits for its value."""

    name: str
    kind: str

    @property
    def required(self) -> bool:
        """Whether the form never leaves the value blank."""
        return not self.kind.endswith("?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """For each slot the lines it takes (first, after last); None where more than one way is equally good."""

    spans: tuple[tuple[int, int] | None, ...]
    cost: int


def align(slots: Sequence[Slot], lines: Sequence[str]) -> Alignment | None:
    """The cheapest way to give every line to a slot in order; None where there is none."""
    size, count = len(slots), len(lines)
    forward = [[_IMPOSSIBLE] * (count + 1) for _ in range(size + 1)]
    backward = [[_IMPOSSIBLE] * (count + 1) for _ in range(size + 1)]
    prices = [_prices(slot, lines) for slot in slots]
    forward[0][0] = backward[size][count] = 0
    for index in range(size):
        for start in range(count + 1):
            base = forward[index][start]
            if base < _IMPOSSIBLE:
                for end, price in prices[index](start):
                    forward[index + 1][end] = min(forward[index + 1][end], base + price)
    for index in range(size - 1, -1, -1):
        for start in range(count + 1):
            backward[index][start] = min(
                (price + backward[index + 1][end] for end, price in prices[index](start)), default=_IMPOSSIBLE
            )
    best = forward[size][count]
    if best >= _IMPOSSIBLE:
        return None
    spans: list[tuple[int, int] | None] = []
    for index in range(size):
        ways = {
            (start, end)
            for start in range(count + 1)
            if forward[index][start] < _IMPOSSIBLE
            for end, price in prices[index](start)
            if forward[index][start] + price + backward[index + 1][end] == best
        }
        blank = all(start == end for start, end in ways)
        spans.append(next(iter(ways)) if len(ways) == 1 else ((0, 0) if blank else None))
    return Alignment(spans=tuple(spans), cost=best)


def fits(kind: str, text: str) -> bool:
    """Whether `text` alone can be a value of a closed kind; a text fits every open kind."""
    kind = kind.rstrip("?")
    if kind in _WORDS:
        match = match_label(text, _word_labels(kind))
        if match is None:
            return False
        return len(text) - match.end <= 2 or (kind == "status" and bool(_STEP.fullmatch(text, match.end)))
    if kind == "schedule-number":
        return fold(text)[:2] in ("da", "pa", "dm", "ia", "oa") and sum(c.isdigit() for c in text) >= 6
    if kind == "item-number":
        return fits("schedule-number", text) and sum(c.isdigit() for c in text) >= 9
    if kind == "sequence":
        return is_sequence(text)
    if kind == "count":
        return text.isdigit() and len(text) <= 4
    if kind == "record-group":
        return text[:2].isdigit() or text.startswith(_RECORD_GROUP)
    return True


def begins_like(kind: str, text: str) -> bool:
    """Whether `text` begins with a word of a closed kind: `Submitted for Certification` is a status."""
    return match_label(text, _word_labels(kind)) is not None


def disposes_like(kind: str, text: str) -> bool:
    """Whether a cutoff, a retention period or a transfer may read so: it is no other's answer and no end of a sentence."""
    if _looks_closed(text) or _NO_REVIEW.match(text):
        return False
    if _is_likely(kind, text):
        return True
    return not (
        _DISPOSING.match(text) or (text[:1].islower() and not text.casefold().startswith(_BEGUN_SMALL))
    )


def is_sequence(text: str) -> bool:
    """`1`, `1.2`, `12.3.4.`; `0001`, as newer prints number an item by the end of its authority number."""
    if not text[:1].isdigit():
        return False
    if len(text) == _SUFFIX and text.isdigit() and text < "0100":
        return True
    parts = text.rstrip(".").split(".")
    return len(parts) <= 5 and all(part.isdigit() and 1 <= len(part) <= 3 for part in parts)


def split_sequence(text: str) -> tuple[str, str] | None:
    """`1.1 Master File Data` as (`1.1`, `Master File Data`); so also `0001 - Master File Data`."""
    if not text.lstrip()[:1].isdigit():
        return None
    words = text.split(maxsplit=1)
    number = words[0].removesuffix(":")
    if not is_sequence(number):
        return None
    rest = DASH.sub("", words[1]) if len(words) > 1 else ""
    if rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'(“"):
        return None
    return number.rstrip("."), rest


def _prices(slot: Slot, lines: Sequence[str]) -> Callable[[int], list[tuple[int, int]]]:
    """From a first line, each possible end and what it costs."""
    kind = slot.kind.rstrip("?")
    blank = BLANK_REQUIRED if slot.required else BLANK_OPTIONAL
    open_kind = kind in ("text", "long", "cutoff", "retention", "transfer")
    wraps = open_kind or kind == "record-group"
    strange = [wraps and _looks_closed(line) for line in lines]

    @cache
    def ways(start: int) -> tuple[tuple[int, int], ...]:
        found = [(start, blank)]
        if not open_kind:
            if start < len(lines) and fits(kind, lines[start]):
                found.append((start + 1, 0))
                if kind == "record-group" and start + 1 < len(lines) and not strange[start + 1]:
                    # "Records of the Occupational Safety and Health" goes on: "Administration".
                    found.append((start + 2, FURTHER_LINE))
            return tuple(found)
        price = 0
        for end in range(start + 1, len(lines) + 1):
            if strange[end - 1]:
                break
            if end == start + 1:
                price = _price_of_first(kind, lines[start])
            elif kind != "long":
                price += FURTHER_LINE
            found.append((end, price))
        return tuple(found)

    return lambda start: list(ways(start))


def _is_likely(kind: str, line: str) -> bool:
    if kind == "cutoff":
        return "cutoff" in "".join(c for c in line.casefold() if c.isalpha()) or line.startswith("Close")
    if kind == "retention":
        return line.startswith(_RETENTION)
    if kind == "transfer":
        return "transfer" in line.casefold() or "offer" in line.casefold()
    return True


def _price_of_first(kind: str, line: str) -> int:
    if not _is_likely(kind, line):
        return UNLIKELY_LINE
    return _OTHERS_WORDS if kind in ("text", "long") and _DISPOSING.match(line) else 0


def _looks_closed(line: str) -> bool:
    """Whether a line is a value of a closed kind and so no part of a text."""
    return any(fits(kind, line) for kind in (*_WORDS, "schedule-number", "sequence"))


@cache
def _word_labels(kind: str) -> tuple[Label, ...]:
    return tuple(Label(name=word, wordings=(word,)) for word in _WORDS[kind])
