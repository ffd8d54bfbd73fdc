"""What the corpus knew on a day: the statements that had been made by then.

A print of an ERA schedule says all it says from the day of its print; a note on an older form from the day that
it gives. A stamp or a strike gives no day, so from when on it was known is open: it lies after the document's
own dates. An answer is therefore judged with and without such statements.
"""

from datetime import date

from schedgraph.graph.casefile import CaseFile, schedule_of
from schedgraph.graph.statements import RECORD_GROUP, RELATIONS, Statement
from schedgraph.parser.authority.number import parse_identifier

_DATES = ("received", "certified", "approved")
_ADDED_LATER = frozenset(
    {"stamp", "strike", "struck-disposition", "annotation", "superseded-by", "successor-unreadable"}
)
"""What is put on a paper form after it was approved."""


class KnownOn:
    """A case file less what nobody had stated by `day`.

    `doubtful` tells whether statements count of which it is not known whether they had been made;
    `left_open` are those that were asked for.
    """

    def __init__(self, case: CaseFile, day: date, *, doubtful: bool) -> None:
        self._case = case
        self._day = day
        self._doubtful = doubtful
        self._first: dict[tuple[str, str], date | None] = {}
        self.left_open: dict[str, Statement] = {}

    def about(self, identifier: str) -> tuple[Statement, ...]:
        return tuple(each for each in self._case.about(identifier) if self._is_known(each))

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        return tuple(each for each in self._case.naming(identifier) if self._is_known(each))

    def below(self, identifier: str) -> tuple[str, ...]:
        return tuple(each for each in self._case.below(identifier) if self.about(each) or self.naming(each))

    def _is_known(self, said: Statement) -> bool:
        since, sure = self._since(said)
        if since is not None and since > self._day:
            return False
        if not sure:
            self.left_open[said.key] = said
            return self._doubtful
        return True

    def _since(self, said: Statement) -> tuple[date | None, bool]:
        """From which day on the statement was known, and whether that is sure; else the day is the earliest."""
        if said.known_by is not None:
            return said.known_by, True
        if said.source == "fact":
            if said.dated is not None or said.subject.startswith(RECORD_GROUP):
                return said.dated, True
            return _earliest(said), False
        first = self._first_day(said.document, schedule_of(said.subject))
        if said.predicate == "approved":
            return date.fromisoformat(said.object), True
        if said.predicate in _ADDED_LATER:
            return (said.dated, True) if said.dated is not None else (first, False)
        if said.dated is not None and said.predicate == "event":
            return said.dated, True
        return (first, True) if first is not None else (_earliest(said), False)

    def _first_day(self, document: str, schedule: str) -> date | None:
        """The earliest day that the document itself gives: it was submitted then at the latest."""
        key = (document, schedule)
        if key not in self._first:
            days = (
                date.fromisoformat(each.object)
                for each in self._case.about(schedule)
                if each.document == document and each.predicate in _DATES
            )
            self._first[key] = min(days, default=None)
        return self._first[key]


def _earliest(said: Statement) -> date | None:
    """The first day on which every number in the statement can have existed."""
    named = (said.subject, said.object) if said.predicate in RELATIONS else (said.subject,)
    numbers = (parse_identifier(each) for each in named)
    days = [day for number in numbers if number and (day := number.earliest_date())]
    return max(days, default=None)
