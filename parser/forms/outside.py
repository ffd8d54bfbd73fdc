"""What a document that is no schedule says of an authority without naming what replaced it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation.cited import words_of
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

# "… was superseded by the new timber schedule", "… has been rescinded", "… are obsolete"
_ENDED = re.compile(
    r"(?:\s?\([^()]{1,80}\))?[^.;:()]{0,80}?\b(?:is|are|was|were|(?:has|have)\sbeen|became|got)\s(?:(?:now|since|also|hereby|already|later|since|both|all|then)\s){0,2}"
    r"(?P<act>superseded|replaced|rescinded|revoked|obsolete|inactive|dead|withdrawn|cancel{1,2}ed|no\slonger\s(?:valid|in\s(?:force|effect|use)))\b"
    r"(?P<behind>[^.;]{0,80})",
    re.IGNORECASE,
)
# "NARA has declared N1-305-07-1, item 5, inactive": the verb before the number and what it makes of it behind
_DECLARES = re.compile(
    r"\b(?:declar|designat|mark|record|not|annotat|list|consider|render)(?:es?|ed|s|ing)\s[^.;]{0,60}$",
    re.IGNORECASE,
)
# What an agency reports: "At our request the National Archives rescinded N1-490-95-3, item 3(b), on April 29, 2016"
_ENDS_IT = re.compile(
    r"\b(?:NARA|(?:the\s)?National\sArchives(?:\sand\sRecords\s\w{7,14})?|(?:the\s)?Archivist(?:\sof\sthe\sUnited\sStates)?)\s"
    r"(?:(?:has|have|then|also|later|since)\s){0,2}(?:rescinded|revoked|cancel{1,2}ed|withdrew)\s"
    r"(?:(?:the|our|its|all|disposition|disposal|authority|authorities|for|of|in|under)\s){0,6}$",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"(?:\s?\([^()]{1,60}\))?,?\s(?:as\s|to\sbe\s)?(?P<act>superseded|rescinded|revoked|obsolete|inactive|dead|withdrawn|cancel{1,2}ed)\b"
    r"[^.;]{0,80}",
    re.IGNORECASE,
)
# Words by which it is not said to have happened, or not of all of it.
_OPEN = re.compile(
    r"\b(?:not|never|nor|neither|no\slonger\ssuperseded|whether|if|unless|until|when|once|will|would|shall|should|may|might|could|can|to\sbe"
    r"|propos\w{1,3}|pending|draft|enclosed|attached|partly|partially|in\spart)\b",
    re.IGNORECASE,
)
# "items 3 and 4 of N1-305-07-1 will be superseded": by whom and when is not said, and it approves nothing itself
_TO_COME = re.compile(
    r"\b(?:will|shall|would|may|might|could|should|(?:is|are|was|were)\s(?:expected|planned|proposed|intended|scheduled))"
    r"\s(?:\w{1,12}\s){0,2}?be\b|\bto be\b",
    re.IGNORECASE,
)
# "it will supersede N1-…", "you asked that we rescind N1-…"; but "superseded" and "supersedes" tell what is done
_TO_REPLACE = re.compile(
    r"\b(?:will|shall|would|may|might|could|should|can|cannot|to)\s(?:\w{1,12}\s){0,2}?"
    r"(?:super[sc]ede|replace|rescind|revoke|cancel)\b[^.;]{0,80}$"
    r"|\b(?:ask|request|propos|suggest)\w{0,3}\s[^.;]{0,60}\bthat\b[^.;]{0,60}\b(?:super[sc]ede|replace|rescind|revoke|cancel)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
# "When it is approved, the new schedule supersedes N1-…"
_ON_CONDITION = re.compile(
    r"(?:^|[.;:]\s{1,3})\W{0,3}(?:when|once|if|as\ssoon\sas|until|unless)\b(?![^.;]*\b(?:superseded|replaced|rescinded|revoked|was|were|had)\b)"
    r"[^.;]{0,160}$",
    re.IGNORECASE,
)
# "N1-79-82-1/7 was not superseded"
_DENIED = re.compile(
    r"(?:\s?\([^()]{1,60}\))?,?\s(?:(?:is|are|was|were)\s(?:not|never)|(?:has|have|had)\s(?:not|never)\sbeen)\s(?:super[sc]eded|replaced)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(r"obsolete|inactive", re.IGNORECASE)
_NO_LONGER = re.compile(r"\bno\slonger\s(?:valid|in\s(?:force|effect|use))\b", re.IGNORECASE)
_ITEM = re.compile(r"\bitems?\s[0-9(]", re.IGNORECASE)
_FARTHEST = 60


def as_outside(
    passage: Passage, cited: Iterable[Citation], beside: Sequence[Mention] = ()
) -> Iterator[Citation]:
    """The citations as such a document can mean them: it replaces nothing itself.

    What it says will be replaced is only cited, as awaiting that; of what it says was replaced, by something that it
    does not name, the end is told, unless the words of an act tell it already. What it declares obsolete or inactive is
    declared dead, as agencies report it to NARA (36 CFR 1225.22). `beside` are the numbers that only
    the document explains.
    """
    cited = tuple(cited)
    told = {citation.target for citation in cited if citation.words and not citation.disputed}
    for citation in cited:
        if (citation.relation == "supersedes" and citation.proposed) or (
            citation.relation == "does-not-supersede" and not _is_denied(passage, citation, beside)
        ):
            yield replace(citation, relation="cites")
        elif citation.relation == "supersedes" and (
            _TO_COME.search(citation.evidence.quote) or _is_announced(passage, citation, beside)
        ):
            yield replace(citation, relation="cites", proposed=True)
        elif (
            citation.relation == "cites"
            and not (citation.proposed or citation.words)
            and citation.target not in told
            and (end := _end(passage, citation, beside))
        ):
            yield _ended(citation, passage.slice(*end))
        else:
            yield citation


def _ended(citation: Citation, words: Passage) -> Citation:
    """The citation of what is declared dead, which an agency may do; who superseded or rescinded what is open."""
    if _DEAD.search(words.text) is None:
        return replace(citation, relation="supersedes")
    return replace(citation, words=words_of(words))


def _places(passage: Passage, citation: Citation, beside: Sequence[Mention]) -> Iterator[Mention]:
    """Where the number of a citation stands."""
    for place in (*find_numbers(passage.text), *beside):
        if (place.id, place.printed) == (citation.target, citation.printed):
            yield place


def _is_announced(passage: Passage, citation: Citation, beside: Sequence[Mention]) -> bool:
    """Whether each sentence about an authority only announces what is to replace it."""
    found = [passage.text[: place.start] for place in _places(passage, citation, beside)]
    return bool(found) and all(_TO_REPLACE.search(each) or _ON_CONDITION.search(each) for each in found)


def _is_denied(passage: Passage, citation: Citation, beside: Sequence[Mention]) -> bool:
    """Whether it is denied that anything replaced an authority; that a memo itself replaces it nobody would think."""
    return any(_DENIED.match(passage.text, place.end) for place in _places(passage, citation, beside))


def _end(passage: Passage, citation: Citation, beside: Sequence[Mention]) -> tuple[int, int] | None:
    """Where the words stand that say that a number is at an end; None where none do.

    Where the number stands twice, each place speaks for itself: what is described in the one is rescinded in the other.
    """
    text = passage.text
    for place in _places(passage, citation, beside):
        if not _is_there(passage, place, citation):
            continue
        start = max(0, text.rfind(".", 0, place.start), place.start - _FARTHEST)
        clause = text[start : place.start]
        found = _ENDED.match(text, place.end)
        if found is None and _DECLARES.search(clause):
            found = _DECLARED.match(text, place.end)
        if found is None and _ENDS_IT.search(clause):
            return None if _OPEN.search(clause) else (start, place.end)
        if found is None:
            continue
        around = f"{clause} {_NO_LONGER.sub(' ', found[0])}"
        # "Our copy of N1-142-88-9 notes that item 5 is obsolete": not the whole of it
        of_item = place.whole_schedule and _ITEM.search(text, place.end, found.start("act"))
        if not _OPEN.search(around) and not of_item:
            return found.span("act")
    return None


def _is_there(passage: Passage, place: Mention, citation: Citation) -> bool:
    here, there = passage.evidence(place.start, place.end), citation.evidence
    return here.page == there.page and there.start <= here.start < there.end
