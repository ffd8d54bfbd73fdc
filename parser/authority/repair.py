"""Shape-guided repair of damaged hyphenated numbers.

It works only at a place where a prefix stands, tries the slots of each family in turn, and lets a letter
become a digit only in a digit slot. Everything is bounded: a slot looks at a few characters, and the number of
attempts at one place is limited, so that hostile text costs time in proportion to its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from schedgraph.parser.authority.confusions import Substitution, confusions
from schedgraph.parser.authority.families import Family, Slot, dashed_families
from schedgraph.parser.authority.grammar import ScheduleReading, trust_in

_MOST_ATTEMPTS = 300
_LEAST_WEIGHT = 0.02
_LONGEST_RUN = 17
_BLANKS = re.compile(r"[ \n]{0,8}")
_OTHER_HYPHENS = "_.~=,:/'"


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far one attempt at a place has come."""

    at: int
    weight: float = 1.0
    repairs: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    hyphens: int = 0
    digits: int = 0
    letters: int = 0
    broken: bool = False
    last: str = ""
    path: tuple[str, ...] = ()

    def step(self, at: int, weight: float = 1.0, *repairs: str, **changes: object) -> "Attempt":
        return replace(
            self,
            at=at,
            weight=self.weight * weight,
            repairs=self.repairs + tuple(repair for repair in repairs if repair),
            **changes,  # type: ignore[arg-type]
        )


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
        if longest and longest[0].startswith(match[0]):
            # The DA of DAA is no prefix of its own.
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
        (substitution, re.compile("[ ]?".join(_either_case(c) for c in printed)))
        for printed, substitution in sorted(rows, key=lambda row: -len(row[0]))
    )


def _either_case(character: str) -> str:
    if character == "-":
        return "[ \n]{0,2}[- ][ \n]{0,2}"
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
        for parted in _separators(plain, state, first=index == 0):
            for filled in _slot(plain, family.slots[index], parted, last=index == len(family.slots) - 1):
                if filled.weight >= _LEAST_WEIGHT and filled.letters <= max(4, filled.digits):
                    stack.append(filled)


def _separators(plain: str, state: Attempt, *, first: bool) -> Iterator[Attempt]:
    """The hyphen between two parts, as it is or as what became of it."""
    shape = confusions().shape
    blanks = _BLANKS.match(plain, state.at)
    at = blanks.end() if blanks is not None else state.at
    space = plain[state.at : at]
    if "\n\n" in space:
        return
    following = plain[at : at + 1]
    if following == "-":
        end = at + 1
        double = plain[end : end + 1] == "-"
        after = _BLANKS.match(plain, end + double)
        yield state.step(
            after.end() if after is not None else end,
            shape["double_hyphen"] if double else 1.0,
            "--→-" if double else "",
            hyphens=state.hyphens + 1,
        )
        return
    if following and following in _OTHER_HYPHENS and "\n" not in space:
        after = _BLANKS.match(plain, at + 1)
        end = after.end() if after is not None else at + 1
        if "\n" not in plain[at:end] and end - at <= 2:
            yield state.step(end, shape["other_for_hyphen"], f"{following}→-", hyphens=state.hyphens + 1)
        return
    if space and "\n" not in space and len(space) <= 2:
        yield state.step(at, shape["space_for_hyphen"], "space→-")
    elif not space:
        yield state.step(at, shape["lost_hyphen"], "hyphen restored", broken=True)


def _slot(plain: str, slot: Slot, state: Attempt, *, last: bool) -> Iterator[Attempt]:
    """The ways to fill one slot from `state.at`."""
    yield from _letter_group(plain, slot, state)
    shape = confusions().shape
    run = _run(plain, state.at)
    if not run:
        return
    sound = len(run) - len(run.lstrip("0123456789"))
    lengths = {width for width in slot.widths if width <= len(run)}
    for length in lengths:
        # A run that goes on is cut only where the hyphen after it may be lost.
        cut = length < len(run) and not (last and length == sound)
        if cut and last and not (slot.pad == 4 and len(run) - length == 4):
            continue
        if length < len(run) and len(run) <= max(slot.widths) and not (last and length == sound):
            continue
        yield from _fill(slot, state.step(state.at + length), run[:length])
    if len(run) < max(slot.widths) and not (last and len(run) in slot.widths):
        yield from _joined(plain, slot, state, run)
    if len(run) < min(slot.widths) and not slot.joins_hyphen:
        for filled in _fill(
            slot, state.step(state.at + len(run), shape["short_slot"], broken=True), run, short=True
        ):
            yield filled
    if len(run) > max(slot.widths):
        yield from _long(slot, state, run)
    if last and max(slot.widths) == 3:
        yield from _without_slash(slot, state, run)


def _letter_group(plain: str, slot: Slot, state: Attempt) -> Iterator[Attempt]:
    if not slot.letters:
        return
    match = _GROUP.match(plain, state.at)
    if match is None:
        return
    written = match[0].upper()
    if written in slot.letters:
        yield state.step(match.end(), values=(*state.values, written), last=written)
        return
    known = confusions().groups.get(written)
    if known is not None and known.read in slot.letters:
        yield state.step(
            match.end(), known.weight, known.repair, values=(*state.values, known.read), last=written
        )


