"""The object that `lookup --format json` prints. Imports nothing that takes time: it needs the values, not their classes."""

from typing import TYPE_CHECKING, Any

from schedgraph.graph.places import place_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schedgraph.graph.answers import Link, Lookup
    from schedgraph.graph.retention import Retention, RetentionChange
    from schedgraph.graph.statements import Statement

Json = dict[str, Any]


def answer_json(answer: "Lookup") -> Json:
    """The answer with the keys of the contract."""

    def evidence(statements: "Iterable[Statement]") -> list[Json]:
        return [place_json(each, answer.documents) for each in statements if each.evidence.quote]

    def link(each: "Link") -> Json:
        return {
            "from": each.origin,
            "to": each.to,
            "relation": "superseded-by",
            "date": each.since.isoformat() if each.since else None,
            "rule": each.rule,
            "scope": each.scope,
            "written_for": each.written_for,
            "approved": each.approved.isoformat() if each.approved else None,
            "known": each.known.isoformat() if each.known else None,
            "readings": [{"reading": name, "weight": share} for name, share in each.readings],
            "retention_change": change_json(each.retention),
            "evidence": evidence(each.statements),
        }

    return {
        "query": answer.query,
        "id": answer.id,
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "verdict": answer.verdict,
        "current": [
            {
                "id": each.id,
                "title": each.title,
                "verdict": each.verdict,
                "in_corpus": each.in_corpus,
                "scope": each.scope,
                "condition": each.condition,
            }
            for each in answer.current
        ],
        "chain": [link(each) for each in answer.chain],
        "conflicts": [
            {"code": each.code, "message": each.message, "evidence": evidence(each.statements)}
            for each in answer.conflicts
        ],
        "caveats": [{"code": each.code, "message": each.message} for each in answer.caveats],
        "horizon": answer.horizon.isoformat() if answer.horizon else None,
        "known_on": answer.known_on.isoformat() if answer.known_on else None,
        "rules": list(answer.rules),
        "without": list(answer.without),
    }


def change_json(change: "RetentionChange") -> Json:
    """The value of `retention_change` on an edge."""
    return {
        "change": change.change,
        "alarm": is_alarm(change.change),
        "message": change.message,
        "from": _retention(change.old),
        "to": _retention(change.new),
    }


def is_alarm(change: str) -> bool:
    """Whether someone who goes on as before may destroy too early or keep too long."""
    return change not in ("same", "not-known")


def _retention(each: "Retention | None") -> Json | None:
    if each is None:
        return None
    return {name: getattr(each, name) for name in ("final", "action", "period", "trigger", "cutoff", "text")}
