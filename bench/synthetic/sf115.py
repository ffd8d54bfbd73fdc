"""Standard Form 115 of 1970, 1975, 8-83 and 3-91 with its continuation sheets."""

from random import Random
from typing import Any

from bench.synthetic.schedule import Schedule
from bench.synthetic.sheet import Ink, Sheet
from bench.synthetic.stock import REVISIONS
from bench.synthetic.typed import Typist, type_item

LEFT, RIGHT, TOP, BOTTOM = 30.0, 582.0, 34.0, 752.0
SPLIT = 392.0
COLUMNS = (LEFT, 68.0, 434.0, 510.0, RIGHT)
PRINT, PRINT_BOLD = "Helvetica", "Helvetica-Bold"


def lay_out(schedule: Schedule, rng: Random) -> list[Sheet]:
    """All pages of the request."""
    words = REVISIONS[schedule.revision or "r1991"]
    typewriter = (
        rng.choice(["Courier", "Courier", "Times-Roman"]) if schedule.revision == "r1991" else "Courier"
    )
    sheet = Sheet()
    sheets = [sheet]
    table_top = _head(sheet, schedule, words, typewriter, rng)
    y = _column_heads(sheet, words, table_top)
    _footer(sheet, words)

    def turn(typist: Typist) -> None:
        following = Sheet()
        sheets.append(following)
        typist.sheet = following
        if schedule.stationery:
            typist.y = _stationery(following, schedule, typewriter)
            typist.bottom = 720
        else:
            typist.y = _continuation(following, schedule, words, typewriter, len(sheets)) + typist.leading
            typist.bottom = BOTTOM - 24

    size = 9.5 if typewriter == "Courier" else 10.5
    typist = Typist(
        sheet=sheet,
        y=y + 14,
        bottom=BOTTOM - 24,
        left=COLUMNS[1] + 5,
        right=COLUMNS[2] - 4,
        numbers=LEFT + 5,
        column9=COLUMNS[2],
        column10=COLUMNS[3],
        font=typewriter,
        bold="Courier-Bold" if typewriter == "Courier" else "Times-Bold",
        size=size,
        leading=size * 1.22,
        turn=turn,
    )
    if schedule.stationery:
        sheet.write("See attached sheet(s) for:", typist.left, typist.y, typewriter, size)
        sheet.write(schedule.subject, typist.left, typist.y + 2 * typist.leading, typist.bold, size)
        typist.left, typist.right, typist.numbers = 72.0, 540.0, 72.0
        turn(typist)
        typist.y += typist.leading
        sheets[-1].write(schedule.subject, 72, typist.y, typist.bold, size)
        typist.y += 2 * typist.leading
    else:
        typist.y = sheet.paragraph(
            schedule.subject, typist.left, typist.y, 355, typewriter, size, typist.leading
        )
        typist.y += typist.leading
    underlined = typewriter == "Courier" and rng.random() < 0.6
    for entry in schedule.entries:
        type_item(typist, entry, schedule, rng, underlined=underlined)
    return sheets


def _value(sheet: Sheet, text: str | None, x: float, y: float, font: str, size: float = 9.5) -> None:
    if text:
        sheet.write(text, x, y, font, size)


