"""A document as a witness of what is in the graph: its node, and where its words stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from schedgraph.graph.rdf.nodes import TYPE, Mint
from schedgraph.graph.rdf.notation import Term, Triple, number, share, term, text
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.standing import SCHEDULE_FORMS
from schedgraph.graph.statements import Statement
from schedgraph.ontology import terms
from schedgraph.parser.evidence import Evidence

_DCTERMS_SOURCE = term(prefixes()["dcterms"] + "source")
_PROV_QUOTED = term(prefixes()["prov"] + "wasQuotedFrom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A document, or a table of facts, by its form."""

    document: str
    form: str
    mint: Mint

    @property
    def node(self) -> Term:
        """The document itself, which is also the name of its graph."""
        return self.mint.document(self.document)

    def subject(self, identifier: str) -> Term:
        """The node of an authority. What a text that shows no schedule cites, the text itself cites."""
        if self.form not in SCHEDULE_FORMS and identifier.startswith("unknown-"):
            return self.node
        return self.mint.authority(identifier)

    def source(self, node: Term, said: Statement) -> Iterator[Triple]:
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

    def evidence(self, node: Term, evidence: Evidence) -> Iterator[Triple]:
        """Where it stands, and in which words; nothing in a graph without evidence."""
        if not self.mint.evidence:
            return
        place = self.mint.place(self.document, evidence)
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
