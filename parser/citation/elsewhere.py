"""What a schedule tells of others: "The agency uses GRS 5.8, item 010, in place of N1-431-00-2, item 4"."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.citation.reading import is_own, read_supersessions
from schedgraph.parser.citation.reservations import is_quoted
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

_MAY_TELL = re.compile(
    r"[s5]up[a-z]{0,2}[rs][a-z~|]{0,3}[cs]|replac|rescind|lieu|in place of|cancel", re.IGNORECASE
)
# A sentence with one of these tells what did not come about, or not yet, or stays as it is.
_WITHHELD = re.compile(
    r"\b(?:not|never|neither|nor|no|declin\w{0,4}|refus\w{0,3}|rather|continu\w{0,3}|retain\w{0,3}|keeps?|remain\w{0,3}"
    r"|will|shall|would|could|may|might|should|must|if|unless|until|when|once|whether|propos\w{0,3}|plan\w{0,4}"
    r"|intend\w{0,2}|expect\w{0,2}|consider\w{0,3}|draft\w{0,2}|returned|withdrawn|example|suppose\w{0,2})\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;]\s{1,4}(?=[A-Z\[(])")
_GENERAL = re.compile(r"(?:DAA-|NC?1-)?GRS\b")


def told_of_others(passage: Passage, own: Collection[str]) -> Iterator[Citation]:
    """The successions between other authorities that a passage states as done, each with the old one in `of`.

    `own` are the identifiers of the document's schedule. That an agency uses its own authority in place of a general
    one ends nothing.
    """
    if _MAY_TELL.search(passage.text) is None:
        return
    for said in read_supersessions(passage):
        both = (*said.old, *said.new)
        if said.relation != "superseded-by" or said.proposed or any(is_own(each, own) for each in both):
            continue
        if _WITHHELD.search(_sentence(passage.text, both)) or any(
            is_quoted(passage.text, each) for each in both
        ):
            continue
        for old in said.old:
            if old.id is None or _GENERAL.match(old.id):
                continue
            for new in said.new:
                yield said.citation(new, of=old.id)


def _sentence(text: str, mentions: Collection[Mention]) -> str:
    """The sentence around the numbers."""
    start, end = min(each.start for each in mentions), max(each.end for each in mentions)
    begins = max((found.end() for found in _SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_END.search(text, end)
    return text[begins : stop.start() if stop else len(text)]


def only_cited(citations: Iterable[Citation]) -> Iterator[Citation]:
    """The citations of a schedule that nobody is shown to have approved: what it tells of others is as open as itself."""
    for each in citations:
        yield replace(each, relation="cites", of=None, words=None) if each.of or each.words else each
