"""Words about an end that were not understood: a document that is no schedule must not lose them in silence.

"As to N1-436-92-1, item 4, Chicago reports that these were replaced years ago." Nothing follows from such a sentence,
and whoever asks for that item must be told of it. So it is with "Item 3 went away with the old stations": words for an
end cannot all be known, and a paper seldom names a single item without saying something of it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import ancestors
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation.cited import cited, words_of
from schedgraph.parser.citation.fate.clauses import FOR_A_SUIT
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.document import Citation
from schedgraph.parser.forms.crosswalk.columns import cells_of
from schedgraph.parser.forms.crosswalk.remarks import AS_IT_IS, STANDS, TO_COME
from schedgraph.parser.forms.ending import without_reasons
from schedgraph.parser.passage import Passage

_END = re.compile(
    r"\b(?:supers?[ce]*ed(?:e|es|ed|ing)|s/s|super[cs]es?sions?|replac(?:e|es|ed|ing)|rescind\w{0,3}|rescissions?"
    r"|revok\w{1,3}|revocation|obsolete|inactive|cancel\w{0,6}|withdrawn|discontinued|no longer(?! (?:needed|required|of))"
    r"|delete[sd]?|deletion|dead|void(?:ed)?|abolished|expired?|lapsed|in place of|instead of|in lieu of|moved (?:to|into)"
    r"|merged|absorbed|subsumed|consolidated)\b",
    re.IGNORECASE,
)
# What denies an end, or only speaks of one to come, is understood: the number stands.
_DENIED = re.compile(
    r"\b(?:not|never|neither|nor|no(?=\s(?:items?|parts?|change|authority|schedule)\b)|none|nothing|whether|will|would|shall"
    r"|should|may|might|could|to be|propos\w{1,3}|pending|draft|plan\w{0,4}|(?<!\bour )(?<!\byour )request\w{0,3}|ask\w{0,3}"
    r"|suggest\w{0,3}|remains?|continues?|unaffected|unchanged|still)\b",
    re.IGNORECASE,
)
# "destroy when superseded", "until it is replaced": the end of records, or one that has not come
_CONDITION = re.compile(r"\b(?:when|until|after|upon|once|if|unless|before)\b[^.;,]{0,80}", re.IGNORECASE)
_OPENS_CONDITION = re.compile(r"\W*(?:if|unless|when|whenever|where|once|until)\b", re.IGNORECASE)
# The number is the newer side: "… was superseded by N1-…", "N1-… supersedes the old manual"
_NEWER_BEFORE = re.compile(
    r"\b(?:by|with|to|into|in|under|see|use|now)\s(?:(?:the|new|item|items|schedule|job|authority|number|no)[.]?\s){0,3}$",
    re.IGNORECASE,
)
_NEWER_BEHIND = re.compile(
    r"[\s,]{0,3}(?:(?:which|that|it|also|now)\s){0,2}(?:supersedes|superseded|replaces|replaced|rescinds|rescinded)\s"
    r"(?!by\b|on\b|in\b|effective\b|as\b|[0-9])",
    re.IGNORECASE,
)
_LONGEST = 200


def untold(
    passage: Passage, explained: Collection[str | None], beside: Sequence[Mention] = ()
) -> Iterator[Citation]:
    """The numbers that stand in a sentence about an end, and are not among those `explained`, with that sentence.

    `beside` are those that only the document explains.
    """
    text = passage.text
    if _END.search(text) is None:
        return
    mentions = (*find_numbers(text), *beside)
    for start, end in split_sentences(text, ((each.start, each.end) for each in mentions)):
        sentence = without_reasons(FOR_A_SUIT.sub(" ", _CONDITION.sub(" ", text[start:end])))
        if (
            _OPENS_CONDITION.match(text, start)
            or _END.search(sentence) is None
            or _DENIED.search(sentence)
            or TO_COME.search(sentence)
        ):
            continue
        inside = [each for each in mentions if start <= each.start < end]
        for each in inside:
            if each.id is None or each.id in explained or _is_newer(text, each, start):
                continue
            # "Our copy of N1-142-88-9 notes that item 5 is obsolete": the items are meant, and told of.
            if any(each.id in ancestors(other.id or "") for other in inside):
                continue
            yield _told(passage, each, _words(passage, each, start, end))


def named_items(
    passage: Passage, explained: Collection[str | None], beside: Sequence[Mention] = ()
) -> Iterator[Citation]:
    """The single items that a passage names and are not among those `explained`, with the sentence around each.

    Sentences with a word about an end are left to `untold`, which knows what denies them. Of a whole schedule nothing
    is told here: subject lines, headings and lists of holdings name it without any end to it.
    """
    text = passage.text
    mentions = (*find_numbers(text), *beside)
    sentences = split_sentences(text, ((each.start, each.end) for each in mentions))
    for place, (start, end) in enumerate(sentences):
        here = [each for each in mentions if start <= each.start < end and ancestors(each.id or "")]
        if not here or _END.search(text, start, end):
            continue
        # "Item 1A, plans. No change.": what is said of it may stand in the sentences behind.
        for _, behind in sentences[place + 1 :]:
            if any(end <= each.start < behind for each in mentions) or behind - start > _LONGEST:
                break
            end = behind
        if any(told.search(text, start, end) for told in (STANDS, TO_COME, AS_IT_IS)):
            continue
        for each in here:
            if each.id not in explained and not _is_newer(text, each, start):
                yield _told(passage, each, _words(passage, each, start, end))


def untold_rows(blocks: Sequence[Block], explained: Collection[str | None]) -> Iterator[Citation]:
    """The numbers that begin a row with another one in a cell of its own, in a document that speaks of ends somewhere.

    Which of the two took the other's place is what a heading would say that was not understood.
    """
    if not any(_END.search(block.passage.text) for block in blocks):
        return
    for block in blocks:
        cells = cells_of(block)
        if block.kind in ("furniture", "rule", "stamp") or len(cells) < 2:
            continue
        named = [found for cell in cells if (found := find_numbers(cell.text))]
        first = find_numbers(cells[0].text)
        if len(named) < 2 or not first or STANDS.search(block.text) or TO_COME.search(block.text):
            continue
        if first[0].id and first[0].id not in explained:
            yield _told(cells[0], first[0], block.passage)


def _is_newer(text: str, mention: Mention, start: int) -> bool:
    before = text[start : mention.start]
    return bool(
        (_END.search(before) and _NEWER_BEFORE.search(before)) or _NEWER_BEHIND.match(text, mention.end)
    )


def _words(passage: Passage, mention: Mention, start: int, end: int) -> Passage:
    """The sentence, of a long one what stands around the number."""
    if end - start > _LONGEST:
        start, end = max(start, mention.start - _LONGEST // 2), min(end, mention.end + _LONGEST // 2)
    return passage.slice(start, end).strip()


def _told(passage: Passage, mention: Mention, words: Passage) -> Citation:
    named = cited(mention, "cites", passage.evidence(mention.start, mention.end))
    return replace(named, disputed=True, words=words_of(words))
