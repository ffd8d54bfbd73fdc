"""The rows of a ledger on which a verdict can hang, read in one pass: no statement is made and no evidence read.

What stands at the end of the body of a row (all but the place) is the same for many rows, and taken apart once.
"""

import json
import sqlite3
from bisect import bisect_left
from typing import NamedTuple

from schedgraph.graph.ledger.rows import USUAL
from schedgraph.graph.rules.heard import REPLACING, SHOWN, heard, weighed
from schedgraph.graph.statements import RECORD_GROUP

_PLACE = 3
"""Fields at the beginning of a body that give the page, the start and the end of the words: numbers, without commas."""


_AFTER_GROUPS = RECORD_GROUP[:-1] + chr(ord(RECORD_GROUP[-1]) + 1)
"""Behind every subject of a statement on a record group, in the order of texts."""


class Wording(NamedTuple):
    """What is said besides the words: since when, by when known, and what else the rules can read.

    `manner` stands for all that is no date: the kind of source, whether it is one of several readings, repaired,
    proposed, uncertain.
    """

    dated: str | None
    known_by: str | None
    manner: int
    is_one_of_several: bool


class Said(NamedTuple):
    """A statement on the standing of an authority, without its place: equal for all of which one source says the same."""

    predicate: str
    object: str
    source: int
    wording: Wording
    tail: str


class Claim(NamedTuple):
    """A statement that `new` replaced an authority, by the side of either."""

    new: str
    cites: bool
    source: int
    wording: Wording
    body: str


class Other(NamedTuple):
    """A statement of a predicate that is said of few authorities."""

    subject: str
    predicate: str
    object: str
    source: int
    wording: Wording
    body: str


class Bare:
    """The rows: which sources show an item, what is said of it, who is said to have replaced it, and the rest.

    `identifiers` are all authorities that a statement names, sorted. `claims` is by the old authority.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.identifiers = self._name()
        self.shown: dict[str, tuple[int, ...]] = dict.fromkeys(self.identifiers, ())
        self.said: dict[str, tuple[Said, ...]] = {}
        self.claims: dict[str, list[Claim]] = {}
        self.others: list[Other] = []
        self._read()

    def _read(self) -> None:
        marks = ",".join("?" * len(heard()))
        rows = self.connection.execute(
            f"SELECT subject, predicate, object, source, CASE predicate WHEN '{SHOWN}' THEN NULL ELSE body END "  # noqa: S608
            f"FROM {_table(self.connection)} WHERE predicate IN ({marks})",
            sorted(heard()),
        )
        shown, said, claims, plain = self.shown, self.said, self.claims, weighed()
        once: dict[int, tuple[int, ...]] = {}
        known: dict[tuple[str, str, int, str], tuple[Said, ...]] = {}
        wordings: dict[str, Wording] = {}
        manners: dict[tuple[object, ...], int] = {}
        for subject, predicate, value, source, body in rows:
            if predicate == SHOWN:
                before = shown.get(subject)
                shown[subject] = (
                    (*before, source) if before else once.get(source) or once.setdefault(source, (source,))
                )
                continue
            parts = body.split(",", _PLACE)
            tail = parts[_PLACE] if len(parts) > _PLACE else "]"
            wording = wordings.get(tail)
            if wording is None:
                wording = wordings[tail] = _wording(tail, manners)
            if predicate in plain:
                key = (predicate, value, source, tail)
                one = known.get(key)
                if one is None:
                    one = known[key] = (Said(predicate, value, source, wording, tail),)
                said[subject] = (*said[subject], *one) if subject in said else one
            elif predicate in REPLACING:
                cites = predicate == "supersedes"
                old, new = (value, subject) if cites else (subject, value)
                claim = Claim(new, cites, source, wording, body)
                if old in claims:
                    claims[old].append(claim)
                else:
                    claims[old] = [claim]
            else:
                self.others.append(Other(subject, predicate, value, source, wording, body))

    def _name(self) -> list[str]:
        """All authorities that a statement names, sorted: two sorted lists, of which sorting makes one without much ado."""
        run, table = self.connection.execute, _table(self.connection)
        found = [row[0] for row in run(f"SELECT DISTINCT subject FROM {table} ORDER BY 1")]  # noqa: S608 (fixed names)
        found += [row[0] for row in run(f"SELECT DISTINCT object FROM {table} WHERE relates = 1 ORDER BY 1")]  # noqa: S608
        named = list(dict.fromkeys(sorted(found)))
        del named[bisect_left(named, RECORD_GROUP) : bisect_left(named, _AFTER_GROUPS)]
        return named

    def body(self, subject: str, source: int, place: int) -> str:
        """The body of the statement by which a source shows an item, the one in this place of several."""
        rows = self.connection.execute(
            f"SELECT body FROM {_table(self.connection)} WHERE subject = ? AND predicate = ? AND source = ? ORDER BY id",  # noqa: S608
            (subject, SHOWN, source),
        ).fetchall()
        found: str = rows[place][0]
        return found


def _table(connection: sqlite3.Connection) -> str:
    """The view of what is in force looks for each row among those that a correction defeats; mostly there are none."""
    return "in_force" if connection.execute("SELECT 1 FROM defeated LIMIT 1").fetchone() else "statement"


def _wording(tail: str, manners: dict[tuple[object, ...], int]) -> Wording:
    fields = [*([0] * _PLACE), *json.loads(f"[{tail}")]
    fields += USUAL[len(fields) :]
    _, _, _, _, known_by, dated, _, _, _, _, source, group, _, repairs, proposed, uncertain = fields
    manner = (source, group is not None, bool(repairs), proposed, uncertain)
    return Wording(dated, known_by, manners.setdefault(manner, len(manners)), group is not None)
