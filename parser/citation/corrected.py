"""A correction of who replaced what: "N1-79-82-1/4 was superseded by N1-79-08-6/8, not by N1-79-08-6/7"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation.reading import SupersessionStatement
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

_NOT = re.compile(
    r"[\s,;(–—-]{1,4}(?:and\s)?(?:not|instead\sof|rather\sthan)\s(?:(?:by|with|under)\s)?(?:(?:job|schedule|authority)\s)?",
    re.IGNORECASE,
)


def corrected(
    passage: Passage, statement: SupersessionStatement
) -> tuple[SupersessionStatement, tuple[Citation, ...]]:
    """A statement without what it says was not the successor, and that denial, said of the one that is none."""
    if statement.relation != "superseded-by" or statement.proposed:
        return statement, ()
    wrong = tuple(_denied(passage.text, statement))
    ids = {each.id for each in wrong}
    denials = tuple(
        _denial(passage, old, each) for each in wrong for old in statement.old if old.id and each.id != old.id
    )
    return replace(statement, new=tuple(each for each in statement.new if each.id not in ids)), denials


def _denied(text: str, statement: SupersessionStatement) -> Iterator[Mention]:
    """The numbers behind the first successor that a "not by" parts from the number before them."""
    first = statement.new[0].end if statement.new else len(text)
    numbers = find_numbers(text)
    for before, each in pairwise(numbers):
        if before.end >= first and each.id and _NOT.fullmatch(text, before.end, each.start):
            yield each


def _denial(passage: Passage, old: Mention, wrong: Mention) -> Citation:
    start, end = min(old.start, wrong.start), max(old.end, wrong.end)
    return Citation(
        relation="does-not-supersede",
        target=old.id,
        printed=old.printed,
        evidence=passage.evidence(start, end),
        readings=old.readings,
        repairs=old.repairs,
        sure=old.sure and wrong.sure,
        of=wrong.id,
    )
