"""The file of one document and what only its transcript holds, as triples: counts, signatures, doubts."""

from collections.abc import Iterator
from typing import Any

from schedgraph.graph.rdf.nodes import TYPE
from schedgraph.graph.rdf.notation import Term, Triple, day, number, term, text
from schedgraph.graph.rdf.witness import Witness
from schedgraph.graph.standing import SCHEDULE_FORMS
from schedgraph.graph.statements import unnumbered
from schedgraph.ontology import terms
from schedgraph.parser.evidence import Evidence

Json = dict[str, Any]

_COUNTS = {
    "total": terms.TOTAL_ITEMS,
    "permanent": terms.PERMANENT_ITEMS,
    "temporary": terms.TEMPORARY_ITEMS,
    "withdrawn": terms.WITHDRAWN_ITEMS,
}


def file(witness: Witness, transcript: Json | None) -> Iterator[Triple]:
    """The document itself, and what only its transcript holds."""
    yield witness.node, TYPE, term(terms.DOCUMENT_CLASS)
    yield witness.node, term(terms.FORM), text(witness.form)
    if transcript is None:
        if witness.form == "crosswalk":
            yield witness.node, term(terms.FILE_NAME), text(witness.document.removeprefix("fact:"))
        return
    source = transcript["document"]
    yield witness.node, term(terms.SHA256), text(source["sha256"])
    yield witness.node, term(terms.FILE_NAME), text(source["source"])
    yield witness.node, term(terms.MEDIA_TYPE), text(source["media_type"])
    yield witness.node, term(terms.PAGE_COUNT), number(source["pages"])
    yield witness.node, term(terms.READ_AS), text(source["reading"])
    for warning in transcript["warnings"]:
        yield from _doubt(witness, warning)
    if witness.form in SCHEDULE_FORMS:
        yield from _header(witness, transcript)


def _header(witness: Witness, transcript: Json) -> Iterator[Triple]:
    read = transcript["schedule"]
    schedule = witness.mint.authority(read["id"] or unnumbered(witness.document))
    counts = read["item_counts"]
    for word, predicate in _COUNTS.items():
        if counts[word] is not None:
            yield schedule, term(predicate), number(counts[word])
    if read["background"]:
        yield schedule, term(terms.BACKGROUND), text(read["background"])
    for event in transcript["events"]:
        yield from _event(witness, schedule, event)
    for item in transcript["items"]:
        if item["id"]:
            for struck in item["struck"]:
                yield witness.mint.authority(item["id"]), term(terms.STRUCK_TEXT), text(struck)


def _event(witness: Witness, schedule: Term, event: Json) -> Iterator[Triple]:
    node = witness.mint.node("event", witness.document, *(event[key] for key in sorted(event)))
    yield schedule, term(terms.EVENT), node
    yield node, TYPE, term(terms.SIGNATORY_EVENT_CLASS)
    yield node, term(terms.STATED_IN), witness.node
    yield node, term(terms.PRINTED_ACTION), text(event["action"])
    if event["action"] in terms.SIGNATORY_ACTION_BY_WORD:
        yield node, term(terms.ACTION), term(terms.SIGNATORY_ACTION_BY_WORD[event["action"]])
    if event["date"]:
        yield node, term(terms.EVENT_DATE), day(event["date"])
    parts = {"name": terms.PERSON_NAME, "title": terms.PERSON_TITLE, "organization": terms.ORGANIZATION}
    for key, predicate in parts.items():
        if event[key]:
            yield node, term(predicate), text(event[key])
    yield from witness.evidence(node, _evidence(event["evidence"]))


def _doubt(witness: Witness, warning: Json) -> Iterator[Triple]:
    node = witness.mint.node(
        "remark", witness.document, warning["code"], warning["message"], warning["evidence"]
    )
    yield witness.node, term(terms.REMARK), node
    yield node, TYPE, term(terms.DOUBT_CLASS)
    yield node, term(terms.ABOUT), witness.node
    yield node, term(terms.CODE), text(warning["code"])
    yield node, term(terms.MESSAGE), text(warning["message"])
    if warning["evidence"]:
        yield from witness.evidence(node, _evidence(warning["evidence"]))


def _evidence(given: Json) -> Evidence:
    """The evidence behind its JSON."""
    box = given["bbox"]
    return Evidence(**{**given, "bbox": (box[0], box[1], box[2], box[3]) if box else None})
