"""Whether the words of a clause tell what came about: nothing that is denied, planned, asked, doubted or conditional."""

import re
from collections.abc import Sequence

from schedgraph.parser.citation.fate.clauses import Clause
from schedgraph.parser.citation.fate.vocabulary import DAY, NUMBER, vocabulary

_FARTHEST_WORDS = 4
_WORD = re.compile(r"[\w'§¤/-]+")
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|must|to)\s"
    r"(?:(?:be|also|then|thereby|have|been|soon|itself|fully|wholly|eventually|later|now|become|go)\s){0,3}$",
    re.IGNORECASE,
)
# "NARA may declare it inactive"; "shall apply A in place of B" tells what has taken the place.
_ANY_MODAL = re.compile(r"\b(?:will|would|shall|should|may|might|could|can|must)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:if|unless|until|whether|when|once|upon|after|before|whenever)\b", re.IGNORECASE)
# "when the library closed", "after NARA had approved it": it has come
_PAST = re.compile(
    r"\b(?:when|after|upon|once|before|since)\b(?!\s(?:no\slonger|superseded|obsolete|replaced|inactive|rescinded|closed|revoked"
    r"|withdrawn|cancel))(?:\s[\w§¤'-]+,?){1,8}?\s"
    r"(?:was|were|had|took|became|went|found|made|held|sent|came|began|gave|got|ran|left|lost|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"when|once|upon|after|before|whenever", re.IGNORECASE)
_NO_LONGER = re.compile(r"\bno\s(?=longer\b|more\b)|\bnot\s(?=only\b)", re.IGNORECASE)
# "At our request NARA rescinded" is granted; a file plan plans nothing.
_UNDERSTOOD = re.compile(
    r"\bfile\s{1,2}plans?\b|\b(?:at|by|per|upon|on)\s(?:(?:the|our|its|your)\s)?(?:[\w']{1,14}\s)?requests?\b",
    re.IGNORECASE,
)
# "The report says that it was superseded. That is an error": the next words take it back.
_TAKEN_BACK = re.compile(
    r"\W*(?:that|this|which|it)\s(?:is|was)\s(?:(?:an?|in|the)\s)?(?:\w+\s)?(?:error|mistake|wrong|incorrect|untrue|not\b)",
    re.IGNORECASE,
)


# "it will be covered by A, which superseded that": nothing of it has come
_WILL_BE = re.compile(r"\b(?:will|would|shall)\sbe\b", re.IGNORECASE)
# "N1-129-92-1/4: the forms are obsolete" speaks of the forms, "Inactive files are kept" of files.
_OF_RECORDS = re.compile(
    r"\b(?:the|these|those|all|such|its|their|our|of)\s(?!(?:[\w-]{1,14}\s){0,2}?(?:items?|authorit\w+|schedules?|jobs?|disposition"
    r"|numbers?|citation|entry|one)\b)[\w' -]{2,40}\s(?:is|are|was|were|has|have)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(r"\s(?!items\b|authorities\b|as\b|this\b|was\b|is\b|has\b|thus\b)[a-z]{3,}s\b")


def is_void(clause: Clause, following: Clause | None = None, before: Sequence[Clause] = ()) -> bool:
    """Whether a clause plans, asks, doubts, or names a condition that has not come about, or the next one takes it back.

    `before` are the clauses of its sentence in front of it: a condition there holds for it, too.
    """
    if clause.depends and any(
        _WILL_BE.search(each.masked) or _is_conditional(each.masked) for each in before
    ):
        return True
    words = _UNDERSTOOD.sub(_blank, clause.masked)
    if vocabulary()["planned"].pattern.search(words):
        return True
    if following is not None and _TAKEN_BACK.match(following.masked):
        return True
    return _is_conditional(words)


def _is_conditional(words: str) -> bool:
    to_come = _TO_COME.search(words)
    if to_come is None or _PAST.search(words, to_come.start()):
        return False
    # "withdrawn 2/14/00, after second appraisal": what has a day has come.
    return not (DAY in words and _OF_TIME.fullmatch(to_come[0]))


def asserted(clause: Clause, kind: str) -> re.Match[str] | None:
    """The first words of a kind of the vocabulary that nothing denies and that are not said to come."""
    words = clause.masked if kind in ("dead", "refused", "gone") else _NO_LONGER.sub(_blank, clause.masked)
    for found in vocabulary()[kind].pattern.finditer(words):
        apart = max(words.rfind(sign, 0, found.start()) for sign in ",:(;.")
        before = _WORD.findall(words[apart + 1 : found.start()])[-_FARTHEST_WORDS:]
        denied = any(vocabulary()["denied"].pattern.fullmatch(each) for each in before)
        if kind in ("dead", "rescinded") and _is_of_records(words, found, kind):
            continue
        planned = _MODAL if kind in ("passes", "takes") else _ANY_MODAL
        if not denied and not planned.search(words[: found.start()]):
            return found
    return None


def _is_of_records(words: str, found: re.Match[str], kind: str) -> bool:
    """Whether it is records that are obsolete or inactive, and no authority."""
    ahead = words[words.rfind(NUMBER, 0, found.start()) + 1 : found.start()]
    of_records = kind == "dead" and _OF_RECORDS.search(ahead) is not None
    return of_records or _NOUN_BEHIND.match(words, found.end()) is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
