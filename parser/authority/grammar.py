"""The strict grammar of hyphenated numbers: as printed, but for padding, spacing, case and dash style.

What it reads is the number of a schedule (for DAA also of an item); designators follow in `suffix`.
"""

import re
from dataclasses import dataclass
from functools import cache

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.families import Family, Slot, dashed_families

# the " - " of PAA - 0563 - 2013, the "-\n" of a number that wraps
_HYPHEN = r"[ \n]{0,8}-[ \n]{0,8}"
# N1-412-95-714, which may be N1-412-95-7/4
_SLASH_AS_1 = re.compile(r"(?P<job>[1-9])1(?P<item>[1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleReading:
    """One way to read the number at a place: canonical schedule, its end, trust, repairs.

    `path` holds what the number itself says of the item (a DAA item, a slash read as 1); `last` is the last
    part as printed, without padding, for suffixes glued to it. `sure` is true only of strict readings.
    """

    family: Family
    schedule: str
    end: int
    weight: float
    repairs: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    last: str = ""
    sure: bool = False


def read_strict(plain: str, start: int) -> tuple[ScheduleReading, ...]:
    """The strict readings of the number at `start`: none, one, or two where a 1 may be a slash."""
    for family, pattern in _patterns().get(plain[start : start + 1].upper(), ()):
        match = pattern.match(plain, start)
        if match is not None and "\n\n" not in match[0]:
            return _readings(plain, family, match)
    return ()


def _readings(plain: str, family: Family, match: re.Match[str]) -> tuple[ScheduleReading, ...]:
    printed = [match[f"slot{index}"].upper() for index in range(len(family.slots))]
    values = tuple(
        slot.canonical(value) if value.isdigit() else value
        for slot, value in zip(family.slots, printed, strict=True)
    )
    trust = trust_in(family, values)
    path, end = _own_item(plain, family, match)
    last = printed[-1].lstrip("0")
    reading = ScheduleReading(
        family=family,
        schedule=family.schedule(values),
        end=end,
        weight=trust,
        path=path,
        last=last,
        sure=trust == 1.0,
    )
    slash = (
        _SLASH_AS_1.fullmatch(printed[-1]) if family.item == "designator" and family.slots[-1].pad else None
    )
    if slash is None:
        return (reading,)
    weight = confusions().shape["slash_read_as_1"]
    other = ScheduleReading(
        family=family,
        schedule=family.schedule((*values[:-1], family.slots[-1].canonical(slash["job"]))),
        end=end,
        weight=weight,
        repairs=("1→/",),
        path=(slash["item"],),
        last=slash["job"],
    )
    return (
        ScheduleReading(
            family=family, schedule=reading.schedule, end=end, weight=trust * (1 - weight), last=last
        ),
        other,
    )


def trust_in(family: Family, values: tuple[str, ...]) -> float:
    """How far a number with these canonical parts is trusted: 1 where nothing speaks against it."""
    shape = confusions().shape
    trust = 1.0 if family.verified else shape["unverified"]
    if family.partial:
        trust *= shape["partial"]
    for slot, value in zip(family.slots, values, strict=True):
        if not slot.plausible(value):
            trust *= shape["implausible"] if value.isdigit() else shape["unknown_group"]
    return trust


def _own_item(plain: str, family: Family, match: re.Match[str]) -> tuple[tuple[str, ...], int]:
    """The item number of a DAA number, where one follows in the style of the number itself."""
    if family.item != "number":
        return (), match.end()
    following = _item_pattern(family).match(plain, match.end())
    if following is None or "\n\n" in following[0]:
        return (), match.end()
    spaced = following["hyphen"].strip("\n") != "-"
    own_style = " - " in match[0]
    if spaced and not own_style and not following["item"].startswith("0"):
        # DAA-0567-2017-0007 - 2017 report
        return (), match.end()
    return (following["item"],), following.end()


@cache
def _item_pattern(family: Family) -> re.Pattern[str]:
    return re.compile(rf"(?P<hyphen>{_HYPHEN})(?P<item>[0-9]{{{family.item_widths[0]}}})(?![0-9])", re.ASCII)


@cache
def _patterns() -> dict[str, list[tuple[Family, re.Pattern[str]]]]:
    """One pattern a family, from families.toml, by the letter it begins with; a partial number is never strict."""
    found: dict[str, list[tuple[Family, re.Pattern[str]]]] = {}
    for family in dashed_families():
        if not family.partial and " " not in family.prefix:
            pattern = re.compile(_strict(family), re.ASCII | re.IGNORECASE)
            found.setdefault(family.prefix[0].upper(), []).append((family, pattern))
    return found


def _strict(family: Family) -> str:
    slots = _HYPHEN.join(f"(?P<slot{index}>{_slot(slot)})" for index, slot in enumerate(family.slots))
    prefix = _HYPHEN.join(re.escape(part) for part in family.prefix.split("-"))
    return prefix + _HYPHEN + slots + r"(?![0-9])"


def _slot(slot: Slot) -> str:
    digits = f"[0-9]{{{min(slot.widths)},{max(slot.widths)}}}"
    return "|".join((digits, *slot.letters))
