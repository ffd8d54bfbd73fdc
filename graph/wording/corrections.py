"""Corrections in words and as JSON: what each says, what it defeats, what it puts in its place."""

from collections.abc import Mapping
from typing import Any

from schedgraph.graph.correction import Correction, Effect
from schedgraph.graph.places import place_json
from schedgraph.graph.statements import Statement
from schedgraph.graph.wording.explained import said
from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import place
from schedgraph.graph.wording.plain import plain

Json = dict[str, Any]


def effect_json(effect: Effect, documents: Mapping[str, str]) -> Json:
    """The object that `correct --format json` prints for one correction."""
    return {
        **correction_json(effect.correction),
        "defeats": [_statement(each, documents) for each in effect.defeated],
        "makes": [_statement(each, documents) for each in effect.made],
    }


def correction_json(correction: Correction) -> Json:
    """A correction with its identifier."""
    kept = correction.to_json()
    return {"id": correction.id, "kind": kept.pop("kind"), "date": kept.pop("day"), **kept}


def effect_lines(effect: Effect, documents: Mapping[str, str], paper: Paper) -> list[str]:
    """The same as text."""
    lines = correction_lines(effect.correction, paper)
    for word, statements in (("No longer counts:", effect.defeated), ("Counts now:", effect.made)):
        for each in statements:
            lines += paper.wrap(f"{word} {said(each)}", 2, 4)
            lines += paper.wrap(place(each, documents), 6, 8)
    if not effect.defeated:
        lines += paper.wrap("It defeats nothing that the corpus holds now.", 2)
    return lines


def correction_lines(correction: Correction, paper: Paper) -> list[str]:
    """Who corrects what, and since when."""
    return [
        paper.heading(f"{correction.id}  {plain(correction.author)}, {correction.day}"),
        *paper.wrap(plain(correction.sentence), 2, 4),
    ]


def _statement(each: Statement, documents: Mapping[str, str]) -> Json:
    return {
        "subject": each.subject,
        "says": each.predicate,
        "value": each.object,
        "evidence": place_json(each, documents),
    }
