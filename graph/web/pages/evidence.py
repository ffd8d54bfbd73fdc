"""The evidence of an answer as rows of a table, and the picture of the place where a piece of it is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schedgraph.graph.originals import Place, original
from schedgraph.graph.statements import Statement
from schedgraph.graph.store import Store
from schedgraph.graph.web import links
from schedgraph.graph.web.kept import Kept
from schedgraph.graph.web.problems import RequestError
from schedgraph.graph.web.resource import Resource, Visit
from schedgraph.graph.wording.explained import said
from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.isolate.picture import page_picture

DRAWING_SECONDS = 70.0
PICTURES: Kept[tuple[str, int, BoundingBox], bytes] = Kept(kept=64, workers=2, waiting=16)
"""Drawing a page starts a process, so few are drawn at a time and the last ones are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One statement: what it says, its words, where they stand, how they were read and how surely.

    `href` is its place on the page of its document; `source` what a shipped fact names as its origin, `origin`
    the address of that where it has one; `crop` the address of a picture of the place.
    """

    key: str
    says: str
    quote: str
    document: str
    href: str
    page: int | None
    method: str
    confidence: float
    source: str | None
    origin: str | None
    crop: str | None


def named(store: Store, statements: Iterable[Statement]) -> dict[str, str]:
    """The file names of the documents that make the statements."""
    return store.ledger.names_of({each.document for each in statements})


def rows(statements: Iterable[Statement], documents: Mapping[str, str]) -> tuple[EvidenceRow, ...]:
    """Each statement once, in the order given."""
    unique = {each.key: each for each in statements}
    return tuple(_row(each, documents) for each in unique.values())


def _row(each: Statement, documents: Mapping[str, str]) -> EvidenceRow:
    evidence = each.evidence
    fact = each.source == "fact"
    source = each.printed if fact else None
    return EvidenceRow(
        key=each.key,
        says=said(each),
        quote=_cells(evidence.quote) if fact else evidence.quote,
        document=documents.get(each.document, each.document.removeprefix("fact:")),
        href=links.place(each),
        page=evidence.page if each.source == "document" else None,
        method="table" if fact else evidence.method,
        confidence=min(each.confidence, evidence.confidence),
        source=source,
        origin=source if source and source.startswith("https://") and " " not in source else None,
        crop=links.crop(each),
    )


def _cells(quote: str) -> str:
    """The note of a row of facts, or what its cells say."""
    *_, note = cells = quote.split("\t")
    return note or " · ".join(cell for cell in cells if cell)


def crop(visit: Visit) -> Resource:
    """The picture of a piece of evidence on its page, by the subject and the key of its statement."""
    subject, _, file = visit.value.rpartition("/")
    said = visit.store.ledger.about(subject) if file.endswith(".png") else ()
    statement = next((each for each in said if f"{each.key}.png" == file), None)
    box = statement.evidence.bbox if statement else None
    if statement is None or box is None:
        raise RequestError(404, "No piece of evidence of this store has a picture of that name.")
    place = Place(
        sha256=statement.document,
        name=named(visit.store, (statement,)).get(statement.document, "of this document"),
        page=statement.evidence.page,
        bbox=box,
    )
    try:
        data = original(visit.store.ledger, place)
    except DocumentError:
        raise RequestError(
            404, f"The file {place.name} is not where it was when it was read, so its page cannot be drawn."
        ) from None
    drawn = PICTURES.get(
        (place.sha256, place.page, box), lambda: page_picture(data, place.page, box), wait=DRAWING_SECONDS
    )
    return Resource(
        path=links.crop(statement) or "",
        writers={"png": lambda: drawn},
        wanted="png",
        headers={"cache-control": "max-age=3600"},
    )
