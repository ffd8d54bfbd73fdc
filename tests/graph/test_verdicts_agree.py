"""The same verdict from the rules, from networkx, and from an oracle that tries every path."""

from hypothesis import HealthCheck, given, settings

from schedgraph.graph.casefile import Statements
from schedgraph.graph.statements import statements
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import walk
from tests.graph.histories import ITEMS, History, Oracle, documents, histories


def case_of(history: History) -> Statements:
    return Statements(each for document in documents(history) for each in statements(document))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_the_rules_and_the_oracle_agree_on_every_item(history: History) -> None:
    """Splits, merges, circles, self-references, dates out of order, unapproved successors: one verdict."""
    bench, oracle = Bench(case_of(history), history.day, history.law), Oracle(history)
    for item in ITEMS:
        assert (item, bench.judge(item).verdict) == (item, oracle.verdict(item))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_every_certain_end_lies_at_the_end_of_a_path_of_settled_successions(history: History) -> None:
    bench, oracle = Bench(case_of(history), history.day, history.law), Oracle(history)
    for item in ITEMS:
        judged = bench.judge(item)
        if judged.verdict != "superseded" or not judged.successions:
            continue
        certain = {end.id for end in walk(bench, item).ends if end.scope == "certain"}
        assert certain <= oracle.certain_ends(item)
