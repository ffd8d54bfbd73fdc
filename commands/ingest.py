"""`ingest`: files and folders into the store."""

import sys
from contextlib import nullcontext
from pathlib import Path

import click

from schedgraph.door import PATH, Settings, formats, option, verb
from schedgraph.graph.wording.failures import ANSWERED, FAILED
from schedgraph.graph.wording.terminal import say, say_json, tell, tell_trace


@verb("ingest")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@option("--jobs", type=click.IntRange(1, 256), default=1, help="How many processes read.")
@formats("text", "json")
def ingest(settings: Settings, paths: tuple[Path, ...], jobs: int, form: str) -> int:
    """Read files and folders into the store.

    What is there already stays as it is, and a run that was stopped can be started again. A bad file is told
    and skipped.

    \b
    Example:
      schedgraph ingest schedules/ more/n1-567-09-006_sf115.txt --jobs 4
    """
    from schedgraph.graph.conclusions.upkeep import Upkeep
    from schedgraph.graph.intake import Intake, find, keep, take_all
    from schedgraph.graph.ledger import Ledger

    found, intake = find(paths), Intake()
    for place, sentence in found.problems:
        intake.fail(place, sentence)
        tell(f"{place}: {sentence}")
    shows_progress = sys.stderr.isatty() and not settings.quiet and len(found.files) > 1
    with Ledger.create(settings.folder) as ledger:
        reading = take_all(found.files, jobs)
        bar = click.progressbar(reading, len(found.files), "Reading", file=sys.stderr)
        with bar if shows_progress else nullcontext(reading) as documents:
            for taken in documents:
                for sentence in keep(ledger, taken, intake):
                    tell(f"{taken.path}: {sentence}")
                if taken.trace and settings.debug:
                    tell_trace(taken.trace)
        Upkeep(ledger, jobs).keep_up()
    if found.skipped and not settings.quiet:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(found.skipped.items()))
        tell(f"passed over in folders, for schedules do not come as such files: {kinds}")
    if form == "json":
        say_json(intake.to_json())
    elif not settings.quiet:
        say([intake.summary()])
    return FAILED if intake.failures else ANSWERED
