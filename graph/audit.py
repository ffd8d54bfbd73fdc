"""What is wrong, open or doubtful in a store: nothing is decided here, all of it is shown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from schedgraph.graph.dangling import Dangling, dangling
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.answer_text import printable
from schedgraph.graph.retention import RetentionChange, retention_change
from schedgraph.graph.shapes_check import ShapeResult, Told
from schedgraph.graph.statements import Statement
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Walk, walk
from schedgraph.parser.transcript import evidence_json

if TYPE_CHECKING:
    from schedgraph.graph.finding import Finding

Json = dict[str, Any]

LOW_CONFIDENCE = 0.9
"""Readings below this deserve a look; a reading from text that fits the grammar has 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedConflict:
    """One conflict, the authorities that it is about, and the places that disagree."""

    code: str
    message: str
    about: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDoubt:
    """A warning that the reading of a document gave."""

    document: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionAlarm:
    """A supersession after which the records are kept longer, shorter, for ever, or from another event."""

    old: str
    new: str
    certain: bool
    change: RetentionChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The state of a store. `shapes` is None where the graph was not held against its shapes."""

    conflicts: tuple[AuditedConflict, ...]
    cycles: tuple[tuple[str, ...], ...]
    dangling: tuple[Dangling, ...]
    readings: tuple[Statement, ...]
    doubts: tuple[DocumentDoubt, ...]
    retention: tuple[RetentionAlarm, ...]
    shapes: tuple[ShapeResult, ...] | None
    documents: tuple[tuple[str, str], ...]

    def to_json(self) -> Json:
        """The object that `audit --format json` prints."""
        return {
            "conflicts": [
                {
                    "code": each.code,
                    "message": each.message,
                    "about": list(each.about),
                    "evidence": [self._place(statement) for statement in each.statements],
                }
                for each in self.conflicts
            ],
            "cycles": [list(each) for each in self.cycles],
            "dangling": [
                {
                    "schedule": each.schedule,
                    "settles": list(each.settles),
                    "touches": list(each.touches),
                    "named": list(each.named),
                }
                for each in self.dangling
            ],
            "readings": [self._reading(each) for each in self.readings],
            "doubts": [asdict(each) for each in self.doubts],
            "retention_changes": [
                {
                    "old": each.old,
                    "new": each.new,
                    "scope": "certain" if each.certain else "possible",
                    **each.change.to_json(),
                }
                for each in self.retention
            ],
            "shapes": None if self.shapes is None else [asdict(each) for each in self.shapes],
        }

    @property
    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Titles with lines for people; a section without lines found nothing."""
        return (
            ("Conflicts", tuple(self._conflict_lines())),
            ("Circles of supersession", tuple(" → ".join((*each, each[0])) for each in self.cycles)),
            (
                "Missing schedules, those first that would settle most answers",
                tuple(map(_dangling_line, self.dangling)),
            ),
            (
                "Repaired, ambiguous or unsure readings",
                tuple(self._reading_line(each) for each in self.readings),
            ),
            ("Doubts about documents", tuple(f"{e.document}: {e.message} [{e.code}]" for e in self.doubts)),
            ("Retention that changes with a supersession", tuple(map(_retention_line, self.retention))),
            *((("Shapes (SHACL)", tuple(map(_shape_line, self.shapes))),) if self.shapes is not None else ()),
        )

    def _conflict_lines(self) -> Iterable[str]:
        by_code: defaultdict[str, list[AuditedConflict]] = defaultdict(list)
        for each in self.conflicts:
            by_code[each.code].append(each)
        for code, found in sorted(by_code.items(), key=lambda item: (-len(item[1]), item[0])):
            yield f"{code} ({len(found)})"
            for each in found:
                yield f"  {each.message} About {', '.join(each.about)}."
                for statement in each.statements:
                    if statement.evidence.quote:
                        yield f"    {self._where(statement)}: “{_one_line(statement.evidence.quote)}”"

    def _reading_line(self, said: Statement) -> str:
        printed = _one_line(said.printed or said.evidence.quote)
        read_as = said.subject if said.predicate == "form" else f"{said.object} ({said.predicate})"
        parts = [f"{self._where(said)}: “{printed}” read as {read_as}"]
        if said.repairs:
            parts.append(f"repaired {', '.join(said.repairs)}")
        if said.group:
            parts.append("one of several readings")
        parts.append(f"confidence {said.read_confidence:.2f}")
        return ", ".join(parts)

    def _where(self, said: Statement) -> str:
        return f"{self._name(said)}, page {said.evidence.page}"

    def _name(self, said: Statement) -> str:
        return dict(self.documents).get(said.document, said.document.removeprefix("fact:"))

    def _place(self, said: Statement) -> Json:
        return {
            **evidence_json(said.evidence),
            "document": self._name(said),
            "sha256": said.document if said.source == "document" else None,
        }

    def _reading(self, said: Statement) -> Json:
        return {
            "subject": said.subject,
            "relation": said.predicate,
            "read_as": said.subject if said.predicate == "form" else said.object,
            "printed": said.printed,
            "repairs": list(said.repairs),
            "ambiguous": said.group is not None,
            "confidence": round(said.read_confidence, 3),
            "evidence": self._place(said),
        }


