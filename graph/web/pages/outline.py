"""The items of a document as it shows them: an outline, struck words marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schedgraph.graph.casefile import is_below
from schedgraph.graph.store import Store
from schedgraph.graph.web import links
from schedgraph.graph.wording.document import citation_line, depths_of
from schedgraph.graph.wording.strikes import Strikes

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item. Texts hold the marks of struck words; `fields` are labelled lines, `citations` sentences."""

    id: str | None
    anchor: str | None
    number: str
    depth: int
    strike: str
    title: str
    text: str
    instruction: str
    final: str | None
    fields: tuple[tuple[str, str], ...]
    also_struck: tuple[str, ...]
    citations: tuple[str, ...]
    annotations: tuple[str, ...]
    document: str
    sha256: str
    page: int


def items_of(store: Store, identifier: str) -> tuple[ItemView, ...]:
    """The item and those under it, as every document shows them; nothing for a schedule, which has a page of its own."""
    return tuple(
        item
        for read in store.transcripts(identifier)
        if read["schedule"]["id"] != identifier
        for item in outline(
            read,
            [each for each in read["items"] if each["id"] and _is_at(each["id"], identifier)],
        )
    )


def _is_at(identifier: str, wanted: str) -> bool:
    return identifier == wanted or is_below(identifier, wanted)


def outline(read: Json, items: Sequence[Json]) -> tuple[ItemView, ...]:
    """Items of one transcript, each as deep as it stands under the others."""
    return tuple(_view(read, item, depth) for item, depth in zip(items, depths_of(items), strict=True))


def _view(read: Json, item: Json, depth: int) -> ItemView:
    strikes = Strikes(item["struck"], full=item["strike"] == "full")
    disposition = item["disposition"]
    title = strikes.mark(item["title"] or "")
    same = item["text"] == disposition["instruction"]
    text = "" if same else strikes.mark(item["text"] or "")
    instruction = strikes.mark(disposition["instruction"] or "")
    retention = disposition["retention"]
    read_as = (
        retention["action"],
        retention["period"],
        retention["trigger"] and f"from {retention['trigger']}",
    )
    fields = (
        ("Cutoff", disposition["cutoff"]),
        ("Transfer", disposition.get("transfer")),
        ("Retention read as", " ".join(filter(None, read_as))),
        ("Status printed", item["status_printed"]),
        ("Action taken", item["action_taken"]),
    )
    return ItemView(
        id=item["id"],
        anchor=links.anchor(item["id"]) if item["id"] else None,
        number=item["number"],
        depth=min(depth, 6),
        strike=item["strike"],
        title=title,
        text=text,
        instruction=instruction,
        final=disposition["final"],
        fields=tuple((label, value) for label, value in fields if value),
        also_struck=strikes.elsewhere(),
        citations=tuple(citation_line(each) for each in item["citations"]),
        annotations=tuple(each["text"] for each in item.get("annotations", ())),
        document=read["document"]["source"],
        sha256=read["document"]["sha256"],
        page=item["evidence"]["page"],
    )
