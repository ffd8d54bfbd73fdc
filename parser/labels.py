"""Labels of printed forms, found in a line as OCR left it: damaged letters, lost or spurious spaces.

Which labels a form has is data (TOML); this module knows only how a printed label may be damaged.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources.abc import Traversable

# An allowance grows with the label: a short word is soon another word, a long question never is.
_ALLOWANCE = ((5, 0), (8, 1), (13, 2), (20, 3))
_MAXIMUM_ALLOWANCE = 10
_PRICE_OF_A_DIFFERENCE = 3
_SHORT = 5
_SHORT_LABEL_VALUE = 60
_LONGEST_PREFIX = 8

_CONFUSED = str.maketrans("1lj05$8", "iiiossb")
_CYRILLIC = str.maketrans("авекмнорстухіј", "abekmhopctyxij")
_PAIRS = {"rn": "m", "vv": "w"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label of a form. `wordings` are the ways it is printed; `kind` tells what its value looks like."""

    name: str
    wordings: tuple[str, ...]
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMatch:
    """A label at `start` to `end` of a text, number before it and colon after it included.

    `exact` tells that no letter had to be repaired; `cost` counts the repairs.
    """

    label: Label
    start: int
    end: int
    exact: bool
    cost: int = 0


@dataclass(frozen=True, slots=True)
class _Folded:
    """The letters and digits of a text, look-alikes made one, and where each begins and ends in it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    label: Label
    printed: str
    plain: str
    folded: str
    allowance: int
    capitals: int
    pieces: tuple[str, ...]


def load_labels(resource: Traversable) -> tuple[Label, ...]:
    """The `[[label]]` tables of a TOML file: `files("schedgraph.parser.forms") / "era_labels.toml"`."""
    data = tomllib.loads(resource.read_text(encoding="utf-8"))
    return tuple(
        Label(name=row["name"], wordings=tuple(row["wordings"]), kind=row.get("kind"))
        for row in data["label"]
    )


def match_label(text: str, labels: Sequence[Label]) -> LabelMatch | None:
    """The label that stands at the start of the line `text`; the longest and least damaged one wins."""
    start = _first_character(text)
    if start is None:
        return None
    table = _wordings(tuple(labels))
    best = _best(text, start, table, at_edge=True)
    if (numbered := _after_number(text, start)) is not None:
        behind = _best(text, numbered, table, at_edge=True)
        if best is None or (behind is not None and behind.cost <= best.cost):
            best = behind
    if best is None:
        return None
    return LabelMatch(label=best.label, start=start, end=best.end, exact=best.exact, cost=best.cost)


def find_labels(text: str, labels: Sequence[Label]) -> tuple[LabelMatch, ...]:
    """The labels anywhere in `text`, left to right; a short label counts at the edge of a column only."""
    table = _wordings(tuple(labels))
    found: list[LabelMatch] = []
    position = 0
    edge = True
    while position < len(text):
        if not text[position].isalnum():
            edge = edge or text[position] == "\t" or text[position : position + 2].isspace()
            position += 1
            continue
        match = _best(text, position, table, at_edge=edge)
        if match is None:
            numbered = _after_number(text, position)
            if numbered is not None and (match := _best(text, numbered, table, at_edge=True)) is not None:
                match = LabelMatch(
                    label=match.label, start=position, end=match.end, exact=match.exact, cost=match.cost
                )
        if match is None:
            while position < len(text) and text[position].isalnum():
                position += 1
            edge = False
        else:
            found.append(match)
            position, edge = match.end, True
    return tuple(found)


def fold(text: str) -> str:
    """The letters and digits of `text` with look-alikes made one, so that damaged twins compare equal."""
    return _fold(text).text


def _best(text: str, start: int, table: Sequence[_Wording], *, at_edge: bool) -> LabelMatch | None:
    longest = max((len(wording.printed) for wording in table), default=0)
    stretch = text[start : start + 2 * longest + 16]
    folded = _fold(stretch)
    best: LabelMatch | None = None
    rivals = False
    for wording in table:
        match = _match(stretch, folded, wording, at_edge=at_edge)
        if match is None:
            continue
        better = _better(best, match)
        if better is match:
            rivals = False
        elif better is None:
            rivals = True
        best = better or best
    if best is None or (rivals and best.cost) or (best.cost and _stands_later(text, start, best, table)):
        return None
    return LabelMatch(
        label=best.label, start=start + best.start, end=start + best.end, exact=best.exact, cost=best.cost
    )


def _stands_later(text: str, start: int, match: LabelMatch, table: Sequence[_Wording]) -> bool:
    """Whether the label begins at the second word: what is before it is text and no damage."""
    words = text[start : start + match.end].split(None, 1)
    if len(words) < 2:
        return False
    later = _best(text, start + match.end - len(words[1]), table, at_edge=False)
    return later is not None and later.label == match.label and later.cost < match.cost


def _better(first: LabelMatch | None, second: LabelMatch | None) -> LabelMatch | None:
    """The longer and less damaged of two; None where two different labels are equally near."""
    if first is None or second is None:
        return first or second
    one, two = _weight(first), _weight(second)
    if one == two and first.label != second.label:
        return None
    return second if two > one else first


def _weight(match: LabelMatch) -> int:
    return match.end - match.start - _PRICE_OF_A_DIFFERENCE * match.cost


def _match(text: str, folded: _Folded, wording: _Wording, *, at_edge: bool) -> LabelMatch | None:
    size = len(wording.folded)
    if size <= _SHORT:
        return _match_short(text, wording) if at_edge else None
    cost, length = 0, size
    if not (folded.text.startswith(wording.folded) and _word_ends(text, folded.ends[size - 1])):
        ended = _nearest_prefix(text, folded, wording)
        if ended is None:
            return None
        cost, length = ended
    end = folded.ends[length - 1]
    printed = text[:end]
    lowered = sum(character.isupper() for character in printed) < wording.capitals
    after = _after_punctuation(text, end)
    if lowered and _prose_follows(text, end, after):
        return None
    exact = cost == 0 and _plain(printed) == wording.plain
    return LabelMatch(label=wording.label, start=0, end=after, exact=exact, cost=cost)


def _match_short(text: str, wording: _Wording) -> LabelMatch | None:
    """A short label must be printed as it is, and stand alone, before a colon or before a short value."""
    size = len(wording.printed)
    printed = text[:size]
    if printed.casefold() != wording.printed.casefold() or not _word_ends(text, size):
        return None
    end = _after_punctuation(text, size)
    rest = text[end:]
    if end == size and rest.strip() and not rest.startswith(("\t", "  ", "\n")):
        value = rest.lstrip(" ").split("\t")[0].split("  ")[0]
        if (
            not printed[0].isupper()
            or len(value) > _SHORT_LABEL_VALUE
            or not (value[:1].isupper() or value[:1].isdigit())
        ):
            return None
    return LabelMatch(label=wording.label, start=0, end=end, exact=True)


def _nearest_prefix(text: str, folded: _Folded, wording: _Wording) -> tuple[int, int] | None:
    """How many edits part the label from the start of the text, and how many folded characters it takes."""
    window = folded.text[: len(wording.folded) + wording.allowance]
    # Of allowance + 1 pieces at least one must be undamaged: this spares most lines the comparison.
    if not wording.allowance or not any(piece in window for piece in wording.pieces):
        return None
    row = list(range(len(window) + 1))
    for number, letter in enumerate(wording.folded, start=1):
        diagonal, row[0] = row[0], number
        for column, other in enumerate(window, start=1):
            change = diagonal if letter == other else diagonal + 1
            diagonal = row[column]
            row[column] = min(change, row[column] + 1, row[column - 1] + 1)
    ends = (
        (cost, abs(length - len(wording.folded)), length)
        for length, cost in enumerate(row)
        if length and cost <= wording.allowance and _word_ends(text, folded.ends[length - 1])
    )
    nearest = min(ends, default=None)
    return (nearest[0], nearest[2]) if nearest else None


def _word_ends(text: str, end: int) -> bool:
    """Whether a word ends here; `Retention PeriodDestroy` and `Sequence Number1` have lost their space."""
    before, after = text[end - 1 : end], text[end : end + 1]
    if not after.isalnum():
        return not (after in "-'’" and text[end + 1 : end + 2].isalnum()) or not after
    if before.islower() and after.isupper():
        return True
    return before.isalpha() and after.isdigit() and end > _SHORT + 3


def _after_punctuation(text: str, end: int) -> int:
    """Past the colon, question mark or bracket that closes a label."""
    opened = text.count("(", 0, end) > text.count(")", 0, end)
    if text[end : end + 1] == ".":
        end += 1
    position = end
    while position < len(text) and position < end + 4:
        character = text[position]
        if character in ":;?" or (character == ")" and opened):
            opened = opened and character != ")"
            end = position + 1
        elif character != " ":
            break
        position += 1
    return end


def _prose_follows(text: str, end: int, after: int) -> bool:
    if after > end:
        return False
    rest = text[after:]
    return not rest.startswith(("\t", "  ")) and rest.lstrip()[:1].islower()


def _first_character(text: str) -> int | None:
    return next((index for index, character in enumerate(text[:64]) if character.isalnum()), None)


def _after_number(text: str, start: int) -> int | None:
    """Past a box number before a label: `7. `, `8a) `, `l. `, `10 `."""
    head = text[start : start + _LONGEST_PREFIX]
    number = head.split(" ")[0].split("\t")[0]
    # `1.From` has lost its space.
    cut = next((index + 1 for index, character in enumerate(number) if character in ".)"), len(number))
    number = number[:cut]
    digits = number.rstrip(".)")
    if not 1 <= len(digits) <= 3 or not all(c.isdigit() or c in "lIOi" or c in "abcdef" for c in digits):
        return None
    if not (digits[0].isdigit() or (digits[0] in "lIOi" and number != digits)):
        return None
    position = start + cut
    while position < len(text) and text[position] in " \t.":
        position += 1
    return position if position < len(text) and text[position].isalnum() else None


@cache
def _wordings(labels: tuple[Label, ...]) -> tuple[_Wording, ...]:
    table = []
    for label in labels:
        for printed in label.wordings:
            folded = fold(printed)
            allowance = next((allowed for size, allowed in _ALLOWANCE if len(folded) <= size), None)
            if allowance is None:
                allowance = min(len(folded) // 6, _MAXIMUM_ALLOWANCE)
            words = printed.split()
            table.append(
                _Wording(
                    label=label,
                    printed=printed,
                    plain=_plain(printed),
                    folded=folded,
                    allowance=allowance,
                    capitals=sum(word.lstrip("(")[:1].isupper() for word in words),
                    pieces=_cut(folded, allowance + 1),
                )
            )
    return tuple(table)


def _cut(text: str, parts: int) -> tuple[str, ...]:
    size = len(text)
    return tuple(text[size * part // parts : size * (part + 1) // parts] for part in range(parts))


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


@lru_cache(maxsize=4096)
def _fold(text: str) -> _Folded:
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, character in enumerate(text):
        if not character.isalnum() and character != "$":
            continue
        lowered = character.casefold()[:1].translate(_CYRILLIC)
        pair = _PAIRS.get(letters[-1] + lowered) if letters and ends[-1] == index else None
        if pair:
            letters[-1], ends[-1] = pair, index + 1
            continue
        letters.append(lowered.translate(_CONFUSED))
        starts.append(index)
        ends.append(index + 1)
    return _Folded("".join(letters), tuple(starts), tuple(ends))
