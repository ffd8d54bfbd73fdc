"""The Python door to a store: lookup, lineage, SPARQL, the RDF dataset and the networkx graph."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from schedgraph.graph.ahead import with_dates_ahead
from schedgraph.graph.answers import Lookup, look_up, look_up_as_known, near
from schedgraph.graph.casefile import above, schedule_of
from schedgraph.graph.conclusions.kept import KeptAnswers
from schedgraph.graph.conclusions.shapes import VALUES
from schedgraph.graph.corrected import with_corrections
from schedgraph.graph.finding import finding
from schedgraph.graph.identity import same_authorities
from schedgraph.graph.iri import BASE
from schedgraph.graph.knowledge import KnownOn
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.lineage import Direction, Lineage, trace
from schedgraph.graph.rules.book import LAW, Law, law_without
from schedgraph.graph.standing import is_seen
from schedgraph.graph.standpoint import NOW, Standpoint
from schedgraph.graph.succession import successions
from schedgraph.parser.authority.reader import WrittenNumber, read_numbers

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from schedgraph.graph.engine.engine import Engine
    from schedgraph.graph.explanation import Explanation
    from schedgraph.graph.sparql import Answer


_UNNUMBERED = re.compile(r"unknown-[0-9a-f]{12}(?:/[^/\s]+)*")


class UnknownAuthority(LookupError):  # noqa: N818 (it names what is unknown)
    """The corpus does not know the number that was asked for; `near` are known numbers that look like it."""

    def __init__(self, query: str, near_numbers: tuple[str, ...], reason: str) -> None:
        super().__init__(reason)
        self.query = query
        self.near = near_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A written number and the identifier it was taken for, with how it was read."""

    query: str
    id: str
    reading: WrittenNumber


