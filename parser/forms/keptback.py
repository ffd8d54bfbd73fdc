"""What the words of a schedule keep under an authority that it replaces: "Paper originals stay under N1-330-90-3, item 2a".

Beside a citation of the same item such a sentence tells that only the rest is replaced: 36 CFR 1226.14(d) lets a new authority
except older records.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.blocks import Block
from schedgraph.parser.document import Citation, ScheduleDocument
from schedgraph.parser.forms.keptunder import kept_under
from schedgraph.parser.forms.unknown import paragraphs


def with_kept_back(document: ScheduleDocument, blocks: Sequence[Block]) -> ScheduleDocument:
    """The document; what it replaces is replaced in part where a sentence of it keeps records under the same authority."""
    if document.schedule.id is None:
        return document
    texts = (
        *(passage.text for passage in paragraphs(blocks)),
        *(item.text.value for item in document.items if item.text),
    )
    kept = {target for text in texts for target in kept_under(text)}
    if not kept:
        return document
    return replace(
        document,
        citations=tuple(_in_part(document.citations, kept)),
        items=tuple(
            replace(item, citations=tuple(_in_part(item.citations, kept))) for item in document.items
        ),
    )


def _in_part(citations: Iterable[Citation], kept: set[str]) -> Iterator[Citation]:
    for each in citations:
        yield replace(each, partial=True) if each.relation == "supersedes" and each.target in kept else each
