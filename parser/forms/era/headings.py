"""A heading above items, which has a sequence number and no authority number: its title and its text."""

from collections.abc import Sequence

from schedgraph.parser.document import Heading
from schedgraph.parser.forms.era.entry import Entry
from schedgraph.parser.forms.era.tokens import Token, one_line, paragraphs, passage_of
from schedgraph.parser.labels import fold


def read_heading(entry: Entry, twin: Entry | None) -> Heading:
    """The heading as the item list has it.

    `twin` is the same heading in the outline, which prints titles only.
    """
    lines = _plain(entry.title)
    size = title_lines(lines, _plain(twin.title) if twin else ())
    described = entry.fields["description"].lines if "description" in entry.fields else ()
    text = _plain((*lines[size:], *described))
    return Heading(
        number=entry.sequence or "",
        evidence=passage_of(lines[: max(size, 1)]).evidence(confidence=entry.confidence),
        title=one_line(lines[:size], entry.confidence),
        text=paragraphs(text, entry.confidence),
    )


def _plain(lines: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(line for line in lines if not line.stamp)


def title_lines(lines: Sequence[Token], outlined: Sequence[Token]) -> int:
    """How many lines a title takes that no label parts from the text: those that the outline has, else the first."""
    wanted = fold(" ".join(line.text for line in outlined))
    sizes = range(1, len(lines) + 1)
    same = (size for size in sizes if fold(" ".join(line.text for line in lines[:size])) == wanted)
    return next(same, min(1, len(lines)))