def audit(ledger: Ledger, base: str = BASE, *, shapes: bool = True, told: Told | None = None) -> Audit:
    """Everything in the store that deserves a look; to hold the graph against its `shapes` takes longest.

    `told` hears how far that is. Raises StoreError where there is no space for temporary files.
    """
    from schedgraph.graph.network import cycles, network
    from schedgraph.graph.rdf.derived import known_authorities
    from schedgraph.graph.rdf.quads import quads
    from schedgraph.graph.shapes_check import check_shapes

    identifiers = known_authorities(ledger, ledger.identifiers())
    bench = Bench(ledger)
    walks = {identifier: walk(bench, identifier) for identifier in identifiers}
    names = ledger.document_names()
    return Audit(
        conflicts=_conflicts(walks),
        cycles=cycles(network(ledger, identifiers)),
        dangling=dangling(ledger, walks),
        readings=_doubtful_readings(ledger, names),
        doubts=_document_doubts(ledger),
        retention=_retention_alarms(ledger, walks),
        shapes=check_shapes(quads(ledger, base), base, told) if shapes else None,
        documents=tuple(sorted(names.items())),
    )


def _conflicts(walks: dict[str, Walk]) -> tuple[AuditedConflict, ...]:
    """Each conflict once, with everything that it is about; a group has those of its items."""
    found: dict[tuple[str, ...], Finding] = {}
    about: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for identifier, walked in walks.items():
        for each in walked.judgement.conflicts:
            key = (each.code, each.message, *(statement.key for statement in each.statements))
            found[key] = each
            about[key].append(identifier)
    return tuple(
        AuditedConflict(
            code=each.code, message=each.message, about=tuple(about[key]), statements=each.statements
        )
        for key, each in sorted(found.items(), key=lambda item: item[0])
    )


def _doubtful_readings(ledger: Ledger, names: dict[str, str]) -> tuple[Statement, ...]:
    """Readings from documents that were repaired, are ambiguous or not sure, by document and place."""
    doubtful = (
        each
        for each in ledger.all()
        if each.source == "document" and (each.repairs or each.group or each.read_confidence < LOW_CONFIDENCE)
    )

    def place(said: Statement) -> tuple[str, int, int, str]:
        return (names.get(said.document, ""), said.evidence.page, said.evidence.start, said.key)

    return tuple(sorted(doubtful, key=place))


def _document_doubts(ledger: Ledger) -> tuple[DocumentDoubt, ...]:
    found = {
        (read["document"]["source"], warning["code"], warning["message"])
        for read in ledger.documents()
        for warning in read["warnings"]
    }
    return tuple(
        DocumentDoubt(document=name, code=code, message=message) for name, code, message in sorted(found)
    )


def _retention_alarms(ledger: Ledger, walks: dict[str, Walk]) -> tuple[RetentionAlarm, ...]:
    """Alarms first where records that were to be destroyed must be kept, then by number."""
    found = [
        RetentionAlarm(
            old=each.old,
            new=each.new,
            certain=each.settled and each.target_certain,
            change=retention_change(ledger, each.old, each.new),
        )
        for identifier, walked in walks.items()
        for each in walked.judgement.successions
        if each.old == identifier
    ]
    return tuple(
        sorted(
            (each for each in found if each.change.alarm),
            key=lambda each: (each.change.change != "temporary-to-permanent", each.old, each.new),
        )
    )


def _retention_line(each: RetentionAlarm) -> str:
    doubt = "" if each.certain else " (possible)"
    return f"{each.old} → {each.new}{doubt}: {_one_line(each.change.message)} [{each.change.change}]"


def _dangling_line(each: Dangling) -> str:
    named = "" if each.named == (each.schedule,) else f" (named as {', '.join(each.named)})"
    return (
        f"{each.schedule}{named}: might settle {_count(each.settles)}, concerns {_count(each.touches)}: "
        f"{', '.join(each.touches)}"
    )


def _count(items: tuple[str, ...]) -> str:
    return "1 answer" if len(items) == 1 else f"{len(items)} answers"


def _shape_line(each: ShapeResult) -> str:
    value = f" ({_one_line(each.value)})" if each.value else ""
    return f"{each.severity}: {each.focus}{value}: {each.message}"


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))
