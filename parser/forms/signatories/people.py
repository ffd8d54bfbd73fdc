"""Who signed: a row's text after the action, divided into name, title and organization by their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.forms.signatories.vocabulary import (
    agency_titles,
    blanks,
    fold_words,
    given_names,
    heads,
    leading_heads,
    no_names,
    offices,
    titles,
)

# "Ferriero", "O'Brien", "McKay-Lee", "S.", "DeShawn"
_NAME_WORD = re.compile(r"[A-Z](?:[A-Za-z'’-]*[a-z]|\.)?,?")
# "FERRIERO"
_CAPITALS = re.compile(r"[A-Z](?:[A-Z'’-]+|\.)?,?")
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]+")
_MARKS = re.compile(r"[—–_*.-]+(?= )")
_PARTICLES = frozenset({"de", "la", "van", "von", "der", "del", "di", "jr.", "jr", "sr.", "ii", "iii", "iv"})
_LONGEST_NAME = 5
# A line that ends or begins like this goes on.
_GOES_ON = ("of", "and", "the", "for", "-", "&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The three columns; `sure` tells that nothing else would fit them."""

    name: str | None = None
    title: str | None = None
    organization: str | None = None
    sure: bool = True


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: marks, a redaction, "[illegible]"."""
    return not any(character.isalnum() for character in text) or bool(blanks().fullmatch(text.strip()))


def value(text: str) -> str | None:
    """The text of a cell, None where it says nothing."""
    return None if is_blank(text) else text


def is_name(text: str) -> bool:
    """Whether a text can be nothing but a person's name; one in capitals has a first name that is known."""
    parts = text.split()
    if not 2 <= len(parts) <= _LONGEST_NAME:
        return False
    folded = fold_words(parts)
    known = folded[0] in given_names()
    pattern = _CAPITALS if known and text.isupper() else _NAME_WORD
    if not all(part.casefold() in _PARTICLES or pattern.fullmatch(part) for part in parts):
        return False
    strange = [word for word in folded if word not in no_names()]
    if len(strange) == len(folded):
        return True
    # "Margaret Park" is a person all the same; of "John W. Carlin Records" the last word is none of the name.
    surnames = [word for word in strange[1:] if len(word.strip(".")) > 1]
    return known and len(strange) == len(folded) - 1 and not surnames and not is_title(text)


def is_title(text: str) -> bool:
    """Whether a text speaks of a job and is not the name of an office."""
    parts = fold_words(text.split())
    return not _starts(parts, offices()) and any(part in heads() or part in leading_heads() for part in parts)


def divide(cells: Sequence[str]) -> Person:
    """The columns of a row whose columns are lost: `cells` are its parts as far as they are known.

    Where there is more than one cell, a column begins at a cell only.
    """
    kept = [cell for cell in cells if cell.strip()]
    named = bool(kept) and is_blank(kept[0])
    kept = [cell for cell in kept if not is_blank(cell)]
    if not kept:
        return Person(sure=False)
    rest, edges, shut = _parts(kept)
    start = 0
    if not named:
        whole = " ".join(rest)
        opening = (blanks().match(whole) or _MARKS.match(whole)) if len(kept) == 1 else None
        if opening and opening.end() and " ".join(rest)[opening.end() : opening.end() + 1] == " ":
            named, start = True, len(" ".join(rest)[: opening.end()].split())
    name_end = start if named else _name_end(rest, edges)
    if name_end is None:
        return Person(sure=False)
    end, sure = _title_end(rest, edges, name_end, shut)
    name = " ".join(rest[start:name_end]) or None
    if end and not (named or name or shut) and _may_hide_name(rest[:end]):
        return Person(sure=False)
    if end is None:
        return Person(name=name, sure=False)
    title, organization = " ".join(rest[name_end:end]), " ".join(rest[end:])
    return Person(
        name=name, title=title or None, organization=organization or None, sure=sure and bool(organization)
    )


def _parts(cells: Sequence[str]) -> tuple[list[str], frozenset[int], bool]:
    """All words, the places where a column may begin, and whether only those of the cells count."""
    parts: list[str] = []
    edges: set[int] = set()
    for cell in cells:
        edges.add(len(parts))
        parts.extend(cell.split())
    edges.add(len(parts))
    # A cell that holds a name or a title and what follows it has lost its edges.
    first = cells[0]
    merged = len(cells) < 2 or (
        not is_name(first) and _name_within(first.split()) is not None and len(cells) < 3
    )
    if merged:
        return parts, frozenset(range(len(parts) + 1)), False
    return parts, frozenset(edges), True


