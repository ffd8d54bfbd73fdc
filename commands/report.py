"""`report`: tables for an agency's own work."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from schedgraph.door import PATH, Settings, formats, verb, verbs
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import replace_file, say_data, say_json, tell

if TYPE_CHECKING:
    from schedgraph.graph.casefile import CaseFile
    from schedgraph.graph.reports.table import Table


@verbs("report")
def report(settings: Settings) -> int:
    """Tell what to report to NARA, and what a records system can carry out.

    Tables in CSV. Items that do not fit are told one by one, in a column or on standard error.

    \b
    Example:
      schedgraph report inactive "RG 567" -o inactive.csv
      schedgraph report machine-readable DAA-0567-2017-0007
    """
    if click.get_current_context().invoked_subcommand is None:
        raise click.UsageError("say which report: inactive, machine-readable or verdicts")
    return ANSWERED


@verb("inactive", within=report)
@click.argument("which", metavar="[RG|NUMBER]...", nargs=-1)
@formats("csv", "json")
@click.option("-o", "--output", type=PATH, help="A file; it is replaced whole.")
def inactive(settings: Settings, which: tuple[str, ...], form: str, output: Path | None) -> int:
    """List the dead items of record groups or schedules, for NARA's form for inactive items.

    \b
    Example:
      schedgraph report inactive N1-567-09-6
    """
    from schedgraph.graph.reports.inactive import inactive_items

    return _report(settings, which, form, output, inactive_items)


@verb("machine-readable", within=report)
@click.argument("which", metavar="[RG|NUMBER]...", nargs=-1)
@formats("csv", "json")
@click.option("-o", "--output", type=PATH, help="A file; it is replaced whole.")
def machine_readable(settings: Settings, which: tuple[str, ...], form: str, output: Path | None) -> int:
    """Give items in the layout of NARA's machine-implementable schedules.

    Retention in years, retention type (Creation_age or Event_age), event type. What does not fit is said.

    \b
    Example:
      schedgraph report machine-readable DAA-0567-2017-0007 -o items.csv
    """
    from schedgraph.graph.reports.machine import machine_readable as readable

    return _report(settings, which, form, output, readable)


@verb("verdicts", within=report)
@click.argument("which", metavar="[RG|NUMBER]...", nargs=-1)
@formats("csv", "json")
@click.option("-o", "--output", type=PATH, help="A file; it is replaced whole.")
def verdicts(settings: Settings, which: tuple[str, ...], form: str, output: Path | None) -> int:
    """List the verdict on every authority, and what is current in its place.

    By all that the store knows today. Without evidence, conflicts and caveats: `lookup` has those.

    \b
    Example:
      schedgraph report verdicts -o verdicts.csv
      schedgraph report verdicts "RG 567"
    """
    from schedgraph.graph.reports.verdicts import verdicts as table_of
    from schedgraph.graph.selection import selected

    with settings.open() as store:
        table = table_of(store.ledger, selected(store, which) if which else None)
    give(table, form, output)
    return ANSWERED


def _report(
    settings: Settings,
    which: Sequence[str],
    form: str,
    output: Path | None,
    made: "Callable[[CaseFile, Sequence[str], Mapping[str, str]], Table]",
) -> int:
    from schedgraph.graph.selection import selected

    with settings.open() as store:
        table = made(store.ledger, selected(store, which), store.document_names)
    give(table, form, output)
    return ANSWERED


def give(table: "Table", form: str, output: Path | None) -> None:
    """Prints a table or writes it to a file; what is left out goes to standard error."""
    if output is not None and str(output) != "-":
        replace_file(output, table.csv() if form == "csv" else _json_lines(table))
    elif form == "csv":
        say_data(table.csv())
    else:
        for each in table.objects():
            say_json(each)
    for sentence in table.left_out:
        tell(sentence)


def _json_lines(table: "Table") -> Any:
    from schedgraph.graph.wording.plain import json_line

    return (f"{json_line(each, 'utf-8')}\n" for each in table.objects())
