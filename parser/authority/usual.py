"""The usual ways to write a number, read at a glance: what a cold command needs for a number that is sound.

It imports nothing but a small table. What it does not know for certain it leaves to the grammar: whatever
it reads, `reader.read_numbers` reads as the same one sure number.
"""

from schedgraph.parser.authority.usual_slots import SLOTS, Slot

_LONGEST = 60
_MOST_LEVELS = 6
# An l may be a 1 and a b an 8 where a digit is due; an n begins N1-567-09-6; the others stay what they are.
_PLAIN_LETTERS = frozenset("abcdefghjkmpqrtuwyzACEFHJKMPRTUWY")


def read_usual(written: str) -> tuple[str, str] | None:
    """The identifier and the family of `written`; None where the grammar has to read it.

    >>> read_usual("n1-567-09-6/1A")
    ('N1-567-09-006/1/a', 'N1')
    >>> read_usual("NI-567-09-6") is None
    True
    """
    if len(written) > _LONGEST or not written.isascii():
        return None
    stem, path = _divided(written)
    family, _, rest = stem.upper().partition("-")
    slots = SLOTS.get(family)
    values = rest.split("-")
    if slots is None:
        return None
    item = ""
    if family == "DAA":
        if path or len(values) not in (3, 4):
            return None
        if len(values) == 4:
            item = values.pop()
            if len(item) != 4 or not item.isdigit():
                return None
    if len(values) != len(slots):
        return None
    parts = [_part(value, slot) for value, slot in zip(values, slots, strict=True)]
    if None in parts or (family != "DAA" and _may_hold_a_slash(values[-1])):
        return None
    schedule = f"{family}-{'-'.join(part for part in parts if part)}"
    if item:
        return f"{schedule}-{item}", family
    levels = _levels(path) if path else ()
    return None if levels is None else ("/".join((schedule, *levels)), family)


def _divided(written: str) -> tuple[str, str]:
    """`N1-567-09-6` and `1A` of `N1-567-09-6/1A` and of `N1-567-09-6, item 1A`."""
    for divider in (", item ", " item ", "/"):
        stem, found, path = written.partition(divider)
        if found:
            return stem, path or "?"
    return written, ""


def _part(value: str, slot: Slot) -> str | None:
    """The canonical form of one part; None where it is none, or an implausible one."""
    widths, pad, low, high, years, letters = slot
    if value in letters:
        return value
    if len(value) not in widths or not value.isdigit():
        return None
    number = int(value)
    if years is None:
        plausible = low <= number <= high
    elif len(value) == 2:
        plausible = years[0] <= 1900 + number <= years[1] or years[0] <= 2000 + number <= years[1]
    else:
        plausible = years[0] <= number <= years[1]
    return str(number).zfill(pad) if plausible else None


def _may_hold_a_slash(value: str) -> bool:
    """N1-412-95-714 may be N1-412-95-7/4: the grammar weighs it."""
    return len(value) == 3 and value[1] == "1" and "0" not in value


def _levels(path: str) -> tuple[str, ...] | None:
    """1, a and 2 of `1A/2` and `1/a/2`; None where a level is no small number or plain letter."""
    levels: list[str] = []
    run = ""
    for character in f"{path}/":
        if character.isdigit() and (not run or run.isdigit()):
            run += character
            continue
        if run:
            levels.append(run)
            run = ""
        elif character == "/":
            return None
        if character == "/":
            continue
        if not levels or not (character.isdigit() or character in _PLAIN_LETTERS):
            return None
        run = character
    if run or not levels or len(levels) > _MOST_LEVELS:
        return None
    for above, level in zip(("a", *levels), levels, strict=False):
        if level.isdigit() and (level.startswith("0") or len(level) > 3):
            return None
        if level.isdigit() == above.isdigit() or (level.isalpha() and len(level) > 1):
            return None
    return tuple(level.lower() for level in levels)
