"""What stands behind the signatures of an ERA schedule, and notes that name its items wherever they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.crosswalk import Crosswalk, read_crosswalk
from schedgraph.parser.passage import Passage
from schedgraph.parser.ranked import RankedTarget

# A note as it is written: "Items 0001, 0003 and 0004 superseded by …", "Note: Item 0002 was replaced by …"
_ITEMS = re.compile(
    r"\W{0,3}(?:note\b(?: to (?:the )?file)?\W{1,3})?(?P<items>items? (?:nos?[.]? )?0[0-9]{3}\b)",
    re.IGNORECASE,
)
_CUE = caseless(r"\b(?:superseded|replaced) (?:by|with)\b")
# Or of all of it: "This schedule superseded by …", "All items superseded by …"
_WHOLE = re.compile(
    r"\W{0,3}(?:note\b\W{1,3})?(?:this |the |entire ){0,2}(?:records )?"
    r"(?:schedule |all items |all items (?:on|in|of) this schedule )?"
    r"(?:is |are |was |were |has |have |been |hereby |now ){0,3}",
    re.IGNORECASE,
)


def names_ended_items(block: Block) -> bool:
    """Whether a line is such a note of items by their sequence; it may stand below another item."""
    if block.kind == "row" or not _ITEMS.match(block.text):
        return False
    cue = _CUE.search(block.text)
    return cue is not None and _ITEMS.match(block.text, 0, cue.start()) is not None


def read_behind(blocks: Sequence[Block], items: Sequence[Item], schedule: str | None) -> Crosswalk:
    """The crosswalk in `blocks`, else the notes there that tell of `schedule` or its items what superseded them.

    Other numbers there are citations, and a doubt says so.
    """
    lines = [block for block in blocks if block.kind not in ("furniture", "rule", "stamp")]
    found = read_crosswalk(lines, items)
    if found is not None:
        return found
    own = {*(item.id for item in items), *([schedule] if schedule else [])}
    cited: list[Citation] = []
    whole: list[Citation] = []
    noted: dict[str, tuple[Citation, ...]] = {}
    for block in lines:
        names, said = _ended(block.passage, schedule)
        if not names or not own.issuperset(names):
            said = tuple(
                replace(each, relation="cites", partial=False, date=None)
                for each in read_citations(block.passage)
                if each.target is None or each.target not in own
            )
            cited += said
        elif schedule in names:
            whole += said
        else:
            told = _for_each(said, len(names))
            noted |= {name: (*noted.get(name, ()), *told) for name in names}
    if not cited:
        return Crosswalk(by_item=noted, wide=tuple(whole))
    message = (
        "Numbers of authorities stand behind the signatures; what is said of them there was not read, they are "
        "only cited."
    )
    doubt = Doubt(code="numbers-behind-signatures", message=message, evidence=cited[0].evidence)
    return Crosswalk(by_item=noted, wide=(*whole, *cited), doubts=(doubt,))


def _ended(note: Passage, schedule: str | None) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """What a note says the end of, and what came after: items of the schedule, named by their sequence or in full, or all."""
    cue = _CUE.search(note.text)
    if schedule is None or cue is None:
        return (), ()
    said = read_citations(note.slice(cue.start(), len(note.text)))
    if not said or any(each.relation != "superseded-by" for each in said):
        return (), ()
    ended = note.text[: cue.start()]
    if _WHOLE.fullmatch(ended):
        return (schedule,), said
    items = _ITEMS.match(ended)
    return _named(f"{schedule}, {ended[items.start('items') :]}" if items else ended), said


def _named(text: str) -> tuple[str, ...]:
    return tuple(each.id for each in find_numbers(text) if each.id)


def _for_each(said: Sequence[Citation], items: int) -> tuple[Citation, ...]:
    """What a note says of each of its items: of several items and several successors nobody knows which took which."""
    targets = [each.target for each in said]
    if items == 1 or len(said) == 1 or None in targets:
        return tuple(said)
    readings = tuple(RankedTarget(target=each, confidence=1 / len(said)) for each in targets if each)
    return (replace(said[0], target=None, readings=readings, sure=False),)
