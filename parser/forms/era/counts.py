"""The item counts that an ERA schedule prints: total, permanent, temporary, withdrawn, in this order."""

import re
from collections.abc import Iterator, Mapping, Sequence

from schedgraph.parser.document import ItemCounts
from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token, passage_of

_COUNTS = ("count-total", "count-permanent", "count-temporary", "count-withdrawn")
_LIKE_DIGITS = str.maketrans("OoIl|", "00111")
_LARGEST = 3
_MOST_LINES = 14
#   Number of Total Disposition Number of Permanent      ITEM COUNT  TOTAL: 3
_FIRST_HEADING = re.compile(r"\b(?:item count|number of total)\b", re.IGNORECASE)
_NAMES = {name.removeprefix("count-"): name for name in _COUNTS}
# The words between a count and its name: "Number of Total Disposition Items 3".
_FILLERS = frozenset({"item", "items", "count", "counts", "number", "of", "disposition", "and", "in", "all"})


def read_counts(header: Mapping[str, Field]) -> tuple[ItemCounts, Evidence | None]:
    """The counts and where they stand; None where a number cannot be given to its heading."""
    fields = [header[name] for name in ("item-count", *_COUNTS) if name in header]
    lines = [line for field in sorted(fields, key=_place) for line in field.lines]
    if not lines and fields and "gao-approval" in header:
        # The form's next label, mostly blank, stands between the headings and their numbers.
        lines = list(header["gao-approval"].lines)
    quadruple = _quadruple(lines)
    if quadruple:
        (total, permanent, temporary, withdrawn), place = quadruple
        counts = ItemCounts(total=total, permanent=permanent, temporary=temporary, withdrawn=withdrawn)
        return counts, passage_of(place).evidence()
    found = _named(lines)
    places: list[Token] = lines[:1] if found else []
    for name in _COUNTS if not found else ():
        numbers = [
            (number, line)
            for line in (header[name].lines if name in header else ())
            for number in [_number(line.text)]
            if number is not None
        ]
        if len(numbers) == 1:
            found[name] = numbers[0][0]
            places.append(numbers[0][1])
    if not places:
        return ItemCounts(), None
    total_, permanent_, temporary_, withdrawn_ = (found.get(name) for name in _COUNTS)
    counts = ItemCounts(total=total_, permanent=permanent_, temporary=temporary_, withdrawn=withdrawn_)
    return counts, passage_of(places[:1]).evidence()


def counts_in_lines(tokens: Sequence[Token]) -> tuple[ItemCounts, Evidence | None]:
    """The counts where their headings run into each other, from the lines behind the first heading."""
    for index, token in enumerate(tokens):
        place = _FIRST_HEADING.search(token.passage.text)
        if place is None:
            continue
        lines = [token.part(place.start()), *tokens[index + 1 : index + _MOST_LINES]]
        found = _named(lines)
        if len(found) == len(_COUNTS):
            total, permanent, temporary, withdrawn = (found[name] for name in _COUNTS)
            counts = ItemCounts(total=total, permanent=permanent, temporary=temporary, withdrawn=withdrawn)
            return counts, lines[0].passage.evidence()
    return ItemCounts(), None


def disagreements(
    counts: ItemCounts, finals: Sequence[str | None], withdrawn: int, evidence: Evidence | None
) -> list[Doubt]:
    """What the counts say against the items that were read; `finals` are those that are not withdrawn."""
    doubts: list[Doubt] = []

    def differ(what: str, printed: int | None, read: set[int]) -> None:
        if printed is not None and printed not in read:
            number = " or ".join(str(each) for each in sorted(read))
            doubts.append(
                Doubt(
                    code="item-count-disagrees",
                    message=f"The schedule counts {printed} {what} and {number} were read.",
                    evidence=evidence,
                )
            )

    differ("items in all", counts.total, {len(finals), len(finals) + withdrawn})
    unread = sum(final is None for final in finals)
    for what, printed in (("permanent", counts.permanent), ("temporary", counts.temporary)):
        read = sum(final == what for final in finals)
        # An item that is withdrawn, or whose disposition was not read, may have been counted.
        differ(f"{what} items", printed, set(range(read, read + unread + withdrawn + 1)))
    differ("withdrawn items", counts.withdrawn, {withdrawn, 0} if not withdrawn else {withdrawn})
    return doubts


def _named(lines: Sequence[Token]) -> dict[str, int]:
    """Counts beside their names: `Total 3, Permanent 1`, `3 total; 1 permanent`, or all names, then all counts."""
    names: list[str] = []
    numbers: list[int] = []
    order = ""
    for kind, value in _words(lines):
        if kind == "end":
            break
        order += kind[0]
        if kind == "name":
            names.append(value)
        else:
            numbers.append(int(value))
    size = len(names)
    paired = order in ("nd" * size, "dn" * size, "n" * size + "d" * size)
    return dict(zip(names, numbers, strict=True)) if size > 1 and paired and len(set(names)) == size else {}


def _words(lines: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The names and the digits of counts; what is neither ends them."""
    for word in " ".join(line.text for line in lines).replace("|", " ").replace("=", " ").split():
        bare = word.strip(".,;:()").casefold()
        number = _number(bare)
        if bare in _NAMES:
            yield "name", _NAMES[bare]
        elif number is not None:
            yield "digits", str(number)
        elif bare and bare not in _FILLERS:
            yield "end", ""


def _place(field: Field) -> int:
    return field.lines[0].block if field.lines else 0


def _quadruple(lines: Sequence[Token]) -> tuple[tuple[int, ...], list[Token]] | None:
    """Four numbers in one row, on one line, or on four lines one below the other."""
    for line in lines:
        numbers = [_number(word) for word in line.text.split()]
        if len(numbers) == 4 and None not in numbers:
            return tuple(number for number in numbers if number is not None), [line]
    for start in range(len(lines) - 3):
        four = list(lines[start : start + 4])
        numbers = [_number(line.text) for line in four]
        alone = start + 4 == len(lines) or _number(lines[start + 4].text) is None
        if None not in numbers and alone and (start == 0 or _number(lines[start - 1].text) is None):
            return tuple(number for number in numbers if number is not None), four
    return None


def _number(text: str) -> int | None:
    digits = text.strip(" .,;:").translate(_LIKE_DIGITS)
    return int(digits) if digits.isdigit() and len(digits) <= _LARGEST else None
