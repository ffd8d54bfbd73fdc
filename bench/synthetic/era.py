"""The printout of a schedule from the Electronic Records Archives: labels at the left, values at the right."""

from random import Random

from bench.synthetic.schedule import Entry, Schedule
from bench.synthetic.sheet import Sheet, Source, Text, struck_in, wrap

LEFT, VALUES, RIGHT, TOP, BOTTOM = 54.0, 222.0, 558.0, 92.0, 728.0
CERTIFICATION = (
    "I hereby certify that I am authorized to act for this agency in matters pertaining to the disposition of its records"
    " and that the records proposed for disposal in this schedule are not now needed for the business of the agency or"
    " will not be needed after the retention periods specified."
)
ELECTRONIC = (
    "Do any of the records covered by this item currently exist in electronic format(s) other than e-mail"
    " and word processing?"
)


class Printout:
    """The pages while they are filled."""

    def __init__(self, schedule: Schedule, rng: Random) -> None:
        self.schedule, self.rng = schedule, rng
        self.font, self.bold = rng.choice(
            [("Helvetica", "Helvetica-Bold"), ("Helvetica", "Helvetica-Bold"), ("Vera", "VeraBd")]
        )
        self.size = 10.0 if self.font == "Helvetica" else 9.0
        self.leading = self.size * 1.3
        self.sheets: list[Sheet] = []
        self.turn()

    @property
    def sheet(self) -> Sheet:
        """The page that is being filled."""
        return self.sheets[-1]

    def turn(self) -> None:
        """Begin a page."""
        self.sheets.append(Sheet())
        self.sheet.write("NATIONAL ARCHIVES AND RECORDS ADMINISTRATION", LEFT, 48, self.bold, self.size - 1)
        self.sheet.write("Request for Records Disposition Authority", LEFT, 62, self.font, self.size)
        if len(self.sheets) > 1:
            self.sheet.write(
                f"Records Schedule: {self.schedule.printed}", RIGHT - 195, 62, self.font, self.size
            )
        self.sheet.line(LEFT, 70, RIGHT, 70, 0.8)
        self.y = TOP

    def room(self, lines: int) -> None:
        """Turn the page where `lines` more do not fit."""
        if self.y + lines * self.leading > BOTTOM:
            self.turn()

    def heading(self, text: str) -> None:
        """A bold heading over the whole width."""
        self.room(3)
        self.y += self.leading * 0.5
        self.sheet.write(text, LEFT, self.y, self.bold, self.size + 1)
        self.y += self.leading * 1.5

    def field(self, label: str, value: str, *, left: float = LEFT) -> None:
        """A label and its value on the same line; the longer of the two says where the next begins."""
        labels = wrap(label, VALUES - left - 12, self.bold, self.size)
        values = wrap(value, RIGHT - VALUES, self.font, self.size) if value else []
        self.room(min(4, max(len(labels), len(values))))
        top = self.y
        for line, _ in labels:
            self.sheet.write(line, left, self.y, self.bold, self.size)
            self.y += self.leading
        after, self.y = self.y, top
        sheet = self.sheet
        for line, _ in values:
            self.room(1)
            self.sheet.write(line, VALUES, self.y, self.font, self.size)
            self.y += self.leading
        self.y = (max(after, self.y) if self.sheet is sheet else self.y) + self.leading * 0.35

    def struck_text(
        self, entry: Entry, part: str, text: str, x: float, base: int = 0, font: str | None = None
    ) -> None:
        """A stretch of a part of an item, from character `base` of it, with its struck words marked."""
        for line, offset in wrap(text, RIGHT - x, font or self.font, self.size):
            self.room(1)
            struck = struck_in(base + offset, len(line), entry.struck.get(part, ()))
            self.sheet.texts.append(
                Text(
                    text=line,
                    x=x,
                    baseline=self.y,
                    font=font or self.font,
                    size=self.size,
                    origin=Source(item=entry.identifier or entry.number, part=part, offset=base + offset),
                    struck=struck,
                    kind=entry.strike_kind if struck else None,
                )
            )
            self.y += self.leading

    def struck_field(self, label: str, entry: Entry, text: str, base: int) -> None:
        """A label with a value that is part of the disposition."""
        self.room(4)
        top, sheet = self.y, self.sheet
        for line, _ in wrap(label, VALUES - LEFT - 30, self.bold, self.size):
            sheet.write(line, LEFT + 18, self.y, self.bold, self.size)
            self.y += self.leading
        after, self.y = self.y, top
        self.struck_text(entry, "disposition", text, VALUES, base)
        self.y = (max(after, self.y) if self.sheet is sheet else self.y) + self.leading * 0.35


