"""The laid-out pages of a schedule, with its strikes and with ink that is none."""

from random import Random

from bench.synthetic import era, notice, sf115
from bench.synthetic.distractors import distract
from bench.synthetic.schedule import Schedule
from bench.synthetic.sheet import Sheet
from bench.synthetic.strikes import strike


def sheets_of(schedule: Schedule, *, unseen: bool) -> list[Sheet]:
    """Its pages. The same seed gives the same layout whether or not there are invisible strokes."""
    rng = Random(f"{schedule.seed}/{schedule.form}/{schedule.revision}/layout")
    if schedule.form == "notice":
        sheets = notice.lay_out(schedule, rng)
        if schedule.covers:
            sheets += sf115.lay_out(schedule.covers, rng)
    elif schedule.form == "ERA":
        sheets = era.lay_out(schedule, rng)
    else:
        sheets = sf115.lay_out(schedule, rng)
    ink = Random(f"{schedule.seed}/ink")
    stamps = (
        schedule.covers.stamps if schedule.covers else () if schedule.form == "notice" else schedule.stamps
    )
    for sheet in sheets:
        distract(sheet, ink, stamps, unseen=unseen)
        strike(sheet, ink)
    return sheets
