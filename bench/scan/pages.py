"""Seeded test pages: typed text with known words, strikes and distractors."""

import random
import re

from reportlab.pdfbase.pdfmetrics import stringWidth

from bench.scan.sheet import BROKEN, CROSSED, HEIGHT, OVERTYPED, SOLID, Drawn, Sheet

WORDS = re.findall(
    r"\w+",
    """records of the agency relating to administrative and program management including correspondence reports
policy directives background papers working files lead tracking system input output master data case investigations
destroy when no longer needed for business use temporary permanent cut off at end of fiscal year transfer to the
National Archives years after cutoff whichever is later Immigration Customs Enforcement office personnel training
budget annual summary registers indexes copies electronic mail word processing applicable description disposition
superseded by item authority approved schedule series retention delete after produced recordkeeping copy""",
)


def number(rng: random.Random) -> str:
    """A schedule or item number of one of the families."""
    group = rng.choice(("563", "567", "64", "412", "85", "170", "237", "361"))
    sequence = str(rng.randint(1, 60))
    return rng.choice(
        (
            f"N1-{group}-{rng.randint(85, 99)}-{sequence}",
            f"N1-{group}-{rng.randint(0, 12):02}-{sequence}",
            f"NC1-{group}-{rng.randint(74, 85)}-{sequence}",
            f"NC-1{rng.randint(70, 80)}-{sequence}",
            f"NN-1{rng.randint(63, 72)}-{sequence}",
            f"DAA-0{rng.choice(('563', '567', '361'))}-{rng.randint(2010, 2021)}-{rng.randint(1, 20):04}",
            f"DAA-0{rng.choice(('563', '567'))}-{rng.randint(2010, 2021)}-{rng.randint(1, 20):04}-{rng.randint(1, 40):04}",
            f"N1-{group}-{rng.randint(85, 99)}-{sequence}/{rng.randint(1, 9)}{rng.choice('abc')}({rng.randint(1, 4)})",
        )
    )


def _distract(sheet: Sheet) -> None:
    """Grey highlight, leaders, handwriting, stamp at an angle: everything that is ink and no strike."""
    rng, canvas = sheet.random, sheet.canvas
    canvas.saveState()
    canvas.translate(300 + rng.uniform(-30, 30), 60)
    canvas.rotate(rng.choice((8, 12, -10, 20)))
    canvas.setFillGray(0.25)
    canvas.setStrokeGray(0.25)
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(0, 0, "INACTIVE - ALL ITEMS SUPERSEDED")
    canvas.setLineWidth(1.5)
    canvas.rect(-6, -7, stringWidth("INACTIVE - ALL ITEMS SUPERSEDED", "Helvetica-Bold", 15) + 12, 25)
    canvas.restoreState()
    path = canvas.beginPath()
    path.moveTo(70, 90)
    x = 70.0
    while x < 190:
        x += rng.uniform(5, 14)
        path.curveTo(
            x - 8, 90 + rng.uniform(-14, 16), x - 3, 90 + rng.uniform(-14, 16), x, 90 + rng.uniform(-6, 6)
        )
    canvas.setLineWidth(1.2)
    canvas.drawPath(path)
    sheet.line(60, 706, 210, 706)
    sheet.type(62, 714, "SIGNATURE OF AGENCY REPRESENTATIVE", font="Helvetica", size=6)


