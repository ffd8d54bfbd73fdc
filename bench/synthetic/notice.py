"""NARA's cover sheet NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE."""

from random import Random

from bench.synthetic.schedule import Schedule
from bench.synthetic.sheet import Sheet

ACTIVE = (
    "These items, unless subsequently superseded, may be used by the agency to disposition records. It is the"
    " responsibility of the user to verify the items are still active."
)
DEAD = (
    "The remaining items on this schedule may no longer be used to disposition records. They are superseded, obsolete,"
    " filing instructions, non-records, or were lined off and not approved at the time of scheduling. References to more"
    " recent schedules are provided below as a courtesy. Some items listed here may have been previously annotated on"
    " the schedule itself."
)
INTRODUCTION = (
    "Some items in this schedule are either obsolete or have been superseded by new NARA approved records schedules."
    " This information is accurate as of:"
)
TITLE = "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE"


def sentences(schedule: Schedule) -> list[str]:
    """What the sheet says of each dead item."""
    said = []
    for entry in schedule.entries:
        if entry.citations:
            said.append(
                f"{schedule.printed} item {entry.number} is superseded by {entry.citations[0].printed}"
            )
        else:
            said.append(f"{schedule.printed} item {entry.number} is obsolete")
    return said


def lay_out(schedule: Schedule, rng: Random) -> list[Sheet]:
    """The sheet; values of its two fields are written before their labels."""
    sheet = Sheet()
    as_of = schedule.as_of.strftime("%m/%d/%Y") if schedule.as_of else ""
    sheet.write(schedule.printed, 190, 132, "Helvetica", 12)
    sheet.write(as_of, 250, 186, "Helvetica", 11)
    sheet.write(TITLE, 118, 84, "Helvetica-Bold", 15)
    sheet.line(72, 96, 540, 96, 1.5)
    sheet.write("Schedule Number: ", 72, 132, "Helvetica-Bold", 12)
    sheet.paragraph(INTRODUCTION.rsplit(" This", 1)[0], 72, 158, 468, "Helvetica", 11, 14)
    sheet.write("This information is accurate as of: ", 72, 186, "Helvetica", 11)
    y = 226.0
    sheet.box(66, y - 16, 546, y + 74, 0.8)
    sheet.write("ACTIVE ITEMS", 72, y, "Helvetica-Bold", 12)
    y = sheet.paragraph(ACTIVE, 72, y + 18, 460, "Helvetica-Oblique", 10, 12)
    sheet.write("All other items remain active.", 72, y + 10, "Helvetica", 11)
    y += 60
    sheet.write("SUPERSEDED AND OBSOLETE ITEMS", 72, y, "Helvetica-Bold", 12)
    y = sheet.paragraph(DEAD, 72, y + 18, 460, "Helvetica-Oblique", 10, 12) + 12
    for said in sentences(schedule):
        y = sheet.paragraph(said, 72, y, 460, "Helvetica", 11, 14) + 6
    sheet.write("National Archives and Records Administration", 72, 752, "Helvetica", 8)
    return [sheet]
