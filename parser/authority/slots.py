"""One part of a damaged number: the ways to read it, and what became of the hyphen before it.

A letter becomes a digit only here, and only in a slot for digits. Each way looks at a few characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.families import Slot
from schedgraph.parser.authority.items import ITEM_WORD

_LONGEST_RUN = 17
_BLANKS = re.compile(r"[ \n]{0,8}")
_OTHER_HYPHENS = "_.~=,:/'"
# the AU of DAA-AU-2017-0006, the 6RS of DAA-6RS-2017-0006
_GROUP = re.compile(r"[A-Za-z0-9$]{2,3}(?![A-Za-z0-9$])|(?:AFU|GRS|AU|NU)(?=[0-9])", re.ASCII | re.IGNORECASE)

_ITEM_LETTERS = "abcdefghABCDEFGH"
_ITEM_FOLLOWS = re.compile(rf"[ ]?/|,?[ ]{{0,3}}{ITEM_WORD}", re.ASCII | re.IGNORECASE)
# the item of N1-016-87-08item 12, whose i is no 1
_ITEM_WORD = re.compile(ITEM_WORD, re.ASCII | re.IGNORECASE)


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


def read_separator(plain: str, state: Attempt, *, first: bool) -> Iterator[Attempt]:
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
    if space and len(space) <= 3:
        yield state.step(at, shape["space_for_hyphen"], "space→-")
    elif not space:
        yield state.step(at, shape["lost_hyphen"], "hyphen restored", broken=True)


def fill_slot(plain: str, slot: Slot, state: Attempt, *, last: bool) -> Iterator[Attempt]:
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
        whole = state.step(state.at + length)
        if last and length > 1 and max(slot.widths) == 3 and _ends_in_item(plain, whole.at):
            whole = whole.step(whole.at, shape["letter_ends_job"])
        yield from _fill(slot, whole, run[:length])
    if len(run) < max(slot.widths) and not (last and len(run) in slot.widths):
        yield from _joined(plain, slot, state, run)
    if len(run) < min(slot.widths) and not slot.joins_hyphen:
        short = state.step(state.at + len(run), shape["short_slot"], broken=True)
        yield from _fill(slot, short, run, short=True)
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


def _run(plain: str, at: int) -> str:
    table = confusions().digits
    end = at
    while (
        end < len(plain) and end - at < _LONGEST_RUN and (plain[end] in "0123456789" or plain[end] in table)
    ):
        if plain[end] in "iIl|" and _ITEM_WORD.match(plain, end):
            break
        end += 1
    run = plain[at:end]
    # Letters alone are a number only where each is a common shape of a digit: no `is`, no `AT`.
    return run if any(c in "0123456789" for c in run) or all(c in "IlOQDSZB|" for c in run) else ""


def _ends_in_item(plain: str, end: int) -> bool:
    """Whether the last character of a job is rather the item that is glued to it, and no other item follows."""
    return plain[end - 1] in _ITEM_LETTERS and not _ITEM_FOLLOWS.match(plain, end)


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
    # NN and NC-1YY jobs often have three digits; N1 and NC1 jobs hardly ever.
    shortest = 3 if slot.pad else 4
    if not shortest <= len(run) <= 6 or not run.isdigit() or run.startswith("0"):
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
