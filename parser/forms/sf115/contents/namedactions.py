"""What column 10 is said to hold of items that it names: "Col. 10: item 1501-04 WITHDRAWN - covered by GRS 20"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.document import Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.contents.parts import Content
from schedgraph.parser.forms.sf115.contents.standings import places_of
from schedgraph.parser.forms.sf115.table.narrowcells import is_action
from schedgraph.parser.look_alikes import reading_of_words
from schedgraph.parser.passage import Passage

# "item 2 ", "Items 1 and 2 were ", "Item 2 - "
_NAMED = re.compile(
    r"\W{0,3}items?\s(?P<names>[0-9(][0-9A-Za-z().,/&\- ]{0,60}?)[:,]?\s{1,4}(?:[-–—]\s{1,4})?(?:(?:is|are|was|were)\s)?"
    r"(?=(?:withdrawn|w/d|wdn|(?:dispos\w{2,6}\s)?not\sapproved|disapproved|deleted|lined\s(?:off|out))\b)",
    re.IGNORECASE,
)
_APART = re.compile(r"[;\n]\s*")


def with_named_actions(
    items: Sequence[Item], paths: Sequence[tuple[str, ...]], contents: Sequence[Content]
) -> tuple[list[Item], tuple[Doubt, ...]]:
    """The items, each with the action that names it; an action that names others says nothing of the item above it."""
    result = list(items)
    doubts: list[Doubt] = []
    for index, content in enumerate(contents):
        said = [part for action in content.actions for part in _parts(action)]
        named = [(part, found) for part in said if (found := _NAMED.match(part.text))]
        named = [(part, found) for part, found in named if is_action(part.slice(found.end()))]
        if not named:
            continue
        if not all(places_of(found["names"].strip(" ,:-"), paths) for _, found in named):
            message = "An action names items that were not found; it was left with the item that it follows."
            evidence = named[0][0].evidence()
            doubts.append(Doubt(code="annotation-unplaced", message=message, evidence=evidence))
            continue
        own = [part for part in said if all(part is not each for each, _ in named)]
        action = reading_of_words(Passage.join(own, " ")) if own else None
        result[index] = replace(result[index], action_taken=action)
        for part, found in named:
            action = reading_of_words(part.slice(found.end()))
            for place in places_of(found["names"].strip(" ,:-"), paths):
                result[place] = replace(result[place], action_taken=action)
    return result, tuple(doubts)


def _parts(action: Passage) -> Iterator[Passage]:
    """The actions of a cell that semicolons part."""
    start = 0
    for found in _APART.finditer(action.text):
        yield action.slice(start, found.start())
        start = found.end()
    yield action.part(start)
