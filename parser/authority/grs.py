"""Numbers of the General Records Schedules: decimal (`GRS 5.2`), old (`GRS 23`) and the Capstone form."""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import prod

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.families import Family, dashed_families, grs_families
from schedgraph.parser.authority.grammar import ScheduleReading, trust_in
from schedgraph.parser.authority.repair import read_slots
from schedgraph.parser.authority.slots import Attempt

# GRS, G.R.S., General Records Schedule, General Records Schedule (GRS), GRS Schedule, GRS No.
GRS_PREFIX = (
    r"(?:GRS|G\.[ ]?R\.[ ]?S\.?|General[ \n]{1,3}Records?[ \n]{1,3}Schedules?(?:[ \n]{1,2}\(GRS\))?)"
    r"(?:[ ]{1,2}(?:Schedules?|No\.?|Number|#|Items?(?=[ ][1-6]\.[1-8])))?"
)
_SOUND = re.compile(GRS_PREFIX + r"(?:[ \n]{0,3}|,[ ]|-)(?=[0-9])", re.ASCII | re.IGNORECASE)
_SOUND_UNSURE = re.compile(GRS_PREFIX + r"[ ]{0,3}(?=[A-Za-z|])", re.ASCII | re.IGNORECASE)

# the 6.1-0142-2018-0001 of GRS 6.1-0142-2018-0001
_CAPSTONE = re.compile(
    r"6\.1[ \n]{0,3}-[ \n]{0,3}(?P<group>[0-9]{4}|AFU|AU|NU)"
    r"[ \n]{0,3}-[ \n]{0,3}(?P<year>[0-9]{4})[ \n]{0,3}-[ \n]{0,3}(?P<sequence>[0-9]{4})(?![0-9])",
    re.ASCII | re.IGNORECASE,
)
_CAPSTONE_AHEAD = re.compile(r"6\.1[ ]{0,2}-[ ]{0,2}[0-9A-Z]{2}", re.ASCII | re.IGNORECASE)
# the 5.2 of GRS 5.2, the 4.5.021 of GRS 4.5.021
_DECIMAL = re.compile(r"(?P<schedule>[1-9]\.[0-9])(?:\.(?P<item>[0-9]{3}))?(?![0-9])", re.ASCII)
# the 23 of GRS 23
_OLD = re.compile(r"0?(?P<schedule>[1-9][0-9]?)(?![0-9])", re.ASCII)
# the 5.2-020 and 5.2 020 of writers in a hurry
_LOOSE_ITEM = re.compile(r"(?:[ ]?-[ ]?|[ ]\(?|,[ ])(?P<item>0[0-9]{2})(?![0-9A-Za-z/-])", re.ASCII)
# the 3.11011 of a slash read as 1, the 5.2020 of a lost slash, the 5.21O2O of both and letters
_LOST_SLASH = re.compile(
    r"(?P<schedule>[1-6]\.[1-8])[1Il|]?(?P<item>[0OQD][0-9OQDIl|SZB]{2})(?![0-9A-Za-z|])", re.ASCII
)
# the 52/020 and the 5,2 item 020 of a lost point
_LOST_POINT = re.compile(
    r"(?P<major>[1-6])(?P<between>[ ,-]|, )?(?P<minor>[1-8])(?=,?[ ]?(?:/|items?[ ])[ ]?[0-9]{3}(?![0-9]))",
    re.ASCII | re.IGNORECASE,
)
# the S.2 of GRS S.2, the l of GRS l item 33t, the 4.5.O21 of GRS 4.5.O21
_LETTERS_FOR_DIGITS = re.compile(
    r"(?P<major>[0-9OQDIl|SZBG]{1,2})(?:\.(?P<minor>[0-9OQDIl|SZBG])(?:\.(?P<item>[0-9OQDIl|SZBG]{3}))?)?"
    r"(?![0-9A-Za-z|]|\.[0-9A-Za-z])",
    re.ASCII,
)
# what may follow an old number so that it is rather a decimal one: 5,2   5 2   5. 2
_DOUBTFUL_AFTER = re.compile(r"(?:,[ ]?|[ ]|\.[ ])[0-9]{1,3}(?![0-9A-Za-z(])|[|!]", re.ASCII)
_ITEM_AHEAD = re.compile(r",?[ ]{0,2}(?:/|items?[ ])[ ]?[0-9A-Z]", re.ASCII | re.IGNORECASE)
# the " and 5.2" of GRS 5.1 and 5.2
_MORE = re.compile(
    r"[ \n]{0,2}(?:,[ \n]{0,2})?(?:(?:and|or|&)[ \n]{1,2})?(?=[1-9])", re.ASCII | re.IGNORECASE
)
# the "NC1-" before the GRS of NC1-GRS-74-1
_INSIDE = re.compile(r"[0-9A-Za-z|]-[ \n]{0,4}\Z", re.ASCII)
_UNIT = re.compile(r"[ ](?P<word>[A-Za-z]{2,8})", re.ASCII)


