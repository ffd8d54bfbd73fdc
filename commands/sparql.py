"""`sparql`: a question to the graph."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from schedgraph.door import READABLE, Settings, about_days, formats, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.plain import plain, spelled
from schedgraph.graph.wording.terminal import paper, say, say_data, tell

if TYPE_CHECKING:
    from schedgraph.graph.sparql import Answer


@verb("sparql")
@click.argument("query", required=False)
@click.option("-f", "--file", type=READABLE, help="A file with the query.")
@click.option("--name", help="A named query; --list tells them.")
@click.option(
    "--every-row",
    is_flag=True,
    help="Of a named query that stops at a number of rows, all of them; it may take minutes.",
)
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@click.option("--endpoint", metavar="URL", help="Ask the SPARQL endpoint at URL instead of the store.")
@click.option(
    "--without-evidence",
    is_flag=True,
    help="Ask a graph without quotes and places, and refuse what needs them. Without this option it is asked where it "
    "is proven to give the same answer.",
)
@about_days
@formats("auto", "table", "json", "csv", "tsv", "xml", "turtle", "ntriples")
def sparql(
    settings: Settings,
    query: str | None,
    file: Path | None,
    name: str | None,
    every_row: bool,
    listing: bool,
    endpoint: str | None,
    form: str,
    without_evidence: bool,
    **standpoint: Any,
) -> int:
    """Ask the graph in SPARQL 1.1.

    The question is a QUERY, a file, a named query, or what standard input holds. Answers are tables, those of
    CONSTRUCT and DESCRIBE turtle, unless --format says otherwise. With --as-of, --known-on or --without, verdicts,
    supersessions and ends are those that `lookup` gives so; what the documents say stays the same.

    \b
    Example:
      schedgraph sparql --list
      schedgraph sparql "SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 5" --format csv
      schedgraph sparql "SELECT ?item { ?item sg:verdict sg:verdict-active }" --as-of 2015-01-01
    """
    from schedgraph.graph.sparql import named

    if listing:
        say(line for each in named() for line in (each.name, *paper().wrap(plain(each.title), 4)))
        return ANSWERED
    if sum(each is not None for each in (query, file, name)) > 1:
        raise click.UsageError("give a query, a file or a name, and only one of them")
    question = next((each for each in named() if each.name == name), None)
    if name is not None:
        text = (question.unlimited if every_row else question.text) if question else ""
        if not text:
            raise click.UsageError(f"there is no named query “{name}”; --list tells which there are")
    elif every_row:
        raise click.UsageError("--every-row goes with --name: another query has the LIMIT that it is given")
    elif file is not None:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    else:
        reads = query in (None, "-") and not sys.stdin.isatty()
        text = sys.stdin.buffer.read().decode("utf-8-sig", "replace") if reads else query or ""
    if not text.strip():
        raise click.UsageError("there is no query")
    if endpoint is not None and (without_evidence or any(standpoint.values())):
        raise click.UsageError(
            "--as-of, --known-on, --without and --without-evidence ask the store; another endpoint knows nothing of them"
        )
    answer = _asked(settings, text, endpoint, {**standpoint, "evidence": not without_evidence})
    left_out = question.left_out(len(answer.terms)) if question and not every_row else None
    if left_out:
        tell(left_out)
    natural = "turtle" if answer.kind == "graph" else "table"
    chosen: Any = natural if form == "auto" else form
    told = answer.to_text(chosen)
    if chosen == "table":
        say(spelled(told).splitlines())
    else:
        say_data([told if told.endswith("\n") else f"{told}\n"])
    return ANSWERED


def _asked(settings: Settings, text: str, endpoint: str | None, standpoint: dict[str, Any]) -> "Answer":
    if endpoint is not None:
        from schedgraph.graph.remote.asking import ask
        from schedgraph.graph.remote.http import remote

        return ask(remote(endpoint), text, settings.base)
    with settings.open() as store:
        # Progress goes to a terminal alone: a script's standard error holds complaints.
        shown = sys.stderr.isatty() and not settings.quiet
        return store.sparql(text, tell if shown else (lambda _: None), **standpoint)
