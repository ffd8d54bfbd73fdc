"""What became of the authorities that a passage names: superseded by which, at an end, rescinded, or nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.citation.fate.clauses import Clause, clauses_of
from schedgraph.parser.citation.fate.items import with_plain_items
from schedgraph.parser.citation.fate.sides import by_age, is_participle, named_in, schedule_of, sides_of
from schedgraph.parser.citation.fate.vocabulary import vocabulary
from schedgraph.parser.citation.fate.weighed import asserted, is_void
from schedgraph.parser.dates import DateReading
from schedgraph.parser.passage import Passage

_ENDS = ("passes", "takes", "dead", "gone", "rescinded", "refused")
Became = Literal["superseded", "inactive", "rescinded", "not approved"]

# "that item has itself been superseded", "which was S/S": what was named last as the newer
_BACK = re.compile(
    r"\W*(?:and\s|then\s)?(?:that|the\slatter|itself|in\sturn)\b|\b(?:itself|in\sturn)\b", re.IGNORECASE
)
_WHICH = re.compile(r"\W*which\b", re.IGNORECASE)
# "The old item has been superseded by it"
_BY_PRONOUN = re.compile(r"\W{0,2}(?:it|this|that|them|these)\b(?!\s\w)", re.IGNORECASE)
# ", which superseded N1-…": what was named last does it
_RELATIVE = re.compile(r"\W*(?:and\s)?(?:which|that|it|this)\b", re.IGNORECASE)
# "which superseded that list", "replaced the old manual": no authority
_ANOTHER_OBJECT = re.compile(
    r"\s(?:the|that|this|those|these|an?|our|its|their|all|any)\s(?!(?:[\w'-]{1,14}\s){0,2}?(?:items?|authorit\w+|schedules?|jobs?|ones?"
    r"|numbers?|citations?|above|foregoing|former|latter|preceding)\b)[a-z]",
    re.IGNORECASE,
)
_DATES_THE_NUMBER = re.compile(
    r"\b(?:approved|dated|signed|appvd|submitted)(?:\s(?:on|in|by\sNARA|NARA))?\s$", re.IGNORECASE
)
# "approved by the records officer on": the agency's own act, and no day of a succession
_OF_OFFICER = re.compile(
    r"\b(?:approved|appvd[.]?|signed|certified|cleared|endorsed)\sby\s(?![^;()]{0,40}\b(?:NARA|NARS|archiv\w+)\b)(?:[\w.'’-]{1,20}\s){1,7}"
    r"(?:(?:on|in|dated)\s)?$",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(r"\b(?:effective|eff[.]?|as\sof)\s$", re.IGNORECASE)
# "The item is inactive" below two items: which of them is not said
_ONE = re.compile(r"\b(?:the|this|that)\s(?:item|authority)\b", re.IGNORECASE)
# "Item 3 was superseded" where it is not known of which schedule
_OF_UNKNOWN = re.compile(r"\bitems?\s[0-9(]", re.IGNORECASE)
_WITHDRAWN = re.compile(r"with?dr", re.IGNORECASE)
# "may not be applied by the regions": by others it is
_BY_SOMEBODY = re.compile(r"\s(?:by|for|to|at|outside|within)\b", re.IGNORECASE)


# "; the domestic ones have not", "; the rest stays", "applies from now on to paper brochures alone;"
_REST_STAYS = re.compile(
    r"\b(?:ones|rest|others|remainder|balance)\b[^.;]{0,30}\b(?:not|remains?|stays?|continues?|still|unaffected)\b"
    r"|\bappl(?:y|ies)\b[^.;]{0,60}\b(?:alone|only)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What a clause says became of the `old` numbers; `new` took their place, none where it is not said what did.

    `start` and `end` are the clause, `said` the words of it that say so. `by_archives` where it names them as who
    rescinded it.
    """

    became: Became
    old: tuple[Mention, ...]
    new: tuple[Mention, ...]
    start: int
    end: int
    said: tuple[int, int]
    partial: bool = False
    by_archives: bool = False
    day: DateReading | None = None


def read_fates(
    passage: Passage,
    numbers: Sequence[Mention],
    *,
    subject: str | None = None,
    topic: Sequence[Mention] = (),
    alone: bool = True,
) -> tuple[Fate, ...]:
    """The fates that a passage tells, none for what it plans, asks, denies or doubts.

    `numbers` are those written in full; `subject` is the schedule whose items may be named plainly, `topic` what the
    passage stands beside and speaks of where it names nothing else. Where it does not stand `alone`, other passages name
    schedules as a whole, too, and plain items without a subject may be theirs.
    """
    mentions = with_plain_items(passage.text, numbers, subject, alone=alone)
    clauses = tuple(clauses_of(passage, mentions))
    return tuple(_Reader(topic).read(clauses))


def may_tell(passage: Passage, numbers: Sequence[Mention]) -> bool:
    """Whether a passage has words for an end or a succession that nothing takes back, whether or not they are understood."""
    clauses = clauses_of(passage, numbers)
    return any(asserted(clause, kind) for clause in clauses if not is_void(clause) for kind in _ENDS)


