"""Corrections beside the answers that they touch: what was said before stays visible."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from schedgraph.graph.answers import Lookup
from schedgraph.graph.correction import Correction
from schedgraph.graph.finding import finding
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Defeat:
    """A statement that no longer counts, and the correction that defeats it."""

    statement: Statement
    correction: Correction


def defeats_about(ledger: Ledger, identifiers: Iterable[str]) -> tuple[Defeat, ...]:
    """What corrections defeat of the statements about or naming `identifiers` and what is above them."""
    found = ledger.defeats_about(identifiers)
    return tuple(Defeat(statement=said, correction=correction) for said, correction in found)


def with_corrections(answer: Lookup, ledger: Ledger) -> Lookup:
    """The answer with a caveat for every correction that changed what it is drawn from."""
    links = [name for link in answer.chain for name in (link.origin, link.to)]
    found = defeats_about(ledger, [answer.id, *links, *(each.id for each in answer.current)])
    if not found:
        return answer
    documents = {**answer.documents, **ledger.names_of(each.statement.document for each in found)}
    caveats = [
        finding("corrected", in_words(each, documents.get(each.statement.document)), (each.statement,))
        for each in found
    ]
    return replace(answer, caveats=(*answer.caveats, *caveats), documents=documents)


def in_words(defeat: Defeat, document: str | None) -> str:
    """What the correction says, and what it defeats where."""
    said, by = defeat.statement, defeat.correction
    was = f"“{' '.join((said.evidence.quote or said.object).split())}”"
    if said.source == "fact":
        was = f"{said.subject} {said.predicate.replace('-', ' ')} {said.object}"
    where = document or said.document.removeprefix("fact:")
    reason = f" ({by.sentence})"
    return f"A correction by {by.author} of {by.day} defeats {was} in {where}{reason}."
