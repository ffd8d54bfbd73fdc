"""A statement that reads the body of its row when it is asked for more than its columns.

Whoever draws many answers comes by every statement on an item, and looks at the predicate of most of them alone.
"""

import json
from datetime import date
from typing import Any

from schedgraph.graph.ledger.rows import USUAL
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence

_decode = json.JSONDecoder().raw_decode
_set = object.__setattr__


class RowStatement(Statement):
    """The statement of a row. Equal to none but that of the same row, so to be used within one state of a ledger."""

    __slots__ = ("_body", "_key", "number")

    number: int
    """The number of its row."""

    def __init__(self, row: tuple[str, str, str, str, str, int, bytes]) -> None:
        subject, predicate, value, document, body, number, key = row
        _set(self, "subject", subject)
        _set(self, "predicate", predicate)
        _set(self, "object", value)
        _set(self, "document", document)
        _set(self, "_body", body)
        _set(self, "_key", key)
        _set(self, "number", number)

    def __getattr__(self, name: str) -> Any:
        """Called for a field that was not read yet, and for what there is not."""
        if name not in _READ_LATER:
            raise AttributeError(name)
        fields, _ = _decode(self._body)
        fields += USUAL[len(fields) :]
        page, start, end, quote, known_by, dated, printed, method, sure, bbox, source, group, *reading = (
            fields
        )
        confidence, repairs, proposed, uncertain = reading
        if name == "evidence":
            place = Evidence(
                page=page,
                quote=self.object if quote is None else quote,
                start=start,
                end=end,
                bbox=tuple(bbox) if bbox else None,
                method=method,
                confidence=sure,
            )
            _set(self, "evidence", place)
            return place
        _set(self, "source", source)
        _set(self, "dated", date.fromisoformat(dated) if dated else None)
        _set(self, "known_by", date.fromisoformat(known_by) if known_by else None)
        _set(self, "group", group)
        _set(self, "confidence", confidence)
        _set(self, "printed", printed)
        _set(self, "repairs", tuple(repairs))
        _set(self, "proposed", proposed)
        _set(self, "uncertain", uncertain)
        return object.__getattribute__(self, name)

    @property
    def key(self) -> str:
        """The key of the row, which was made from the content when it was written."""
        key: bytes = self._key
        return key.hex()

    def __eq__(self, other: object) -> bool:
        return self.number == other.number if isinstance(other, RowStatement) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.number)


_READ_LATER = frozenset(Statement.__dataclass_fields__) - {"subject", "predicate", "object", "document"}