def read_grs(plain: str, start: int) -> tuple[ScheduleReading, ...]:
    """The readings of a GRS number that begins at `start`, best first."""
    sound = _SOUND.match(plain, start)
    if _INSIDE.search(plain[max(0, start - 6) : start]) and not (
        sound and _DECIMAL.match(plain, sound.end())
    ):
        return ()
    if sound is not None:
        return _best(_read(plain, sound.end()))
    unsure = _SOUND_UNSURE.match(plain, start)
    if unsure is not None:
        return _best(_repaired(plain, unsure.end()))
    for printed, substitution in confusions().prefixes["GRS"].items():
        if plain[start : start + len(printed)].upper() != printed:
            continue
        at = start + len(printed)
        at += plain[at : at + 1] == " "
        decimal = _DECIMAL.match(plain, at)
        if decimal is not None or _LOST_POINT.match(plain, at):
            readings = _best(_damaged(_read(plain, at), substitution.weight, substitution.repair))
            return readings if readings and readings[0].weight >= confusions().choice["least"] else ()
    return ()


def read_next_schedule(plain: str, end: int, *, old: bool) -> tuple[int, tuple[ScheduleReading, ...]] | None:
    """The schedule that shares the word GRS with the one before (`GRS 5.1 and 5.2`), and where it begins.

    An old one only with `old`, after the plural (`General Records Schedules 1 and 2`).
    """
    more = _MORE.match(plain, end)
    if more is None or more.end() == end:
        return None
    match, family = _DECIMAL.match(plain, more.end()), grs_families()[0]
    if match is None and old:
        match, family = _OLD.match(plain, more.end()), grs_families()[1]
    if match is None or not family.slots[0].plausible(match["schedule"]):
        return None
    unit = _UNIT.match(plain, match.end())
    if unit is not None and unit["word"].lower() in confusions().units:
        return None
    return more.end(), _best(_read(plain, more.end()))


def _best(readings: Iterator[ScheduleReading]) -> tuple[ScheduleReading, ...]:
    return tuple(sorted(readings, key=lambda reading: -reading.weight))


def _damaged(readings: Iterator[ScheduleReading], weight: float, *repairs: str) -> Iterator[ScheduleReading]:
    for reading in readings:
        yield replace(
            reading, weight=reading.weight * weight, repairs=(*repairs, *reading.repairs), sure=False
        )


def _read(plain: str, at: int) -> Iterator[ScheduleReading]:
    """The readings of what follows the word GRS."""
    decimal_family, old_family = grs_families()
    if _CAPSTONE_AHEAD.match(plain, at):
        yield from _capstone(plain, at)
        return
    letters = _LETTERS_FOR_DIGITS.match(plain, at)
    if letters is not None and letters["minor"] and not letters[0].replace(".", "").isdigit():
        yield from _repaired(plain, at)
        return
    decimal = _DECIMAL.match(plain, at)
    if decimal is not None:
        yield from _decimal(plain, decimal, decimal_family)
        return
    lost = _LOST_SLASH.match(plain, at)
    if lost is not None:
        table = confusions().digits
        letters_read = [table[c] for c in lost["item"] if c in table]
        yield _reading(
            decimal_family,
            lost["schedule"],
            lost.end(),
            weight=prod((confusions().shape["lost_hyphen"], *(each.weight for each in letters_read))),
            repairs=("separator restored", *(each.repair for each in letters_read)),
            path=("".join(table[c].read if c in table else c for c in lost["item"]),),
        )
        return
    point = _LOST_POINT.match(plain, at)
    if point is not None:
        shape = confusions().shape
        weight = shape["lost_hyphen"] if not point["between"] else shape["other_for_hyphen"]
        repair = f"{point['between']}→." if point["between"] else "point restored"
        schedule = f"{point['major']}.{point['minor']}"
        yield _reading(decimal_family, schedule, point.end(), weight=weight, repairs=(repair,))
        if point["between"]:
            return
        yield from _damaged(_old(plain, at, old_family), shape["short_slot"])
        return
    old = _OLD.match(plain, at)
    if old is None:
        yield from _repaired(plain, at)
        return
    longer = letters is not None and letters.end() > old.end()
    if longer:
        yield from _repaired(plain, at)
    if not (longer and letters is not None and _ITEM_AHEAD.match(plain, letters.end())):
        # In GRS 1B item 23 the B is a digit of the schedule, for the item follows.
        yield from _old(plain, at, old_family)


