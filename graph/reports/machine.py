"""Items in the layout of NARA's machine-implementable schedules, and item by item what does not fit it.

Source: the FAQ on the machine-implementable format of the GRS
(https://www.archives.gov/records-mgmt/grs/machine-implementable-faq, updated August 2023). It names the elements
"Retention (in years)", "Retention Type" with the values Creation_age and Event_age, and "Event Type", and four event
types (`machine.toml`); a later update added the text of the disposition instruction
(https://records-express.blogs.archives.gov/category/grs). The record layout at the end of the FAQ could not be
consulted: the names and the order of the other columns are this project's own.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from importlib.resources import files

from schedgraph.graph.answers import title
from schedgraph.graph.casefile import CaseFile, schedule_of
from schedgraph.graph.judgement import Judgement
from schedgraph.graph.reports.table import SEPARATOR, Table, one_line, sources
from schedgraph.graph.retention import Retention, conditions_of, event_of, months_of, retention, stating
from schedgraph.graph.selection import with_instruction
from schedgraph.graph.verdict import Bench

COLUMNS = (
    "Records Schedule",
    "Disposition Authority",
    "Title",
    "Final Disposition",
    "Retention (in years)",
    "Retention Type",
    "Event Type",
    "Disposition Instruction",
    "Verdict",
    "Does not fit",
    "Sources",
)
CREATION_AGE, EVENT_AGE = "Creation_age", "Event_age"

_IN_FORCE = frozenset({"active", "partially-superseded"})
_OPEN = frozenset({"indeterminate", "proposed"})


def machine_readable(case: CaseFile, identifiers: Sequence[str], documents: Mapping[str, str]) -> Table:
    """The items that are in force or may be, one a row.

    An item whose retention the layout cannot hold has its three elements empty and the reason in "Does not fit";
    `left_out` repeats the reasons. Dead items are no part of it.
    """
    bench = Bench(case)
    rows: list[tuple[str, ...]] = []
    left_out: list[str] = []
    for identifier in with_instruction(case, identifiers):
        judgement = bench.judge(identifier)
        if judgement.verdict not in _IN_FORCE | _OPEN:
            continue
        years, kind, event, complaints = _elements(retention(case, identifier))
        if judgement.verdict in _OPEN:
            years, kind, event = "", "", ""
            complaints = (_open_question(judgement), *complaints)
        rows.append(tuple(_row(case, judgement, (years, kind, event), complaints, documents)))
        left_out += [f"{identifier}: {complaint}" for complaint in complaints]
    return Table(columns=COLUMNS, rows=tuple(rows), left_out=tuple(left_out))


def _open_question(judgement: Judgement) -> str:
    codes = ", ".join(dict.fromkeys(each.code for each in judgement.conflicts))
    return f"it is {judgement.verdict}, not in force for certain" + (f" ({codes})" if codes else "")


def _row(
    case: CaseFile,
    judgement: Judgement,
    elements: tuple[str, str, str],
    complaints: Sequence[str],
    documents: Mapping[str, str],
) -> Iterator[str]:
    about = case.about(judgement.id)
    stated = retention(case, judgement.id)
    instruction = dict.fromkeys(
        one_line(each.object) for each in about if each.predicate == "disposition-instruction"
    )
    yield schedule_of(judgement.id)
    yield judgement.id
    yield one_line(title(case, judgement.id))
    yield (stated.final or "") if isinstance(stated, Retention) else ""
    yield from elements
    yield SEPARATOR.join(instruction)
    yield judgement.verdict
    yield SEPARATOR.join(complaints)
    yield sources(stating(case, judgement.id), documents)


def _elements(stated: Retention | str | None) -> tuple[str, str, str, tuple[str, ...]]:
    """Years, retention type, event type, and why they are empty or not NARA's own."""
    if isinstance(stated, str):
        return "", "", "", (stated.rstrip("."),)
    if stated is None or not (stated.period or stated.trigger):
        return "", "", "", ("no retention period and no event could be read",)
    event = event_of(stated)
    by_age = event == "creation"
    if by_age and stated.period is None:
        return "", "", "", ("no retention period could be read",)
    if by_age and stated.cutoff:
        return "", "", "", (f"it names a cutoff (“{one_line(stated.cutoff)}”), and does not count from it",)
    standard = None if by_age else _events().get(event)
    conditions = conditions_of(stated)
    if stated.period is None and standard is not None:
        # "Destroy when superseded or obsolete": the condition is the event itself.
        conditions = frozenset(each for each in conditions if each not in standard)
    if conditions:
        named = ", ".join(f"“{each}”" for each in sorted(conditions))
        return "", "", "", (f"its words add a condition ({named}) that the layout has no place for",)
    years = _years(stated.period) if stated.period else "0"
    if years is None:
        return "", "", "", (f"{stated.period} is no number of years",)
    if by_age:
        return years, CREATION_AGE, "", ()
    if standard is None:
        from_cutoff = stated.cutoff and event_of(replace(stated, cutoff=None)) == "cutoff"
        words = one_line(stated.cutoff if from_cutoff else stated.trigger)
        return years, EVENT_AGE, words, (f"“{words}” is none of the event types that NARA's FAQ names",)
    return years, EVENT_AGE, standard, ()


def _years(period: str) -> str | None:
    """A period in years as a number that is exact with two decimals; None for any other.

    >>> _years("P3Y"), _years("P6M"), _years("P1M"), _years("P90D")
    ('3', '0.5', None, None)
    """
    months = months_of(period)
    if months is None:
        return None
    hundredths = Fraction(months, 12) * 100
    if hundredths.denominator != 1:
        return None
    return f"{int(hundredths) / 100:g}"


@cache
def _events() -> dict[str, str]:
    """The words of an event, small words left out, to the standardized event type."""
    text = files("schedgraph.graph.reports").joinpath("machine.toml").read_text(encoding="utf-8")
    return {words: name for name, several in tomllib.loads(text)["event"].items() for words in several}
