"""Shape-guided repair of damaged hyphenated numbers.

It works only at a place where a prefix stands, tries the slots of each family in turn, and lets a letter
become a digit only in a digit slot. Everything is bounded: a slot looks at a few characters, and the number
of attempts at one place is limited, so that hostile text costs time in proportion to its length.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from schedgraph.parser.authority.confusions import Substitution, confusions
from schedgraph.parser.authority.families import Family, Slot, dashed_families
from schedgraph.parser.authority.grammar import ScheduleReading, trust_in
from schedgraph.parser.authority.slots import Attempt, fill_slot, read_separator

_MOST_ATTEMPTS = 300
_LEAST_WEIGHT = 0.02


def read_damaged(plain: str, start: int) -> tuple[ScheduleReading, ...]:
    """Every repaired reading of the number that begins at `start`, best first."""
    found: dict[tuple[str, tuple[str, ...]], ScheduleReading] = {}
    attempts = 0
    for family in dashed_families():
        if " " in family.prefix:
            continue
        for state in _prefixes(plain, start, family):
            for reading in read_slots(plain, family, state):
                attempts += 1
                key = (reading.schedule, reading.path)
                if key not in found or found[key].weight < reading.weight:
                    found[key] = reading
                if attempts >= _MOST_ATTEMPTS:
                    break
    ranked = sorted(found.values(), key=lambda reading: -reading.weight)
    if not ranked or ranked[0].weight < confusions().choice["least"]:
        return ()
    return tuple(ranked[: int(confusions().choice["most_readings"])])


def _prefixes(plain: str, start: int, family: Family) -> Iterator[Attempt]:
    spaced_weight = confusions().shape["space_in_prefix"]
    longest: re.Match[str] | None = None
    for substitution, pattern in _prefix_patterns(family.prefix):
        match = pattern.match(plain, start)
        if match is None:
            continue
        weight, repair = (substitution.weight, substitution.repair) if substitution else (1.0, "")
        if longest and longest[0].startswith(match[0]) and not match[0].endswith("-"):
            # The DA of DAA is no prefix of its own; the 1 of NC-127-75-1 may be the record group's.
            continue
        longest = longest or match
        state = Attempt(match.end(), weight, (repair,) if repair else ())
        if re.search(r"[A-Za-z] ", match[0]):
            state = state.step(state.at, spaced_weight, "space removed")
        yield state


@cache
def _prefix_patterns(prefix: str) -> tuple[tuple[Substitution | None, re.Pattern[str]], ...]:
    """The sound prefix and the damaged ones, longest first; a blank may stand between two characters."""
    table = confusions().prefixes.get(prefix, {})
    rows: list[tuple[str, Substitution | None]] = [(prefix, None), *table.items()]
    # Case carries meaning only where a small l or i stands for 1.
    return tuple(
        (substitution, re.compile("[ ]?".join(_either_case(c, hyphen="-" in prefix) for c in printed)))
        for printed, substitution in sorted(rows, key=lambda row: -len(row[0]))
    )


def _either_case(character: str, *, hyphen: bool) -> str:
    """The pattern of a character; a blank may stand for a hyphen only where the family has one (II NNA)."""
    if character == "-":
        return f"[ \n]{{0,2}}{'[- ]' if hyphen else '-'}[ \n]{{0,2}}"
    if not character.isalpha() or character in "Iil":
        return re.escape(character)
    return f"[{character.upper()}{character.lower()}]"


def read_slots(plain: str, family: Family, state: Attempt) -> Iterator[ScheduleReading]:
    """The readings of the slots after a prefix, depth first."""
    stack = [state]
    attempts = 0
    while stack and attempts < _MOST_ATTEMPTS:
        attempts += 1
        state = stack.pop()
        index = len(state.values)
        if index == len(family.slots):
            yield from _finished(plain, family, state)
            continue
        for parted in read_separator(plain, state, first=index == 0):
            ways = fill_slot(plain, family.slots[index], parted, last=index == len(family.slots) - 1)
            stack.extend(
                filled
                for filled in ways
                if filled.weight >= _LEAST_WEIGHT and filled.letters <= max(4, filled.digits)
            )


# the "-1" after NCl-456-82
_MORE_DIGITS = re.compile(r"[ \n]?-?[ \n]?[0-9]", re.ASCII)
# the "-01" of NI 2010-12-01, the "_8" of NC1-65 - 78_8A, the " - 38" of NC1-79-80 - 38A, the "_O" of NC1-65-80_O4c
_MORE_PARTS = re.compile(r"[ ]{0,3}[-_.~=][ ]{0,3}[0-9OoQDIl|SZB]", re.ASCII)


def _finished(plain: str, family: Family, state: Attempt) -> Iterator[ScheduleReading]:
    """The readings of a filled number, with the item that a DAA number holds, and the look-alikes."""
    if state.at < len(plain) and plain[state.at] in "0123456789" and family.item != "number":
        return
    if state.digits < 2 or (family.needs_hyphen and not state.hyphens):
        return
    if family.partial and (state.path or _MORE_DIGITS.match(plain, state.at)):
        # Nothing is missing where another part follows.
        return
    trust = state.weight * trust_in(family, state.values)
    if state.broken and family.item == "designator" and _MORE_PARTS.match(plain, state.at):
        trust *= confusions().shape["broken_before_item"]
    if trust < _LEAST_WEIGHT:
        return
    items = list(_items(plain, family, replace(state, weight=trust))) if family.item == "number" else []
    for item in items or [replace(state, weight=trust, values=(*state.values, ""))]:
        path = (item.values[-1],) if item.values[-1] else item.path
        whole = ScheduleReading(
            family=family,
            schedule=family.schedule(state.values),
            end=item.at,
            weight=item.weight,
            repairs=item.repairs,
            path=path,
            last=state.last,
        )
        yield whole
        if item.broken and not item.path:
            yield from _look_alikes(whole, state.values)


def _items(plain: str, family: Family, state: Attempt) -> Iterator[Attempt]:
    if state.path:
        return
    slot = Slot(name="item", widths=family.item_widths, pad=family.item_widths[0], low=1, high=9999)
    for parted in read_separator(plain, state, first=False):
        clean = plain[parted.at - 1 : parted.at] == "-"
        if (
            not clean
            and "space→-" in parted.repairs
            and plain[parted.at : parted.at + 1] not in {"0", "O", "o"}
        ):
            continue
        if plain[state.at : parted.at].strip() not in {"", "-", "--", "_", "."}:
            continue
        for filled in fill_slot(plain, slot, parted, last=True):
            # No item has the number 0: its other digits stand apart, or are lost.
            whole = filled.at >= len(plain) or not plain[filled.at].isdigit()
            if whole and filled.values[-1].strip("0"):
                yield filled


def _look_alikes(reading: ScheduleReading, values: tuple[str, ...]) -> Iterator[ScheduleReading]:
    """Numbers that a broken one may be, one digit of its last part exchanged."""
    table, weight = confusions().look_alikes, confusions().shape["look_alike"]
    written = reading.path[-1] if reading.path else values[-1]
    for place in range(len(written) - 1, -1, -1):
        if not written[place:].strip("0"):
            continue
        for other in table.get(written[place], ()):
            changed = f"{written[:place]}{other}{written[place + 1 :]}"
            repairs = (*reading.repairs, f"{written[place]}→{other}")
            if reading.path:
                yield replace(reading, path=(changed,), weight=reading.weight * weight, repairs=repairs)
            else:
                schedule = reading.family.schedule((*values[:-1], changed))
                yield replace(reading, schedule=schedule, weight=reading.weight * weight, repairs=repairs)
        return
