"""ERA pages whose labels and values stand side by side, each column with a pitch of its own."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Pair = tuple[str, str]
HEADER: tuple[Pair, ...] = (
    ("Records Schedule Number", "DAA-0361-2020-0001"),
    ("Schedule Status", "Approved"),
    ("Agency or Establishment", "Defense Logistics Agency"),
    ("Record Group / Scheduling Group", "0361 - Records of the Defense Logistics Agency"),
    ("Records Schedule applies to", "Major Subdivsion"),
    ("Major Subdivision", "DLA Headquarters"),
    ("Minor Subdivision", "Office of the General Counsel"),
    ("Schedule Subject", "Legal Case Management Files"),
    ("Internal agency concurrences will be provided", "No"),
    ("Background Information", "The office manages litigation for the agency and its field activities."),
)
ITEM: tuple[Pair, ...] = (
    ("Final Disposition", "Temporary"),
    ("Item Status", "Active"),
    ("Is this item media neutral?", "Yes"),
    (
        "Do any of the records covered by this item currently exist in electronic format(s) other than e-mail and"
        " word processing?",
        "Yes",
    ),
    ("GRS or Superseded Authority Citation", "N1-361-91-010, item 3"),
    (
        "Cutoff Instruction",
        "Cut off at the end of the fiscal year in which the case is closed and all appeals are exhausted.",
    ),
    ("Retention Period", "Destroy 10 year(s) after cutoff."),
    ("GAO Approval", "Not Required"),
)
_LEFT, _RIGHT, _HEIGHT = 54.0, 576.0, 792.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """How a column is set: where it begins, how wide it is, the size of its type, from line to line, from the first
    line of the page; points."""

    x: float
    width: float
    size: float
    pitch: float
    down: float = 0.0
    font: str = "Helvetica"

    def lines(self, text: str) -> list[str]:
        found: list[str] = []
        for word in text.split():
            longer = f"{found[-1]} {word}" if found else word
            if found and stringWidth(longer, self.font, self.size) <= self.width:
                found[-1] = longer
            else:
                found.append(word)
        return found


class Printout:
    """Two pages: the header of a schedule, and an item under its number and description."""

    def __init__(self) -> None:
        self._stream = io.BytesIO()
        self._canvas = Canvas(self._stream, pagesize=(612, _HEIGHT), invariant=True)

    def bytes(self) -> bytes:
        self._canvas.save()
        return self._stream.getvalue()

    def page(self) -> float:
        """The head of a page; how far down it reaches."""
        self._write(_LEFT, 48, "NATIONAL ARCHIVES AND RECORDS ADMINISTRATION", "Helvetica-Bold", 9)
        self._write(_LEFT, 62, "Request for Records Disposition Authority", "Helvetica", 10)
        return 96.0

    def turn(self) -> None:
        self._canvas.showPage()

    def item_head(self, y: float) -> float:
        for x, down, text in (
            (54, 0, "Sequence Number"),
            (54, 14, "1"),
            (110, 14, "Litigation Case Files"),
            (72, 28, "Disposition Authority Number    DAA-0361-2020-0001-0001"),
            (72, 42, "Pleadings, briefs, and correspondence created in litigation."),
        ):
            self._write(x, y + down, text, "Helvetica", 10)
        return y + 64

    def flowing(self, pairs: Sequence[Pair], y: float, labels: Column, values: Column) -> None:
        """Each column runs on by itself: a label and its value share no height."""
        for column, at in ((labels, 0), (values, 1)):
            below = y + column.down
            for pair in pairs:
                for line in column.lines(pair[at]):
                    self._write(column.x, below, line, column.font, column.size)
                    below += column.pitch

    def in_rows(self, pairs: Sequence[Pair], y: float, labels: Column, values: Column, gap: float) -> None:
        """Each row begins at one height, and its cells are wrapped at pitches of their own."""
        for pair in pairs:
            reached = y
            for column, at in ((labels, 0), (values, 1)):
                below = y + column.down
                for line in column.lines(pair[at]):
                    self._write(column.x, below, line, column.font, column.size)
                    below += column.pitch
                reached = max(reached, below)
            y = reached + gap

    def _write(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, _HEIGHT - y, text)
