"""The items that a statement of a notice begins with: `<job> item 54`, `Items 1-4, 7 and 9a`, `12b`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier

# Item 1a, 2-4 · Items 1, 3c(2) and 7 · 1a. · Sub-item 4 · Item No. 12
_ITEM_WORD = re.compile(r"(?:sub-?)?[i1l]tems?\b(?:[ ]?(?:nos?|numbers?)\b\.?)?[ :]*", re.IGNORECASE)
_DESIGNATOR = re.compile(
    # PRJ-1.00 · 2800-P5 · 1501-16a
    r"(?:[A-Z]{2,5}-\d{1,4}(?:\.\d{1,3})?|\d{1,4}-[A-Z]{1,2}\d{1,3}|\d{3,5}-\d{1,3})[a-z]?[,;]?|"
    r"\(?\d{1,4}[a-zA-Z]?\)?(?:[.\-/]?\(?[0-9a-zA-Z]{1,4}\)?){0,5}[,;]?|\(?[A-Za-z]{1,2}\)?[,;]?"
)
#   I.A.1           Superseded      II.B   Rescinded       III   Obsolete
_ROMAN = re.compile(
    r"(?:[IVX]{1,5}|[A-Z])(?:\.[0-9A-Za-z]{1,3}|\([0-9A-Za-z]{1,3}\)){1,4}\.?(?=\s)|[IVX]{1,5}\.?(?=\t| {2})"
)
# Items 7-9 except 8 · Items 1 through 4 (but not item 2) · Items 1-6, excluding 3a and 3b
_EXCEPT = re.compile(
    r"[ ,\n(]{1,3}(?:except(?:ing)?|excluding|but not|other than|with the exception of)[ \n]{1,2}(?:for[ \n])?",
    re.IGNORECASE,
)
_BETWEEN = frozenset({"and", "&", "to", "through", "thru", "-", "–", "—", ",", "or"})
_MARGIN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The items of the schedule that a statement begins with, and where its words about them begin.

    `numbers` holds the item numbers beside `ids`, as printed where they are printed one by one.
    """

    ids: tuple[str, ...]
    numbers: tuple[str, ...]
    printed: str
    end: int
    unread: tuple[str, ...] = ()


def own_items(text: str, schedule: str) -> Own | None:
    """The items that the statement begins with: `<job> item 54`, `Items 1-4, 7 and 9a`, `Items 7-9 except 8`, `12b`."""
    own = _listed(text, schedule)
    found = _EXCEPT.match(text, own.end) if own else None
    if own is None or found is None:
        return own
    closed = text.find(")", found.end()) if "(" in found[0] else -1
    end = _list_end(text[:closed] if closed >= 0 else text, found.end())
    written = _ITEM_WORD.sub("", text[found.end() : end].strip(" ,;:.\n\t"), count=1)
    excepted = _numbered(find_numbers(f"{schedule}, items {written}"), schedule) if written else {}
    if not excepted:
        # Which of them is left out cannot be told, so nothing is said of any.
        return replace(own, ids=(), numbers=(), unread=(own.printed,))
    kept = [
        pair for pair in zip(own.ids, own.numbers, strict=True) if not is_same_or_under(pair[0], excepted)
    ]
    return replace(
        own,
        ids=tuple(each for each, _ in kept),
        numbers=tuple(number for _, number in kept),
        end=max(end, closed + 1),
    )


def is_same_or_under(identifier: str, others: Iterable[str]) -> bool:
    """Whether an item is one of `others`, or stands under one of them."""
    return any(identifier == other or identifier.startswith(f"{other}/") for other in others)


def _listed(text: str, schedule: str) -> Own | None:
    mentions = find_numbers(text)
    leading: list[Mention] = []
    for mention in mentions:
        if schedule_of(mention.id) != schedule or (
            leading and text[leading[-1].end : mention.start].strip(" ,;and&\n")
        ):
            break
        if not leading and mention.start > _MARGIN:
            break
        leading.append(mention)
    with_items = _numbered(leading, schedule)
    if with_items:
        last = max(mention.end for mention in leading)
        return Own(
            ids=tuple(with_items),
            numbers=tuple(with_items.values()),
            printed=text[leading[0].start : last],
            end=last,
        )
    start = leading[0].end if leading else 0
    while start < len(text) and text[start] in " ,:;-–\n\t":
        start += 1
    end = _list_end(text, start)
    if end == start:
        return None
    printed = text[start:end].strip(" ,;:.\n\t")
    listed = _ITEM_WORD.sub("", printed, count=1)
    number = parse_identifier(schedule)
    if number is None or not listed:
        return None
    found = find_numbers(f"{schedule}, items {listed}")
    listed_items = _numbered(found, schedule)
    roman = _ROMAN.match(listed + "  ")
    if roman and (not listed_items or listed[:1] in "IVX"):
        path = "/".join(part.lower() for part in re.findall(r"[0-9A-Za-z]+", listed))
        listed_items = {f"{schedule}/{path}": listed}
    if len(listed_items) == 1:
        listed_items = dict.fromkeys(listed_items, listed)
    unread = tuple(mention.printed for mention in found if mention.id is None)
    if len(listed_items) == 1 and listed in listed_items.values():
        unread = ()
    return Own(
        ids=tuple(listed_items),
        numbers=tuple(listed_items.values()),
        printed=listed,
        end=end,
        unread=unread or (() if listed_items else (listed,)),
    )


def _numbered(mentions: Sequence[Mention], schedule: str) -> dict[str, str]:
    """The identifiers of items of `schedule`, each with its number."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.id and not mention.whole_schedule and schedule_of(mention.id) == schedule:
            alone = len(mention.printed) <= _MARGIN and "-" not in mention.printed
            found.setdefault(mention.id, mention.printed if alone else mention.id[len(schedule) + 1 :])
    return found


def begins_with_item(text: str) -> bool:
    """Whether a line begins with an item word or a designator."""
    if _ITEM_WORD.match(text) or _ROMAN.match(text):
        return True
    first = text.split()[0] if text else ""
    return bool(_DESIGNATOR.fullmatch(first.rstrip(".:"))) and any(c.isdigit() for c in first)


def schedule_of(identifier: str | None) -> str | None:
    """The schedule part of an identifier."""
    number = parse_identifier(identifier) if identifier else None
    return number.schedule if number else None


def _list_end(text: str, start: int) -> int:
    """Where a list of designators that begins at `start` ends."""
    word = _ITEM_WORD.match(text, start)
    if roman := _ROMAN.match(text, word.end() if word else start):
        return roman.end()
    position = word.end() if word else start
    end = start
    expects = True
    while position < len(text):
        stop = position
        while stop < len(text) and not text[stop].isspace():
            stop += 1
        token = text[position:stop]
        bare = token.strip(".,;:")
        if bare.casefold() in _BETWEEN or _ITEM_WORD.fullmatch(bare):
            expects = True
        elif _DESIGNATOR.fullmatch(token.rstrip(".:")) and (expects or bare.startswith("(")):
            if not any(c.isdigit() for c in bare) and not (word and (len(bare) == 1 or bare[0] == "(")):
                break
            end = position + len(token.rstrip(".,;:"))
            expects = token.endswith((",", ";"))
            if token.endswith((".", ":")):
                break
        else:
            break
        position = stop
        while position < len(text) and text[position] in " \n":
            position += 1
        if position < len(text) and text[position] == "\t":
            break
    return end
