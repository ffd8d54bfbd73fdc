"""A line through a citation alone, by which whoever drew it took it back."""

from collections.abc import Iterable

from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage


def is_struck(citation: Citation, passages: Iterable[Passage]) -> bool:
    """Whether all letters and figures of a citation are struck on the page."""
    here = citation.evidence
    if citation.relation not in ("supersedes", "superseded-by"):
        return False
    struck = plain = 0
    for passage in passages:
        if not any(
            piece.source.number == here.page and piece.run.start <= here.start < piece.run.end
            for piece in passage.pieces
        ):
            # What stands between the lines of a wrapped cell is of another column.
            continue
        for piece in passage.pieces:
            start, text = piece.run.start, piece.run.text
            low, high = max(here.start, start), min(here.end, start + len(text))
            if piece.source.number != here.page or low >= high:
                continue
            letters = sum(character.isalnum() for character in text[low - start : high - start])
            struck, plain = struck + letters * piece.run.struck, plain + letters * (not piece.run.struck)
    return struck > 0 and not plain
