"""What is dated about an authority, in the order of the days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schedgraph.graph.answers import Lookup
from schedgraph.graph.casefile import schedule_of
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import Statement
from schedgraph.graph.web import links
from schedgraph.graph.wording.plain import plain, shortened

_DATES = {
    "received": "Received by the National Archives",
    "certified": "Certified by the agency",
    "approved": "Approved",
    "printed-on": "A copy was printed",
    "accurate-as-of": "A notice says it is accurate as of this day",
}


Names = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day and what happened, with the document that says so."""

    day: date
    what: str
    about: str
    href: str
    document: str


def timeline(ledger: Ledger, answer: Lookup) -> tuple[Moment, ...]:
    """The dates of the authority, of its schedule and of what replaced it; each once."""
    own = (answer.id, *({schedule_of(answer.id)} - {answer.id}))
    said = [each for name in own for each in ledger.about(name)]
    names = {**answer.documents, **ledger.names_of({each.document for each in said})}
    found = [moment for each in said for moment in _moments(each, names)]
    for link in answer.chain:
        if link.since and link.statements:
            what = f"Replaced by {link.to}" if link.scope == "certain" else f"Possibly replaced by {link.to}"
            found.append(_moment(link.since, what, link.origin, link.statements[0], names))
    unique = {(each.day, each.what, each.about): each for each in found}
    return tuple(sorted(unique.values(), key=lambda each: (each.day, each.about, each.what)))


def _moments(said: Statement, names: Names) -> Iterator[Moment]:
    if said.predicate in _DATES:
        day = date.fromisoformat(said.object)
        yield _moment(day, _DATES[said.predicate], said.subject, said, names)
    elif said.dated and said.predicate == "event":
        yield _moment(said.dated, f"Signed: {plain(said.object)}", said.subject, said, names)
    elif said.dated and said.predicate == "annotation":
        yield _moment(said.dated, f"Annotated: {shortened(said.object, 80)}", said.subject, said, names)


def _moment(day: date, what: str, about: str, said: Statement, names: Names) -> Moment:
    name = names.get(said.document, said.document.removeprefix("fact:"))
    return Moment(day=day, what=what, about=about, href=links.place(said), document=name)
