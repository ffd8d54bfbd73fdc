"""Stores of format 2, written as version 0.1.0 wrote them, from what a present store holds."""

import json
import sqlite3
from pathlib import Path

from schedgraph.graph.ledger import FILE_NAME, Ledger
from schedgraph.graph.statements import RELATIONS, Statement

SCHEMA = Path(__file__).with_name("format-2.sql")


def write_older(ledger: Ledger, folder: Path, format: int = 2) -> None:
    """Writes what `ledger` holds, nothing of it being corrected, as a store of an older format."""
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute("PRAGMA journal_mode = WAL")
    for part in SCHEMA.read_text(encoding="utf-8").split(";\n"):
        connection.execute(part)
    facts = ledger._connection.execute("SELECT value FROM about WHERE key = 'facts'").fetchone()[0]
    connection.executemany("INSERT INTO about VALUES (?, ?)", [("format", str(format)), ("facts", facts)])
    for read in ledger.documents():
        row = (
            read["document"]["sha256"],
            json.dumps([read["document"]["source"]]),
            read["document"]["form"],
            read["schedule"]["id"],
            json.dumps(read, ensure_ascii=False, sort_keys=True),
        )
        connection.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?)", row)
    texts: dict[tuple[str, str], dict[str, str]] = {}
    for each in ledger.all():
        row = (
            each.key,
            each.subject,
            each.predicate,
            each.object,
            each.predicate in RELATIONS,
            each.document,
        )
        connection.execute("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, _body(each)))
        if each.predicate in ("title", "description", "disposition-instruction"):
            texts.setdefault((each.subject, each.document), {})[each.predicate] = each.object
    for (subject, document), said in texts.items():
        columns = (said.get(name, "") for name in ("title", "description", "disposition-instruction"))
        connection.execute("INSERT INTO words VALUES (?, ?, ?, ?, ?)", (subject, document, *columns))
    if format == 1:
        connection.executescript(
            "DROP VIEW in_force; DROP TABLE defeated; DROP TABLE correction; DROP TABLE place"
        )
    connection.commit()
    connection.close()


def _body(each: Statement) -> str:
    evidence = each.evidence
    place = [evidence.page, evidence.quote, evidence.start, evidence.end, evidence.bbox, evidence.method]
    kept = {
        "evidence": place,
        "evidence_confidence": evidence.confidence,
        "source": each.source,
        "dated": each.dated.isoformat() if each.dated else None,
        "known_by": each.known_by.isoformat() if each.known_by else None,
        "group": each.group,
        "confidence": each.confidence,
        "printed": each.printed,
        "repairs": each.repairs,
        "proposed": each.proposed,
        "uncertain": each.uncertain,
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)