def _head(sheet: Sheet, schedule: Schedule, words: dict[str, Any], typewriter: str, rng: Random) -> float:
    """The boxes above the table; the y at which they end."""
    sheet.line(LEFT, TOP, RIGHT, TOP, 1.2)
    modern = schedule.revision in {"r1983", "r1991"}
    sheet.write(words["title"], LEFT + 30, TOP + 15, PRINT_BOLD, 11)
    sheet.write(words["under_title"], LEFT + 110, TOP + 25, PRINT, 7)
    sheet.write(words["leave_blank"], SPLIT + 40, TOP + 9, PRINT, 7)
    sheet.line(SPLIT, TOP + 12, RIGHT, TOP + 12)
    day = printed_day(schedule.received, rng)
    order = [(words["job_label"], schedule.printed), (words["received_label"], day)]
    if schedule.revision == "r1970":
        order.reverse()
    for index, (label, value) in enumerate(order):
        top = TOP + 12 + index * 23
        sheet.write(label, SPLIT + 3, top + 8, PRINT, 6.5)
        _value(sheet, value, SPLIT + 60, top + 18, typewriter, 11)
        sheet.line(SPLIT, top + 23, RIGHT, top + 23)
    y = TOP + 30
    sheet.line(LEFT, y, SPLIT, y)
    sheet.write(words["to_label"], LEFT + 3, y + 9, PRINT, 7)
    for index, line in enumerate(words["to"]):
        sheet.write(line, LEFT + 24, y + 9 + 10 * index, PRINT, 7.5)
    y += 28
    boxes = [
        ("from_label", schedule.agency),
        ("major_label", schedule.major),
        ("minor_label", schedule.minor),
    ]
    for key, value in boxes:
        sheet.line(LEFT, y, SPLIT, y)
        sheet.write(words[key], LEFT + 3, y + 8, PRINT, 6.5)
        _value(sheet, value, LEFT + 12, y + 20, typewriter)
        y += 25
    sheet.line(LEFT, y, SPLIT, y)
    sheet.write(words["confer_label"], LEFT + 3, y + 8, PRINT, 6.5)
    sheet.line(SPLIT - 105, y, SPLIT - 105, y + 28)
    sheet.write(words["telephone_label"], SPLIT - 102, y + 8, PRINT, 6.5)
    _value(sheet, schedule.telephone, SPLIT - 96, y + 21, typewriter, 9)
    y += 28
    _notification(sheet, schedule, words, y, rng, typewriter)
    sheet.line(SPLIT, TOP, SPLIT, y)
    sheet.line(LEFT, y, RIGHT, y, 0.9)
    return _certificate(sheet, schedule, words, y, rng, typewriter, modern=modern)


def _notification(
    sheet: Sheet, schedule: Schedule, words: dict[str, Any], y: float, rng: Random, typewriter: str
) -> None:
    top = TOP + 58
    sheet.write(words["notification_label"], SPLIT + 45, top + 10, PRINT_BOLD, 7.5)
    sheet.paragraph(words["notification"], SPLIT + 4, top + 20, RIGHT - SPLIT - 8, PRINT, 6.6, 8)
    sheet.line(SPLIT, y - 28, RIGHT, y - 28)
    sheet.line(SPLIT + 62, y - 28, SPLIT + 62, y)
    label_size = 5.6
    sheet.write(words["archivist_date_label"], SPLIT + 3, y - 21, PRINT, label_size)
    sheet.write(words["archivist_label"], SPLIT + 65, y - 21, PRINT, label_size)
    if schedule.approved:
        _value(sheet, printed_day(schedule.approved, rng), SPLIT + 3, y - 5, typewriter, 8.5)
        _scribble(sheet, SPLIT + 72, y - 8, 90, rng)


def _certificate(
    sheet: Sheet,
    schedule: Schedule,
    words: dict[str, Any],
    y: float,
    rng: Random,
    typewriter: str,
    *,
    modern: bool,
) -> float:
    sheet.write(words["certificate_label"], LEFT + 3, y + 9, PRINT, 7)
    pages = words["certificate"].replace("___", f"_{rng.randint(1, 9)}_" if rng.random() < 0.6 else "____")
    y = sheet.paragraph(pages, LEFT + 10, y + 19, RIGHT - LEFT - 20, PRINT, 7, 8.4)
    y += 4
    chosen = rng.randrange(len(words["choices"]))
    if modern:
        x = LEFT + 30
        for index, choice in enumerate(words["choices"]):
            sheet.tick(x, y, ticked=index == chosen)
            x = sheet.write(choice, x + 11, y, PRINT, 7.5) + 24
        y += 8
    else:
        for index, choice in enumerate(words["choices"]):
            sheet.tick(LEFT + 14, y, ticked=index == chosen)
            y = sheet.paragraph(choice, LEFT + 26, y, RIGHT - LEFT - 40, PRINT, 7, 8.4) + 2
        y += 2
    sheet.line(LEFT, y, RIGHT, y)
    places = (LEFT, LEFT + 100, SPLIT - 30)
    for label, x in zip(words["signature_labels"], places, strict=True):
        sheet.write(label, x + 3, y + 7, PRINT, 6)
        sheet.line(x, y, x, y + 27)
    _value(sheet, printed_day(schedule.certified, rng), places[0] + 8, y + 20, typewriter)
    _scribble(sheet, places[1] + 20, y + 18, 120, rng)
    title = rng.choice(["Records Officer", "Chief, Records Branch", "Agency Records Officer"])
    _value(sheet, title, places[2] + 8, y + 20, typewriter, 9)
    sheet.line(LEFT, y + 27, RIGHT, y + 27, 1.0)
    return y + 27


