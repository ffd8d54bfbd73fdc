"""A kept answer for the command line, in the time of opening the file and reading one row.

It is the answer that `Store` gives, field by field, of plain namespaces in place of the value classes, whose making
takes longer than the answer. Wherever anything is not plain (another number than a canonical one, corrections, a
store that cannot be read, changes that nobody took notice of) there is none, and `Store` is to be asked.
"""

import os
import sqlite3
import time
from types import SimpleNamespace
from typing import Any

from schedgraph.graph.answer_json import is_alarm
from schedgraph.graph.conclusions.kept import KeptAnswers
from schedgraph.graph.conclusions.packing import Shapes
from schedgraph.graph.ledger.format import FILE_NAME, FORMAT


def _change(**fields: Any) -> SimpleNamespace:
    return SimpleNamespace(**fields, alarm=is_alarm(fields["change"]))


def _statement(**fields: Any) -> SimpleNamespace:
    sure = min(fields["confidence"], fields["evidence"].confidence)
    return SimpleNamespace(**fields, read_confidence=sure)


PLAIN = Shapes(
    lookup=SimpleNamespace,
    current=SimpleNamespace,
    link=SimpleNamespace,
    change=_change,
    retention=SimpleNamespace,
    finding=SimpleNamespace,
    statement=_statement,
    evidence=SimpleNamespace,
)


def quick_answer(folder: str, number: str) -> tuple[Any, Any] | None:
    """How the number was read, and the answer, as `Asked.reading` and `Lookup` have them."""
    path = os.path.abspath(os.path.join(folder, FILE_NAME))  # noqa: PTH100, PTH118 (pathlib takes longer than the rest)
    if os.name != "posix":
        return None
    for character, escaped in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        path = path.replace(character, escaped)
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    except sqlite3.Error:
        return None
    try:
        return _asked(connection, number)
    except sqlite3.Error:
        return None
    finally:
        connection.close()


def _asked(connection: sqlite3.Connection, number: str) -> tuple[Any, Any] | None:
    connection.isolation_level = None
    connection.execute("BEGIN")
    run = connection.execute
    if run("SELECT value FROM about WHERE key = 'format'").fetchone() != (str(FORMAT),):
        return None
    kept = KeptAnswers(connection)
    identifier = number.strip()
    row = kept.find(identifier, 0)
    if row is None or row.family is None or kept.corrected:
        return None
    reading = SimpleNamespace(
        written=number,
        printed=identifier,
        id=identifier,
        family=row.family,
        sure=True,
        repairs=(),
        readings=(SimpleNamespace(target=identifier, confidence=1.0),),
    )
    answer = kept.read(number, identifier, row, PLAIN)
    if any(link.since is not None and str(link.since) > time.strftime("%Y-%m-%d") for link in answer.chain):
        # A step that lies ahead is told by the ordinary way.
        return None
    return reading, answer
