"""Statements as rows of the ledger and back.

The body of a row is a JSON array of what the columns do not hold, in the order of `_fields`, less what stands at
its end and is the usual value. A quote that is the object itself is null.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from schedgraph.graph.statements import Statement

Said = TypeVar("Said")

USUAL: list[Any] = [1, 0, 0, None, None, None, None, "text", 1.0, None, "document", None, 1.0, [], False, ""]
"""What the fields of a body are where they are left out at its end."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring
_decode = json.JSONDecoder().raw_decode
"""What is written here begins at once: it need not be searched for blanks, row for row."""


def body(each: "Statement") -> str:
    """What a row keeps besides its columns: evidence, dates, readings."""
    evidence = each.evidence
    fields = [
        evidence.page,
        evidence.start,
        evidence.end,
        None if evidence.quote == each.object else evidence.quote,
        each.known_by.isoformat() if each.known_by else None,
        each.dated.isoformat() if each.dated else None,
        each.printed,
        evidence.method,
        evidence.confidence,
        list(evidence.bbox) if evidence.bbox else None,
        each.source,
        each.group,
        each.confidence,
        list(each.repairs),
        each.proposed,
        each.uncertain,
    ]
    last = len(fields)
    while last > 3 and fields[last - 1] == USUAL[last - 1]:
        last -= 1
    return f"[{','.join(map(_text, fields[:last]))}]"


def _text(value: Any) -> str:
    """A value as JSON: mostly a number, a text or nothing, for which the encoder takes longer to be set up than to work."""
    if value is None:
        return "null"
    if type(value) is str:
        return _quoted(value)
    return repr(value) if type(value) is int else _encode(value)


def unrowed(row: tuple[Any, ...], said: Callable[..., Said], place: Callable[..., Any]) -> Said:
    """The statement behind a row of subject, predicate, object, source and body.

    `said` and `place` make it and its evidence from the fields of `Statement` and `Evidence`.
    """
    subject, predicate, value, document, text = row
    fields, _ = _decode(text)
    fields += USUAL[len(fields) :]
    page, start, end, quote, known_by, dated, printed, method, sure, bbox, source, group, *reading = fields
    confidence, repairs, proposed, uncertain = reading
    return said(
        subject=subject,
        predicate=predicate,
        object=value,
        document=document,
        evidence=place(
            page=page,
            quote=value if quote is None else quote,
            start=start,
            end=end,
            bbox=tuple(bbox) if bbox else None,
            method=method,
            confidence=sure,
        ),
        source=source,
        dated=date.fromisoformat(dated) if dated else None,
        known_by=date.fromisoformat(known_by) if known_by else None,
        group=group,
        confidence=confidence,
        printed=printed,
        repairs=tuple(repairs),
        proposed=proposed,
        uncertain=uncertain,
    )
