"""`doctor`: what is installed, and whether the store can be used."""

from schedgraph.door import Settings, formats, verb
from schedgraph.graph.wording.exits import ANSWERED, FAILED, NO_STORE
from schedgraph.graph.wording.terminal import paper, say, say_json


@verb("doctor")
@formats("text", "json")
def doctor(settings: Settings, form: str) -> int:
    """Tell what is installed and whether the store can be used.

    Nothing is changed and nothing is fetched. Exit codes: 0 all that is needed is there, 3 a package that is
    needed is missing or too old, 4 the store is there and cannot be used.

    \b
    Example:
      schedgraph doctor
    """
    from schedgraph.commands.health import Finding, findings

    found = tuple(findings(settings.folder))
    if form == "json":
        say_json([each.to_json() for each in found])
    else:
        width = max(len(each.name) for each in found) + 2
        for each in found:
            say(paper().wrap(f"{_MARKS[each.state]:<8}{each.name:<{width}}{each.says}", 0, 8 + width))

    def wrong(about: str) -> list[Finding]:
        return [each for each in found if each.state == "wrong" and each.about == about]

    if wrong("package"):
        return FAILED
    return NO_STORE if wrong("store") else ANSWERED


_MARKS = {"good": "ok", "absent": "-", "wrong": "WRONG"}