class _Known(Container[str]):
    """What the ledger names, asked one identifier at a time."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, str) and bool(
            self._ledger.about(identifier)
            or self._ledger.naming(identifier)
            or self._ledger.below(identifier)
        )


class Store:
    """A store, opened for reading. Close it, or use it as a context manager."""

    def __init__(self, ledger: Ledger, base: str = BASE) -> None:
        self.ledger = ledger
        self.base = base
        self._known = _Known(ledger)
        self._kept = KeptAnswers(ledger.connection)
        self._dataset: rdflib.Dataset | None = None
        self._engines: dict[tuple[Standpoint, bool], Engine] = {}

    @classmethod
    def open(cls, folder: str | Path, base: str = BASE) -> Self:
        """The store in `folder`. Raises StoreError where there is none or it cannot be read."""
        return cls(Ledger.open(Path(folder)), base)

    def close(self) -> None:
        """Releases the store, and ends the engine."""
        for engine in self._engines.values():
            engine.close()
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def resolve(self, number: str) -> tuple[Asked, ...]:
        """The authorities that a written number means; several where it is a list or a range.

        Raises UnknownAuthority where the text is no number, can be read in several ways, or names nothing
        that the corpus knows.
        """
        with self.ledger.snapshot():
            unnumbered = number.strip().casefold()
            if _UNNUMBERED.fullmatch(unnumbered):
                return (self._shown_as(number, unnumbered),)
            return tuple(
                self._known_as(number, reading) for reading in read_numbers(number, known=self._known)
            )

    def _shown_as(self, number: str, identifier: str) -> Asked:
        """What stands for a schedule whose number could not be read, or for an item of one."""
        if not self.is_known(identifier):
            raise UnknownAuthority(number, (), f"The corpus does not know {identifier}.")
        reading = WrittenNumber(
            written=number,
            printed=number.strip(),
            id=identifier,
            family=None,
            sure=True,
            repairs=(),
            readings=(),
        )
        return Asked(query=number, id=identifier, reading=reading)

    def _known_as(self, number: str, reading: WrittenNumber) -> Asked:
        if reading.id is None and not reading.readings:
            raise UnknownAuthority(number, (), f"“{number}” is not a number of a disposition authority.")
        candidates = [reading.id] if reading.id else [each.target for each in reading.readings]
        known = [each for each in candidates if each and self.is_known(each)]
        known = [each for each in known if is_seen(self.ledger, each)] or known
        if len(known) == 1:
            shown = known if is_seen(self.ledger, known[0]) else self._shown_twins(known[0])
            return Asked(query=number, id=shown[0] if len(shown) == 1 else known[0], reading=reading)
        if known:
            named = ", ".join(known)
            raise UnknownAuthority(
                number, tuple(known), f"“{number}” can be read as {named}; ask for one of them."
            )
        wanted = candidates[0] or number
        close = near(self.ledger.identifiers(), wanted)
        raise UnknownAuthority(
            number, close, f"The corpus does not know {' or '.join(map(str, candidates))}."
        )

    def _shown_twins(self, identifier: str) -> list[str]:
        """The items of its schedule that are the same and are shown: 1301-01/a for 1301-01a."""
        schedule = schedule_of(identifier)
        twins = same_authorities(self.ledger, identifier)
        return [each for each in twins if schedule_of(each) == schedule and is_seen(self.ledger, each)]

    def is_known(self, identifier: str) -> bool:
        """Whether a document or a fact tells of `identifier`.

        An item that nothing names is known by what is said of the schedule that holds it, unless a document
        of that schedule is there and does not show such an item.
        """
        if identifier in self._known:
            return True
        if any(is_seen(self.ledger, holder) for holder in above(identifier)):
            return False
        return bool(above(identifier) and successions(self.ledger, identifier).found)

    def lookup(
        self,
        number: str,
        as_of: date | None = None,
        *,
        known_on: date | None = None,
        without: tuple[str, ...] = (),
    ) -> Lookup:
        """The current active authority of an item, as of a day (None: as far as the corpus knows).

        `known_on` leaves out what had not been stated by that day, `without` switches rules off by their names
        (docs/rules.md). Raises UnknownAuthority; ValueError where `number` names several authorities; RuleError.
        """
        if as_of is None and known_on is None and not without and (answer := self._kept_as_written(number)):
            return answer
        return self.answer(self._only(number), as_of, known_on, without)

    def _kept_as_written(self, number: str) -> Lookup | None:
        """The kept answer for a number in its canonical form: what is known by it needs no reading."""
        with self.ledger.snapshot() as version:
            identifier = number.strip()
            row = self._kept.find(identifier, version)
            if row is None or row.family is None:
                return None
            answer: Lookup = with_dates_ahead(self._kept.read(number, identifier, row, VALUES), date.today())
            return with_corrections(answer, self.ledger) if self._kept.corrected else answer

    def _only(self, number: str) -> Asked:
        asked = self.resolve(number)
        if len(asked) != 1:
            raise ValueError(f"“{number}” names {len(asked)} authorities; ask for one, or use `resolve`")
        return asked[0]

    def answer(
        self,
        asked: Asked,
        as_of: date | None = None,
        known_on: date | None = None,
        without: tuple[str, ...] = (),
    ) -> Lookup:
        """The answer for a number that was resolved. Raises UnknownAuthority where nothing was known of it then."""
        law = law_without(without) if without else LAW
        with self.ledger.snapshot() as version:
            if as_of is None and known_on is None and not without:
                answer = self._kept_answer(asked.query, asked.id, version) or self._judged(asked, None, LAW)
            elif known_on is None:
                answer = self._judged(asked, as_of, law)
            else:
                answer = self._as_known(asked, as_of, known_on, law)
            answer = with_dates_ahead(answer, date.today())
            return _with_unread(with_corrections(answer, self.ledger), asked.reading)

    def _kept_answer(self, query: str, identifier: str, version: int) -> Lookup | None:
        row = self._kept.find(identifier, version)
        answer: Lookup | None = row and self._kept.read(query, identifier, row, VALUES)
        return answer

    def _judged(self, asked: Asked, as_of: date | None, law: Law) -> Lookup:
        answer = look_up(self.ledger, asked.query, asked.id, as_of, {}, law)
        return replace(answer, documents=self._names(answer))

    def _names(self, answer: Lookup) -> dict[str, str]:
        return self.ledger.names_of({each.document for each in answer.statements})

    def _as_known(self, asked: Asked, as_of: date | None, known_on: date, law: Law) -> Lookup:
        then = KnownOn(self.ledger, known_on, doubtful=True)
        if not any(then.about(each) or then.naming(each) for each in (asked.id, *then.below(asked.id))):
            reason = f"On {known_on} the corpus knew nothing of {asked.id}."
            raise UnknownAuthority(asked.query, (), reason)
        answer = look_up_as_known(self.ledger, asked.query, asked.id, as_of, known_on, {}, law)
        return replace(answer, documents=self._names(answer))

    def explain(self, asked: Asked, as_of: date | None = None) -> "Explanation":
        """Why the answer for a number that was resolved is what it is."""
        from schedgraph.graph.explanation import explain

        with self.ledger.snapshot():
            found = explain(self.ledger, asked.query, asked.id, as_of, self.document_names, self.base)
            return replace(found, answer=with_corrections(found.answer, self.ledger))

    @property
    def document_names(self) -> Mapping[str, str]:
        """The file name of each document by its sha256."""
        return self.ledger.document_names()

    def lineage(self, number: str, direction: Direction = "both") -> Lineage:
        """What the authority replaced and what replaced it. Raises as `lookup` does."""
        with self.ledger.snapshot():
            return trace(self.ledger, self._only(number).id, direction)

    def transcripts(self, number: str) -> tuple[dict[str, Any], ...]:
        """The documents of the schedule of `number`, as `parse --format json` gives them. Raises as `lookup` does."""
        return self.ledger.transcripts_of(schedule_of(self._only(number).id))

    def sparql(
        self,
        query: str,
        tell: Callable[[str], None] = lambda _: None,
        *,
        as_of: date | None = None,
        known_on: date | None = None,
        without: tuple[str, ...] = (),
        evidence: bool = True,
    ) -> "Answer":
        """The answer to a read-only SPARQL query over everything that the store says and what follows.

        A query that is proven to need no evidence is answered from a graph without it, a quarter of the triples; without
        `evidence` every query is, and those that name quotes or places are refused: for stores so large that the whole
        takes too long to write.

        What follows can be that of a day, of what was known on a day, and by fewer rules, as `lookup` has it; what
        the documents say stays the same. The engine keeps a graph of the store beside it, and of one standpoint more,
        and writes it anew after a change; `tell` takes a sentence when it does. Raises QueryError and RuleError.
        """
        from schedgraph.graph.sparql import run

        law_without(without)
        standpoint = Standpoint(as_of=as_of, known_on=known_on, without=without)
        engine = self.engine_from(standpoint, evidence=evidence)
        engine.tell = tell
        return run(engine, query)

    @property
    def engine(self) -> "Engine":
        """What answers SPARQL: one query at a time, in a process that can be killed."""
        return self.engine_from(NOW)

    def engine_from(self, standpoint: Standpoint, *, evidence: bool = True) -> "Engine":
        """The same from a standpoint, or without evidence; the engine of the last such is kept beside that of now."""
        asked = (standpoint, evidence)
        if asked not in self._engines:
            from schedgraph.graph.engine.engine import Engine
            from schedgraph.graph.engine.source import LedgerSource

            now = (NOW, True)
            for other in [each for each in self._engines if now not in (each, asked)]:
                self._engines.pop(other).close()
            source = LedgerSource(
                store=self.ledger.folder, base=self.base, standpoint=standpoint, evidence=evidence
            )
            self._engines[asked] = Engine(source, base=self.base)
        return self._engines[asked]

    @property
    def graph(self) -> "rdflib.Dataset":
        """The RDF dataset, in memory: a named graph a document, and one of what follows from them."""
        if self._dataset is None:
            from schedgraph.graph.dataset import dataset

            with self.ledger.snapshot():
                self._dataset = dataset(self.ledger, self.base)
        return self._dataset

    @property
    def network(self) -> "nx.MultiDiGraph[str]":
        """The lineage of everything that the store names, as a networkx graph."""
        from schedgraph.graph.network import network

        with self.ledger.snapshot():
            return network(self.ledger, self.ledger.identifiers())

    def network_as_of(
        self, day: date | None, *, known_on: date | None = None, without: tuple[str, ...] = ()
    ) -> "nx.MultiDiGraph[str]":
        """The same as of a day: what had happened by then, settled where that is certain. Raises RuleError."""
        from schedgraph.graph.network import network_from

        standpoint = Standpoint(as_of=day, known_on=known_on, without=without)
        with self.ledger.snapshot():
            return network_from(self.ledger, self.ledger.identifiers(), standpoint)


def _with_unread(answer: Lookup, reading: WrittenNumber) -> Lookup:
    """The answer with a caveat where a part of what was asked is no part of the number that was answered."""
    if not reading.unread:
        return answer
    message = f"Only “{reading.printed}” was read as a number; “{reading.unread}” beside it was not."
    return replace(answer, caveats=(*answer.caveats, finding("query-partly-read", message)))
