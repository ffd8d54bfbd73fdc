"""`audit`: what to check in the store."""

from datetime import date
from typing import Any

import click

from schedgraph.door import Settings, as_day, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.plain import plain
from schedgraph.graph.wording.terminal import paper, say, say_json


@verb("audit")
@option("--coverage", "part", flag_value="coverage", help="Only which schedules are held and lacking.")
@option("--most-wanted", "part", flag_value="most_wanted", help="Only the missing documents, the best first.")
@option("--at-risk", is_flag=True, help="Items active on paper that hang on a dead authority.")
@option("--review-due", is_flag=True, help="Schedules ten or more years old, by agency.")
@option("--no-shapes", is_flag=True, help="Leave out the SHACL shapes, which take longest.")
@click.option(
    "--as-of",
    "day",
    metavar="YYYY-MM-DD",
    callback=as_day,
    help="The day for the last two.  [default: today]",
)
@formats("text", "json")
def audit(
    settings: Settings,
    part: Any,
    at_risk: bool,
    review_due: bool,
    no_shapes: bool,
    day: date | None,
    form: str,
) -> int:
    """List what to check in the store.

    Conflicts, cycles, cited authorities that no document shows, weak readings, retention that changes, broken
    shapes. With --at-risk or --review-due, those alone.

    \b
    Example:
      schedgraph audit --most-wanted --format json
      schedgraph audit --review-due --as-of 2026-01-01
    """
    if no_shapes and (part or at_risk or review_due):
        raise click.UsageError("--no-shapes goes with the whole audit; its parts have no shapes")
    if at_risk or review_due:
        return _parts(settings, at_risk=at_risk, review_due=review_due, day=day, form=form)
    if day is not None:
        raise click.UsageError("--as-of goes with --at-risk and --review-due")
    from schedgraph.graph.gaps import audited
    from schedgraph.graph.wording.progress import Progress

    progress = Progress(total=0, things="triples for the shapes", shown=not settings.quiet)
    with settings.open() as store:
        found = audited(store.ledger, settings.base, part, shapes=not no_shapes, heard=progress.reached)
    progress.end()
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


def _parts(settings: Settings, *, at_risk: bool, review_due: bool, day: date | None, form: str) -> int:
    from schedgraph.graph import risk
    from schedgraph.graph.wording.risks import due_json, due_lines, risk_lines, risks_json

    today = day or date.today()
    with settings.open() as store:
        identifiers, documents = store.ledger.identifiers(), store.document_names
        risks = risk.at_risk(store.ledger, identifiers, day) if at_risk else ()
        due = risk.review_due(store.ledger, identifiers, today) if review_due else ()
    if form == "json":
        told: dict[str, object] = {"at_risk": risks_json(risks, documents)} if at_risk else {}
        say_json(told | ({"review_due": due_json(due, today)} if review_due else {}))
        return ANSWERED
    if at_risk:
        say(risk_lines(risks, documents, paper()))
    if review_due:
        say([*([""] if at_risk else []), *due_lines(due, today, paper())])
    return ANSWERED