def sf115(seed: int, *, font: str = "Courier", size: float = 10.5) -> Drawn:
    """A page like an SF-115: a ruled head with small labels, and a table of items with strikes of every kind."""
    sheet = Sheet(seed, font, size)
    rng = sheet.random
    sheet.type(50, 40, "REQUEST FOR RECORDS DISPOSITION AUTHORITY", font="Helvetica-Bold", size=11)
    sheet.canvas.rect(44, HEIGHT - 765, 524, 715)
    for y in (74, 104, 134, 160):
        sheet.line(44, y, 568, y)
    sheet.line(370, 50, 370, 160)
    sheet.type(374, 58, "JOB NUMBER", font="Helvetica", size=6)
    sheet.type(380, 70, number(rng), number=True)
    sheet.type(374, 82, "DATE RECEIVED", font="Helvetica", size=6)
    sheet.type(380, 98, f"{rng.randint(1, 12)}/{rng.randint(1, 28)}/{rng.randint(1985, 2009)}")
    sheet.type(48, 60, "TO: NATIONAL ARCHIVES and RECORDS ADMINISTRATION", font="Helvetica", size=6)
    sheet.type(48, 82, "1. FROM (Agency or establishment)", font="Helvetica", size=6)
    sheet.type(56, 98, "Department of Homeland Security")
    sheet.type(48, 112, "2. MAJOR SUBDIVISION", font="Helvetica", size=6)
    sheet.type(56, 128, "Immigration and Customs Enforcement")
    for place, label in ((60, "is not required"), (190, "is attached; or"), (310, "has been requested.")):
        ticked = rng.random() < 0.5
        sheet.canvas.setLineWidth(0.7)
        sheet.canvas.rect(place, HEIGHT - 154, 8, 8)
        if ticked:
            sheet.line(place + 1, 147, place + 7, 153, 1)
            sheet.line(place + 1, 153, place + 7, 147, 1)
        sheet.boxes.append((place + 4, 150, ticked))
        sheet.type(place + 14, 153, label, font="Helvetica", size=8)
    for x in (82, 410, 500):
        sheet.line(x, 160, x, 690)
    sheet.line(44, 180, 568, 180)
    for x, label in (
        (46, "7. ITEM"),
        (90, "8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION"),
        (412, "9. GRS OR SUPERSEDED"),
        (502, "10. ACTION"),
    ):
        sheet.type(x, 170, label, font="Helvetica", size=6)
    kinds = [*SOLID, *SOLID, *OVERTYPED, *BROKEN]
    if font != "Courier":
        kinds = [*SOLID, *SOLID, *BROKEN]
    y, leading, item = 196.0, size * 1.32, 1
    while y < 660:
        sheet.type(52, y, f"{item}{rng.choice('ABC')}.")
        item += 1
        if y < 640 and rng.random() < 0.7:
            cited = sheet.type(414, y, number(rng)[:13], number=True, size=8.5)
            if rng.random() < 0.35:
                sheet.strike(cited, y, rng.choice(SOLID), 8.5)
        first = y
        for _ in range(rng.randint(3, 6)):
            if y > 676:
                break
            parts: list[str] = []
            room = 402 - 90
            while True:
                nxt = number(rng) if rng.random() < 0.12 else rng.choice(WORDS)
                if stringWidth(" ".join([*parts, nxt]), font, size) > room:
                    break
                parts.append(nxt)
            typed = sheet.type(90, y, " ".join(parts))
            for word in typed:
                word.number = "-" in word.text and any(c.isdigit() for c in word.text)
            draw = rng.random()
            if draw < 0.22:
                a = rng.randrange(len(typed))
                b = min(len(typed), a + rng.randint(1, 4))
                sheet.strike(typed[a:b], y, rng.choice(kinds))
            elif draw < 0.3:
                sheet.strike(typed, y, rng.choice(kinds))
            elif draw < 0.42:
                a = rng.randrange(len(typed))
                b = min(len(typed), a + rng.randint(1, 3))
                below = y + size * rng.uniform(0.1, 0.2)
                sheet.line(typed[a].box[0], below, typed[b - 1].box[2], below, rng.uniform(0.5, 1.0))
            elif draw < 0.47:
                sheet.canvas.saveState()
                sheet.canvas.setFillGray(0.85)
                sheet.canvas.setFillAlpha(0.35)
                a = rng.randrange(len(typed))
                sheet.canvas.rect(typed[a].box[0], HEIGHT - y - 2, 80, size, stroke=0, fill=1)
                sheet.canvas.restoreState()
            y += leading
        if rng.random() < 0.12 and y - first > 3 * leading:
            block = [w for w in sheet.words if first - size < w.box[1] < y - leading and 88 < w.box[0] < 405]
            left, right = min(w.box[0] for w in block), max(w.box[2] for w in block)
            top, bottom = min(w.box[1] for w in block), max(w.box[3] for w in block)
            kind = rng.choice(CROSSED)
            sheet.line(left, top, right, bottom, 1.2)
            if kind == "cross":
                sheet.line(left, bottom, right, top, 1.2)
            for word in block:
                word.strike = word.strike or kind
        if rng.random() < 0.4:
            sheet.line(44, y - leading + size * 0.45, 568, y - leading + size * 0.45, 0.6)
        y += leading * 0.6
    _distract(sheet)
    return sheet.finish()


def plain(seed: int, *, font: str = "Times-Roman", size: float = 11) -> Drawn:
    """A page like an ERA printout: labels and values, with leaders, underlines and struck words."""
    sheet = Sheet(seed, font, size)
    rng = sheet.random
    sheet.type(60, 50, f"Records Schedule: {number(rng)}", font="Helvetica", size=10)
    y = 80.0
    while y < 740:
        label = sheet.type(60, y, " ".join(rng.choice(WORDS).capitalize() for _ in range(2)))
        if rng.random() < 0.3:
            sheet.line(label[0].box[0], y + size * 0.14, label[-1].box[2], y + size * 0.14, 0.7)
        parts: list[str] = []
        while stringWidth(" ".join(parts), font, size) < 240:
            parts.append(number(rng) if rng.random() < 0.2 else rng.choice(WORDS))
        typed = sheet.type(230, y, " ".join(parts))
        for word in typed:
            word.number = "-" in word.text and any(c.isdigit() for c in word.text)
        if rng.random() < 0.3:
            a = rng.randrange(len(typed))
            b = min(len(typed), a + rng.randint(1, 5))
            sheet.strike(typed[a:b], y, rng.choice((*SOLID, "line", "line", "dashed")))
        elif rng.random() < 0.15:
            a = rng.randrange(len(typed))
            sheet.line(typed[a].box[0], y + size * 0.14, typed[a].box[2], y + size * 0.14, 0.7)
        y += size * rng.choice((1.25, 1.4, 1.8))
    for word in sheet.words:
        word.number = word.number or ("-" in word.text and any(c.isdigit() for c in word.text))
    return sheet.finish()
