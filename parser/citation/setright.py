"""A number that a paper sets right: "Column 9 beside item 2 reads NN-171-20 item A.2; it should read item A.3"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.citation.cited import cited
from schedgraph.parser.citation.listeditems import schedule_of
from schedgraph.parser.citation.reading import SupersessionStatement
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

# Between the wrong number and the right one: '."; it should read "', ", which should have been"
_SHOULD = re.compile(
    r"[\s\"”’'.,;)]{0,6}(?:but\s|and\s)?(?:it|this|that|which|they)?\s?(?:should|ought\sto|must)\s(?:have\s)?(?:been|be|read|say|cite)\s"
    r"(?:(?:item|job|instead|the|as)\s?:?\s?){0,3}[\"“‘'(]?",
    re.IGNORECASE,
)
# Between the right number and the wrong one: '" instead of "', ", not"
_NOT = re.compile(
    r"[\s\"”’',;)]{1,4}(?:instead\sof|in\splace\sof|rather\sthan|not)\s(?:(?:item|job|the)\s){0,2}[\"“‘'(]?",
    re.IGNORECASE,
)
_SHOULD_READ = re.compile(
    r"\b(?:should|ought\sto|must)\s(?:have\s)?(?:been|read|cited?|said)[\s:]{1,3}[\"“‘'(]?$", re.IGNORECASE
)
# What the numbers are to the item at which they stand: what it replaces, or what replaced it
_REPLACED = re.compile(
    r"\bcol(?:umn|[.])\s9\b|\b(?:superseded\s(?:job\s)?)?citations?\b|\bsupersedes\b", re.IGNORECASE
)
_REPLACING = re.compile(
    r"\b(?:annotat\w{2,4}|stamp\w{0,2}|margin\w{0,3}|superseded\sby|replaced\sby)\b", re.IGNORECASE
)
_NEAR = 40


def set_right(
    passage: Passage, numbers: Sequence[Mention]
) -> Iterator[tuple[SupersessionStatement, Citation]]:
    """What a passage says of the item at which a wrong number stands: the right succession, and the denial of the wrong one.

    `numbers` are all that the passage names, in the order of its text; the item is the last named before them, of another
    schedule.
    """
    text = passage.text
    for one, other in pairwise(sorted(numbers, key=lambda each: (each.start, each.end))):
        if _SHOULD.fullmatch(text, one.end, other.start):
            wrong, right = one, other
        elif _NOT.fullmatch(text, one.end, other.start) and _SHOULD_READ.search(
            text, max(0, one.start - _NEAR), one.start
        ):
            right, wrong = one, other
        else:
            continue
        item = next(
            (
                each
                for each in sorted(numbers, key=lambda each: -each.start)
                if each.end <= one.start
                and not each.whole_schedule
                and schedule_of(each.id) != schedule_of(wrong.id)
            ),
            None,
        )
        before = text[: one.start]
        replaced, replacing = _REPLACED.search(before), _REPLACING.search(before)
        if item is None or not (item.id and right.id and wrong.id) or bool(replaced) == bool(replacing):
            continue
        evidence = passage.evidence(item.start, max(one.end, other.end))
        old, new = (right, item) if replaced else (item, right)
        denied = (wrong, item) if replaced else (item, wrong)
        yield (
            SupersessionStatement(
                old=(old,),
                new=(new,),
                relation="superseded-by",
                evidence=evidence,
                date=None,
                proposed=False,
                partial=False,
            ),
            replace(cited(denied[0], "does-not-supersede", evidence), of=denied[1].id),
        )
