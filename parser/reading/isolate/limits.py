"""How much of everything one PDF may take."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may take, and how long one process reads documents; the reasons stand at each.

    The reader in the process is given the whole, and has to keep `pages`, `pixels_per_page` and
    `objects_per_page` itself: only it can tell them before they cost anything.
    """

    file_bytes: int = 128 * MEGABYTE
    """Scanned schedules of 300 pages at 300 dpi stay under 100 MB; the bytes are held twice."""

    pages: int = 1_000
    """The longest schedules have some 300 pages. A page tree can claim any number at no cost."""

    seconds_per_document: float = 20.0
    """Opening, and a second start of the OCR models on a busy machine (2 s on an idle one)."""

    seconds_per_page: float = 20.0
    """A scanned page takes 4 to 6 s on two idle cores; a digital one some 10 ms."""

    seconds_at_most: float = 1_800.0
    """The allowance for pages ends here, so that a thousand slow pages cannot hold up a run for hours."""

    seconds_without_page: float = 120.0
    """So long no page may be finished: one that hangs is not to use up the allowance of a thousand. Six times what
    a page is allowed in the mean, for machines that have more to do."""

    pixels_per_page: int = 40_000_000
    """A ledger-size page (11 x 17 inches) at 400 dpi has 30 million; as RGBA this is 160 MB."""

    objects_per_page: int = 200_000
    """Characters, paths and images of a page, nested ones included; a full page of type has under 10,000."""

    memory_bytes: int = 2_048 * MEGABYTE
    """What is to be held by one process; OCR of a 300 dpi letter page was measured at 1,000 MB."""

    resting_bytes: int = 1_024 * MEGABYTE
    """A process that keeps more than this after a document ends: the next document is not to pay for it."""

    documents_per_process: int = 200
    """pdfminer keeps every name it has met and pdfium its fonts; starting anew costs 0.3 s."""

    answer_bytes: int = 512 * MEGABYTE
    """The longest answer taken from the process; 1,000 full pages come to some 100 MB."""

    def seconds_for(self, pages: int) -> float:
        """The wall time that a document of so many pages may take."""
        return min(self.seconds_per_document + pages * self.seconds_per_page, self.seconds_at_most)
