"""The command line: thin verbs. What they share stands in `schedgraph.door`."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from schedgraph.door import PATH, READABLE, Door, Settings, about_days, formats, global_options, option
from schedgraph.graph.wording.failures import ANSWERED, FAILED, NOT_KNOWN, USAGE, explained
from schedgraph.graph.wording.plain import plain, shortened, spelled
from schedgraph.graph.wording.terminal import (
    paper,
    replace_file,
    say,
    say_data,
    say_json,
    tell,
    tell_trace,
)

if TYPE_CHECKING:
    from schedgraph.graph.intake import Taken


@click.group(
    "schedgraph",
    cls=Door,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="schedgraph", message="%(prog)s %(version)s")
@partial(global_options, shown=True)
@click.pass_context
def main(ctx: click.Context) -> int:
    """The current active disposition authority of a record, by which supersessions, on what evidence.

    The global options may also stand after the command. Exit codes: 0 answered, 1 not known, 2 wrong usage,
    3 some input failed, 4 the store cannot be used.

    \b
    Example:
      schedgraph ingest schedules/
      schedgraph lookup "N1-567-09-6 item 1A"
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return USAGE
    return ANSWERED


def verb(name: str) -> Callable[[Callable[..., int]], click.Command]:
    """Registers a verb: a function that returns an exit code."""

    def register(function: Callable[..., int]) -> click.Command:
        return main.command(name)(global_options(click.pass_obj(function)))

    return register


@verb("parse")
@click.argument("files", nargs=-1, required=True, type=PATH)
@formats("text", "json")
def parse(settings: Settings, files: tuple[Path, ...], form: str) -> int:
    """Read documents and print what they say.

    Nothing is stored. FILE - is standard input. JSON is one object a line and file.

    \b
    Example:
      schedgraph parse n1-567-09-006_sf115.txt --format json
    """
    from schedgraph.graph.intake import take, take_stream
    from schedgraph.graph.wording.document import document_lines
    from schedgraph.parser.transcript import transcript

    code = ANSWERED
    for number, path in enumerate(files):
        taken = take_stream(sys.stdin.buffer, "-") if str(path) == "-" else take(path)
        if _tell_failures(taken, settings):
            code = FAILED
        if taken.document is not None and form == "json":
            say_json(transcript(taken.document))
        elif taken.document is not None:
            say([*([""] if number else []), *document_lines(transcript(taken.document), paper())])
    return code


def _tell_failures(taken: "Taken", settings: Settings) -> bool:
    if taken.trace and settings.debug:
        tell_trace(taken.trace)
    sentences = [taken.problem] if taken.problem else [sentence for _, sentence in taken.failures]
    for sentence in sentences:
        tell(f"{taken.path}: {sentence}")
    return bool(sentences)


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
    if found.skipped and not settings.quiet:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(found.skipped.items()))
        tell(f"passed over in folders, for they are no text files: {kinds}")
    if form == "json":
        say_json(intake.to_json())
    elif not settings.quiet:
        say([intake.summary()])
    return FAILED if intake.failures else ANSWERED


def _given(numbers: Sequence[str]) -> Iterator[str]:
    """The numbers of a command line; `-` stands for the lines of standard input, blank ones left out."""
    for number in numbers:
        if number != "-":
            yield number
            continue
        for line in sys.stdin.buffer:
            text = line.decode("utf-8", "replace").strip("\ufeff \t\r\n")
            if text:
                yield text


@verb("number")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@formats("text", "json")
def number(settings: Settings, texts: tuple[str, ...], form: str) -> int:
    """Read written numbers into canonical identifiers.

    A repaired number is not sure; its other readings are given. TEXT - reads lines from standard input.

    \b
    Example:
      schedgraph number "n1-567-09-06 item 1b(2)c" NI-567-09-6
    """
    from schedgraph.graph.wording.numbers import is_number, number_json, number_lines, read_given

    code = ANSWERED
    for written in _given(texts):
        numbers = read_given(written)
        if form == "json":
            for each in numbers:
                say_json(number_json(each))
        else:
            say(number_lines(numbers))
        for each in numbers:
            if not is_number(each):
                code = NOT_KNOWN
                tell(f"“{shortened(written, 60)}” is no number of a disposition authority.")
    return code


