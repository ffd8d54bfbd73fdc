"""A correction of who replaced what: "N1-79-82-1/4 was superseded by N1-79-08-6/8, not by N1-79-08-6/7"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation.cited import cited
from schedgraph.parser.citation.reading import SupersessionStatement
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

_NOT = re.compile(
    r"[\s,;(–—-]{1,4}(?:and\s)?(?:not|instead\sof|rather\sthan)\s(?:(?:by|with|under)\s)?(?:(?:job|schedule|authority)\s)?",
    re.IGNORECASE,
)


# ". That was a typing error." and then ". The right authority is"
_ERROR = re.compile(
    r"[^.;]{0,60}[.;]\s{1,3}(?:that|this|which|it)\s(?:was|is)\s(?:(?:a|an|in)\s)?(?:\w{3,14}\s)?(?:error|mistake|misprint|wrong|incorrect|slip)\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"[^.;:]{0,60}[.;:]\s{1,3}(?:the\s)?(?:right|correct|proper|true)\s(?:\w{2,14}\s){0,3}(?:is|was|should\sbe|reads?)\s(?:(?:item|job|the)\s){0,2}",
    re.IGNORECASE,
)


_WRONG = re.compile(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|in\serror|an?\s(?:\w{3,14}\s)?error|mistaken(?:ly)?|by\smistake|misprint)\b",
    re.IGNORECASE,
)


def corrected(
    passage: Passage, statement: SupersessionStatement
) -> tuple[SupersessionStatement, tuple[Citation, ...]]:
    """A statement without what it says was not the successor, and that denial, said of the one that is none."""
    if statement.relation != "superseded-by" or statement.proposed:
        return statement, ()
    wrong = tuple(_denied(passage.text, statement))
    if error := _error(passage, statement):
        right = _righted(passage, error)
        wrong = (*wrong, *(each for each in statement.new if right is None or each.id != right.id))
        statement = replace(statement, new=(*statement.new, right) if right else statement.new)
    ids = {each.id for each in wrong}
    denials = tuple(
        _denial(passage, old, each) for each in wrong for old in statement.old if old.id and each.id != old.id
    )
    return replace(statement, new=tuple(each for each in statement.new if each.id not in ids)), denials


def denied_beside(
    passage: Passage, numbers: Sequence[Mention], successors: Mapping[str, Collection[str | None]]
) -> Iterator[Citation]:
    """What a passage that calls something wrong names beside an authority whose right successor the paper states.

    "The note on item 2 of N1-AFU-90-11 is wrong. It cites item 4 of N1-AFU-96-6." `successors` are those that the paper
    states, by the older authority; what it states of any is not denied.
    """
    if _WRONG.search(passage.text) is None:
        return
    stated = {new for named in successors.values() for new in named}
    for old in numbers:
        named = (parse_identifier(each) for each in successors.get(old.id or "", ()) if each)
        right = {number.schedule for number in named if number}
        for wrong in numbers if right else ():
            number = parse_identifier(wrong.id) if wrong.id else None
            if number and not wrong.whole_schedule and wrong.id not in stated and number.schedule in right:
                yield _denial(passage, old, wrong)


def _error(passage: Passage, statement: SupersessionStatement) -> re.Match[str] | None:
    """The next sentence where it calls what was said an error: "That was a typing error"."""
    if not statement.new:
        return None
    return _ERROR.match(passage.text, max(each.end for each in (*statement.old, *statement.new)))


def _righted(passage: Passage, error: re.Match[str]) -> Mention | None:
    """The right successor where the words behind the error name it: ". The right authority is"."""
    right = _RIGHT.match(passage.text, error.end())
    if right is None:
        return None
    return next((each for each in find_numbers(passage.text) if each.start >= right.end() - 1), None)


def _denied(text: str, statement: SupersessionStatement) -> Iterator[Mention]:
    """The numbers behind the first successor that a "not by" parts from the number before them."""
    first = statement.new[0].end if statement.new else len(text)
    numbers = find_numbers(text)
    for before, each in pairwise(numbers):
        if before.end >= first and each.id and _NOT.fullmatch(text, before.end, each.start):
            yield each


def _denial(passage: Passage, old: Mention, wrong: Mention) -> Citation:
    start, end = min(old.start, wrong.start), max(old.end, wrong.end)
    denied = cited(old, "does-not-supersede", passage.evidence(start, end))
    return replace(denied, sure=old.sure and wrong.sure, of=wrong.id)