def _decimal(plain: str, match: re.Match[str], family: Family) -> Iterator[ScheduleReading]:
    path = (match["item"],) if match["item"] else ()
    reading = _reading(family, match["schedule"], match.end(), path=path)
    loose = _LOOSE_ITEM.match(plain, match.end()) if not path else None
    if loose is not None:
        weights = confusions().item
        yield replace(
            reading,
            end=loose.end(),
            path=(loose["item"],),
            weight=reading.weight * weights["after_space"],
            sure=False,
        )
        yield replace(reading, weight=reading.weight * weights["no_item"], sure=False)
        return
    yield reading
    if not reading.sure:
        # GRS 7.3 is no decimal schedule, but 7 is an old one.
        old = grs_families()[1]
        major, minor = match["schedule"].split(".")
        weight = confusions().item["no_item"]
        yield _reading(old, major, match.end(), weight=weight, path=(minor,) if minor != "0" else ())


def _old(plain: str, at: int, family: Family) -> Iterator[ScheduleReading]:
    match = _OLD.match(plain, at)
    if match is None:
        return
    reading = _reading(family, match["schedule"], match.end())
    doubtful = _DOUBTFUL_AFTER.match(plain, match.end()) is not None
    yield replace(reading, sure=reading.sure and not doubtful)


def _capstone(plain: str, at: int) -> Iterator[ScheduleReading]:
    family = next(family for family in dashed_families() if family.name == "Capstone")
    match = _CAPSTONE.match(plain, at)
    if match is not None:
        values = (match["group"].upper(), match["year"], match["sequence"])
        trust = trust_in(family, values)
        yield ScheduleReading(
            family=family,
            schedule=family.schedule(values),
            end=match.end(),
            weight=trust,
            last=match["sequence"],
            sure=trust == 1.0,
        )
        return
    found: dict[str, ScheduleReading] = {}
    for reading in read_slots(plain, family, Attempt(at + 3)):
        if reading.schedule not in found or found[reading.schedule].weight < reading.weight:
            found[reading.schedule] = reading
    yield from found.values()


def _repaired(plain: str, at: int) -> Iterator[ScheduleReading]:
    """A schedule some of whose digits a scan shows as letters."""
    match = _LETTERS_FOR_DIGITS.match(plain, at)
    if match is None or not (any(c.isdigit() for c in match[0]) or _ITEM_AHEAD.match(plain, match.end())):
        return
    table = confusions().digits
    weight, repairs = 1.0, []
    for character in match[0]:
        if character in table:
            weight *= table[character].weight
            repairs.append(table[character].repair)
    if not repairs:
        return
    digits = "".join(table[c].read if c in table else c for c in match[0])
    schedule, item = (digits[:-4], digits[-3:]) if match["item"] else (digits, "")
    family = grs_families()[0] if match["minor"] else grs_families()[1]
    if schedule.startswith("0"):
        return
    path = (item,) if item else ()
    reading = _reading(family, schedule, match.end(), weight=weight, repairs=tuple(repairs), path=path)
    yield replace(reading, sure=False)


def _reading(
    family: Family,
    schedule: str,
    end: int,
    *,
    weight: float = 1.0,
    repairs: tuple[str, ...] = (),
    path: tuple[str, ...] = (),
) -> ScheduleReading:
    trust = trust_in(family, (schedule,)) * weight
    return ScheduleReading(
        family=family,
        schedule=family.schedule((schedule,)),
        end=end,
        weight=trust,
        repairs=repairs,
        path=path,
        last=schedule,
        sure=trust == 1.0,
    )
