"""The number of a schedule at a place, strict where it can be, else repaired; and where to look for one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from math import prod

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.families import dashed_families
from schedgraph.parser.authority.grammar import ScheduleReading, read_strict
from schedgraph.parser.authority.grs import read_grs, read_next_schedule
from schedgraph.parser.authority.repair import read_damaged

# the " 6" of NC1-412-85-2 6, the " S" of NN-160-5 S
_MORE_DIGITS = re.compile(
    r"[ ]{1,2}(?P<digits>[0-9OQDIlSZBGAT]{1,2})(?![0-9A-Za-z]|[.,:-][0-9]|/[0-9]{1,2}/[0-9]{2})"
    r"(?:[ ](?P<word>[A-Za-z]{1,12}))?",
    re.ASCII,
)
# the ", -11" of NC1-64-77-10, -11 and -12
_MORE_JOBS = re.compile(
    r"[ \n]{0,2}(?:,[ \n]{0,2})?(?:(?:and|or|&)[ \n]{1,2})?(?<=[ ,])-(?P<job>[0-9]{1,3})(?![0-9A-Za-z-])",
    re.ASCII | re.IGNORECASE,
)
# the "-000l" of DAA-0567-2017-0007-000l, the "0001" of DAA-0567-2017-00070001
_GLUED_ITEM = re.compile(r"-{1,2}[0-9A-Za-z|]|[_.]?[0-9]{4}(?![0-9A-Za-z/-])", re.ASCII)


def read_schedule(plain: str, start: int) -> tuple[ScheduleReading, ...]:
    """Every reading of the schedule number that begins at `start`, best first."""
    grs = read_grs(plain, start)
    if grs:
        return grs
    strict = read_strict(plain, start)
    if strict and _ends(plain, strict[0]):
        return strict
    damaged = [reading for reading in read_damaged(plain, start) if not _same(reading, strict)]
    if strict and strict[0].family.item == "number" and not strict[0].path:
        # What is glued to it is an item that was not read.
        strict = tuple(_doubted(reading, confusions().item["no_item"]) for reading in strict)
    elif strict and _MORE_DIGITS.match(plain, strict[0].end):
        # Digits apart from it are its own, or an item, or something else.
        strict = tuple(_doubted(reading, 1.0) for reading in strict)
    elif any(other.end > strict[0].end and other.family != strict[0].family for other in damaged if strict):
        # NC-170-81-7 is rather NC1-170-81-7 whose 1 is lost: no part of that is left over.
        strict = tuple(_doubted(reading, confusions().shape["broken_before_item"]) for reading in strict)
    return tuple(
        sorted((*strict, *damaged, *_spaced_out(plain, strict)), key=lambda reading: -reading.weight)
    )


def _doubted(reading: ScheduleReading, weight: float) -> ScheduleReading:
    return replace(reading, weight=reading.weight * weight, sure=False)


def _spaced_out(plain: str, strict: tuple[ScheduleReading, ...]) -> Iterator[ScheduleReading]:
    """`NC1-412-85-2 6` may be NC1-412-85-26."""
    table = confusions().digits
    for reading in strict:
        slot = reading.family.slots[-1]
        more = _MORE_DIGITS.match(plain, reading.end) if reading.family.item == "designator" else None
        if more is None or len(reading.last) + len(more["digits"]) > max(slot.widths):
            continue
        letters = [table[c] for c in more["digits"] if c in table]
        job = reading.last + "".join(table[c].read if c in table else c for c in more["digits"])
        yield replace(
            reading,
            schedule=f"{reading.schedule.rpartition('-')[0]}-{slot.canonical(job)}",
            end=more.end("digits"),
            weight=prod((confusions().shape["space_after_digits"], *(letter.weight for letter in letters))),
            repairs=("space removed", *(letter.repair for letter in letters)),
            last=job,
            sure=False,
        )


def _ends(plain: str, reading: ScheduleReading) -> bool:
    """Whether a strict number ends where it seems to: nothing that may belong to it is glued to it."""
    following = plain[reading.end : reading.end + 2]
    if reading.family.item == "number" and not reading.path:
        # DAA-0567-2017-0007-000l, DAA-0567-2017-0007 0001
        return not following[:1].isalnum() and not _item_ahead(plain, reading.end)
    more = _MORE_DIGITS.match(plain, reading.end)
    if more is not None and (more["word"] or "").lower() not in confusions().units:
        return False
    # A bar or an exclamation mark may be a 1.
    glued = following[:1].isalnum() or following[:1] in {"|", "!"}
    return not glued and not (following[:1] == "-" and following[1:2].isdigit())


def _item_ahead(plain: str, end: int) -> bool:
    """Whether the item of a DAA number seems to follow, however it is parted or damaged."""
    if _GLUED_ITEM.match(plain, end):
        return True
    apart = _item_apart().match(plain, end)
    if apart is None or "\n\n" in apart["gap"]:
        return False
    # "- Do" is a word, "OOO1" and "O1" are numbers.
    return len(apart["run"]) > 2 or any(c.isdigit() for c in apart["run"])


@cache
def _item_apart() -> re.Pattern[str]:
    """The " 0001" of DAA-0567-2017-0007 0001, the " - 0!00" of DAA - 0001 - 2008 - 0001 - 0!00."""
    digits = re.escape("".join(confusions().digits))
    return re.compile(
        rf"(?P<gap>[ \n_.~=:'-]{{1,8}})(?P<run>[0OoQD][0-9{digits}]{{0,3}})(?![0-9A-Za-z/-])", re.ASCII
    )


def read_next(
    plain: str, end: int, before: ScheduleReading, *, plural: bool
) -> tuple[int, tuple[ScheduleReading, ...]] | None:
    """The number that shares the stem of the one before (`-11`, `GRS 5.1 and 5.2`), and where it begins."""
    if before.family.joiner == " ":
        return read_next_schedule(plain, end, old=plural)
    more = _MORE_JOBS.match(plain, end)
    slot = before.family.slots[-1]
    if more is None or before.family.item != "designator" or before.path or slot.pad != 3:
        return None
    stem = before.schedule.rpartition("-")[0]
    job = replace(
        before,
        schedule=f"{stem}-{slot.canonical(more['job'])}",
        end=more.end(),
        weight=before.weight * confusions().shape["shared_stem"],
        last=more["job"].lstrip("0"),
        sure=False,
    )
    return more.start("job") - 1, (job,)


def _same(reading: ScheduleReading, strict: tuple[ScheduleReading, ...]) -> bool:
    return any(reading.schedule == other.schedule and reading.path == other.path for other in strict)


@cache
def number_anchor() -> re.Pattern[str]:
    """Where a number or an item word may begin, sound or damaged; built from the data files."""
    prefixes = {family.prefix for family in dashed_families() if " " not in family.prefix}
    written = set(prefixes)
    for prefix in prefixes:
        written.update(confusions().prefixes.get(prefix, ()))
    dashed = "|".join(_spaced(prefix) for prefix in sorted(written, key=lambda text: (-len(text), text)))
    grs = "|".join(re.escape(printed) for printed in ("GRS", *confusions().prefixes["GRS"]))
    return re.compile(
        r"(?<![0-9A-Za-z])(?:"
        rf"(?:{dashed})(?=[ \n]{{0,8}}[-_.~=,:/']|[ ]?[0-9OoQDIl|SZBGANC6])"
        rf"|(?:{grs})(?:[ \n,-]|(?=[0-9]))|G\.[ ]?R\.[ ]?S|General[ \n]"
        rf"|(?P<item>(?:sub-?)?[i1l|]tems?(?![A-Za-z]))"
        r")",
        re.ASCII | re.IGNORECASE,
    )


def _spaced(prefix: str) -> str:
    return "[ ]?".join("[ \n]{0,2}[- ][ \n]{0,2}" if c == "-" else re.escape(c) for c in prefix)
