"""What a schedule replaces of another one and leaves to its own items to say: "the items of … as cited below"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.passage import Passage

# "the boarding items of N1-26-05-13 as cited below", "in part, as shown for each item"
_SEE_ITEMS = re.compile(
    r"[^.;:]{0,60}?\b(?:cited|listed|shown|noted|named|identified|indicated|stated|given|specified|set\s(?:out|forth))\s"
    r"(?:(?:below|above|here(?:in|under|after)|there(?:in|under))\b"
    r"|(?:\w+\s){0,3}?(?:each|every|its|the|individual|respective|those|these)\s(?:\w+\s)?items?\b|item\sby\sitem\b)",
    re.IGNORECASE,
)
# "two items of N1-26-05-13", "3 of the items in N1-26-05-13": as many as the items may cite
_NUMBERS = {
    word: count
    for count, words in enumerate(
        ("one single", "two both", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
    for word in words.split()
}
_COUNTED = re.compile(
    r"\b(?P<count>[0-9]{1,2}|[a-z]{3,6})\s(?:(?:of|the|old|older|former|existing|earlier|temporary|permanent)\s){0,3}"
    r"(?:items?|authorities|authority)\s(?:(?:of|in|from|on|under|the|old|job|schedule)\s){1,4}$",
    re.IGNORECASE,
)

# "Three items replace series of N1-58-97-13": as many of this schedule cite it
_OWN_COUNTED = re.compile(
    r"\b(?P<count>[0-9]{1,2}|[a-z]{3,6})\s(?:(?:of|the|these|new)\s){0,3}items?\s(?:of\sthis\sschedule\s|here\s)?"
    r"(?:replace|supersede)s?\s(?:[a-z]+\s){0,6}$",
    re.IGNORECASE,
)


def said_by_items(
    citations: Iterable[Citation], items: Sequence[Item], passages: Sequence[Passage]
) -> Iterator[Citation]:
    """The citations of a schedule as a whole, as it makes them in `passages`.

    What replaces a part of another schedule is only cited where it points to the items, or counts as many as they
    cite, and these say which part.
    """
    named = Counter(
        _schedule(target)
        for target in {
            each.target
            for item in items
            for each in item.citations
            if each.relation == "supersedes" and each.target and not _is_whole(each.target)
        }
    )
    takers = Counter(
        schedule
        for item in items
        for schedule in {
            _schedule(each.target) for each in item.citations if each.relation == "supersedes" and each.target
        }
    )
    for each in citations:
        of_some = each.relation == "supersedes" and each.partial and each.target and _is_whole(each.target)
        if (
            of_some
            and each.target in named
            and any(
                _points(passage.text, each)
                or _counts(passage.text, each) == named[each.target]
                or _counts_own(passage.text, each) == takers[each.target]
                for passage in passages
            )
        ):
            yield replace(each, relation="cites", partial=False)
        else:
            yield each


def _points(text: str, citation: Citation) -> bool:
    """Whether the words behind a number say that the items tell more."""
    places = re.finditer(re.escape(citation.printed), text)
    return any(_SEE_ITEMS.match(text, place.end()) for place in places)


def _counts(text: str, citation: Citation) -> int | None:
    """How many items of a schedule the words before its number say."""
    for place in re.finditer(re.escape(citation.printed), text):
        if found := _COUNTED.search(text, 0, place.start()):
            count = found["count"].lower()
            return int(count) if count.isdigit() else _NUMBERS.get(count)
    return None


def _counts_own(text: str, citation: Citation) -> int | None:
    """How many items of this schedule the words before a number say to replace something of it."""
    for place in re.finditer(re.escape(citation.printed), text):
        if found := _OWN_COUNTED.search(text, 0, place.start()):
            count = found["count"].lower()
            return int(count) if count.isdigit() else _NUMBERS.get(count)
    return None


def _schedule(identifier: str) -> str | None:
    number = parse_identifier(identifier)
    return number.schedule if number else None


def _is_whole(identifier: str) -> bool:
    return _schedule(identifier) == identifier