@verb("lookup")
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@about_days
@formats("text", "json")
def lookup(settings: Settings, numbers: tuple[str, ...], form: str, **question: Any) -> int:
    """Tell the current active authority of an item.

    The answer has the verdict, the chain and the evidence. NUMBER - reads lines from standard input.

    \b
    Example:
      schedgraph lookup "N1-567-09-6 item 1A" --as-of 2012-01-01
    """
    from schedgraph.graph.asking import answers
    from schedgraph.graph.wording.lookup import lookup_lines

    code, first = ANSWERED, True
    with settings.open() as store:
        for each in (each for number in _given(numbers) for each in answers(store, number, **question)):
            if isinstance(each, Exception):
                tell(explained(each)[1])
                code = NOT_KNOWN
                continue
            asked, answer = each
            if form == "json":
                say_json(answer.to_json())
            else:
                say([*([] if first else ["", ""]), *lookup_lines(answer, asked.reading, paper())])
            first = False
    return code


@verb("lineage")
@click.argument("number")
@option("--direction", type=click.Choice(["back", "forward", "both"]), default="both")
@formats("tree", "json", "dot", "mermaid", "svg", "html")
def lineage(settings: Settings, number: str, direction: Any, form: str) -> int:
    """Tell what an authority replaced and what replaced it.

    \b
    Example:
      schedgraph lineage N1-567-09-6 --format svg > lineage.svg
    """
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.pictures import PICTURES

    with settings.open() as store:
        traced = store.lineage(the_one(store, number).id, direction)
    if form == "json":
        say_json(traced.to_json())
    elif form == "tree":
        say(PICTURES[form](traced).splitlines())
    else:
        say_data([PICTURES[form](traced)])
    return ANSWERED


@verb("show")
@click.argument("number")
@formats("text", "json")
def show(settings: Settings, number: str, form: str) -> int:
    """Show one schedule or item as read.

    Struck parts are marked; printed status, signatures and evidence are given.

    \b
    Example:
      schedgraph show N1-567-09-6/1B
    """
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.wording.shown import show as shown
    from schedgraph.graph.wording.shown import show_lines

    with settings.open() as store:
        found = shown(store, the_one(store, number))
    if form == "json":
        say_json(found.to_json())
    else:
        say(show_lines(found, paper()))
    return ANSWERED


@verb("search")
@click.argument("words", metavar="TEXT...", nargs=-1, required=True)
@option("--limit", type=click.IntRange(1, 10_000), default=20, help="At most so many.")
@formats("text", "json")
def search(settings: Settings, words: tuple[str, ...], limit: int, form: str) -> int:
    """Find items by the words of their text.

    All words of TEXT must occur in the title, the description or the disposition.

    \b
    Example:
      schedgraph search "case notes" --limit 5
    """
    text = " ".join(words)
    with settings.open() as store:
        found = store.ledger.search(text, limit)
    for identifier, passage in found:
        if form == "json":
            say_json({"id": identifier, "passage": passage})
        else:
            say([identifier, *paper().wrap(plain(passage), 4)])
    if not found:
        tell(f"no item of the store has all the words of “{text}”")
    return ANSWERED if found else NOT_KNOWN


