"""Statements as rows of the ledger and back."""

import json
from datetime import date

from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence


def body(each: Statement) -> str:
    """What a row keeps besides its columns: evidence, dates, readings."""
    evidence = each.evidence
    return json.dumps(
        {
            "evidence": [
                evidence.page,
                evidence.quote,
                evidence.start,
                evidence.end,
                evidence.bbox,
                evidence.method,
            ],
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
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def statement(row: tuple[str, str, str, str, str]) -> Statement:
    """The statement behind a row of subject, predicate, object, document and body."""
    subject, predicate, value, document, text = row
    body = json.loads(text)
    page, quote, start, end, bbox, method = body["evidence"]
    return Statement(
        subject=subject,
        predicate=predicate,
        object=value,
        document=document,
        evidence=Evidence(
            page=page,
            quote=quote,
            start=start,
            end=end,
            bbox=tuple(bbox) if bbox else None,
            method=method,
            confidence=body["evidence_confidence"],
        ),
        source=body["source"],
        dated=date.fromisoformat(body["dated"]) if body["dated"] else None,
        known_by=date.fromisoformat(body["known_by"]) if body["known_by"] else None,
        group=body["group"],
        confidence=body["confidence"],
        printed=body["printed"],
        repairs=tuple(body["repairs"]),
        proposed=body["proposed"],
        uncertain=body["uncertain"],
    )
