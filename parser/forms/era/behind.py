"""What stands behind the signatures of an ERA schedule: a crosswalk of its authorities, or numbers in other papers."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.crosswalk import Crosswalk, read_crosswalk


def read_behind(blocks: Sequence[Block], items: Sequence[Item], own: Collection[str]) -> Crosswalk:
    """The crosswalk in `blocks`; without one, their numbers as citations and a doubt that says so."""
    lines = [block for block in blocks if block.kind not in ("furniture", "rule", "stamp")]
    found = read_crosswalk(lines, items)
    if found is not None:
        return found
    cited: list[Citation] = []
    for block in lines:
        if find_numbers(block.passage.text):
            cited += (
                replace(each, relation="cites", partial=False, date=None)
                for each in read_citations(block.passage)
                if each.target is None or each.target not in own
            )
    if not cited:
        return Crosswalk()
    message = (
        "Numbers of authorities stand behind the signatures; what is said of them there was not read, they are "
        "only cited."
    )
    doubt = Doubt(code="numbers-behind-signatures", message=message, evidence=cited[0].evidence)
    return Crosswalk(wide=tuple(cited), doubts=(doubt,))