@verb("sparql")
@click.argument("query", required=False)
@click.option("-f", "--file", type=READABLE, help="A file with the query.")
@click.option("--name", help="A named query; --list tells them.")
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@formats("auto", "table", "json", "csv", "tsv", "xml", "turtle")
def sparql(
    settings: Settings, query: str | None, file: Path | None, name: str | None, listing: bool, form: str
) -> int:
    """Ask the graph in SPARQL 1.1.

    The question is a QUERY, a file, a named query, or what standard input holds. Answers are tables, those of
    CONSTRUCT and DESCRIBE turtle, unless --format says otherwise.

    \b
    Example:
      schedgraph sparql --list
      schedgraph sparql "SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 5" --format csv
    """
    from schedgraph.graph.sparql import named

    if listing:
        say(line for each in named() for line in (each.name, *paper().wrap(plain(each.title), 4)))
        return ANSWERED
    if sum(each is not None for each in (query, file, name)) > 1:
        raise click.UsageError("give a query, a file or a name, and only one of them")
    if name is not None:
        text = next((each.text for each in named() if each.name == name), "")
        if not text:
            raise click.UsageError(f"there is no named query “{name}”; --list tells which there are")
    elif file is not None:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    else:
        reads = query in (None, "-") and not sys.stdin.isatty()
        text = sys.stdin.buffer.read().decode("utf-8-sig", "replace") if reads else query or ""
    if not text.strip():
        raise click.UsageError("there is no query")
    with settings.open() as store:
        answer = store.sparql(text)
        natural = "turtle" if answer.kind == "graph" else "table"
        chosen: Any = natural if form == "auto" else form
        told = answer.to_text(chosen)
    if chosen == "table":
        say(spelled(told).splitlines())
    else:
        say_data([told if told.endswith("\n") else f"{told}\n"])
    return ANSWERED


@verb("audit")
@option("--coverage", "part", flag_value="coverage", help="Only which schedules are held and lacking.")
@option("--most-wanted", "part", flag_value="most_wanted", help="Only the missing documents, the best first.")
@formats("text", "json")
def audit(settings: Settings, part: Any, form: str) -> int:
    """List what to check in the store.

    Conflicts, cycles, cited authorities that no document shows, weak readings, broken shapes.

    \b
    Example:
      schedgraph audit --most-wanted --format json
    """
    from schedgraph.graph.gaps import audited

    with settings.open() as store:
        found = audited(store.ledger, settings.base, part)
    if form == "json":
        say_json(found.to_json())
        return ANSWERED
    sheet = paper()
    for number, (title, lines) in enumerate(found.sections):
        say([*([""] if number else []), sheet.heading(plain(title))])
        for line in lines or ("none",):
            indent = 2 + len(line) - len(line.lstrip())
            say(sheet.wrap(plain(line), indent, indent + 2))
    return ANSWERED


@verb("export")
@formats("turtle", "trig", "nquads", "jsonld", "graphml", "csv")
@click.option("-o", "--output", type=PATH, help="A file; it is replaced whole.")
def export(settings: Settings, form: Any, output: Path | None) -> int:
    """Write the graph in a file format.

    \b
    Example:
      schedgraph export --format trig -o graph.trig
    """
    from schedgraph.graph.export import export as exported

    with settings.open() as store:
        parts = exported(store.ledger, form, settings.base)
        if output is None or str(output) == "-":
            say_data(parts)
        else:
            replace_file(output, parts)
    return ANSWERED


@verb("demo")
def demo(settings: Settings) -> int:
    """Take the bundled documents from nothing to a lineage.

    The store is a temporary one unless --store is given.

    \b
    Example:
      schedgraph demo
    """
    from schedgraph.corpus import documents
    from schedgraph.graph.wording.demo import steps

    code = ANSWERED
    with tempfile.TemporaryDirectory(prefix="schedgraph-") as folder:
        store = str(settings.store or folder)
        for sentence, shown, arguments in steps(documents()):
            sheet = paper()
            say(["", *sheet.wrap(sentence), "", sheet.heading(f"$ schedgraph {shown}"), ""])
            code = max(code, main.main(["--store", store, *arguments], standalone_mode=False))
    return code


if __name__ == "__main__":
    main()
