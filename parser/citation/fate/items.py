"""Items that a sentence names without their schedule: "item 4", "its item 7", "item 2 of that job"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation.exceptions import excepted_of
from schedgraph.parser.citation.fate.sides import by_age, schedule_of
from schedgraph.parser.citation.heads import without_heads
from schedgraph.parser.citation.listeditems import Own, own_items

# "item C", "Items A and B", "item B.2", "item I was …"; never "the item I sent"
LETTERED = r"(?-i:(?:[A-HJ-Z]|I(?=[.,;:)]|\s(?:is|was|has|and)\b)|[IVX]{2,5})(?![A-Za-z'’]))"
"""The pattern of an item that is a capital letter, as it stands behind the word "item"."""
_ITEM = re.compile(
    r"(?<![\w/-])(?P<its>(?:its|their|whose)\s)?(?:new\s)?(?:sub-?)?items?\s?:?\s(?:(?:nos?|numbers?|numbered|is)\.?\s)?"
    rf"(?=[0-9(]|{LETTERED})",
    re.IGNORECASE,
)
# "item 2 of that job", "item 3 of the new schedule": of the one named last
_OF_THAT = re.compile(
    r"[\s,]{0,2}\b(?:of|in|under|on)\s(?:that|the\s(?:same|latter|new|newer|later)|said|this\snew)\s"
    r"(?:new\s)?(?:job|schedule|request|submission|authority|one)\b",
    re.IGNORECASE,
)
# "item 3 of the agenda"
_OF_ANOTHER = re.compile(
    r"[\s,]{0,2}\b(?:of|in|on|under|from)\s(?!part\b|full\b|its\b|whole\b|[0-9]|force\b|effect\b|use\b|file\b|all\b"
    r"|(?:the\s)?(?:subject|above|old|older)\s(?:schedule|job)\b|(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|fy|the\s(?:fall|spring|summer|winter))\b)",
    re.IGNORECASE,
)
# Between a number and the item that is its own
_BEHIND_NUMBER = re.compile(r"[\s/(]{0,3}")
_STOP = re.compile(r"[.;]\s")
# "item IV was": II and III may be an 11 and a 111, and are left
_ROMAN = re.compile(r"item\s(?P<numeral>(?-i:(?=I{0,3}[VX])[IVX]{2,5}))(?![\w'’.(])", re.IGNORECASE)


def with_plain_items(
    text: str, numbers: Sequence[Mention], subject: str | None, *, alone: bool = True
) -> tuple[Mention, ...]:
    """The numbers of a text with the items that it names plainly, in the order of the text.

    They are items of the schedule that the words point back to, else of the one named last as a whole, else of the one
    that the paper speaks of (`subject`), else of the first that is named.
    """
    found = list(numbers)
    left_out = [excepted_of(text, each)[1:] for each in numbers if each.whole_schedule]
    for item in _ITEM.finditer(text):
        start = item.start()
        if any(begin < start < end for begin, end in left_out):
            continue
        if any(each.start < item.end() and start < each.end for each in numbers):
            continue
        if any(_BEHIND_NUMBER.fullmatch(text, each.end, start) for each in numbers if each.end <= start):
            # "N1-90-04-2 item 9 boxes": whatever it is, it is none of another schedule.
            continue
        schedule = _schedule(text, item, numbers, subject, alone=alone)
        words = text[item.start() + len(item["its"] or "") :]
        own = (own_items(words, schedule) or _numeral(words, schedule)) if schedule else None
        if own is None or own.unread or not own.ids:
            continue
        end = start + len(item["its"] or "") + own.end
        that = _OF_THAT.match(text, end)
        if that is None and _OF_ANOTHER.match(text, end):
            continue
        found.extend(items_at(text, start, that.end() if that else end, own.ids))
    return tuple(sorted(without_heads(text, found), key=lambda each: (each.start, each.end)))


def _numeral(text: str, schedule: str) -> Own | None:
    """The item with a Roman number with which a text begins."""
    found = _ROMAN.match(text)
    if found is None:
        return None
    numeral = found["numeral"]
    return Own(ids=(f"{schedule}/{numeral.lower()}",), numbers=(numeral,), printed=found[0], end=found.end())


def _schedule(
    text: str, item: re.Match[str], numbers: Sequence[Mention], subject: str | None, *, alone: bool
) -> str | None:
    before = [each for each in numbers if each.end <= item.start() and each.id]
    if before and (item["its"] or _of_that_near(text, item.end())):
        return schedule_of(before[-1])
    sentence = [each for each in before if _STOP.search(text, each.end, item.start()) is None]
    if wholes := [each for each in sentence if each.whole_schedule]:
        return schedule_of(wholes[-1])
    if subject or not alone:
        return subject
    if before:
        return schedule_of(before[0])
    # "With the exception of item 4, N1-434-98-12 remains": but not "item 4 is superseded by DAA-0434-2010-0003"
    older, newer = by_age((), [each for each in numbers if each.id])
    return schedule_of(older[0]) if older and newer else None


def _of_that_near(text: str, start: int) -> bool:
    return (
        re.compile(r"[0-9A-Za-z()., ]{1,16}?(?=" + _OF_THAT.pattern + ")", re.IGNORECASE).match(text, start)
        is not None
    )


def items_at(text: str, start: int, end: int, identifiers: Sequence[str]) -> Iterator[Mention]:
    """Items as they are named at a place of a text without their schedule; members of a list share the place."""
    for identifier in identifiers:
        for one in find_numbers(identifier)[:1]:
            if one.id == identifier:
                yield replace(one, start=start, end=end, printed=text[start:end].strip())