# the "-1" after NCl-456-82
_MORE_DIGITS = re.compile(r"[ \n]?-?[ \n]?[0-9]", re.ASCII)
# the "-01" of NI 2010-12-01
_GLUED_DIGITS = re.compile(r"-[0-9]", re.ASCII)
# the AU of DAA-AU-2017-0006, the 6RS of DAA-6RS-2017-0006
_GROUP = re.compile(r"[A-Za-z0-9$]{2,3}(?![A-Za-z0-9$])", re.ASCII)


def _run(plain: str, at: int) -> str:
    table = confusions().digits
    end = at
    while (
        end < len(plain) and end - at < _LONGEST_RUN and (plain[end] in "0123456789" or plain[end] in table)
    ):
        end += 1
    run = plain[at:end]
    # Letters alone are a number only where each is a common shape of a digit: no `is`, no `AT`.
    return run if any(c in "0123456789" for c in run) or all(c in "IlOQDSZB|" for c in run) else ""


def _fill(slot: Slot, state: Attempt, run: str, *, short: bool = False) -> Iterator[Attempt]:
    table = confusions().digits
    weight, repairs, digits = 1.0, [], ""
    letters = 0
    for character in run:
        if character in table and not character.isdigit():
            weight *= table[character].weight
            repairs.append(table[character].repair)
            digits += table[character].read
            letters += 1
        else:
            digits += character
    value = slot.canonical(digits)
    if slot.years is not None and short:
        value = f"20{digits}" if len(digits) == 2 and slot.pad == 4 else value
    if short:
        repairs.append(f"{run}→{value}")
    yield state.step(
        state.at,
        weight,
        *repairs,
        values=(*state.values, value),
        digits=state.digits + len(run) - letters,
        letters=state.letters + letters,
        last=digits.lstrip("0") or "0",
    )


def _joined(plain: str, slot: Slot, state: Attempt, run: str) -> Iterator[Attempt]:
    """A slot that a blank (201 3) or a hyphen that moved (NC1-74-118) divides."""
    shape = confusions().shape
    at = state.at + len(run)
    divider = plain[at : at + 1]
    rest = _run(plain, at + 1) if divider in {" ", "-"} else ""
    if not rest or len(run) + len(rest) not in slot.widths or len(run) + len(rest) < max(slot.widths):
        return
    if divider == "-" and not slot.joins_hyphen:
        return
    weight, repair = (
        (shape["space_in_digits"], "space removed")
        if divider == " "
        else (shape["moved_hyphen"], "hyphen moved")
    )
    hyphens = state.hyphens + (divider == "-")
    moved = state.step(at + 1 + len(rest), weight, repair, broken=True, hyphens=hyphens)
    yield from _fill(slot, moved, run + rest)


def _without_slash(slot: Slot, state: Attempt, run: str) -> Iterator[Attempt]:
    """A job and an item whose slash was read as 1 (1014 for 10/4) or lost (319 for 3/19)."""
    shape = confusions().shape
    if len(run) < 3 or len(run) > 6 or not run.isdigit() or run.startswith("0"):
        return
    moved = state.step(state.at + len(run))
    for place in range(1, min(len(run), 4)):
        read_as_1 = run[place + 1 :] if run[place] == "1" else ""
        if read_as_1 and not read_as_1.startswith("0"):
            for filled in _fill(slot, moved, run[:place]):
                yield filled.step(filled.at, shape["slash_read_as_1"], "1→/", path=(read_as_1,))
        if state.repairs and len(run) == 3 and not run[place:].startswith("0"):
            for filled in _fill(slot, moved, run[:place]):
                yield filled.step(filled.at, shape["lost_slash"], "slash restored", path=(run[place:],))


def _long(slot: Slot, state: Attempt, run: str) -> Iterator[Attempt]:
    """A slot with padding of another family (N1-0567-…) or a year in full (N1-567-2009-6)."""
    weight = confusions().shape["long_slot"]
    widest = max(slot.widths)
    trimmed = run.lstrip("0")
    if slot.years is not None and len(run) == 4 and widest == 2 and run.isdigit() and run[:2] in {"19", "20"}:
        trimmed = run[2:]
        if slot.year(trimmed) != int(run):
            return
    elif not trimmed or len(trimmed) > widest or len(run) - widest > 2:
        return
    for filled in _fill(slot, state.step(state.at + len(run), weight), trimmed):
        yield replace(filled, repairs=(*filled.repairs, f"{run}→{trimmed}"))


def _finished(plain: str, family: Family, state: Attempt) -> Iterator[ScheduleReading]:
    """The readings of a filled number, with the item that a DAA number holds, and the look-alikes."""
    if state.at < len(plain) and plain[state.at] in "0123456789" and family.item != "number":
        return
    if state.digits < 2 or (family.needs_hyphen and not state.hyphens):
        return
    if family.partial and _MORE_DIGITS.match(plain, state.at):
        # Nothing is missing where another part follows.
        return
    trust = state.weight * trust_in(family, state.values)
    if state.broken and family.item == "designator" and _GLUED_DIGITS.match(plain, state.at):
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
    for parted in _separators(plain, state, first=False):
        clean = plain[parted.at - 1 : parted.at] == "-"
        if (
            not clean
            and "space→-" in parted.repairs
            and plain[parted.at : parted.at + 1] not in {"0", "O", "o"}
        ):
            continue
        if plain[state.at : parted.at].strip() not in {"", "-", "--", "_", "."}:
            continue
        for filled in _slot(plain, slot, parted, last=True):
            if filled.at >= len(plain) or not plain[filled.at].isdigit():
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
