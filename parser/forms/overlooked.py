"""Words on a schedule that end an item and that no reader took for anything: they are kept with the item above them.

"5  Ledger, 1970-1981. Destroy after 25 years. >>> OBSOLETE. Closed 1981." What somebody wrote there must not be lost
because nobody wrote it so before: whoever asks for the item is told of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.citation.cited import words_of
from schedgraph.parser.citation.fate.items import LETTERED
from schedgraph.parser.citation.listeditems import own_items
from schedgraph.parser.document import Citation, Item, ScheduleDocument
from schedgraph.parser.evidence import Evidence
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.passage import Passage

_MAY_END = caseless(r"obsolete|supersed|inactive|rescind|withdrawn|cancel|approved|revoked|deleted|void")
_WORDS = (
    r"(?:obsolete|superseded|inactive|rescinded|withdrawn|cancel{1,2}ed|disapproved|revoked|deleted|void"
    r"|(?:dispos\w{2,5}\s)?not\sapproved)"
)
# "OBSOLETE." among words that are not in capitals
_SHOUTED = re.compile(
    r"\b(?:OBSOLETE|SUPERSEDED|INACTIVE|RESCINDED|WITHDRAWN|CANCELL?ED|DISAPPROVED|NOT APPROVED|REVOKED|DELETED|VOID)\b"
)
# "Obsolete, function ended"    "** Rescinded 3/4/98"    and not "Obsolete forms"
_OPENS = re.compile(
    rf"[^\w\n]{{0,6}}(?:[^\n:]{{3,50}}:\s{{1,3}})?(?:this\s|the\s)?(?:item\s|items?\s[0-9][0-9A-Za-z(),& ]{{0,20}}\s)?"
    rf"(?:(?:is|was|are|were|(?:has|have)\sbeen)\s)?{_WORDS}\b"
    r"(?=\s*(?:[.,;:(/–—-]|[0-9]|$)|\s(?:by|as|on|in|per|see|since|at|and\s(?:replaced|destroyed))\b)",
    re.IGNORECASE,
)
# What stands in brackets, like "{disposition not approved}" or "[pencil: obsolete]"
_ENCLOSED = re.compile(
    rf"[\[({{<]\s?(?:[^\[\](){{}}<>:]{{1,40}}:\s?)?{_WORDS}\b[^\[\](){{}}<>]{{0,80}}[\])}}>]", re.IGNORECASE
)
# The end of records, a condition, the form's own words, what denies it
_OTHERWISE = re.compile(
    r"\b(?:when|until|after|upon|once|if|unless|before|or|not\s(?:yet\s)?(?:supers|obsol|inact|resc|withdr|cancel)\w+|column\s10"
    r"|except\sfor|items\sthat|may\sbe|marked|stamped)\b",
    re.IGNORECASE,
)
# "Superseded by job / item number:", with its number on the line below
_LABEL = re.compile(r"superseded\sby\b[^0-9]{0,40}", re.IGNORECASE)
_LABEL_ALONE = re.compile(
    r"superseded\sby(?:\s(?:new\s)?(?:job|schedule|authority|item))?(?:\s?/?\s?item)?(?:\s(?:numbers?|nos?\b))?[\s.:]{0,4}",
    re.IGNORECASE,
)
_NAMES = re.compile(rf"\bitems?\s(?=[0-9(]|{LETTERED})", re.IGNORECASE)
# "N/A" in it, or below it on a line of its own
_NOTHING = re.compile(r"\W{0,6}(?:n[./]?a|none|not\sapplicable)\b\W{0,4}(?:date\b.{0,40})?", re.IGNORECASE)
# "Handwritten in margin beside item 3:" leads a note of which no reader knew the words
_BESIDE_ITEM = re.compile(
    r"(?:hand-?writ\w{3}|margin\w{0,4}|pen(?:ned|cil)?\w{0,5}|ink|stamp\w{0,3}|annotat\w{2,4}|note|notation).{0,60}"
    rf"\bitems?\s(?=[0-9(]|{LETTERED})",
    re.IGNORECASE,
)
_AROUND = 60
_LONGEST = 160

Place = tuple[int, int, int]


def with_overlooked(document: ScheduleDocument, blocks: Sequence[Block]) -> ScheduleDocument:
    """The document, and of each item what is written below it that ends something and stands in no statement."""
    if document.form not in ("SF-115", "ERA", "notice") or not document.items:
        return document
    found = [
        each
        for block, below in zip_longest(blocks, blocks[1:])
        for each in _written(block)
        if not (is_empty_field(each.text) or is_empty_field(f"{each.text} {below.text if below else ''}"))
    ]
    if not found:
        return document
    taken = sorted(_place(each) for each in _taken(document))
    items = sorted(document.items, key=lambda item: _place(item.evidence)[:2])
    more: dict[str, Citation] = {}
    for words in found:
        place = _place(words.evidence())
        item = next((each for each in reversed(items) if _place(each.evidence)[:2] <= place[:2]), None)
        if any(_overlap(place, each) for each in taken):
            continue
        successors = item and any(each.relation == "superseded-by" for each in item.citations)
        if not (_LABEL.fullmatch(words.text) and successors):
            for each in _meant(item, words, document):
                more.setdefault(each.id, told_of(each, words))
    return replace(document, citations=(*document.citations, *more.values())) if more else document


def _meant(above: Item | None, words: Passage, document: ScheduleDocument) -> Sequence[Item]:
    """The items that the words name, else the one above them; above all items none."""
    named = _NAMES.search(words.text)
    schedule = document.schedule.id.value if document.schedule.id else None
    own = own_items(words.text[named.start() :], schedule) if named and schedule else None
    found = [item for item in document.items if own and item.id in own.ids]
    return found or ([above] if above else [])


def is_empty_field(text: str) -> bool:
    """Whether words are the print of a field and what says that it holds nothing."""
    label = _LABEL_ALONE.match(text)
    return label is not None and _NOTHING.fullmatch(text, label.end()) is not None


def _written(block: Block) -> Iterator[Passage]:
    if block.kind in ("furniture", "rule", "stamp"):
        return
    text = block.passage.text
    if ":" in text and _NAMES.search(text) and _BESIDE_ITEM.search(text, 0, place_end(text)):
        yield block.passage.slice(0, min(len(text), _LONGEST)).strip()
        return
    if not _MAY_END.stands_in(text):
        return
    found = _ENCLOSED.search(text) or _OPENS.match(text)
    ahead = 0
    if found is None and any(map(str.islower, text)):
        found, ahead = _SHOUTED.search(text), _AROUND
    if found is None or _OTHERWISE.search(text, max(place_end(text), found.start() - ahead), found.end()):
        return
    start = 0 if ahead and found.start() <= ahead else found.start()
    yield block.passage.slice(start, min(len(text), start + _LONGEST)).strip()


def _taken(document: ScheduleDocument) -> Iterator[Evidence]:
    """The places of what was understood."""
    schedule = document.schedule
    yield from (each.evidence for each in schedule.stamps)
    yield from (each.evidence for each in document.citations)
    yield from (each.evidence for each in document.headings)
    if schedule.status:
        yield schedule.status.evidence
    for item in document.items:
        yield from (each.evidence for each in item.citations)
        yield from (each.text.evidence for each in item.annotations)
        read = (item.title, item.action_taken, item.status_printed)
        yield from (each.evidence for each in read if each is not None)


def _place(evidence: Evidence) -> Place:
    return (evidence.page, evidence.start, evidence.end)


def _overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def told_of(item: Item, words: Passage) -> Citation:
    """Words that nobody understood, told beside an item."""
    said = words_of(words)
    return Citation(
        relation="cites",
        target=item.id,
        printed=item.number,
        evidence=said.evidence,
        disputed=True,
        words=said,
    )
