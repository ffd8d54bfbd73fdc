"""The item that a note names before it says anything of it, without the word: "I.B is now under DAA-0255-2014-0002"."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.citation.fate.items import items_at, with_plain_items
from schedgraph.parser.document import Annotation, Item
from schedgraph.parser.forms.placewords import place_end

# I.B   II.A.3   2.A   2(b)   2B; a single figure or letter counts something else as often as not
_NAME = re.compile(
    r"\s{0,4}[\[(\"“]?(?P<name>(?:[IVX]{1,5}|[A-Z]|[0-9]{1,4})(?:[.][0-9A-Za-z]{1,3}|\([0-9A-Za-z]{1,3}\)){1,4}|[0-9]{1,4}[A-Za-z])"
    r"(?=\s|[:,–—-])"
)
# LND-9.00   1501-16a   2800-P5: the code that is an item's number
_CODE = re.compile(
    r"\s{0,4}[\[(\"“]?(?:items?\s)?(?P<name>[A-Z]{2,5}-[0-9]{1,4}(?:[.][0-9]{1,3})?[a-z]?|[0-9]{3,5}-[A-Z]?[0-9]{1,3}[a-z]?)(?=\s|[:,–—]\s)"
)
# "Items 1-3 active, 4 inactive": what is said of the first is not said of the others
_GOES_ON = re.compile(r"[,;]\s(?:and\s|but\s)?(?:items?\s)?[0-9]{1,3}[A-Za-z]?\s(?=[a-z(:-])")
_FIRST = 3
_LEVEL = re.compile(r"[0-9]+|[A-Za-z]+")


def opening_item(text: str, schedule: str, ids: Container[str]) -> tuple[Mention, ...]:
    """The item of a schedule with which a text begins, where it is among `ids`."""
    code, found = _CODE.match(text), _NAME.match(text)
    if code and (identifier := f"{schedule}/{code['name'].lower()}") in ids:
        return tuple(items_at(text, *code.span("name"), [identifier]))
    if found is None:
        return ()
    identifier = "/".join((schedule, *(each.lower() for each in _LEVEL.findall(found["name"]))))
    return tuple(items_at(text, *found.span("name"), [identifier])) if identifier in ids else ()


def with_named_annotations(items: Sequence[Item], schedule: str) -> list[Item]:
    """The items, each note that begins with the name of other ones with those: "[slip] Item 2.B: replaced"."""
    ids = {item.id for item in items}
    moved: dict[str, list[Annotation]] = {}
    kept: list[Item] = []
    for item in items:
        own: list[Annotation] = []
        for note in item.annotations:
            named = _named_first(note.text.value, schedule, ids)
            if named and item.id not in named:
                for each in named:
                    moved.setdefault(each, []).append(note)
            else:
                own.append(note)
        kept.append(item if len(own) == len(item.annotations) else replace(item, annotations=tuple(own)))
    return [
        replace(item, annotations=(*item.annotations, *moved[item.id])) if item.id in moved else item
        for item in kept
    ]


def _named_first(text: str, schedule: str, ids: Container[str]) -> list[str]:
    start = place_end(text)
    words = text[start:]
    found = opening_item(words, schedule, ids) or with_plain_items(words, (), schedule)
    first = min((each.start for each in found), default=_FIRST + 1)
    named = [each.id for each in found if each.start == first and each.id]
    if _GOES_ON.search(words):
        return []
    return named if first <= _FIRST and all(each in ids for each in named) else []
