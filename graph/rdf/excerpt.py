"""The part of the dataset that is about some authorities, without making all of it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from schedgraph.graph.rdf.derived import derived_graph
from schedgraph.graph.rdf.document import document_graph
from schedgraph.graph.rdf.nodes import Mint
from schedgraph.graph.rdf.notation import Term, Triple, term
from schedgraph.ontology import terms

if TYPE_CHECKING:
    from schedgraph.graph.ledger import Ledger
    from schedgraph.graph.statements import Statement

_CONCEPTS = frozenset(
    map(
        term,
        (
            terms.VERDICT_CLASS,
            terms.SCOPE_CLASS,
            terms.RELATION_CLASS,
            terms.OBSERVATION_KIND_CLASS,
            terms.SIGNATORY_ACTION_CLASS,
        ),
    )
)


def excerpt(ledger: "Ledger", identifiers: Iterable[str], base: str) -> tuple[Triple, ...]:
    """What documents and facts say about `identifiers`, and what follows for them.

    Each triple is one of the dataset of the whole store. Pages about the documents themselves are left out, and so
    are the words of the vocabulary, which its own file defines.
    """
    mint = Mint(base=base)
    wanted = tuple(dict.fromkeys(identifiers))
    said: defaultdict[str, dict[str, Statement]] = defaultdict(dict)
    for identifier in wanted:
        for each in (*ledger.about(identifier), *ledger.naming(identifier)):
            said[each.document][each.key] = each
    found: dict[Triple, None] = {}
    for document, statements in said.items():
        transcript = ledger.transcript(document)
        about = None if transcript is None else {**transcript, **_NOTHING_ELSE}
        found |= dict.fromkeys(document_graph(document, statements.values(), about, mint))
    concepts: set[Term] = set()
    for triple in derived_graph(ledger, wanted, mint):
        if triple[2] in _CONCEPTS:
            concepts.add(triple[0])
        found[triple] = None
    return tuple(each for each in found if each[0] not in concepts)


_NOTHING_ELSE: dict[str, list[object]] = {"warnings": [], "events": [], "items": []}
