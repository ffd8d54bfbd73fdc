"""One item of an ERA schedule, or a heading above items, as the outline or the item list gives it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token

Section = Literal["header", "outline", "list", "end"]

# What only an item has, and no heading.
_DISPOSING = frozenset(
    {
        "final-disposition",
        "item-status",
        "media-neutral",
        "cutoff",
        "retention",
        "transfer",
        "inactive-storage",
        "transfer-block",
        "pre-accessioning",
        "superseded-citation",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item, or a heading above items, as the outline or the item list gives it.

    `number` is what follows the number's label, empty where there is no such label (`labelled`);
    `sequence_printed` is set where the sequence number was repaired (`11` for `1.1`).
    """

    section: Section
    sequence: str | None
    title: tuple[Token, ...]
    number: tuple[Token, ...]
    sequence_printed: str | None = None
    confidence: float = 1.0
    stamp: Token | None = None
    labelled: bool = True
    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def title_text(self) -> str:
        """The title on one line."""
        return " ".join(token.text for token in self.title)

    @property
    def disposes(self) -> bool:
        """Whether it has a field that only an item has."""
        return any(name in _DISPOSING and one.lines for name, one in self.fields.items())
