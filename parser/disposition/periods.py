"""Retention periods as ISO 8601 durations: "6 years, 3 months" is P6Y3M."""

from schedgraph.parser.disposition.phrases import Mark, Word

_NUMBERS = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
            *("nineteen", "twenty"),
        )
    )
} | {
    "a": 1,
    "an": 1,
    "twentyfive": 25,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "seventyfive": 75,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
_TENS = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_LIKE_DIGIT = str.maketrans("lio|", "1101")
_OFFICE_DAYS = frozenset({"business", "working", "work", "duty"})
_UNITS = {"y": "Y", "f": "Y", "c": "Y", "m": "M", "w": "W", "d": "D"}
_HALF = {"Y": (6, "M"), "M": (15, "D")}


def iso_period(words: tuple[Word, ...], marks: list[Mark]) -> str | None:
    """The duration that adjacent `marks` state together; None for one that ISO 8601 cannot state."""
    if any(word.text in _OFFICE_DAYS for mark in marks for word in words[mark.start : mark.end]):
        return None
    parts: dict[str, int] = {}
    for mark in marks:
        stretch = [word.text for word in words[mark.start : mark.end]]
        unit = _UNITS[next(text for text in reversed(stretch) if text.isalpha() and text != "s")[0]]
        half = "half" in stretch or "/" in stretch or "½" in stretch[0]
        outside, inside = _numerals(stretch[:1] if half else stretch)
        count = _count(outside)
        if not count or (inside and _count(inside) != count) or unit in parts:
            return None
        parts[unit] = count
        if half:
            if unit not in _HALF:
                return None
            more, smaller = _HALF[unit]
            parts[smaller] = more
    if "W" in parts and len(parts) > 1:
        return None
    return "P" + "".join(f"{parts[unit]}{unit}" for unit in "YMWD" if unit in parts)


def _numerals(stretch: list[str]) -> tuple[list[str], list[str]]:
    """The numerals before the bracket and those in it: "seventy-five (75)"."""
    bracket = stretch.index("(") if "(" in stretch else len(stretch)
    outside, inside = stretch[:bracket], stretch[bracket:]
    return [text for text in outside if _value(text)], [text for text in inside if _value(text)]


def _count(numerals: list[str]) -> int | None:
    """The number that the numerals state together ("twenty-five"); None for a range ("3 to 5")."""
    if len(numerals) == 2 and numerals[0] in _TENS and _NUMBERS.get(numerals[1], 10) < 10:
        return _NUMBERS[numerals[0]] + _NUMBERS[numerals[1]]
    counts = {_value(numeral) for numeral in numerals}
    return counts.pop() if len(counts) == 1 else None


def _value(numeral: str) -> int | None:
    if numeral in _NUMBERS:
        return _NUMBERS[numeral]
    digits = numeral.rstrip("½").translate(_LIKE_DIGIT)
    return int(digits) if digits.isdecimal() else None
