"""What becomes of a text on the way through a scan: confused characters, and numbers that lose their shape."""

import re
from collections.abc import Sequence
from random import Random

CONFUSIONS = {
    "1": "lI",
    "l": "1I",
    "I": "l1",
    "0": "O",
    "O": "0",
    "8": "B",
    "5": "S",
    "c": "e",
    "rn": "m",
    "m": "rn",
    "h": "b",
    "e": "c",
}
LOOK_ALIKES = {
    "0": "86",
    "1": "7",
    "2": "7",
    "3": "8",
    "4": "9",
    "5": "6",
    "6": "8",
    "7": "1",
    "8": "3",
    "9": "4",
}
"""Digits that a poor scan exchanges; nothing in the number tells."""
EXCHANGED = 0.1
"""How often a digit is exchanged, as a share of the rate at which characters are confused."""

# What was seen in transcripts of real schedules (corpus/facts, ocr_damage): NI-567-09-6, DM-GRS-2017-0006,
# NC 1 170 77 1, DAA-AU-20170008, DAA-0048-201 3-0001, N1-412-95-714 for 7/4, NC-174-118, 3c(l), itern 5
SHAPES: tuple[tuple[str, str], ...] = (
    (r"^N1", "NI"),
    (r"^N1", "Nl"),
    (r"^NC1", "NCl"),
    (r"^NC1", "NCI"),
    (r"^NC1", "NC-1"),
    (r"^NC1-", "NC-"),
    (r"^NC1-(?=\d{2}-)", "NC-1"),
    (r"^NC1-", "NC1"),
    (r"^DAA", "DM"),
    (r"^DAA", "PAA"),
    (r"^DAA", "OAA"),
    (r"^GRS", "6RS"),
    (r"-", " "),
    (r"-", ""),
    (r"-", "_"),
    (r"-", "."),
    (r"-", "--"),
    (r"/", "1"),
    (r"/", ""),
    (r"(?<=\b\d{3})(?=\d\b)", " "),
    (r"(?<=\b\d)(?=\d{3}\b)", " "),
    (r"\((\d)\)", r"(\1"),
    (r"[Ii]tem", "itern"),
    (r"[Ii]tem", "ltem"),
    (r"[Ii]tem", "iten"),
    (r"(?<=\d)\.(?=\d)", ""),
    (r"(?<=\d)\.(?=\d)", ","),
)

# The same of dates: 06/0812017, 0610812017, 06/08/201 7, 06/O8/20l7
DAY_SHAPES: tuple[tuple[str, str], ...] = (
    (r"/", "1"),
    (r"/", "1"),
    (r"/", ""),
    (r"(?<=\d)(?=\d)", " "),
    (r"0", "O"),
    (r"1", "l"),
    (r"1", "I"),
)


def damaged(text: str, rng: Random, rate: float) -> str:
    """Confused characters, lost and doubled blanks, and hyphens in other shapes. Markup stays whole."""
    out = []
    for character in text:
        draw = rng.random()
        if character in CONFUSIONS and draw < rate * 2:
            out.append(rng.choice(CONFUSIONS[character]))
        elif character == " " and draw < rate:
            out.append(rng.choice(["", "  "]))
        elif character == "-" and draw < rate * 3:
            out.append(rng.choice([" - ", "–", " -"]))
        else:
            out.append(character)
    return "".join(out)


def misshapen(number: str, rng: Random, rate: float) -> str:
    """A written number with digits exchanged, and at ten times the rate with one change of its shape."""
    return _misshapen(number, SHAPES, rng, rate)


def misshapen_day(day: str, rng: Random, rate: float) -> str:
    """A written date, damaged in the same way."""
    return _misshapen(day, DAY_SHAPES, rng, rate)


def _misshapen(text: str, shapes: Sequence[tuple[str, str]], rng: Random, rate: float) -> str:
    exchanged = "".join(
        rng.choice(LOOK_ALIKES[c]) if c in LOOK_ALIKES and rng.random() < rate * EXCHANGED else c
        for c in text
    )
    if rng.random() >= rate * 10:
        return exchanged
    pattern, instead = rng.choice(shapes)
    places = list(re.finditer(pattern, exchanged))
    if not places:
        return exchanged
    place = rng.choice(places)
    return exchanged[: place.start()] + place.expand(instead) + exchanged[place.end() :]