def lay_out(schedule: Schedule, rng: Random) -> list[Sheet]:
    """All pages of the printout."""
    page = Printout(schedule, rng)
    page.field("Records Schedule Number", schedule.printed)
    page.field("Schedule Status", schedule.status or "")
    page.field("Agency or Establishment", schedule.agency)
    page.field("Record Group / Scheduling Group", schedule.group_name)
    page.field("Records Schedule applies to", schedule.applies_to or "")
    if schedule.major:
        page.field("Major Subdivision", schedule.major)
    page.field("Schedule Subject", schedule.subject)
    page.field("Internal agency concurrences will be provided", "No")
    page.field("Background Information", schedule.background or "")
    _counts(page, counts(schedule))
    page.field("GAO Approval", "")
    _outline(page)
    page.turn()
    page.heading("Records Schedule Items")
    for entry in schedule.entries:
        _item(page, entry)
    page.turn()
    page.heading("Agency Certification")
    for line, _ in wrap(CERTIFICATION, RIGHT - LEFT, page.font, page.size):
        page.sheet.write(line, LEFT, page.y, page.font, page.size)
        page.y += page.leading
    page.heading("Signatory Information")
    _signatories(page)
    _feet(page)
    return page.sheets


def counts(schedule: Schedule) -> dict[str, int]:
    """How many items the count table names, by kind."""
    items = [entry for entry in schedule.entries if entry.identifier]
    finals = [entry.wording.final for entry in items if entry.wording and entry.status != "Withdrawn"]
    return {
        "total": len(items),
        "permanent": finals.count("permanent"),
        "temporary": finals.count("temporary"),
        "withdrawn": sum(entry.status == "Withdrawn" for entry in items),
    }


def _counts(page: Printout, numbers: dict[str, int]) -> None:
    page.room(8)
    page.heading("Item Count")
    heads = (
        "Number of Total Disposition Items",
        "Number of Permanent Disposition Items",
        "Number of Temporary Disposition Items",
        "Number of Withdrawn Disposition Items",
    )
    top = page.y - page.leading
    width = (RIGHT - LEFT) / 4
    for index, (head, value) in enumerate(zip(heads, numbers.values(), strict=True)):
        x = LEFT + index * width
        y = page.y + 2
        for line, _ in wrap(head, width - 8, page.bold, page.size - 1):
            page.sheet.write(line, x + 4, y, page.bold, page.size - 1)
            y += page.leading
        page.sheet.write(str(value), x + 4, page.y + 2 + 3.4 * page.leading, page.font, page.size)
    bottom = page.y + 4 * page.leading
    for y in (top, page.y + 2.4 * page.leading, bottom):
        page.sheet.line(LEFT, y, RIGHT, y, 0.5)
    for index in range(5):
        page.sheet.line(LEFT + index * width, top, LEFT + index * width, bottom, 0.5)
    page.y = bottom + page.leading * 1.5


def _outline(page: Printout) -> None:
    page.turn()
    page.heading(f"Outline of Records Schedule Items for {page.schedule.printed}")
    page.sheet.write("Sequence Number", LEFT, page.y, page.bold, page.size)
    page.sheet.line(LEFT, page.y + 4, RIGHT, page.y + 4, 0.5)
    page.y += page.leading * 1.4
    for entry in page.schedule.entries:
        page.room(2)
        x = LEFT + 60 + 12 * entry.number.count(".")
        page.sheet.write(entry.number, LEFT + 4 + 8 * entry.number.count("."), page.y, page.font, page.size)
        page.sheet.write(entry.title, x, page.y, page.font, page.size)
        page.y += page.leading
        if entry.identifier:
            page.sheet.write(
                f"Disposition Authority Number: {entry.identifier}", x, page.y, page.font, page.size
            )
            page.y += page.leading
        page.sheet.line(LEFT, page.y - page.leading + 4, RIGHT, page.y - page.leading + 4, 0.3)