def printed_day(day: Any, rng: Random) -> str | None:
    """The day in one of the ways in which people write it; None where there is none."""
    if day is None:
        return None
    forms = ["{m}/{d}/{y}", "{m}-{d}-{y}", "{name} {d}, {Y}", "{mm}/{dd}/{Y}"]
    shown: str = rng.choice(forms if day.year < 2000 else ["{mm}/{dd}/{Y}", "{m}/{d}/{Y}"])
    return shown.format(
        m=day.month,
        d=day.day,
        y=f"{day.year % 100:02d}",
        mm=f"{day.month:02d}",
        dd=f"{day.day:02d}",
        Y=day.year,
        name=day.strftime("%b."),
    )


def _column_heads(sheet: Sheet, words: dict[str, Any], y: float, height: float = 30) -> float:
    for label, x0, x1 in zip(words["columns"], COLUMNS[:-1], COLUMNS[1:], strict=True):
        rows = label.split("\n")
        size = 6.5 if len(rows) < 4 else 5.6
        base = y + (height - len(rows) * (size + 0.8)) / 2 + size
        for row in rows:
            width = len(row) * size * 0.28
            sheet.write(row, max(x0 + 2, (x0 + x1) / 2 - width), base, PRINT, size)
            base += size + 0.8
    sheet.line(LEFT, y + height, RIGHT, y + height)
    for x in COLUMNS[1:-1]:
        sheet.line(x, y, x, BOTTOM - 18)
    sheet.line(LEFT, BOTTOM - 18, RIGHT, BOTTOM - 18, 1.0)
    return y + height


def _footer(sheet: Sheet, words: dict[str, Any]) -> None:
    left, *right = words["footer"]
    for index, line in enumerate(left.split("\n")):
        sheet.write(line, LEFT, BOTTOM - 9 + 7 * index, PRINT, 6)
    for index, line in enumerate(right):
        sheet.write(line, RIGHT - 150, BOTTOM - 9 + 7 * index, PRINT_BOLD if index == 0 else PRINT, 6)


def _continuation(
    sheet: Sheet, schedule: Schedule, words: dict[str, Any], typewriter: str, page: int
) -> float:
    sheet.line(LEFT, TOP, RIGHT, TOP, 1.2)
    heading = words["title"] + (
        " - CONTINUATION" if schedule.revision != "r1970" else " - Continuation Sheet"
    )
    sheet.write(heading, LEFT + 8, TOP + 18, PRINT_BOLD, 8.5)
    sheet.line(434, TOP, 434, TOP + 26)
    sheet.write(words["job_label"], 437, TOP + 8, PRINT, 6)
    sheet.write(schedule.printed, 440, TOP + 20, typewriter, 9)
    sheet.line(528, TOP, 528, TOP + 26)
    sheet.write("PAGE", 531, TOP + 8, PRINT, 6)
    sheet.write(str(page), 545, TOP + 20, typewriter, 9)
    sheet.line(LEFT, TOP + 26, RIGHT, TOP + 26, 0.9)
    y = _column_heads(sheet, words, TOP + 26)
    sheet.write(words["footer"][0].split(" ")[0].replace("115-1", "115-2"), LEFT, BOTTOM - 9, PRINT, 6)
    sheet.write(words["continuation"], RIGHT - 190, BOTTOM - 9, PRINT_BOLD, 6)
    return y


def _stationery(sheet: Sheet, schedule: Schedule, typewriter: str) -> float:
    bold = "Courier-Bold" if typewriter == "Courier" else "Times-Bold"
    y = 54.0
    for line in (schedule.department, schedule.agency):
        sheet.write(line, 72, y, bold, 11)
        y += 15
    sheet.line(72, y - 6, 540, y - 6, 1.0)
    return y + 14


def _scribble(sheet: Sheet, x: float, y: float, width: float, rng: Random) -> None:
    """A signature that nobody can read."""
    at = x
    while at < x + width:
        step = rng.uniform(6, 16)
        points = (
            at,
            y + rng.uniform(-3, 3),
            at + step * 0.3,
            y - rng.uniform(4, 12),
            at + step * 0.6,
            y + rng.uniform(2, 7),
            at + step,
            y + rng.uniform(-3, 3),
        )
        sheet.ink.append(Ink(shape="curve", points=points, width=0.9, color=(0.05, 0.05, 0.3)))
        at += step
