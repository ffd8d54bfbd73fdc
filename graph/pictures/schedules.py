"""What replaced what among the schedules of an agency: the steps of their items gathered, schedule by schedule."""

from collections import defaultdict
from collections.abc import Sequence

from schedgraph.graph.answers import title
from schedgraph.graph.casefile import CaseFile, schedule_of
from schedgraph.graph.pictures.drawing import FEW, Arrow, Box, Drawing, Link, fill_of
from schedgraph.graph.standing import is_seen
from schedgraph.graph.succession import Succession, successions
from schedgraph.graph.verdict import Bench
from schedgraph.graph.wording.places import VERDICTS
from schedgraph.graph.wording.plain import plain, shortened


def schedules_drawing(case: CaseFile, name: str, schedules: Sequence[str], link: Link) -> Drawing:
    """The schedules, those that replaced items of them, and an arrow wherever an item of one replaced one of another."""
    steps: defaultdict[tuple[str, str], list[Succession]] = defaultdict(list)
    for schedule in schedules:
        for item in (schedule, *case.below(schedule)):
            for each in successions(case, item).found:
                if schedule_of(each.new) != schedule:
                    steps[(schedule, schedule_of(each.new))].append(each)
    shown = sorted({*schedules, *(new for _, new in steps)})
    bench = Bench(case)
    arrows = tuple(_arrow(old, new, found) for (old, new), found in sorted(steps.items()))
    told = "; ".join(arrow.about for arrow in arrows)
    return Drawing(
        title=f"Schedules of {name}",
        description=f"{told}." if told else "The corpus knows of no schedule that replaced one of them.",
        boxes=tuple(_box(bench, each, link, compact=len(shown) > FEW) for each in shown),
        arrows=arrows,
    )


def _box(bench: Bench, schedule: str, link: Link, *, compact: bool) -> Box:
    verdict = bench.judge(schedule).verdict
    seen = is_seen(bench.case, schedule)
    called = title(bench.case, schedule)
    words = verdict if seen else f"{verdict}, not in the corpus"
    lines = (
        (schedule, verdict) if compact else (schedule, *([shortened(called, 34)] if called else []), words)
    )
    return Box(
        key=schedule,
        lines=lines,
        about=f"{schedule}: {VERDICTS[verdict]}. {plain(called or '')}".strip(),
        fill=fill_of(verdict),
        seen=seen,
        href=link(schedule),
    )


def _arrow(old: str, new: str, found: Sequence[Succession]) -> Arrow:
    days = sorted({each.since for each in found if each.since})
    since = "no date" if not days else str(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]}"
    certain = any(each.settled and each.target_certain for each in found)
    steps = (
        "1 step" if len({each.old for each in found}) == 1 else f"{len({each.old for each in found})} steps"
    )
    doubt = "" if certain else ", possible"
    return Arrow(
        start=old,
        end=new,
        label=f"{since}, {steps}",
        about=f"{new} replaced items of {old} ({since}, {steps}{doubt})",
        certain=certain,
    )
