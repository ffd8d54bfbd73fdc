"""The embedded store: what every document says, in one SQLite file. One writer, many readers, crash-safe.

Nothing in it is a conclusion: verdicts follow from what is in it, and are kept elsewhere or drawn when asked for.
`opening` opens the file and looks at its format; `statement_table`, `document_table`, `word_table` and
`correction_table` each keep one kind of thing; `ledger` puts them together.
"""

from typing import TYPE_CHECKING, Any

from schedgraph.graph.ledger.format import FILE_NAME, FORMAT

if TYPE_CHECKING:
    from schedgraph.graph.ledger.ledger import Ledger

__all__ = ["Ledger", "FILE_NAME", "FORMAT"]


def __getattr__(name: str) -> Any:
    """A lookup of a kept answer opens the file and needs nothing else."""
    if name == "Ledger":
        from schedgraph.graph.ledger.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
