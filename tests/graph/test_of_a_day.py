"""The graph for SPARQL and the network from a standpoint: a day, what was known on a day, fewer rules."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schedgraph.graph.answers import look_up, look_up_as_known
from schedgraph.graph.casefile import CaseFile, Statements
from schedgraph.graph.iri import BASE
from schedgraph.graph.network import network_from
from schedgraph.graph.rdf.derived import concepts, derived_graph, known_authorities
from schedgraph.graph.rdf.nodes import Mint
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.rules.book import RuleError
from schedgraph.graph.standpoint import Standpoint
from schedgraph.graph.store import Store
from tests.graph.doors import against_network, case_of
from tests.graph.histories import DAYS, ITEMS, History, histories
from tests.graph.telling import NEW, OLD, said, shown

VERDICTS = """SELECT ?item ?verdict ?end ?scope {
  ?node sg:identifier ?item ; sg:verdict/skos:notation ?verdict
  OPTIONAL {
    { ?node sg:currentAuthority/sg:identifier ?end BIND("certain" AS ?scope) }
    UNION { ?node sg:possibleCurrentAuthority/sg:identifier ?end BIND("possible" AS ?scope) } } }"""
Told = dict[str, tuple[str, frozenset[tuple[str, str]]]]
days = st.sampled_from([day.replace(month=9) for day in DAYS])


def told(rows: Iterable[tuple[str | None, ...]]) -> Told:
    """The verdict and the ends of every authority, as the rows of VERDICTS have them."""
    verdicts: dict[str, str] = {}
    ends: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for item, verdict, end, scope in rows:
        assert item is not None and verdict is not None
        assert verdicts.setdefault(item, verdict) == verdict
        if end is not None and scope is not None:
            ends[item].add((end, scope))
    return {item: (verdict, frozenset(ends[item])) for item, verdict in verdicts.items()}


def by_sparql(case: CaseFile, identifiers: tuple[str, ...], standpoint: Standpoint) -> Told:
    graph = ox.Store()
    found = [
        *derived_graph(case, known_authorities(case, identifiers), Mint(base=BASE), standpoint),
        *concepts(),
    ]
    lines = "".join(f"{' '.join(each)} .\n" for each in found)
    graph.load(lines.encode(), format=ox.RdfFormat.N_TRIPLES)
    answers = graph.query(VERDICTS, prefixes=dict(prefixes()))
    return told(tuple(each and each.value for each in row) for row in answers)


def by_lookup(case: CaseFile, item: str, standpoint: Standpoint) -> tuple[str, frozenset[tuple[str, str]]]:
    if standpoint.known_on is None:
        answer = look_up(case, item, item, standpoint.as_of, {}, standpoint.law)
    else:
        answer = look_up_as_known(case, item, item, standpoint.as_of, standpoint.known_on, {}, standpoint.law)
    return answer.verdict, frozenset((each.id, each.scope) for each in answer.current)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), days)
def test_the_graph_of_a_day_says_what_lookup_says_of_that_day(history: History, day: date) -> None:
    """Every item of random histories has in the graph the verdict and the ends that `lookup --as-of` gives it."""
    case = case_of(history)
    standpoint = Standpoint(as_of=day, without=() if history.retroactive else ("retroactivity",))
    for item, answer in by_sparql(case, case.identifiers, standpoint).items():
        assert answer == by_lookup(case, item, standpoint), item


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.one_of(st.none(), days), days)
def test_the_graph_of_what_was_known_says_what_lookup_says_so(
    history: History, day: date | None, known: date
) -> None:
    """The same of what was known on a day; of what nobody had spoken of by then the graph says nothing."""
    case = case_of(history)
    standpoint = Standpoint(as_of=day, known_on=known)
    said, then = by_sparql(case, case.identifiers, standpoint), standpoint.known(case)
    for item, answer in said.items():
        assert answer == by_lookup(case, item, standpoint), item
    for item in ITEMS:
        named = any(then.about(each) or then.naming(each) for each in (item, *then.below(item)))
        assert (item in said) == named


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.one_of(st.none(), days), days)
def test_the_network_of_what_was_known_has_the_edges_that_its_verdicts_need(
    history: History, day: date | None, known: date
) -> None:
    """What is active then has no edge from it, what is superseded has a settled one, what is indeterminate may have."""
    case, standpoint = case_of(history), Standpoint(as_of=day, known_on=known)
    graph = network_from(case, case.identifiers, standpoint)
    for item in (each for each in ITEMS if each in graph):
        verdict, _ = by_lookup(case, item, standpoint)
        assert list(against_network(graph, item, verdict)) == []


def test_a_store_asked_by_sparql_as_of_a_day_says_what_lookup_says(demo_store: Path) -> None:
    """The bundled documents: what was superseded in 2017 is active in the graph of 2012, and again superseded now."""
    with Store.open(demo_store) as store:
        for moment in (
            {"as_of": date(2012, 1, 1)},
            {"as_of": date(2015, 1, 1), "known_on": date(2012, 1, 1)},
            {},
        ):
            answer = store.sparql(VERDICTS, **moment)
            rows = [tuple(None if each is None else str(each) for each in row) for row in answer.rows]
            found = told(rows)
            for item in ("N1-567-09-006/1/a", "N1-567-09-006/1/c/2", "N1-567-09-006/1/b"):
                given = store.lookup(item, **moment)
                ends = frozenset((each.id, each.scope) for each in given.current)
                assert found[item] == (given.verdict, ends), (item, moment)
        assert {each["settled"] for *_, each in store.network_as_of(date(2012, 1, 1)).edges(data=True)} <= {
            False,
            True,
        }


def test_a_rule_that_does_not_exist_cannot_be_switched_off_in_a_query(demo_store: Path) -> None:
    with Store.open(demo_store) as store, pytest.raises(RuleError, match="there is no rule"):
        store.sparql("ASK {}", without=("gravity",))


def test_a_supersession_that_is_dated_ahead_is_told(tmp_path: Path) -> None:
    """An annotation of 2093 does not make an item superseded today without a word, by whichever way it is asked."""
    from schedgraph.graph.ahead import with_dates_ahead

    case = Statements(
        [*shown(OLD, "1"), said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=date(2093, 1, 5))]
    )
    answer = look_up(case, "", f"{OLD}/1", None, {})
    told = with_dates_ahead(answer, date(2026, 1, 1))
    assert [each.code for each in told.caveats if each not in answer.caveats] == ["date-ahead"]
    assert with_dates_ahead(answer, date(2093, 1, 5)) == answer
    earlier = look_up(case, "", f"{OLD}/1", date(2026, 1, 1), {})
    assert earlier.verdict == "active"
    assert with_dates_ahead(earlier, date(2026, 1, 1)) == earlier
