"""The verdict on an authority: what its standing and its successions come to on a day.

Order of weight: what says that it was never approved; what replaced it; what declares it dead; what only
proposes it; what leaves its approval open; a strike, which proves little alone; and else it is active.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from schedgraph.graph.casefile import CaseFile, above, is_below, schedule_of
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.standing import Approval, approval, is_seen, marks, newest
from schedgraph.graph.statements import Statement
from schedgraph.graph.succession import Succession, is_same_or_below, same_authorities, successions

Verdict = Literal[
    "active",
    "superseded",
    "partially-superseded",
    "inactive",
    "never-approved",
    "rescinded",
    "proposed",
    "indeterminate",
    "unseen",
]

DEAD: frozenset[Verdict] = frozenset({"superseded", "inactive", "rescinded"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one authority by itself; where its successors lead is `walk`'s to say."""

    id: str
    verdict: Verdict
    successions: tuple[Succession, ...] = ()
    children: tuple[str, ...] = ()
    conflicts: tuple[Finding, ...] = ()
    caveats: tuple[Finding, ...] = ()
    approval: Approval


class Bench:
    """Judges the authorities of one case file as of one day (None: as far as the corpus knows).

    Each judgement is made once; the case file must not change meanwhile.
    """

    def __init__(self, case: CaseFile, day: date | None = None) -> None:
        self.case = case
        self.day = day
        self._judged: dict[str, Judgement] = {}

    def judge(self, identifier: str) -> Judgement:
        """The judgement on an item or a schedule."""
        if identifier not in self._judged:
            self._judged[identifier] = self._judge(identifier)
        return self._judged[identifier]

    def _judge(self, identifier: str) -> Judgement:
        trial = _Trial(self, identifier)
        children = self._children(identifier)
        if children and not trial.own_successions():
            return self._of_parts(trial, children)
        return trial.judgement(children)

    def _children(self, identifier: str) -> tuple[str, ...]:
        """The authorities directly under `identifier` that a document shows, or that a succession names."""
        below = self.case.below(identifier)
        direct = [each for each in below if above(each)[:1] == (identifier,)]
        return tuple(each for each in direct if is_seen(self.case, each) or self._is_told_of(each))

    def _is_told_of(self, identifier: str) -> bool:
        told = any(each.predicate == "supersedes" for each in self.case.naming(identifier))
        told = told or any(each.predicate == "superseded-by" for each in self.case.about(identifier))
        return told or any(is_below(each, identifier) for each in self.case.below(identifier))

    def _of_parts(self, trial: "_Trial", children: tuple[str, ...]) -> Judgement:
        """What a schedule or a group comes to, by its items.

        An item that a document shows without the parts that others cite stands for those it does not show.
        """
        parts = [self.judge(child) for child in children]
        verdicts = {part.verdict for part in parts}
        own = trial.judgement(())
        shown = [child for child in children if is_seen(self.case, child)]
        if not shown and own.verdict != "unseen":
            verdicts.add(own.verdict)
        if not shown and own.verdict == "unseen" and verdicts != {"unseen"}:
            verdicts.add("unseen")
        verdict, caveats = _together(verdicts - {"never-approved"} or verdicts)
        if "never-approved" in verdicts and len(verdicts) > 1:
            caveats.append(finding("some-never-approved", "Some of the items were never approved."))
        conflicts = {(each.code, each.message): each for part in parts for each in part.conflicts}
        return Judgement(
            id=trial.identifier,
            verdict=verdict,
            children=children,
            conflicts=tuple(conflicts.values()),
            caveats=(*caveats, *own.caveats),
            approval=own.approval,
        )


def _together(verdicts: set[Verdict]) -> tuple[Verdict, list[Finding]]:
    if len(verdicts) == 1:
        return next(iter(verdicts)), []
    if verdicts <= DEAD:
        return "superseded", [
            finding("no-named-successor", "Some of the items are dead without a named successor.")
        ]
    if verdicts & {"superseded", "partially-superseded", "inactive", "rescinded"}:
        living = verdicts - DEAD - {"partially-superseded"}
        if living <= {"active", "proposed"}:
            return "partially-superseded", []
        message = "Some of the items are superseded; of others the corpus does not say enough."
        return "partially-superseded", [finding("some-not-known", message)]
    if "indeterminate" in verdicts:
        return "indeterminate", [
            finding("some-not-known", "Of some of the items the corpus does not say enough.")
        ]
    if "active" in verdicts:
        return "active", [finding("some-not-active", "Not all of the items are active; see each of them.")]
    return "indeterminate", [finding("items-differ", "The items differ; see each of them.")]


