"""One line of the items part of a form, its columns told apart."""

from dataclasses import dataclass

from schedgraph.parser.passage import Passage, collapsed

EMPTY = Passage(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of description with what stands beside it in the other columns.

    `successor` is what a column "Superseded by" holds; `indent` the column of the source in which the
    description begins.
    """

    passage: Passage
    number: Passage | None = None
    citation: Passage | None = None
    action: Passage | None = None
    disposition: Passage | None = None
    successor: Passage | None = None
    gap: bool = False
    heading: bool = False
    bullet: bool = False
    row: bool = False
    own_line: bool = False
    page: int = 1
    indent: int = 0

    @property
    def text(self) -> str:
        """The description, white space collapsed."""
        return collapsed(self.passage.text)


def indent_of(passage: Passage) -> int:
    """The column of the source line in which a passage begins."""
    return passage.indent()
