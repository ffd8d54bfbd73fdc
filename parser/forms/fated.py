"""What a paper says became of the numbers that its sentences name, where the grammar of citations made nothing of it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.citation import SupersessionStatement, is_partial
from schedgraph.parser.citation.cited import cited, dated
from schedgraph.parser.citation.fate import Fate, read_fates
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.passage import Passage

# What a letter is about is told below its subject.
_SUBJECT = re.compile(r"(?:^|\n)[^\w\n]{0,12}(?:re|subject|subj|reference|ref)\s?[:.][^\n]*\Z", re.IGNORECASE)
_RESPECTIVE = re.compile(r"\brespective", re.IGNORECASE)


def paired(passage: Passage, statement: SupersessionStatement) -> Iterator[SupersessionStatement]:
    """A statement as one for each pair where its words say so.

    "Items 1 to 3 by items 4 to 6, respectively", and "item 1 is superseded by item 4, and item 2 by item 5".
    """
    old, new = statement.old, statement.new
    if not (len(old) == len(new) > 1 and (_RESPECTIVE.search(passage.text) or _in_turn(old, new))):
        yield statement
        return
    old, new = _in_order(old), _in_order(new)
    for former, latter in zip(old, new, strict=True):
        yield replace(statement, old=(former,), new=(latter,))


def _in_order(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda each: each.start))


def _in_turn(old: Sequence[Mention], new: Sequence[Mention]) -> bool:
    """Whether each older number stands right before a newer one of its own."""
    pairs = tuple(zip(_in_order(old), _in_order(new), strict=True))
    return all(former.end <= latter.start for former, latter in pairs) and all(
        latter.end <= former.start for (_, latter), (former, _) in pairwise(pairs)
    )


def fates_of(
    passage: Passage,
    numbers: Sequence[Mention],
    subject: str | None,
    known: Collection[str | None],
    *,
    alone: bool,
) -> tuple[Fate, ...]:
    """The fates of those numbers of a passage that are not `known` already; `subject` and `alone` as for `read_fates`."""
    if not numbers:
        return ()
    found = read_fates(passage, numbers, subject=subject, alone=alone)
    strongest: dict[str | None, int] = {}
    for fate in found:
        for each in fate.old:
            strongest[each.id] = max(strongest.get(each.id, 0), _strength(fate))
    kept = []
    for fate in found:
        # What was never approved the schedule itself says, in column 10.
        if fate.became == "not approved" or _SUBJECT.search(passage.text[: fate.said[0]]):
            continue
        old = [each for each in fate.old if each.id not in known and _strength(fate) == strongest[each.id]]
        if old:
            kept.append(replace(fate, old=tuple(old)))
    return tuple(kept)


def _strength(fate: Fate) -> int:
    """A named successor outweighs an act of the archives, that what is dead, that what is left open."""
    if fate.new:
        return 3
    if fate.by_archives and fate.became == "rescinded":
        return 2
    return 1 if fate.became == "inactive" else 0


def fated_statements(passage: Passage, fates: Sequence[Fate]) -> Iterator[SupersessionStatement]:
    """The successions among the fates, pair by pair where the words say "respectively"."""
    for fate in fates:
        if fate.new:
            statement = SupersessionStatement(
                old=fate.old,
                new=fate.new,
                relation="superseded-by",
                evidence=_place(passage, fate),
                date=dated(passage, fate.day),
                partial=fate.partial or _is_in_part(passage, fate),
            )
            yield from paired(passage, statement)


def _is_in_part(passage: Passage, fate: Fate) -> bool:
    numbers = (*fate.old, *fate.new)
    return is_partial(passage.text, min(each.start for each in numbers), max(each.end for each in numbers))


def fated_ends(passage: Passage, fates: Sequence[Fate], written: Reading[date] | None) -> Iterator[Citation]:
    """The ends without a successor among the fates, since the day that the words state, else the one `written`.

    What is said to be superseded or rescinded, and not by what or by whom, is told as open.
    """
    for fate in fates:
        for old in () if fate.new else fate.old:
            named = replace(
                cited(old, "cites", passage.evidence(old.start, old.end)),
                date=dated(passage, fate.day) or written,
            )
            if fate.became == "inactive" or fate.by_archives:
                said = " ".join(passage.text[slice(*fate.said)].split())
                repairs = () if said.casefold() == fate.became else (f"{said}→{fate.became}",)
                words = Reading(value=str(fate.became), evidence=_place(passage, fate), repairs=repairs)
                yield replace(named, words=words)
            else:
                yield replace(named, relation="supersedes", evidence=_place(passage, fate))


def _place(passage: Passage, fate: Fate) -> Evidence:
    spans = [(fate.start, fate.end), *((each.start, each.end) for each in (*fate.old, *fate.new))]
    return passage.slice(min(start for start, _ in spans), max(end for _, end in spans)).strip().evidence()
