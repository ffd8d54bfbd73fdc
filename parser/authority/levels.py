"""The levels of a designator, and what each of them can be read as.

The levels of 1-a-(1)-(a) are number and letter in turn: that tells where an `l` is a 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, product

from schedgraph.parser.authority.confusions import confusions

Path = tuple[str, ...]

_MOST_READINGS = 12
# Letters that stand for digits where a digit is due; small letters but l are letters.
_DOUBTFUL = frozenset("OQDIl|SZBG")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathReading:
    """One way to read a designator: its levels, how far it is trusted, and what was repaired."""

    path: Path
    weight: float = 1.0
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """One level as printed, whether it stands in brackets, and what parts it from the level before."""

    text: str
    bracketed: bool
    joiner: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way to read a level; `joins`: its digit belongs to the level before (1l as 11)."""

    segment: str
    weight: float = 1.0
    repair: str = ""
    joins: bool = False


def read_levels(levels: list[Level], written: str) -> tuple[PathReading, ...]:
    """Every way to read the levels, best first."""
    if any(_decimal(before, after) for before, after in pairwise(levels)):
        # 1.1 is a designator as printed, or two levels.
        weights = confusions().item
        whole = (written.lower().replace("(", ".").replace(")", ""),)
        split = tuple(_segment(level.text) for level in levels)
        return (
            PathReading(path=whole, weight=weights["decimal_whole"]),
            PathReading(path=split, weight=weights["decimal_split"]),
        )
    before = (None, *levels)
    choices = [tuple(_choices(level, before[index])) for index, level in enumerate(levels)]
    readings = (_reading(choice) for choice in islice(product(*choices), _MOST_READINGS))
    return tuple(sorted(readings, key=lambda reading: -reading.weight))


def _decimal(before: Level, after: Level) -> bool:
    return after.joiner == "." and before.text.isdigit() and after.text.isdigit()


def _reading(choices: tuple[_Choice, ...]) -> PathReading:
    path: list[str] = []
    weight = 1.0
    for choice in choices:
        weight *= choice.weight
        if choice.joins:
            path[-1] += choice.segment
        else:
            path.append(choice.segment)
    repairs = tuple(choice.repair for choice in choices if choice.repair)
    return PathReading(path=tuple(path), weight=weight, repairs=repairs)


def _choices(level: Level, before: Level | None) -> Iterator[_Choice]:
    """The readings of one level."""
    text, weights, table = level.text, confusions().item, confusions().digits
    if text.isdigit():
        yield _Choice(_segment(text))
        return
    if any(c.isdigit() for c in text):
        digits = "".join(table[c].read if c in table else c for c in text)
        repairs = ", ".join(table[c].repair for c in text if c in table)
        yield _Choice(_segment(digits), weights["bracketed_l"], repairs)
        return
    letter = text.lower().replace("|", "l").replace("!", "i")
    apart = level.bracketed or bool(level.joiner)
    if text[0] in "Il" and len(text) > 1 and before is not None and not apart:
        # 6IV may be 61V.
        yield _Choice(letter, weights["letter_after_digit"])
        return
    if before is None or text not in _DOUBTFUL:
        yield _Choice(letter)
        return
    digit, repair = table[text].read, table[text].repair
    if not before.text.isdigit():
        # 3c(l), 3c(I), 17/a/l: a number is due here.
        small = text == "l"
        yield _Choice(digit, weights["bracketed_l" if small else "bracketed_i"], repair)
        yield _Choice(letter, 1 - weights["bracketed_l"] if small else weights["letter_kept"])
    elif text in {"l", "I", "O", "|"}:
        # 1l may be item 11, 2(l) may be 2(1); a letter is as likely: the corpus shows which.
        yield _Choice(letter, weights["letter_or_digit"])
        yield _Choice(digit, weights["letter_or_digit"], repair, joins=not apart)
    else:
        yield _Choice(letter)


def _segment(digits: str) -> str:
    return digits.lstrip("0") or "0"