class _Trial:
    """The evidence on one authority, and the judgement that it supports."""

    def __init__(self, bench: Bench, identifier: str) -> None:
        self.bench = bench
        self.case = bench.case
        self.day = bench.day
        self.identifier = identifier
        self.told = successions(self.case, identifier)
        self.approval = approval(self.case, schedule_of(identifier))
        self.marks = marks(self.case, identifier)
        self.conflicts: list[Finding] = list(self.told.conflicts)
        self.caveats: list[Finding] = list(self.told.caveats)

    def own_successions(self) -> list[Succession]:
        return [each for each in self.told.found if each.written_for is None]

    def judgement(self, children: tuple[str, ...]) -> Judgement:
        happened = [each for each in self.told.found if each.on(self.day)]
        undated = [each for each in self.told.found if each.on(self.day) is None]
        verdict = self._verdict(happened, undated)
        return Judgement(
            id=self.identifier,
            verdict=verdict,
            successions=tuple(
                happened + [replace(each, settled=False, target_certain=False) for each in undated]
            ),
            children=children,
            conflicts=tuple(self.conflicts),
            caveats=tuple(self.caveats),
            approval=self.approval,
        )

    def _verdict(self, happened: Sequence[Succession], undated: Sequence[Succession]) -> Verdict:
        settled = [each for each in happened if each.settled]
        if refused := self._refused():
            if settled:
                message = f"{self.identifier} was never approved, yet it is said to be superseded."
                self._conflict("never-approved-yet-superseded", message, (*refused, *_statements(settled)))
                return "indeterminate"
            return "never-approved"
        if circle := [each for each in happened if self._returns(each)]:
            message = f"The supersessions of {self.identifier} lead back to itself."
            self._conflict("cycle", message, _statements(circle))
            return "indeterminate"
        if settled:
            return self._superseded(settled)
        if unreadable := [
            mark for mark in self.marks if mark.standing == "superseded" and mark.on(self.day) is not False
        ]:
            message = (
                "An annotation says that it was superseded; the number of what replaced it cannot be read."
            )
            self._conflict("successor-unreadable", message, (mark.statement for mark in unreadable))
            return "superseded" if any(mark.on(self.day) for mark in unreadable) else "indeterminate"
        seen = is_seen(self.case, self.identifier) or any(
            is_seen(self.case, name) for name in same_authorities(self.case, self.identifier)
        )
        if not seen and not self.marks:
            return self._unseen(undated or happened)
        if any(each.partial for each in happened):
            return "partially-superseded"
        if dead := self._declared_dead(bool(undated)):
            return dead
        state = self.approval.on(self.day)
        if state == "proposed":
            when = f" on {self.day}" if self.day and self.approval.state == "approved" else ""
            self._caveat(
                "not-yet-approved",
                f"The documents show it as proposed, not as approved{when}.",
                self.approval.statements,
            )
            return "proposed"
        unsettled = [each for each in (*happened, *undated) if not each.settled or each in undated]
        if unsettled:
            named = ", ".join(sorted({each.new for each in unsettled}))
            if not self.conflicts or undated:
                message = f"Whether {named} had replaced {self.identifier} on that day is not known: the source gives no date."
                self._conflict("supersession-undated", message, _statements(unsettled))
            return "indeterminate"
        if state in ("not-shown", "unseen") and self.approval.state != "unseen":
            message = "The document does not show that the Archivist approved the schedule, or not when."
            self._conflict("approval-not-shown", message, self.approval.statements)
            return "indeterminate"
        struck = [mark for mark in self.marks if mark.standing == "struck"]
        if struck and self.day is None:
            message = "The item is struck and nothing says why: never approved, superseded or withdrawn."
            self._conflict("struck-without-reason", message, (mark.statement for mark in struck))
            return "indeterminate"
        self._known_until()
        return "active"

    def _refused(self) -> tuple[Statement, ...]:
        """What shows that the authority was never approved, on itself or on its schedule."""
        if self.approval.disputed:
            message = "The documents disagree on whether the schedule was approved; the newest counts."
            self._conflict(
                "documents-disagree", message, (*self.approval.statements, *self.approval.disputed)
            )
        if self.approval.state == "never-approved":
            return self.approval.statements
        latest = newest(self.marks)
        return tuple(
            mark.statement
            for mark in self.marks
            if mark.standing == "never-approved"
            and mark.rule != "stamp"
            and (mark.rule != "item-status" or mark in latest)
        )

    def _superseded(self, settled: Sequence[Succession]) -> Verdict:
        if not any(each.target_certain for each in settled):
            self._caveat(
                "successor-not-certain",
                "It was replaced; by which of the successors named is not certain.",
                (),
            )
        alive = [mark for mark in newest(self.marks) if mark.standing == "active"]
        since = max((each.since for each in settled if each.since), default=None)
        for mark in alive:
            held = mark.statement.known_by
            if held and since and held >= since:
                message = (
                    f"Its status was printed as “{mark.statement.object}” on {held}, after it was superseded."
                )
                self._conflict("active-after-supersession", message, (mark.statement, *_statements(settled)))
        if not is_seen(self.case, self.identifier):
            self._caveat("not-in-corpus", "No document of it is in the corpus; only others tell of it.", ())
        if self.approval.state == "not-shown":
            self._caveat("approval-not-shown", "Its document does not show the Archivist's approval.", ())
        if any(each.since is None for each in settled):
            self._caveat("undated", "The source does not say when it was superseded.", _statements(settled))
        return "superseded"

    def _returns(self, succession: Succession) -> bool:
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
            waiting += [
                each.new
                for each in successions(self.case, current).found
                if each.asserted and each.on(self.day)
            ]
        return False

    def _unseen(self, doubtful: Sequence[Succession]) -> Verdict:
        if doubtful:
            named = ", ".join(sorted({each.new for each in doubtful}))
            if not self.conflicts:
                message = f"{named} may have replaced it; the corpus does not settle it."
                self._conflict("succession-not-settled", message, _statements(doubtful))
            return "indeterminate"
        if self.approval.state != "unseen":
            message = f"The corpus holds {schedule_of(self.identifier)}, but no such item was read in it."
            self._conflict("no-such-item", message, self.approval.statements)
        return "unseen"

    def _declared_dead(self, otherwise_open: bool) -> Verdict | None:
        latest = newest(self.marks)
        dead = [
            mark
            for mark in self.marks
            if mark.standing in ("inactive", "rescinded") and (mark.rule != "item-status" or mark in latest)
        ]
        if not dead or otherwise_open:
            return None
        certain = [mark for mark in dead if mark.on(self.day)]
        if not certain:
            if any(each.since for each in self.told.found):
                return None
            if all(mark.on(self.day) is False for mark in dead):
                return None
            message = "It was declared dead at a time that the documents do not give; on that day it may have been in force."
            self._conflict("declared-dead-undated", message, (mark.statement for mark in dead))
            return "indeterminate"
        alive = [mark for mark in latest if mark.standing == "active"]
        rules = {mark.rule for mark in certain}
        if alive and rules == {"stamp"}:
            message = "A stamp declares all items dead, and a printed status says that this one is active."
            self._conflict("stamp-against-status", message, (mark.statement for mark in (*certain, *alive)))
            return "indeterminate"
        if "stamp" in rules and len(rules) == 1:
            message = "A stamp says that all items are superseded, and nothing names what replaced this one."
            self._conflict("stamp-without-successor", message, (mark.statement for mark in certain))
        else:
            self._caveat(
                "no-named-successor",
                "It is declared dead and nothing names a successor.",
                (m.statement for m in certain),
            )
        return "rescinded" if any(mark.standing == "rescinded" for mark in certain) else "inactive"

    def _known_until(self) -> None:
        partial = [each for each in self.case.about(self.identifier) if each.predicate == "strike"]
        if partial:
            message = "Words of it are struck; a strike alone does not say why."
            self._caveat("partly-struck", message, partial)
        statuses = [mark.statement for mark in newest(self.marks) if mark.standing == "active"]
        held = max((each.known_by for each in statuses if each.known_by), default=None)
        if held:
            message = f"“Item Status Active” was true when the document was made, on {held}; it is no evidence about later."
            self._caveat("status-of-print-date", message, statuses)
        message = "Nothing in the corpus supersedes it; a later schedule that is not in the corpus could (36 CFR 1225.26)."
        self._caveat("silent-supersession", message, ())

    def _conflict(self, code: str, message: str, statements: Iterable[Statement]) -> None:
        self.conflicts.append(finding(code, message, statements))

    def _caveat(self, code: str, message: str, statements: Iterable[Statement]) -> None:
        self.caveats.append(finding(code, message, statements))


def _statements(found: Iterable[Succession]) -> list[Statement]:
    return [statement for each in found for statement in each.statements]
