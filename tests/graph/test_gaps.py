"""What the corpus lacks: by record group and year, and by the answers that a missing document would settle."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from schedgraph.graph.casefile import Statements, above
from schedgraph.graph.coverage import coverage
from schedgraph.graph.facts import fact_statements
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import Statement, statements
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Walk, walk
from schedgraph.graph.wanted import Wanted, is_open, most_wanted
from schedgraph.parser.document import Citation, Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Evidence, Reading
from tests.graph.histories import History, documents, histories, schedule
from tests.graph.telling import NEW, OLD, flat, said, shown

HERE = Evidence(page=1, quote="words", start=0, end=5)


def walks_of(case: Statements) -> dict[str, Walk]:
    bench = Bench(case)
    return {each: walk(bench, each) for each in case.identifiers}


def wanted(*told: list[Statement] | Statement) -> tuple[Wanted, ...]:
    case = Statements(flat(*told))
    return most_wanted(case, walks_of(case))


def open_items(told: Iterable[Statement]) -> set[str]:
    case = Statements(told)
    return {each for each, walked in walks_of(case).items() if is_open(walked)}


def document(
    number: str, paths: Iterable[str], approved: date | None, supersedes: Iterable[tuple[str, str]] = ()
) -> ScheduleDocument:
    """A document of the schedule, as reading it would give it."""
    cited = dict(supersedes)
    return ScheduleDocument(
        source=Source(name=f"{number}.txt", sha256="9" * 64, media_type="text/plain", pages=1),
        form="SF-115",
        schedule=Schedule(
            id=Reading(value=number, evidence=HERE),
            approved=Reading(value=approved, evidence=HERE) if approved else None,
        ),
        items=tuple(
            Item(
                id=f"{number}/{path}",
                number=path,
                parent=None,
                evidence=HERE,
                citations=tuple(
                    Citation(relation="supersedes", target=old, printed=old, evidence=HERE)
                    for new, old in cited.items()
                    if new == f"{number}/{path}"
                ),
            )
            for path in paths
        ),
    )


ANNOTATED = [
    *shown(OLD, "1", "2", "3"),
    said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=date(2004, 9, 1)),
    said(f"{OLD}/2", "superseded-by", f"{NEW}/2", dated=date(2004, 9, 1)),
    said(f"{OLD}/3", "superseded-by", "N1-095-05-009/1", dated=date(2005, 9, 1)),
]


def test_the_document_that_most_answers_lead_to_is_wanted_most() -> None:
    """Two items lead to one schedule and one to another."""
    found = wanted(ANNOTATED)
    assert [(each.schedule, len(each.settles)) for each in found] == [(NEW, 2), ("N1-095-05-009", 1)]


def test_adding_the_wanted_document_settles_what_was_foretold() -> None:
    """The answers that were open and are closed when the document is there are those that it was said to settle."""
    best = wanted(ANNOTATED)[0]
    added = statements(document(NEW, ("1", "2"), date(2004, 8, 1)))
    closed = open_items(ANNOTATED) - open_items([*ANNOTATED, *added])
    assert set(best.settles) == {each for each in closed if each.startswith(OLD)}


def test_a_document_that_names_what_it_replaces_settles_more_than_one_that_is_only_there() -> None:
    """GRS 4.3 went to GRS 5.1 and GRS 5.2: the one that names the item closes its answer."""
    told = [
        *shown(OLD, "1"),
        said(f"{OLD}/1", "superseded-by", "DAA-GRS-2013-0001-0005", dated=date(2014, 9, 16)),
        *fact_statements(),
    ]
    found = {each.schedule: each for each in wanted(told)}
    assert found["GRS 5.1"].by == {"approved": 0, "approved, naming what it replaces": 1}
    assert "DAA-GRS-2013-0001" not in found
    general = document("GRS 5.1", ("020",), date(2017, 7, 20), [("GRS 5.1/020", "DAA-GRS-2013-0001-0005")])
    assert f"{OLD}/1" in open_items(told)
    assert f"{OLD}/1" not in open_items([*told, *statements(general)])


def test_an_item_whose_approval_is_not_shown_wants_a_signed_copy() -> None:
    """The document is there; what lacks is the Archivist's date."""
    (found,) = wanted(shown(OLD, "1", "2", approved=None))
    assert (found.schedule, found.lacks, len(found.surely)) == (OLD, "approval", 2)
    signed = statements(document(OLD, ("1", "2"), date(1990, 3, 1)))
    assert open_items([*shown(OLD, "1", "2", approved=None), *signed]) == set()


def test_a_document_that_settles_nothing_is_not_wanted() -> None:
    """A mere mention leaves no answer open."""
    assert wanted(shown(OLD, "1"), said(f"{OLD}/1", "cites", f"{NEW}/1")) == ()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(histories())
def test_what_is_foretold_for_an_approved_document_comes_true_in_any_history(history: History) -> None:
    """The count under “approved” is the number of answers that close when such a document is read."""
    told = [each for made in documents(history) for each in statements(made)]
    case = Statements(told)
    found = [
        each
        for each in most_wanted(case, walks_of(case))
        if each.lacks == "document" and "approved" in each.by
    ]
    assume(found)
    best = found[0]
    named = [each.removeprefix(f"{best.schedule}/") for each in case.below(best.schedule)]
    paths = sorted({"1"} & {each.split("/")[0] for each in named} | set(named))
    replaced = [
        succession.old
        for walked in walks_of(case).values()
        for succession, _ in walked.links
        if succession.new.startswith(best.schedule)
    ]
    latest = max(
        [date(1989, 10, 1)]
        + [
            state
            for number, state in enumerate(history.state)
            if isinstance(state, date) and any(old.startswith(schedule(number)) for old in replaced)
        ]
    )
    before = open_items(told)
    after = open_items([*told, *statements(document(best.schedule, paths, latest))])
    closed = {each for each in before - after if above(each) and is_seen(case, each)}
    assert best.by["approved"] == len(closed)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path) as made:
        made.add(
            document("N1-567-09-006", ("1",), date(2010, 3, 1), [("N1-567-09-006/1", "N1-567-09-004/1")])
        )
        yield made


def test_coverage_tells_what_is_held_lacking_and_not_accounted_for(ledger: Ledger) -> None:
    """By record group and year: the held, the named, and lower numbers that nothing names."""
    found = {each.series: each for each in coverage(ledger, ledger.identifiers())}
    series = found["N1-567-09"]
    assert (series.record_group, series.year) == ("567", 2009)
    assert series.held == ("N1-567-09-006",)
    assert series.lacking == ("N1-567-09-004",)
    assert series.unaccounted == tuple(f"N1-567-09-00{n}" for n in (1, 2, 3, 5))
    assert series.until == date(2010, 3, 1)


def test_general_schedules_have_no_sequence_and_so_no_gaps(ledger: Ledger) -> None:
    """GRS 5.2 is no second of five."""
    general = next(each for each in coverage(ledger, ledger.identifiers()) if each.series.startswith("GRS"))
    assert general.unaccounted == ()
    assert "GRS 5.1" in general.lacking
