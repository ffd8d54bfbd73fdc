"""Draws anew what a change of the ledger touches, and everything where nothing is kept or other rules hold.

The ledger notes in the transaction of a change what has changed. `Upkeep.keep_up` takes these notes: in one
transaction the answers that lean on it are thrown away and drawn again. Up to then readers see the notes and draw
their answers themselves.
"""

from collections.abc import Callable
from datetime import date

from schedgraph.graph.conclusions.drawing import Crew
from schedgraph.graph.conclusions.edition import EDITION
from schedgraph.graph.conclusions.leaning import is_heard, region
from schedgraph.graph.conclusions.table import AnswerTable
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import RECORD_GROUP

BATCH = 1_000
"""Answers that a process draws in one transaction: about a second, during which other writers wait."""
ASKED = 250
"""Of these so many by their names, the others because the first ones lean on them."""
AFTER_ERA = "DAA."
"""Behind every number of ERA. Older authorities lean on newer ones, so that those are read for them anyway."""


class Upkeep:
    """Keeps what is drawn from a ledger that is open for writing."""

    def __init__(self, ledger: Ledger, jobs: int = 1) -> None:
        self._ledger = ledger
        self._jobs = jobs
        self._table = AnswerTable(ledger.connection)

    def keep_up(self, told: Callable[[int], object] = lambda done: None) -> int:
        """Draws all that is not kept, or no longer holds; gives how many answers that were.

        `told` hears how many are done. What is done when it is stopped is kept.
        """
        done = 0
        with self._ledger.storing("the answers"):
            self._table.make()
            if not self._is_current():
                self._begin()
        with Crew(self._ledger, self._jobs) as crew:
            while True:
                with self._ledger.storing("the answers"):
                    self._take_notice()
                    drawn, more = self._draw_some(crew)
                done += drawn
                told(done)
                if not more:
                    return done

    def rebuild(self, told: Callable[[int], object] = lambda done: None) -> int:
        """Throws everything away that was drawn, and draws it from the ledger; gives how many answers there are."""
        with self._ledger.storing("the answers"):
            self._table.make()
            self._begin()
        return self.keep_up(told)

    def _is_current(self) -> bool:
        state = self._table.state()
        holds = state.get("edition") == EDITION and date.today().isoformat() < state.get("until", "9999")
        return holds and self._ledger.changes.is_followed

    def _begin(self) -> None:
        self._table.clear()
        self._ledger.changes.follow(True)
        self._table.note("edition", EDITION)
        self._table.note("until", _next_change(self._ledger))
        self._table.note("from", AFTER_ERA)

    def _take_notice(self) -> None:
        """Throws away what leans on a change that nobody took notice of."""
        changes = list(self._ledger.changes.taken())
        if not changes:
            return
        touched: set[str] = set()
        named: dict[str, int] = {}
        for subject, predicate, other in changes:
            touched.add(region(subject))
            if other:
                named[other] = named.get(other, 0) + 1
                if is_heard(predicate, other):
                    touched.add(region(other))
        for identifier, count in named.items():
            # Named by more than has changed, it was and is known; else it may have come into view or gone out of it.
            if self._ledger.statements.mentions(identifier, count + 1) <= count:
                touched.add(region(identifier))
        self._table.forget_leaning_on(touched)
        self._table.want({*named, *(subject for subject, _, _ in changes)})
        if any(each.startswith(RECORD_GROUP) for each in touched):
            self._table.note("until", _next_change(self._ledger))

    def _draw_some(self, crew: Crew) -> tuple[int, bool]:
        """Draws a batch; gives how many answers, and whether there is more to be drawn."""
        last = self._table.state().get("from")
        if last is not None:
            return self._draw_following(crew, last), True
        limit = BATCH * self._jobs
        wanted = self._table.due(limit)
        known = [each for each in wanted if self._ledger.is_named(each)]
        self._table.put(crew.draw(known))
        self._table.not_due(wanted)
        return len(known), len(wanted) == limit

    def _draw_following(self, crew: Crew, last: str) -> int:
        """Draws a batch of what comes after `last`, and of what that leans on; gives how many answers."""
        wanted: list[str] = []
        after: str | None = last
        while after is not None and len(wanted) < ASKED * self._jobs:
            following, after = self._following(after, ASKED * self._jobs)
            wanted += filter(self._ledger.is_named, self._table.lacking(following))
        drawn = crew.draw(wanted, BATCH * self._jobs)
        self._table.put(drawn)
        self._table.note("from", after)
        return len(drawn)

    def _following(self, last: str, limit: int) -> tuple[list[str], str | None]:
        """The next authorities, and after which to go on; None at the end. Those of ERA, the newest, come last."""
        found = self._ledger.statements.identifiers_after(last, limit)
        if last >= AFTER_ERA:
            return found, found[-1] if found else ""
        if len(old := [each for each in found if each < AFTER_ERA]) < len(found) or not found:
            return old, None
        return found, found[-1]


def _next_change(ledger: Ledger) -> str | None:
    """The next day on which a record group passes to another department, so that answers may be others."""
    today = date.today()
    days = [each for each in ledger.statements.department_days() if each > today]
    return min(days).isoformat() if days else None
