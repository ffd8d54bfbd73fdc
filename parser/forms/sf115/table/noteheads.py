"""Lines that stand above a note and say of which item it is: "----- annotation, item 5 -----", "PDF comment (item 2a)"."""

import re

from schedgraph.parser.forms.placewords import is_of_hand, is_of_place
from schedgraph.parser.passage import Passage

_NAME = r"(?:[0-9]{1,4}|(?-i:[IVX]{1,5}|[A-Z])(?![A-Za-z'’]))(?:[.-]?[0-9A-Za-z]{1,3}\b|\([0-9A-Za-z]{1,3}\)){0,4}"
_ITEMS = re.compile(
    rf"\bitems?\s(?:(?:nos?|numbers?)\b[.]?\s)?{_NAME}(?:\s?(?:[,&]|\b(?:and|or|to|thru|through)\b|[-–])\s?(?:and\s)?{_NAME}){{0,9}}",
    re.IGNORECASE,
)
# Heads like "[beside 3a, typed]", "[ink, beside nos. 2 and 4]"
_BESIDE = re.compile(
    rf"\b(?:beside|against|opposite|alongside|next to)\s(?:nos?[.]?\s|numbers?\s)?"
    rf"(?P<items>{_NAME}(?:\s?(?:[,&]|\b(?:and|or|to|thru|through)\b|[-–])\s?(?:and\s)?{_NAME}){{0,9}})(?=[\s.,;:)\]]|$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{0,30}|[0-9]{1,30}")
# a line of signs on either side sets the words apart: "--- item 2 ---", "== ITEM 4 =="
_RULED = re.compile(r"\s*(?P<sign>[-=*_#~<>+–—])(?:\s?(?P=sign)).{1,60}(?P=sign)\s*")
# what such a line may stand in front of, on the line of the note itself: "[annotation, item 2] Superseded by GRS 5.1/020"
_AHEAD = re.compile(
    r"\s*(?:[\[({<]{1,2}[^\[\](){}<>\n]{3,60}(?:\([0-9A-Za-z]{1,3}\)){0,4}[\])}>]{1,2}"
    r"|(?P<sign>[-=*_#~+–—])(?P=sign){1,20}.{3,60}?(?P=sign){2,20})\s*[:.–—-]?\s*(?=\S)"
)
_LONGEST = 90


def head_ahead(passage: Passage) -> tuple[Passage, Passage] | None:
    """The items that such a line names in front of a note, and the note."""
    found = _AHEAD.match(passage.text)
    items = items_of_head(passage.part(0, found.end())) if found else None
    return (items, passage.part(found.end())) if found and items else None


def items_of_head(passage: Passage) -> Passage | None:
    """The items that such a line names, where all its other words say how and where the note stands."""
    text = passage.text
    if len(text) > _LONGEST:
        return None
    beside = _BESIDE.search(text)
    found = _ITEMS.search(text) or beside
    if found is None:
        return None
    others = _WORD.findall(text[: found.start()] + " " + text[found.end() :])
    if not all(map(is_of_place, others)):
        return None
    told = any(map(is_of_hand, others)) or (not others and _RULED.fullmatch(text))
    if not told:
        return None
    if found is beside:
        return Passage.join([Passage(text="item"), passage.slice(*found.span("items"))], " ")
    return passage.slice(*found.span())
