"""How the reading of a PDF can end other than with its pages."""

from enum import StrEnum

from schedgraph.parser.errors import DocumentError


class Outcome(StrEnum):
    """Why there are no pages: one code for scripts; the sentence beside it is for people."""

    UNAVAILABLE = "unavailable"
    """The file, or the reader of PDFs, cannot be had."""
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NO_PDF = "no-pdf"
    ENCRYPTED = "encrypted"
    CUT_OFF = "cut-off"
    BROKEN = "broken"
    NO_PAGES = "no-pages"
    TOO_MANY_PAGES = "too-many-pages"
    REFUSED = "refused"
    """The reader itself said why it cannot go on."""
    NOT_UNDERSTOOD = "not-understood"
    """The reader stopped at something that none of its rules covers."""
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    DIED = "died"
    """The process ended by a signal or by itself."""
    GARBLED = "garbled"
    """The process answered with something that is no answer."""


class PdfError(DocumentError):
    """A PDF that cannot be read; the message is one plain sentence without the file's name."""

    def __init__(self, outcome: Outcome, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome


TOLD = frozenset(
    {
        Outcome.EMPTY,
        Outcome.TOO_LARGE,
        Outcome.NO_PDF,
        Outcome.ENCRYPTED,
        Outcome.CUT_OFF,
        Outcome.BROKEN,
        Outcome.NO_PAGES,
        Outcome.TOO_MANY_PAGES,
        Outcome.REFUSED,
        Outcome.NOT_UNDERSTOOD,
    }
)
"""Outcomes that a process tells in good order: it is as sound after them as after a document that was read."""


def out_of_memory(memory_bytes: int) -> PdfError:
    """The outcome of a document that does not fit into `memory_bytes`."""
    return PdfError(
        Outcome.OUT_OF_MEMORY,
        f"reading the PDF takes more than {memory_bytes // 2**20:,} MB of memory; "
        "split it or have a viewer save it anew",
    )
