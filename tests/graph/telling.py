"""Short ways to state what documents say, and to ask what follows."""

from datetime import date

from schedgraph.graph.answers import Lookup, look_up
from schedgraph.graph.casefile import Statements
from schedgraph.graph.facts import fact_statements
from schedgraph.graph.rules.book import law_without
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence

OLD, NEW = "N1-095-89-007", "N1-095-04-002"
SINCE = date(2004, 9, 1)


def said(subject: str, predicate: str, value: str, **more: object) -> Statement:
    """One statement, with its own words for its quote."""
    quote = f"{subject} {predicate} {value}"
    place = Evidence(page=1, quote=quote, start=0, end=len(quote))
    given = {"document": "d", "evidence": place, **more}
    return Statement(subject=subject, predicate=predicate, object=value, **given)  # type: ignore[arg-type]


def shown(
    schedule: str, *paths: str, approved: str | None = "1990-03-01", form: str = "SF-115"
) -> list[Statement]:
    """A schedule with items, and the day of its approval."""
    found = [said(schedule, "form", form)]
    for number, path in enumerate(paths, start=1):
        item = f"{schedule}/{path}" if path[0] != "-" else schedule + path
        place = Evidence(page=1, quote=path, start=100 * number, end=100 * number + len(path))
        found.append(said(item, "item-of", schedule, evidence=place))
    return found + ([said(schedule, "approved", approved)] if approved else [])


def flat(*told: list[Statement] | Statement) -> list[Statement]:
    """All statements in one list."""
    return [each for part in told for each in (part if isinstance(part, list) else [part])]


def ask(
    identifier: str,
    *told: list[Statement] | Statement,
    day: date | None = None,
    facts: bool = False,
    without: tuple[str, ...] = (),
) -> Lookup:
    """The answer from these statements alone, or with the shipped facts."""
    statements = [*flat(*told), *(fact_statements() if facts else ())]
    return look_up(Statements(statements), identifier, identifier, day, {}, law_without(without))


def codes(answer: Lookup) -> set[str]:
    """The codes of all conflicts and caveats."""
    return {each.code for each in (*answer.conflicts, *answer.caveats)}


def certain(answer: Lookup) -> list[str]:
    """The certain ends."""
    return [each.id for each in answer.current if each.scope == "certain"]


def possible(answer: Lookup) -> list[str]:
    """The possible ends."""
    return [each.id for each in answer.current if each.scope == "possible"]