def _item(page: Printout, entry: Entry) -> None:
    page.room(6)
    page.sheet.write("Sequence Number", LEFT, page.y, page.bold, page.size)
    page.y += page.leading
    page.sheet.line(LEFT, page.y - page.leading + 4, RIGHT, page.y - page.leading + 4, 0.5)
    page.y += page.leading * 0.35
    page.sheet.write(entry.number, LEFT + 4, page.y, page.font, page.size)
    page.struck_text(entry, "title", entry.title, LEFT + 60, font=page.bold)
    page.y += page.leading * 0.3
    if not entry.identifier or not entry.wording:
        return
    page.sheet.write(
        f"Disposition Authority Number    {entry.identifier}", LEFT + 18, page.y, page.font, page.size
    )
    page.y += page.leading * 1.3
    page.struck_text(entry, "text", entry.text, LEFT + 18)
    page.y += page.leading * 0.4
    inner = LEFT + 18
    page.field("Final Disposition", (entry.wording.final or "").capitalize(), left=inner)
    page.field("Item Status", entry.status or "", left=inner)
    page.field("Is this item media neutral?", "Yes" if entry.media_neutral else "No", left=inner)
    if entry.limitation:
        page.field("Explanation of limitation", entry.limitation, left=inner)
    page.field(ELECTRONIC, "Yes", left=inner)
    if page.rng.random() < 0.7:
        page.field(
            "Do any of the records covered by this item exist as structured electronic data?",
            page.rng.choice(["Yes", "No"]),
            left=inner,
        )
    if entry.manual:
        page.field("Manual Citation", entry.manual, left=inner)
    for citation in entry.citations:
        page.field("GRS or Superseded Authority Citation", citation.printed, left=inner)
    page.room(5)
    page.sheet.write("Disposition Instruction", inner, page.y, page.bold, page.size)
    page.y += page.leading * 1.3
    base = 0
    named = [
        ("Cutoff Instruction", entry.wording.cutoff),
        ("Retention Period", entry.wording.retention),
        ("Transfer to the National Archives for Accessioning", entry.wording.transfer),
    ]
    for label, text in named:
        if text:
            page.struck_field(label, entry, text, base)
            base += len(text) + 1
    page.heading("Additional Information")
    page.field("GAO Approval", "Not Required", left=inner)
    page.y += page.leading


def _signatories(page: Printout) -> None:
    edges = (LEFT, LEFT + 62, LEFT + 62 + 74, LEFT + 62 + 74 + 88, LEFT + 62 + 74 + 88 + 118, RIGHT)
    heads = (
        "Date",
        "Action",
        "Ву" if page.font == "Vera" and page.rng.random() < 0.2 else "By",
        "Title",
        "Organization",
    )
    rows: list[tuple[str, ...]] = [heads]
    rows += [
        (sign.date.strftime("%m/%d/%Y"), sign.action, sign.by, sign.title, sign.organization)
        for sign in page.schedule.signatures
    ]
    if "Ву" in heads:
        rows[0] = ("Date", "Action", "By", "Title", "Organization")
    for index, row in enumerate(rows):
        font = page.bold if index == 0 else page.font
        cells = [
            wrap(cell, edges[at + 1] - edges[at] - 8, font, page.size, breaks=page.rng if index else None)
            if cell
            else []
            for at, cell in enumerate(row)
        ]
        height = max(len(cell) for cell in cells) * page.leading + 5
        page.room(int(height / page.leading) + 1)
        top = page.y - page.size
        for at, cell in enumerate(cells):
            for number, (line, _) in enumerate(cell):
                page.sheet.write(line, edges[at] + 4, page.y + number * page.leading + 1, font, page.size)
        for x in edges:
            page.sheet.line(x, top, x, top + height, 0.5)
        for y in (top, top + height):
            page.sheet.line(LEFT, y, RIGHT, y, 0.5)
        page.y += height


def _feet(page: Printout) -> None:
    created = page.schedule.created
    for index, sheet in enumerate(page.sheets, 1):
        sheet.line(LEFT, 744, RIGHT, 744, 0.5)
        sheet.write("Electronic Records Archives", LEFT, 758, page.font, page.size - 1)
        sheet.write(f"Page {index} of {len(page.sheets)}", 270, 758, page.font, page.size - 1)
        if created:
            sheet.write(
                f"PDF Created on: {created.strftime('%m/%d/%Y')}", RIGHT - 150, 758, page.font, page.size - 1
            )
