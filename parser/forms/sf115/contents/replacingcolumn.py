"""Column 9 of a form that says in its head what it replaces: "(supersedes II-NNA-2047, items 1 and 3)".

Before 1983 the column names a sample or a job and proves nothing by itself. The head says that the job is replaced, and
the item in whose column it stands is what replaces it; so is the item that names it in brackets, where a form has no
columns: "1. Boating safety cases (NC1-26-80-4, item 3)".
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from schedgraph.parser.citation.listeditems import is_same_or_under
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Evidence
from schedgraph.parser.forms.sf115.numbering.outline import Outline


def with_replacing_column(
    items: Sequence[Item], told: Sequence[Citation], outline: Outline
) -> tuple[tuple[Item, ...], frozenset[str]]:
    """The items, each of which replaces what its column names and the form is `told` to replace; and what that is."""
    wide = {
        each.target: each.partial
        for each in told
        if each.relation == "supersedes" and each.target and not (each.of or each.proposed or each.disputed)
    }
    if not wide:
        return tuple(items), frozenset()
    lines = [*outline.preamble, *(entry for item in outline.items for entry in item.entries)]
    cells = [line.citation.evidence() for line in lines if line.citation]
    shown = {} if cells else {item.id: _words(item) for item in items}
    read = tuple(
        replace(
            item,
            citations=tuple(_replacing(each, wide, cells, shown.get(item.id, "")) for each in item.citations),
        )
        for item in items
    )
    taken = (each for one, other in zip(items, read, strict=True) for each in _changed(one, other))
    return read, frozenset(wide).intersection(taken)


def _words(item: Item) -> str:
    return " ".join(" ".join(each.value for each in (item.title, item.text) if each).split())


def _replacing(
    citation: Citation, wide: Mapping[str, bool], cells: Sequence[Evidence], text: str
) -> Citation:
    if citation.relation != "cites" or citation.disputed or citation.words or citation.target is None:
        return citation
    covered = is_same_or_under(citation.target, wide)
    bracketed = f"({' '.join(citation.printed.split())})" in text
    if not covered or not (bracketed or any(_within(citation.evidence, cell) for cell in cells)):
        return citation
    # Of a job that is replaced in part, the items in the column are the part.
    return replace(
        citation, relation="supersedes", partial=citation.partial or wide.get(citation.target, False)
    )


def _changed(before: Item, after: Item) -> list[str]:
    pairs = zip(before.citations, after.citations, strict=True)
    return [now.target for was, now in pairs if was.relation != now.relation and now.target]


def _within(evidence: Evidence, cell: Evidence) -> bool:
    return evidence.page == cell.page and cell.start <= evidence.start and evidence.end <= cell.end