class _Reader:
    """Goes through the clauses and remembers of what the last ones spoke."""

    def __init__(self, topic: Sequence[Mention]) -> None:
        self.topic = tuple(topic)
        self.newer: tuple[Mention, ...] = ()
        self.last: tuple[Mention, ...] = ()

    def read(self, clauses: Sequence[Clause]) -> Iterator[Fate]:
        for index, clause in enumerate(clauses):
            named = named_in(clause)
            following = clauses[index + 1] if index + 1 < len(clauses) else None
            before = [each for each in clauses[:index] if each.sentence == clause.sentence]
            fate = None if is_void(clause, following, before) else self._fate(clause, named, following)
            if fate is not None:
                if fate.became == "rescinded" and _is_announced(clauses[:index], clause):
                    fate = replace(fate, by_archives=True)
                self.topic, self.newer = fate.old, fate.new or self.newer
                yield fate
            elif named:
                older, newer = by_age(self.topic, named)
                self.topic = older or self.topic
                self.newer = newer or self.newer
            self.last = named or self.last

    def _fate(self, clause: Clause, named: Sequence[Mention], following: Clause | None) -> Fate | None:
        if _OF_UNKNOWN.search(clause.masked):
            return None
        passes, takes, dead = (asserted(clause, kind) for kind in ("passes", "takes", "dead"))
        gone, rescinded = asserted(clause, "gone"), asserted(clause, "rescinded")
        if takes and _ANOTHER_OBJECT.match(clause.masked, takes.end()):
            takes = None
        event, at_end = passes or takes, dead or gone
        old: Sequence[Mention] = ()
        if event or (at_end and asserted(clause, "points")):
            old, new = self._sides(clause, named, passes, takes)
            new = new or _pointed_to(following, old)
            if old and new:
                return _fate("superseded", clause, old, new, event or at_end)
        old = tuple(named) or old or self.topic
        if not old or (not named and len(old) > 1 and _ONE.search(clause.masked)):
            return None
        if refused := asserted(clause, "refused"):
            return _fate("not approved", clause, old, (), refused)
        if rescinded:
            found = _fate("rescinded", clause, old, (), rescinded)
            # What was withdrawn may never have been approved.
            return found if found.by_archives or not _WITHDRAWN.match(rescinded[0]) else None
        if at_end and (dead or not _BY_SOMEBODY.match(clause.masked, at_end.end())):
            new = _pointed_to(following, old)
            return _fate("superseded" if new or not dead else "inactive", clause, old, new, at_end)
        if event and named and named[-1].end <= clause.start + event.start() and is_participle(event[0]):
            return _fate("superseded", clause, old, (), event)
        return None

    def _sides(
        self,
        clause: Clause,
        named: Sequence[Mention],
        passes: re.Match[str] | None,
        takes: re.Match[str] | None,
    ) -> tuple[Sequence[Mention], Sequence[Mention]]:
        topic = self.topic
        if self.newer and _BACK.search(clause.masked):
            topic = self.newer
        elif self.last and _WHICH.match(clause.masked):
            topic = self.last
        old, new = sides_of(clause, named, topic, passes, takes)
        if new or not old:
            return old, new
        by_pronoun = passes and _BY_PRONOUN.match(clause.masked, passes.end())
        if (by_pronoun or (takes and _RELATIVE.match(clause.masked))) and self.last:
            own = {schedule_of(each) for each in old}
            new = tuple(each for each in self.last if schedule_of(each) not in own)
        return old, new


def _fate(
    became: Became,
    clause: Clause,
    old: Sequence[Mention],
    new: Sequence[Mention],
    event: re.Match[str] | None,
) -> Fate:
    start, end = event.span() if event else (0, len(clause.masked))
    partial = vocabulary()["partial"].pattern.search(clause.masked) or _REST_STAYS.search(clause.around)
    return Fate(
        became=became,
        old=tuple(old),
        new=tuple(new),
        start=clause.start,
        end=clause.end,
        said=(clause.start + start, clause.start + end),
        partial=partial is not None and bool(new),
        by_archives=vocabulary()["archives"].pattern.search(clause.around) is not None,
        day=_day(clause),
    )


def _is_announced(before: Sequence[Clause], clause: Clause) -> bool:
    """Whether the sentence before a clause says that the archives made an act of theirs known."""
    sentence = next((each for each in reversed(before) if each.sentence == clause.sentence - 1), None)
    if sentence is None or is_void(sentence):
        return False
    said = (vocabulary()[kind].pattern.search(sentence.around) for kind in ("archives", "announces"))
    return all(said)


def _day(clause: Clause) -> DateReading | None:
    """The only day of a clause that is not that of a number: "N1-434-98-12/4 (approved 9/9/98)"."""
    told = [
        each for each in clause.days if not _OF_OFFICER.search(clause.masked[: each.start - clause.start])
    ]
    days = [each for each in told if not _DATES_THE_NUMBER.search(clause.masked[: each.start - clause.start])]
    found = [each for each in days if _EFFECTIVE.search(clause.masked[: each.start - clause.start])] or days
    found = found or told
    return found[0] if len(found) == 1 else None


def _pointed_to(following: Clause | None, old: Sequence[Mention]) -> tuple[Mention, ...]:
    """The newer numbers that the next clause names as what is to be used, or as the successor."""
    if following is None or not old or is_void(following):
        return ()
    if not (asserted(following, "points") or asserted(following, "passes") or asserted(following, "takes")):
        return ()
    named = named_in(following)
    own = {schedule_of(each) for each in old}
    if not named or any(schedule_of(each) in own for each in named):
        return ()
    older, newer = by_age(old, named)
    return newer if set(older) == set(old) else (() if older else named)
