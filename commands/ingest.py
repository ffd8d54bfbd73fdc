"""`ingest`: files and folders into the store."""

from datetime import date
from pathlib import Path

import click

from schedgraph.door import PATH, Settings, as_day, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED, FAILED
from schedgraph.graph.wording.terminal import say, say_json, tell, tell_trace


@verb("ingest")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@option("--jobs", type=click.IntRange(1, 256), default=1, help="How many processes read.")
@click.option(
    "--dask", metavar="ADDRESS", help="Read on the Dask cluster whose scheduler is at tcp://HOST:PORT."
)
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", help="Read at most N files that are not known yet."
)
@click.option(
    "--since",
    metavar="YYYY-MM-DD",
    callback=as_day,
    help="Take only files that were changed on that day or later.",
)
@formats("text", "json")
def ingest(
    settings: Settings,
    paths: tuple[Path, ...],
    jobs: int,
    dask: str | None,
    limit: int | None,
    since: date | None,
    form: str,
) -> int:
    """Read files and folders into the store.

    What is there already stays as it is: a file that this version has read is told by its bytes and not read again,
    so a run that was stopped can be started again. A bad file is told and skipped. With --dask the workers are sent
    the bytes of the files; they need this version of schedgraph, and no folder in common.

    \b
    Example:
      schedgraph ingest schedules/ more/n1-567-09-006_sf115.txt --jobs 4
    """
    from schedgraph.graph.conclusions.upkeep import Upkeep
    from schedgraph.graph.intake import Intake, Unread, changed_since, find, keep
    from schedgraph.graph.ledger import Ledger
    from schedgraph.graph.readers import reader
    from schedgraph.graph.wording.progress import Progress

    if dask is not None and jobs > 1:
        raise click.UsageError(
            "--jobs is for processes here and --dask for workers there; choose one of them"
        )
    found, intake = find(paths), Intake()
    for place, sentence in found.problems:
        intake.fail(place, sentence, "no-file")
        tell(f"{place}: {sentence}")
    files = found.files if since is None else changed_since(found.files, since)
    progress = Progress(total=len(files), shown=not settings.quiet and len(files) > 1)
    with Ledger.create(settings.folder) as ledger:
        unread = Unread(ledger, intake, progress.one_known)
        for taken in reader(jobs, dask)(unread.of(files, limit)):
            for sentence in keep(ledger, taken, intake):
                progress.end()
                tell(f"{taken.path}: {sentence}")
            if taken.trace and settings.debug:
                tell_trace(taken.trace)
            progress.one_done()
        progress.end()
        Upkeep(ledger, jobs).keep_up()
    if found.skipped and not settings.quiet:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(found.skipped.items()))
        tell(f"passed over in folders, for schedules do not come as such files: {kinds}")
    if form == "json":
        say_json(intake.to_json())
    elif not settings.quiet:
        say(intake.summary())
    return FAILED if intake.failures else ANSWERED
