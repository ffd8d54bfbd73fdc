"""What stands behind the signatures of an ERA schedule: a crosswalk of its authorities, or numbers in other papers."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.crosswalk import Crosswalk, read_crosswalk

_NOTE = re.compile(r"\W{0,3}item (?:no[.]? )?(?P<number>0[0-9]{3})\b", re.IGNORECASE)


def read_behind(blocks: Sequence[Block], items: Sequence[Item], own: Collection[str]) -> Crosswalk:
    """The crosswalk in `blocks`; without one, their numbers as citations and a doubt that says so."""
    lines = [block for block in blocks if block.kind not in ("furniture", "rule", "stamp")]
    found = read_crosswalk(lines, items)
    if found is not None:
        return found
    cited: list[Citation] = []
    noted: dict[str, tuple[Citation, ...]] = {}
    for block in lines:
        item = _noted_item(block.text, items)
        said = read_citations(block.passage) if item else ()
        if item and said and all(each.relation == "superseded-by" for each in said):
            noted[item] = (*noted.get(item, ()), *said)
        elif find_numbers(block.passage.text):
            cited += (
                replace(each, relation="cites", partial=False, date=None)
                for each in read_citations(block.passage)
                if each.target is None or each.target not in own
            )
    if not cited:
        return Crosswalk(by_item=noted)
    message = (
        "Numbers of authorities stand behind the signatures; what is said of them there was not read, they are "
        "only cited."
    )
    doubt = Doubt(code="numbers-behind-signatures", message=message, evidence=cited[0].evidence)
    return Crosswalk(by_item=noted, wide=tuple(cited), doubts=(doubt,))


def _noted_item(text: str, items: Sequence[Item]) -> str | None:
    """The item that a note begins with: "Item 0001 superseded by DAA-0412-2019-0002-0001 on 6/1/2020"."""
    found = _NOTE.match(text)
    if found is None:
        return None
    named = [
        each.id for each in items if each.id[-4:].isdigit() and int(each.id[-4:]) == int(found["number"])
    ]
    return named[0] if len(named) == 1 else None
