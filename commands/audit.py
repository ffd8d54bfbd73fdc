"""`audit`: what to check in the store."""

from schedgraph.door import Settings, formats, verb
from schedgraph.graph.wording.failures import ANSWERED
from schedgraph.graph.wording.plain import plain
from schedgraph.graph.wording.terminal import paper, say, say_json


@verb("audit")
@formats("text", "json")
def audit(settings: Settings, form: str) -> int:
    """List what to check in the store.

    Conflicts, cycles, cited authorities that no document shows, weak readings, broken shapes.

    \b
    Example:
      schedgraph audit --format json
    """
    from schedgraph.graph.audit import audit as audited

    with settings.open() as store:
        found = audited(store.ledger, settings.base)
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
