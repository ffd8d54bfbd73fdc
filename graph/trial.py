"""The evidence on one authority as of a day: what the rules of decision weigh, and where they note their findings."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from schedgraph.graph.casefile import CaseFile, schedule_of
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.identity import is_same_or_below, same_authorities
from schedgraph.graph.judgement import Judgement
from schedgraph.graph.rules import decisions, remarks
from schedgraph.graph.rules.book import Law
from schedgraph.graph.standing import approval, is_seen, marks, newest
from schedgraph.graph.statements import Statement
from schedgraph.graph.succession import Succession, asserted, successions


class Trial:
    """One authority on trial.

    `happened` are the successions that had happened on the day, `undated` those of which that is not known.
    `is_explained` tells whether the weighing of the claims has said already why they are open.
    """

    def __init__(self, case: CaseFile, day: date | None, law: Law, identifier: str) -> None:
        self.case = case
        self.day = day
        self.law = law
        self.identifier = identifier
        told = successions(case, identifier, law)
        self.told: Sequence[Succession] = told.found
        self.happened = [each for each in told.found if each.on(day)]
        self.undated = [each for each in told.found if each.on(day) is None]
        self.approval = approval(case, schedule_of(identifier), law)
        self.marks = marks(case, identifier, law)
        self.latest = newest(self.marks, law)
        self.conflicts: list[Finding] = list(told.conflicts)
        self.caveats: list[Finding] = list(told.caveats)
        self.is_explained = bool(told.conflicts)
        self.rests_on: list[str] = []

    @property
    def settled(self) -> list[Succession]:
        """The successions that had happened for certain."""
        return [each for each in self.happened if each.settled]

    @property
    def refused_successors(self) -> bool:
        """Whether it is itself said, in its own schedule, to be superseded by something that was never approved."""
        refused = (each for each in self.conflicts if each.code == "successor-never-approved")
        return any(said.subject == self.identifier for each in refused for said in each.statements)

    @property
    def is_seen(self) -> bool:
        """Whether a document shows the authority, under any of its numbers."""
        return any(is_seen(self.case, name) for name in same_authorities(self.case, self.identifier))

    def own_successions(self) -> list[Succession]:
        """Those that are written for the authority itself."""
        return [each for each in self.told if each.written_for is None]

    def judgement(self, children: tuple[str, ...]) -> Judgement:
        """The verdict of the first rule of decision that gives one."""
        remarks.note(self)
        decided, verdict = decisions.decide(self)
        rules = (decided, *self.rests_on, *(each.rule for each in self.happened))
        return Judgement(
            id=self.identifier,
            verdict=verdict,
            successions=tuple(
                self.happened + [replace(each, settled=False, target_certain=False) for each in self.undated]
            ),
            children=children,
            conflicts=tuple(self.conflicts),
            caveats=tuple(self.caveats),
            approval=self.approval,
            rules=tuple(dict.fromkeys(rules)),
        )

    def leads_back(self, succession: Succession) -> bool:
        """Whether certain successions lead from here back to this authority."""
        mine = same_authorities(self.case, self.identifier)
        seen: set[str] = set()
        waiting = [succession.new] if succession.asserted else []
        while waiting:
            current = waiting.pop()
            if current in mine or any(is_same_or_below(name, current) for name in mine):
                return True
            if current in seen:
                continue
            seen.add(current)
            waiting += [each.new for each in asserted(self.case, current, self.law) if each.on(self.day)]
        return False

    def conflict(self, code: str, message: str, statements: Iterable[Statement] = ()) -> None:
        """Notes statements that cannot all be true, or that leave the answer open."""
        self.conflicts.append(finding(code, message, statements))

    def caveat(self, code: str, message: str, statements: Iterable[Statement] = ()) -> None:
        """Notes a limit of an answer that is otherwise sound."""
        self.caveats.append(finding(code, message, statements))
