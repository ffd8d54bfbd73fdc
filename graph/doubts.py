"""What is worth a look, best first: how many verdicts hang on it, and how unsure it is.

Whether an answer hangs on a doubtful reading is tried, not guessed: it is judged anew without the reading.
"""

import shlex
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from schedgraph.graph.casefile import is_below
from schedgraph.graph.counterfactual import Reach, TracedBench, Without
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import RELATIONS, Statement, unnumbered
from schedgraph.graph.walk import Walk, walk

if TYPE_CHECKING:
    from schedgraph.graph.counterfactual import Trace
    from schedgraph.graph.finding import Finding

SURE = 0.9
"""Readings of at least this confidence, that were not repaired and are not ambiguous, are no doubts."""

DoubtKind = Literal["repaired", "ambiguous", "unsure", "conflict", "document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthALook:
    """One thing that a person could settle.

    `touches` are the authorities whose verdict or current authority would be another one without it (for a conflict
    or a warning: those that it is about); `unsure` runs from 0 to 1. `hint` is a command that would settle it.
    """

    kind: DoubtKind
    code: str
    message: str
    about: str
    touches: tuple[str, ...]
    unsure: float
    statements: tuple[Statement, ...] = ()
    document: str | None = None
    hint: str | None = None

    @property
    def rank(self) -> float:
        """By how much it matters: the number of answers that hang on it, weighed by how unsure it is."""
        return len(self.touches) * self.unsure


def doubts(ledger: Ledger) -> tuple[WorthALook, ...]:
    """Everything that is worth a look, best first."""
    from schedgraph.graph.rdf.derived import known_authorities

    identifiers = known_authorities(ledger, ledger.identifiers())
    trial = _Trial(ledger, identifiers)
    found = [*_readings(ledger, trial), *_conflicts(trial), *_warnings(ledger, trial)]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                -each.rank,
                -len(each.touches),
                -each.unsure,
                each.about,
                each.code,
                each.message,
            ),
        )
    )


class _Trial:
    """The answers on all authorities, and which of them hang on a statement."""

    def __init__(self, ledger: Ledger, identifiers: Iterable[str]) -> None:
        self.bench = TracedBench(ledger)
        self.case = ledger
        self.walks: dict[str, Walk] = {}
        self._traces: dict[str, Trace] = {}
        for identifier in identifiers:
            with self.bench.tracing() as trace:
                self.walks[identifier] = walk(self.bench, identifier)
            self._traces[identifier] = trace

    def of_schedule(self, schedule: str) -> tuple[str, ...]:
        """The schedule and all that stands under it: with another number all of these answers are others'."""
        return tuple(each for each in self.walks if each == schedule or is_below(each, schedule))

    def hanging_on(self, statements: tuple[Statement, ...]) -> tuple[str, ...]:
        """The authorities whose verdict or ends are others without `statements`."""
        bench, reach = (
            TracedBench(Without(self.case, statements), None, self.bench, statements),
            Reach(statements),
        )
        return tuple(
            identifier
            for identifier, walked in self.walks.items()
            if self._traces[identifier].is_touched_by(reach)
            and _answer(walk(bench, identifier)) != _answer(walked)
        )


def _answer(walked: Walk) -> tuple[object, ...]:
    return (walked.judgement.verdict, *((each.id, each.verdict, each.scope) for each in walked.ends))


def _readings(ledger: Ledger, trial: _Trial) -> Iterator[WorthALook]:
    """Readings from documents that were repaired, are ambiguous or not sure; those of one number together."""
    groups: defaultdict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for each in ledger.all():
        confidence = each.read_confidence
        if each.source == "document" and (each.repairs or each.group or confidence < SURE):
            groups[(each.subject, each.predicate, each.group or each.key)].append(each)
    for (subject, predicate, _), members in groups.items():
        best = max(members, key=lambda each: (each.confidence, each.object))
        confidence = best.read_confidence
        printed = " ".join((best.printed or best.evidence.quote).split())
        names_itself = predicate == "form"
        read_as = subject if names_itself else " or ".join(each.object for each in members)
        kind: DoubtKind = "ambiguous" if len(members) > 1 else "repaired" if best.repairs else "unsure"
        repaired = f", repaired {', '.join(best.repairs)}" if best.repairs else ""
        hint = f"correct reading {shlex.quote(subject)} --printed {shlex.quote(printed)} --is NUMBER --author NAME"
        yield WorthALook(
            kind=kind,
            code=predicate,
            message=f"“{printed}” was read as {read_as}{repaired}.",
            about=subject,
            touches=trial.of_schedule(subject) if names_itself else trial.hanging_on(tuple(members)),
            unsure=max(round(1 - confidence, 3), _unsure()["repaired"] if best.repairs else 0.0),
            statements=tuple(members),
            hint=None if names_itself or predicate not in RELATIONS else hint,
        )


def _conflicts(trial: _Trial) -> Iterator[WorthALook]:
    """Each conflict once, with every authority whose judgement has it."""
    found: dict[tuple[str, ...], Finding] = {}
    touches: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for identifier, walked in trial.walks.items():
        for each in walked.judgement.conflicts:
            key = (each.code, each.message, *(statement.key for statement in each.statements))
            found[key] = each
            touches[key].append(identifier)
    for key, each in found.items():
        yield WorthALook(
            kind="conflict",
            code=each.code,
            message=each.message,
            about=touches[key][-1],
            touches=tuple(touches[key]),
            unsure=_unsure()["conflict"],
            statements=each.statements,
        )


def _warnings(ledger: Ledger, trial: _Trial) -> Iterator[WorthALook]:
    """What the reading of a document doubts concerns every authority of its schedule."""
    for read in ledger.documents():
        schedule = read["schedule"]["id"] or unnumbered(read["document"]["sha256"])
        for warning in read["warnings"]:
            if warning["code"] == "number-repaired":
                continue  # it is among the readings
            yield WorthALook(
                kind="document",
                code=warning["code"],
                message=warning["message"],
                about=schedule,
                touches=trial.of_schedule(schedule),
                unsure=_unsure()["document"],
                document=read["document"]["source"],
            )


@cache
def _unsure() -> dict[str, float]:
    text = files("schedgraph.graph").joinpath("doubts.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(text)["unsure"]
    return found
