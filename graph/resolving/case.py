"""Bare rows as a case file: what the rules may ask for by predicate, and nothing else."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cache, partial
from typing import Any, TypeVar

from schedgraph.graph.conclusions.leaning import region
from schedgraph.graph.ledger.rows import USUAL
from schedgraph.graph.resolving.bare import Bare, Claim
from schedgraph.graph.rules.heard import SHOWN, UnheardError, heard
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence

Remembered = TypeVar("Remembered")
MOST_REMEMBERED = 200_000
"""Things drawn once that are kept: some hundred megabytes."""
_LATER = frozenset(Statement.__dataclass_fields__) - {"subject", "predicate", "object", "document"}
_set = object.__setattr__


class BareStatement(Statement):
    """A statement that reads the body of its row when it is asked for more than its columns.

    `placed` is called whenever its place is asked for. Equal to itself alone.
    """

    __slots__ = ("_body", "_placed", "_serial")

    def __init__(
        self,
        subject: str,
        predicate: str,
        value: str,
        source: int,
        body: Callable[[], str],
        placed: Callable[[], None],
        serial: int,
    ) -> None:
        _set(self, "subject", subject)
        _set(self, "predicate", predicate)
        _set(self, "object", value)
        _set(self, "document", str(source))
        _set(self, "_body", body)
        _set(self, "_placed", placed)
        _set(self, "_serial", serial)

    def __getattr__(self, name: str) -> Any:
        """Called for a field that was not read yet, for the place, and for what there is not."""
        if name not in _LATER:
            raise AttributeError(name)
        if name == "evidence" or self.predicate == SHOWN:
            # Of what shows an item nothing but that it does is compared; so whoever asks for more is noted.
            self._placed()
        fields = json.loads(self._body())
        fields += USUAL[len(fields) :]
        page, start, end, quote, known_by, dated, printed, method, sure, bbox, source, group, *reading = (
            fields
        )
        confidence, repairs, proposed, uncertain = reading
        if name == "evidence":
            return Evidence(
                page=page,
                quote=self.object if quote is None else quote,
                start=start,
                end=end,
                bbox=tuple(bbox) if bbox else None,
                method=method,
                confidence=sure,
            )
        values = {
            "source": source,
            "dated": date.fromisoformat(dated) if dated else None,
            "known_by": date.fromisoformat(known_by) if known_by else None,
            "group": group,
            "confidence": confidence,
            "printed": printed,
            "repairs": tuple(repairs),
            "proposed": proposed,
            "uncertain": uncertain,
        }
        if self.predicate != SHOWN:
            for field, value in values.items():
                _set(self, field, value)
        return values[name]

    @property
    def key(self) -> str:
        """A word that no other statement of the same case file has."""
        return f"{self._serial:012}"

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return hash(self._serial)


class BareCase:
    """What the bare rows say. Raises UnheardError where it is asked for what no rule says it reads.

    `placed` tells whether the place of a statement was asked for since it was last set to False.
    """

    def __init__(self, bare: Bare) -> None:
        self._bare = bare
        self._serial = 0
        self._told: dict[str, dict[str, tuple[Statement, ...]]] = {}
        self._named: dict[str, dict[str, tuple[Statement, ...]]] = {}
        self._claims: dict[int, Statement] = {}
        self._drawn: dict[Hashable, Any] = {}
        self._others_about: defaultdict[str, list[Statement]] = defaultdict(list)
        self._others_naming: defaultdict[str, list[Statement]] = defaultdict(list)
        self._replaced: dict[str, list[tuple[str, Claim]]] | None = None
        self.placed = False
        for each in bare.others:
            said = self._statement(each.subject, each.predicate, each.object, each.source, each.body)
            self._others_about[each.subject].append(said)
            self._others_naming[each.object].append(said)

    def remembered(self, draw: Callable[..., Remembered], given: tuple[Hashable, ...]) -> Remembered:
        """What is drawn again and again, drawn once."""
        key = (draw, given)
        if key not in self._drawn:
            if len(self._drawn) >= MOST_REMEMBERED:
                self._drawn.clear()
            self._drawn[key] = draw(self, *given)
        found: Remembered = self._drawn[key]
        return found

    def about(self, identifier: str) -> tuple[Statement, ...]:
        raise UnheardError(f"all that is said about {identifier}")

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        raise UnheardError(f"all that names {identifier}")

    def told(self, identifier: str, predicates: tuple[str, ...]) -> tuple[Statement, ...]:
        """The statements about an authority by these predicates."""
        _must_be_heard(predicates)
        known = self._told.get(identifier)
        if known is None:
            known = self._told[identifier] = self._apart(identifier)
        found = tuple(each for predicate in predicates for each in known.get(predicate, ()))
        return (*found, *self._replacing(identifier)) if "supersedes" in predicates else found

    def named(self, identifier: str, predicates: tuple[str, ...]) -> tuple[Statement, ...]:
        """The statements by these predicates that relate another authority to this one."""
        _must_be_heard(predicates)
        if "superseded-by" in predicates:
            raise UnheardError(f"what was replaced by {identifier}")
        known = self._named.get(identifier)
        if known is None:
            claims = [each for each in self._bare.claims.get(identifier, ()) if each.cites]
            found = [self._claim(identifier, each) for each in claims]
            known = self._named[identifier] = _by_predicate(
                (*found, *self._others_naming.get(identifier, ()))
            )
        return tuple(each for predicate in predicates for each in known.get(predicate, ()))

    def below(self, identifier: str) -> tuple[str, ...]:
        """Every authority under `identifier` that a statement names, sorted."""
        every = self._bare.identifiers
        found = every[bisect_left(every, identifier + "/") : bisect_left(every, identifier + "0")]
        if identifier.startswith("DAA-") and identifier.count("-") == 3:
            found = every[bisect_left(every, identifier + "-") : bisect_left(every, identifier + ".")] + found
        return tuple(found)

    def _apart(self, identifier: str) -> dict[str, tuple[Statement, ...]]:
        """What is said about an authority by predicates, but for what it replaced itself."""
        found: list[Statement] = []
        sources = self._bare.shown.get(identifier, ())
        for place, source in enumerate(sources):
            earlier = sources[:place].count(source)

            body = partial(self._bare.body, identifier, source, earlier)
            found.append(self._made(identifier, SHOWN, region(identifier), source, body, self._note_place))
        for said in self._bare.said.get(identifier, ()):
            body_of = partial(str, "[0,0,0]" if said.tail == "]" else f"[0,0,0,{said.tail}")
            found.append(self._made(identifier, said.predicate, said.object, said.source, body_of, _no_place))
        found += [
            self._claim(identifier, each) for each in self._bare.claims.get(identifier, ()) if not each.cites
        ]
        return _by_predicate((*found, *self._others_about.get(identifier, ())))

    def _replacing(self, identifier: str) -> tuple[Statement, ...]:
        """What an authority says that it replaced: asked for only where a number can be read in several ways."""
        if self._replaced is None:
            self._replaced = {}
            for old, claims in self._bare.claims.items():
                for each in claims:
                    if each.cites:
                        self._replaced.setdefault(each.new, []).append((old, each))
        return tuple(self._claim(old, each) for old, each in self._replaced.get(identifier, ()))

    def _claim(self, old: str, claim: Claim) -> Statement:
        """The statement behind a claim, one and the same from either side."""
        known = self._claims.get(id(claim))
        if known is None:
            subject, predicate, value = (
                (claim.new, "supersedes", old) if claim.cites else (old, "superseded-by", claim.new)
            )
            known = self._statement(subject, predicate, value, claim.source, claim.body)
            self._claims[id(claim)] = known
        return known

    def _statement(self, subject: str, predicate: str, value: str, source: int, body: str) -> Statement:
        return self._made(subject, predicate, value, source, partial(str, body), self._note_place)

    def _made(
        self,
        subject: str,
        predicate: str,
        value: str,
        source: int,
        body: Callable[[], str],
        placed: Callable[[], None],
    ) -> Statement:
        self._serial += 1
        return BareStatement(subject, predicate, value, source, body, placed, self._serial)

    def _note_place(self) -> None:
        self.placed = True


def _no_place() -> None:
    """The places of what a document shows of an authority itself are not read."""
    raise UnheardError("where words on the standing of an authority stand")


def _by_predicate(found: Sequence[Statement]) -> dict[str, tuple[Statement, ...]]:
    apart: dict[str, list[Statement]] = {}
    for each in found:
        apart.setdefault(each.predicate, []).append(each)
    return {predicate: tuple(said) for predicate, said in apart.items()}


@cache
def _must_be_heard(predicates: tuple[str, ...]) -> None:
    if not heard().issuperset(predicates):
        raise UnheardError(f"what is said by {', '.join(sorted(set(predicates) - heard()))}")