def _name_within(parts: Sequence[str]) -> int | None:
    """How many words the name at the start of a text without columns has."""
    for size in range(min(_LONGEST_NAME, len(parts) - 1), 1, -1):
        following = parts[size : size + 4]
        if not is_name(" ".join(parts[:size])) or not is_title(" ".join(following)):
            continue
        if _is_certain(parts[:size]) or not _bears_agency(fold_words(following)):
            return size
    return None


def _name_end(parts: Sequence[str], edges: frozenset[int]) -> int | None:
    """Where the name ends; 0 where there is none, None where that cannot be told."""
    for size in range(min(_LONGEST_NAME, len(parts)), 1, -1):
        if size not in edges or not is_name(" ".join(parts[:size])):
            continue
        following = parts[size : size + 6]
        if following and not (is_title(" ".join(following)) or _starts(fold_words(following), offices())):
            continue
        if len(edges) <= len(parts) or not _bears_agency(fold_words(following)) or _is_certain(parts[:size]):
            return size
        return None
    return 0


def _may_hide_name(title: Sequence[str]) -> bool:
    """Whether a title begins with two words that no title and no agency is known to have."""
    acronyms = not " ".join(title).isupper()
    unknown = [
        word
        for word, folded in zip(title, fold_words(title), strict=True)
        if folded not in no_names() and not (acronyms and _ACRONYM.fullmatch(word))
    ]
    return len(unknown) > 1


def _bears_agency(following: Sequence[str]) -> bool:
    """Whether the words before this title may be the agency's."""
    return _starts(following, agency_titles())


def _is_certain(parts: Sequence[str]) -> bool:
    """A first name that is known, or an initial."""
    return fold_words(parts)[0] in given_names() or any(
        len(part.strip(".")) == 1 and part[-1] == "." for part in parts
    )


def _title_end(
    parts: Sequence[str], edges: frozenset[int], start: int, shut: bool
) -> tuple[int | None, bool]:
    """Where the title that begins at `start` ends, and whether that is certain; None where nothing tells."""
    folded = fold_words(parts)
    if start >= len(parts):
        return start, False
    if _starts(folded[start:], offices()):
        return start, False
    inner = sorted(edge for edge in edges if start < edge < len(parts))
    known = _known_end(folded, start)
    if known and (known in edges or known == len(parts)):
        return known, True
    if shut:
        if not inner:
            return len(parts), False
        whole = [
            edge for edge in inner if is_title(" ".join(parts[start:edge])) and not _goes_on(parts, edge)
        ]
        if not whole:
            return None, False
        at_office = [edge for edge in whole if _starts(folded[edge:], offices())]
        return (at_office or whole)[0], bool(at_office) or len(inner) == 1 or whole[0] == inner[0]
    return _free_end(folded, start)


def _free_end(folded: Sequence[str], start: int) -> tuple[int | None, bool]:
    """The end of a title in a text without any columns."""
    for position in range(start, len(folded)):
        following = folded[position + 1 : position + 2]
        if position > start and _starts(folded[position:], offices()):
            return (position, True) if is_title(" ".join(folded[start:position])) else (None, False)
        if following and following[0] in ("of", "for", "-"):
            office = next(
                (end for end in range(position + 2, len(folded)) if _starts(folded[end:], offices())), None
            )
            if folded[position] in heads() | leading_heads():
                return (office, True) if office and office > position + 2 else (None, False)
        if folded[position] in heads() and not (
            folded[position] in leading_heads() and following and following[0] in heads()
        ):
            return position + 1, True
    return None, False


def _known_end(folded: Sequence[str], start: int) -> int | None:
    """Where a title that is met again and again ends, if one stands at the start of these words."""
    for title in titles():
        if tuple(folded[start : start + len(title)]) == title:
            return start + len(title)
    return None


def _goes_on(parts: Sequence[str], edge: int) -> bool:
    last, following = parts[edge - 1], parts[edge]
    return last.casefold() in _GOES_ON or last.endswith(",") or following[:1].islower()


def _starts(folded: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(tuple(folded[: len(phrase)]) == phrase for phrase in phrases)
