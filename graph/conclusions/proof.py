"""Shows that what is kept equals what follows from the ledger now, and that the ledger itself is whole."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from schedgraph.graph.conclusions.drawing import draw
from schedgraph.graph.conclusions.kept import is_current
from schedgraph.graph.conclusions.packing import numbers_in
from schedgraph.graph.conclusions.table import AnswerTable, Drawn
from schedgraph.graph.conclusions.upkeep import BATCH
from schedgraph.graph.ledger import Ledger

SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """`ledger` is the digest of all observations, `kept` that of the answers that are kept, `fresh` that of answers drawn now.

    The digests depend on content alone, not on the order in which documents came. `wrong` are authorities of which
    the kept answer is another one, `missing` those without one, `left_over` answers on what nothing names;
    at most 20 of each are named. `faults` are what is wrong with the file or with its full text.
    """

    authorities: int
    ledger: str
    kept: str
    fresh: str
    wrong: tuple[str, ...]
    missing: tuple[str, ...]
    left_over: tuple[str, ...]
    faults: tuple[str, ...]
    is_current: bool

    @property
    def holds(self) -> bool:
        """Whether everything that is kept is right. What is not kept is drawn when it is asked for."""
        return not (self.faults or self.left_over or (self.wrong and self.is_current))

    @property
    def is_complete(self) -> bool:
        """Whether every answer is kept, too."""
        return self.holds and self.is_current and not self.missing and self.kept == self.fresh

    def to_json(self) -> dict[str, Any]:
        """The object that `store verify --format json` prints."""
        return {
            "holds": self.holds,
            "complete": self.is_complete,
            "authorities": self.authorities,
            "ledger": self.ledger,
            "kept": self.kept,
            "fresh": self.fresh,
            "wrong": list(self.wrong),
            "missing": list(self.missing),
            "left_over": list(self.left_over),
            "faults": list(self.faults),
        }


def verify(ledger: Ledger) -> Proof:
    """Draws every answer anew and compares it with the one that is kept. Nothing is written."""
    with ledger.snapshot():
        return _verified(ledger)


def _verified(ledger: Ledger) -> Proof:
    table = AnswerTable(ledger.connection)
    made = table.is_made
    kept_digest, fresh_digest = hashlib.sha256(), hashlib.sha256()
    wrong: list[str] = []
    missing: list[str] = []
    authorities = 0
    for each in _fresh(ledger):
        authorities += 1
        fresh_digest.update(_content(ledger, each.id, each.verdict, each.body))
        found = table.find_whole(each.id) if made else None
        if found is None:
            missing.append(each.id)
            continue
        kept_digest.update(_content(ledger, each.id, *found[:2]))
        if found != (each.verdict, each.body, each.leans) or table.successions(each.id) != set(
            each.successions
        ):
            wrong.append(each.id)
    left_over = [each for each in table.ids() if ledger.statements.mentions(each, 1) == 0] if made else []
    return Proof(
        authorities=authorities,
        ledger=ledger.digest(),
        kept=kept_digest.hexdigest(),
        fresh=fresh_digest.hexdigest(),
        wrong=tuple(wrong[:SHOWN]),
        missing=tuple(missing[:SHOWN]),
        left_over=tuple(left_over[:SHOWN]),
        faults=(*ledger.faults(), *(_unnoted(table) if made else ())),
        is_current=is_current(ledger.connection),
    )


def _fresh(ledger: Ledger) -> Iterator[Drawn]:
    last: str | None = ""
    while last is not None:
        wanted = ledger.statements.identifiers_after(last, BATCH)
        last = wanted[-1] if wanted else None
        yield from draw(ledger, [each for each in wanted if ledger.is_named(each)])
        ledger.forget_what_was_read()


def _content(ledger: Ledger, identifier: str, verdict: str, body: str) -> bytes:
    """An answer with its statements by content, for the numbers of their rows depend on the order of ingest."""
    numbers, fields = numbers_in(body)
    keys = ledger.statements.keys(numbers)
    return json.dumps([identifier, verdict, keys, fields], ensure_ascii=False).encode() + b"\n"


def _unnoted(table: AnswerTable) -> Iterator[str]:
    for region, by in table.leaning_that_is_not_noted():
        yield f"that answers in {by} lean on {region} is not noted"
