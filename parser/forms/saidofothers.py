"""What the prose of a schedule says became of authorities that are not its own.

"The tapes replaced the cards of Job NN-172-88, item 4; that authority is rescinded." The grammar of citations reads the
successions that it knows, the fates of numbers the rest; what speaks of an end and is not understood is told.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation import read_citations
from schedgraph.parser.citation.cited import cited, dated, words_of
from schedgraph.parser.citation.elsewhere import told_of_others
from schedgraph.parser.citation.fate import Fate, may_tell
from schedgraph.parser.citation.fate.sides import by_age, schedule_of
from schedgraph.parser.citation.reading import is_own
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.fated import fates_of
from schedgraph.parser.forms.keptunder import kept_under
from schedgraph.parser.forms.untold import untold
from schedgraph.parser.passage import Passage

# What is said of this schedule itself is no word about others.
_OF_THIS = re.compile(
    r"\b(?:this|these|the\s(?:new|present|proposed|above|attached))\s(?:new\s)?(?:items?|schedules?|jobs?|requests?|authorit\w+|submission|sf\b)",
    re.IGNORECASE,
)
# "item 4" of a schedule named before it
_PLAIN = re.compile(r"(?<![\w/-])items?\s[0-9(]", re.IGNORECASE)
# "that authority is rescinded", "which was replaced by", "both are obsolete"
_POINTS_BACK = re.compile(
    r"\b(?:that|it|which|its|both|they|these|those|latter|itself|authority|neither|all)\b", re.IGNORECASE
)


def said_of_others(passage: Passage, schedule: str, own: Collection[str]) -> Iterator[Citation]:
    """The successions, ends and untold words about other authorities in a passage of `schedule`, its `own` numbers left out.

    A succession has the older authority in `of`; an end names it as its target, with the words for it.
    """
    others = [each for each in find_numbers(passage.text) if not is_own(each, own)]
    if not others or not may_tell(passage, others):
        return
    told = tuple(told_of_others(passage, own))
    yield from told
    cited_here = read_citations(passage)
    grammar = {each.target for each in cited_here if each.relation != "cites" or each.proposed}
    settled = {*(each.of for each in told), *(each.target for each in told)}
    # "Supersedes N1-434-98-12, item 4. Other offices continue to use GRS 5.1, item 010": that one is no successor of it.
    replaced = {each.target for each in cited_here if each.relation == "supersedes"}
    numbers = find_numbers(passage.text)
    for fate in fates_of(passage, numbers, _subject(passage.text, others, schedule), settled, alone=False):
        if fate.new and replaced.issuperset(each.id for each in fate.old):
            continue
        if _is_of_others(passage.text, fate, own):
            settled |= _ids(fate.old) | _ids(fate.new)
            kept = {*kept_under(passage.text)} & _ids(fate.old)
            yield from _fated(passage, replace(fate, partial=True) if kept and fate.new else fate)
    ours = {each.id for each in find_numbers(passage.text) if is_own(each, own)}
    for each in untold(passage, settled | grammar | ours):
        if each.words and not _OF_THIS.search(each.words.value):
            yield each


def _subject(text: str, others: Sequence[Mention], schedule: str) -> str | None:
    """Whose items are named plainly: those of the only other schedule, where the text speaks of it first and not of this."""
    named = {schedule_of(each) for each in others}
    older = {schedule_of(each) for each in by_age((), others)[0]} or named
    plain = (found.start() for found in _PLAIN.finditer(text))
    first = next((at for at in plain if not any(each.start <= at < each.end for each in others)), None)
    speaks_of_it = first is not None and others[0].start < first and not _OF_THIS.search(text)
    return next(iter(older)) if len(older) == 1 and speaks_of_it else schedule


def _is_of_others(text: str, fate: Fate, own: Collection[str]) -> bool:
    """Whether what a clause says is of other authorities alone, and named there or pointed back to."""
    if any(is_own(each, own) for each in (*fate.old, *fate.new)):
        return False
    if {schedule_of(each) for each in fate.old} & {schedule_of(each) for each in fate.new}:
        # No schedule replaces items of its own: two sentences were read as one.
        return False
    here = [each for each in (*fate.old, *fate.new) if fate.start <= each.start < fate.end]
    if _OF_THIS.search(text, fate.start, fate.end):
        return bool(fate.new) and len(here) == len(fate.old) + len(fate.new)
    return (
        any(each in here for each in fate.old) or _POINTS_BACK.search(text, fate.start, fate.end) is not None
    )


def _fated(passage: Passage, fate: Fate) -> Iterator[Citation]:
    clause = passage.slice(fate.start, fate.end).strip()
    when = dated(passage, fate.day)
    for old in fate.old:
        for new in fate.new:
            named = cited(new, "superseded-by", clause.evidence())
            yield replace(named, date=when, partial=fate.partial, of=old.id)
        if fate.new:
            continue
        named = replace(cited(old, "cites", passage.evidence(old.start, old.end)), date=when)
        if fate.became in ("inactive", "rescinded"):
            said = " ".join(passage.text[slice(*fate.said)].split())
            repairs = () if said.casefold() == fate.became else (f"{said}→{fate.became}",)
            words = Reading(value=str(fate.became), evidence=clause.evidence(), repairs=repairs)
            yield replace(named, words=words)
        else:
            yield replace(named, disputed=True, words=words_of(clause))


def _ids(mentions: Sequence[Mention]) -> set[str | None]:
    return {each.id for each in mentions}
