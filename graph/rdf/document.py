"""What one document says, as triples: authorities, values, marks, citations, each with its evidence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rdflib import RDF, Literal, URIRef

from schedgraph.graph.casefile import above
from schedgraph.graph.correction import PREFIX as CORRECTION
from schedgraph.graph.correction import Correction
from schedgraph.graph.rdf.nodes import (
    OBSERVED,
    TYPE,
    Mint,
    Triple,
    day,
    duration,
    number,
    share,
    term,
    text,
    truth,
)
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.standing import SCHEDULE_FORMS
from schedgraph.graph.statements import RELATIONS, Statement, unnumbered
from schedgraph.ontology import terms
from schedgraph.parser.evidence import Evidence

Json = dict[str, Any]

_DCTERMS_SOURCE = term(prefixes()["dcterms"] + "source")
_DCTERMS_CREATOR = term(prefixes()["dcterms"] + "creator")
_DCTERMS_DATE = term(prefixes()["dcterms"] + "date")
_PROV_QUOTED = term(prefixes()["prov"] + "wasQuotedFrom")
_RULE = term(prefixes()["rico"] + "Rule")

_VALUES: dict[str, tuple[str, Callable[[str], Literal]]] = {
    "agency": (terms.AGENCY, text),
    "record-group": (terms.RECORD_GROUP, text),
    "major-subdivision": (terms.MAJOR_SUBDIVISION, text),
    "minor-subdivision": (terms.MINOR_SUBDIVISION, text),
    "title": (terms.TITLE, text),
    "applies-to": (terms.APPLIES_TO, text),
    "schedule-status": (terms.SCHEDULE_STATUS, text),
    "received": (terms.RECEIVED_ON, day),
    "certified": (terms.CERTIFIED_ON, day),
    "approved": (terms.APPROVED_ON, day),
    "printed-on": (terms.PRINTED_ON, day),
    "accurate-as-of": (terms.ACCURATE_AS_OF, day),
    "stamp": (terms.STAMP, text),
    "strike": (terms.STRIKE, text),
    "struck-disposition": (terms.DISPOSITION_STRIKE, text),
    "description": (terms.DESCRIPTION, text),
    "item-status": (terms.ITEM_STATUS, text),
    "action-taken": (terms.ACTION_TAKEN, text),
    "final-disposition": (terms.FINAL_DISPOSITION, text),
    "disposition-instruction": (terms.INSTRUCTION_TEXT, text),
    "cutoff": (terms.CUTOFF_INSTRUCTION, text),
    "transfer": (terms.TRANSFER_INSTRUCTION, text),
    "media-neutral": (terms.MEDIA_NEUTRAL, lambda value: truth(value == "true")),
    "retention-action": (terms.RETENTION_ACTION, text),
    "retention-period": (terms.RETENTION_PERIOD, duration),
    "retention-trigger": (terms.RETENTION_TRIGGER, text),
    "retention-text": (terms.RETENTION_TEXT, text),
}
"""Predicates of statements whose object is a value, and the properties that carry it."""

_ASIDES = frozenset(
    {"department", "reach", "capstone-form", "all-superseded-by", "misprinted-in", "misprinted-for"}
)
"""Predicates on which findings rest and that have no property of their own."""

_PROV_INVALIDATED = term(prefixes()["prov"] + "wasInvalidatedBy")
_SHORTCUTS = {
    "cites": terms.CITES,
    "does-not-supersede": terms.DOES_NOT_SUPERSEDE,
    "part-of": terms.INCLUDED_IN,
    "same-as": terms.SAME_AUTHORITY_AS,
}


def document_graph(
    document: str, said: Iterable[Statement], transcript: Json | None, mint: Mint
) -> Iterator[Triple]:
    """The graph of one document, from its statements and its transcript (None for a table of facts)."""
    writer = _Writer(document=document, transcript=transcript, mint=mint)
    alternatives: defaultdict[URIRef, list[Statement]] = defaultdict(list)
    for each in said:
        if each.predicate in RELATIONS:
            alternatives[mint.statement(each)].append(each)
        elif each.predicate == "form":
            yield from writer.schedule(each)
        elif each.predicate in ("item-of", "under"):
            yield from writer.item(each)
        elif each.predicate in _VALUES:
            yield from writer.value(each)
        elif each.predicate in OBSERVED:
            yield from writer.observation(each, writer.subject(each.subject))
        elif each.predicate == "event":
            node = writer.subject(each.subject)
            yield from writer.assertion(each, node, terms.PRINTED_ACTION, text(each.object))
        elif each.predicate in _ASIDES:
            yield from writer.aside(each)
    for node, readings in alternatives.items():
        yield from writer.citation(node, readings)
    yield from writer.file()


def defeated_statements(
    document: str, defeats: Mapping[Statement, Iterable[str]], transcript: Json | None, mint: Mint
) -> Iterator[Triple]:
    """What corrections defeat in one document, by the names of the corrections."""
    writer = _Writer(document=document, transcript=transcript, mint=mint)
    for said, corrections in defeats.items():
        yield from writer.defeated(said, corrections)


def correction_source(correction: Correction, mint: Mint) -> Iterator[Triple]:
    """Who made a correction, and when."""
    node = mint.document(correction.document)
    yield node, term(terms.FILE_NAME), text(correction.name)
    yield node, term(terms.SHA256), text(correction.sha256)
    yield node, _DCTERMS_CREATOR, text(correction.author)
    yield node, _DCTERMS_DATE, day(correction.day)


def authority_types(node: URIRef, *, item: bool) -> Iterator[Triple]:
    """The classes of a schedule or an item, the wider ones too, so that queries need no inference."""
    yield node, TYPE, term(terms.SCHEDULE_ITEM_CLASS if item else terms.RECORDS_SCHEDULE_CLASS)
    yield node, TYPE, term(terms.DISPOSITION_AUTHORITY_CLASS)
    yield node, TYPE, _RULE


class _Writer:
    """Writes the triples of one document."""

    def __init__(self, *, document: str, transcript: Json | None, mint: Mint) -> None:
        self.mint = mint
        self.document = document
        self.node = mint.document(document)
        self.transcript = transcript
        table = "correction" if document.startswith(CORRECTION) else "crosswalk"
        self.form = transcript["document"]["form"] if transcript else table

    def subject(self, identifier: str) -> URIRef:
        """The node of an authority. What a text that shows no schedule cites, the text itself cites."""
        if self.form not in SCHEDULE_FORMS and identifier.startswith("unknown-"):
            return self.node
        return self.mint.authority(identifier)

    def schedule(self, said: Statement) -> Iterator[Triple]:
        if self.form not in SCHEDULE_FORMS:
            return
        node = self.mint.authority(said.subject)
        yield from authority_types(node, item=False)
        yield self.node, term(terms.SHOWS), node
        if said.printed:
            yield node, term(terms.PRINTED_NUMBER), text(said.printed)
        yield node, term(terms.IDENTIFIER), text(said.subject)
        yield from self.assertion(said, node, terms.IDENTIFIER, text(said.subject))

    def item(self, said: Statement) -> Iterator[Triple]:
        node, holder = self.mint.authority(said.subject), self.mint.authority(said.object)
        yield from authority_types(node, item=True)
        if said.predicate == "under":
            yield node, term(terms.PARENT_ITEM), holder
            return
        yield node, term(terms.IDENTIFIER), text(said.subject)
        yield node, term(terms.PART_OF), holder
        yield holder, term(terms.HAS_ITEM), node
        yield self.node, term(terms.SHOWS), node
        if said.printed:
            yield node, term(terms.ITEM_NUMBER), text(said.printed)
        yield from self.assertion(said, node, terms.PART_OF, holder)

    def value(self, said: Statement) -> Iterator[Triple]:
        node = self.subject(said.subject)
        predicate, literal = _VALUES[said.predicate]
        value = literal(said.object)
        yield node, term(predicate), value
        if said.predicate == "title" and not above(said.subject):
            yield node, term(terms.SUBJECT), value
        if said.predicate in OBSERVED:
            yield from self.observation(said, node)
        else:
            yield from self.assertion(said, node, predicate, value)

    def assertion(
        self, said: Statement, node: URIRef, predicate: str, value: URIRef | Literal
    ) -> Iterator[Triple]:
        """That the document says so, as a node of its own that has the evidence."""
        assertion = self.mint.statement(said)
        yield assertion, TYPE, URIRef(str(RDF.Statement))
        yield assertion, URIRef(str(RDF.subject)), node
        yield assertion, URIRef(str(RDF.predicate)), term(predicate)
        yield assertion, URIRef(str(RDF.object)), value
        yield from self.source(assertion, said)

    def aside(self, said: Statement) -> Iterator[Triple]:
        """What a finding rests on, as a statement with its words and its place."""
        node = self.mint.statement(said)
        yield node, TYPE, URIRef(str(RDF.Statement))
        yield node, URIRef(str(RDF.object)), text(said.object)
        yield from self.source(node, said)

    def observation(self, said: Statement, node: URIRef) -> Iterator[Triple]:
        observation = self.mint.statement(said)
        yield node, term(terms.OBSERVATION), observation
        yield observation, TYPE, term(terms.OBSERVATION_CLASS)
        yield observation, term(terms.KIND), term(OBSERVED[said.predicate])
        struck = OBSERVED[said.predicate] == terms.OBSERVATION_STRIKE
        yield observation, term(terms.OBSERVED_TEXT), text(said.evidence.quote if struck else said.object)
        yield from self.source(observation, said)

    def citation(self, node: URIRef, readings: list[Statement]) -> Iterator[Triple]:
        first = min(readings, key=lambda each: (-each.confidence, each.object))
        subject = self.subject(first.subject)
        yield subject, term(terms.CITATION), node
        yield node, TYPE, term(terms.CITATION_CLASS)
        yield node, term(terms.RELATION), term(terms.RELATION_BY_WORD[first.predicate])
        if first.predicate == "superseded-by" and self.form in SCHEDULE_FORMS - {"notice"}:
            # Words that were written on the schedule later are a mark on it, as a stamp is.
            yield subject, term(terms.OBSERVATION), node
            yield node, TYPE, term(terms.OBSERVATION_CLASS)
            yield node, term(terms.KIND), term(terms.OBSERVATION_ANNOTATION)
            yield node, term(terms.OBSERVED_TEXT), text(first.evidence.quote)
        if first.dated:
            yield node, term(terms.STATED_DATE), day(first.dated)
        yield node, term(terms.PROPOSED), truth(first.proposed)
        if len(readings) == 1:
            target = self.mint.authority(first.object)
            yield node, term(terms.TARGET), target
            yield node, term(terms.CONFIDENCE), share(first.confidence)
            if first.proposed and first.predicate == "superseded-by":
                yield subject, term(terms.PROPOSED_TO_BE_SUPERSEDED_BY), target
            elif first.predicate in _SHORTCUTS and not first.proposed:
                yield subject, term(_SHORTCUTS[first.predicate]), target
        else:
            for each in readings:
                reading = self.mint.node("reading", node, each.object, each.confidence)
                yield node, term(terms.READING), reading
                yield reading, TYPE, term(terms.WRITTEN_READING_CLASS)
                yield reading, term(terms.TARGET), self.mint.authority(each.object)
                yield reading, term(terms.CONFIDENCE), share(each.confidence)
        for each in readings:
            yield from self.source(node, each)

    def defeated(self, said: Statement, corrections: Iterable[str]) -> Iterator[Triple]:
        """What no longer counts: that the document said so, and by which correction it is defeated."""
        node = self.mint.statement(said)
        if said.predicate in RELATIONS:
            value: URIRef | Literal = self.mint.authority(said.object)
            predicate = terms.RELATION_BY_WORD[said.predicate]
        else:
            predicate, literal = _VALUES.get(said.predicate, (terms.OBSERVED_TEXT, text))
            value = literal(said.object)
        yield from self.assertion(said, self.subject(said.subject), predicate, value)
        for correction in corrections:
            yield node, _PROV_INVALIDATED, self.mint.document(correction)

    def source(self, node: URIRef, said: Statement) -> Iterator[Triple]:
        """Where it is written, and how the written number was repaired."""
        if said.source == "fact":
            if said.printed:
                yield node, _DCTERMS_SOURCE, text(said.printed)
        elif said.printed:
            yield node, term(terms.PRINTED_NUMBER), text(said.printed)
        for repair in said.repairs:
            yield node, term(terms.REPAIR), text(repair)
        yield node, term(terms.STATED_IN), self.node
        yield from self.evidence(node, said.evidence)

    def evidence(self, node: URIRef, evidence: Evidence) -> Iterator[Triple]:
        place = self.mint.evidence(self.document, evidence)
        yield node, term(terms.EVIDENCE), place
        yield place, TYPE, term(terms.EVIDENCE_CLASS)
        yield place, term(terms.WAS_QUOTED_FROM), self.node
        yield place, _PROV_QUOTED, self.node
        yield place, term(terms.QUOTE), text(evidence.quote)
        yield place, term(terms.PAGE), number(evidence.page)
        yield place, term(terms.START), number(evidence.start)
        yield place, term(terms.END), number(evidence.end)
        yield place, term(terms.METHOD), text(evidence.method)
        yield place, term(terms.CONFIDENCE), share(evidence.confidence)
        if evidence.bbox:
            yield place, term(terms.BOUNDING_BOX), text(" ".join(f"{each:g}" for each in evidence.bbox))

    def file(self) -> Iterator[Triple]:
        """The document itself, and what only its transcript holds."""
        yield self.node, TYPE, term(terms.DOCUMENT_CLASS)
        yield self.node, term(terms.FORM), text(self.form)
        if self.transcript is None:
            if self.form == "crosswalk":
                yield self.node, term(terms.FILE_NAME), text(self.document.removeprefix("fact:"))
            return
        source = self.transcript["document"]
        yield self.node, term(terms.SHA256), text(source["sha256"])
        yield self.node, term(terms.FILE_NAME), text(source["source"])
        yield self.node, term(terms.MEDIA_TYPE), text(source["media_type"])
        yield self.node, term(terms.PAGE_COUNT), number(source["pages"])
        yield self.node, term(terms.READ_AS), text(source["reading"])
        for warning in self.transcript["warnings"]:
            yield from self.doubt(warning)
        if self.form in SCHEDULE_FORMS:
            yield from self.header(self.transcript)

    def header(self, transcript: Json) -> Iterator[Triple]:
        read = transcript["schedule"]
        schedule = self.mint.authority(read["id"] or unnumbered(self.document))
        counts = read["item_counts"]
        for word, predicate in _COUNTS.items():
            if counts[word] is not None:
                yield schedule, term(predicate), number(counts[word])
        if read["background"]:
            yield schedule, term(terms.BACKGROUND), text(read["background"])
        for event in transcript["events"]:
            yield from self.event(schedule, event)
        for item in transcript["items"]:
            if item["id"]:
                for struck in item["struck"]:
                    yield self.mint.authority(item["id"]), term(terms.STRUCK_TEXT), text(struck)

    def event(self, schedule: URIRef, event: Json) -> Iterator[Triple]:
        node = self.mint.node("event", self.document, *(event[key] for key in sorted(event)))
        yield schedule, term(terms.EVENT), node
        yield node, TYPE, term(terms.SIGNATORY_EVENT_CLASS)
        yield node, term(terms.PRINTED_ACTION), text(event["action"])
        if event["action"] in terms.SIGNATORY_ACTION_BY_WORD:
            yield node, term(terms.ACTION), term(terms.SIGNATORY_ACTION_BY_WORD[event["action"]])
        if event["date"]:
            yield node, term(terms.EVENT_DATE), day(event["date"])
        parts = {"name": terms.PERSON_NAME, "title": terms.PERSON_TITLE, "organization": terms.ORGANIZATION}
        for key, predicate in parts.items():
            if event[key]:
                yield node, term(predicate), text(event[key])
        yield from self.evidence(node, _evidence(event["evidence"]))

    def doubt(self, warning: Json) -> Iterator[Triple]:
        node = self.mint.node(
            "remark", self.document, warning["code"], warning["message"], warning["evidence"]
        )
        yield self.node, term(terms.REMARK), node
        yield node, TYPE, term(terms.DOUBT_CLASS)
        yield node, term(terms.ABOUT), self.node
        yield node, term(terms.CODE), text(warning["code"])
        yield node, term(terms.MESSAGE), text(warning["message"])
        if warning["evidence"]:
            yield from self.evidence(node, _evidence(warning["evidence"]))


_COUNTS = {
    "total": terms.TOTAL_ITEMS,
    "permanent": terms.PERMANENT_ITEMS,
    "temporary": terms.TEMPORARY_ITEMS,
    "withdrawn": terms.WITHDRAWN_ITEMS,
}


def _evidence(given: Json) -> Evidence:
    """The evidence behind its JSON."""
    box = given["bbox"]
    return Evidence(**{**given, "bbox": (box[0], box[1], box[2], box[3]) if box else None})
