"""What an explanation promises: all of its evidence is needed, and it is enough."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from schedgraph.graph.casefile import Statements
from schedgraph.graph.counterfactual import Counterfactual, TracedBench, Without
from schedgraph.graph.explanation import Explanation, explain
from schedgraph.graph.grounds import DESCRIPTIVE, STRUCTURE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rules.book import book
from schedgraph.graph.rules.reading import rule_that_reads
from schedgraph.graph.statements import RELATIONS, Statement, statements
from schedgraph.graph.store import Store
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import walk
from tests.conftest import ROOT
from tests.graph.histories import DAYS, ITEMS, History, documents, histories
from tests.graph.test_verdict_claims import NEW, OLD, said, shown


def case_of(said_of_all: Sequence[Statement], gone: Sequence[Statement] = ()) -> Statements:
    keys = {each.key for each in gone}
    return Statements(each for each in said_of_all if each.key not in keys)


def check(all_said: Sequence[Statement], found: Explanation) -> None:
    """The promise, tried on a fresh case file without any of the machinery that found the evidence."""
    item, day, verdict = found.answer.id, found.answer.as_of, found.answer.verdict

    def judged(gone: Sequence[Statement]) -> str:
        return Bench(case_of(all_said, gone), day).judge(item).verdict

    def ends(gone: Sequence[Statement]) -> list[tuple[str, str, str]]:
        return [
            (end.id, end.verdict, end.scope) for end in walk(Bench(case_of(all_said, gone), day), item).ends
        ]

    for reason in found.evidence:
        assert judged(reason.statements) == reason.without != verdict
        for each in reason.statements if len(reason.statements) > 1 else ():
            assert judged([other for other in reason.statements if other is not each]) == verdict
    for reason in found.lineage_evidence:
        assert (judged(reason.statements), ends(reason.statements)) != (verdict, ends(()))
        assert tuple(end for end, _, _ in ends(reason.statements)) == reason.ends_without
    cited = {each.key for reason in found.evidence for each in reason.statements}
    context = STRUCTURE | DESCRIPTIVE
    assert (
        judged([each for each in all_said if each.key not in cited and each.predicate not in context])
        == verdict
    )


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_taking_any_cited_evidence_away_changes_the_verdict_of_any_item(history: History) -> None:
    """And what is cited, in the documents that there are, gives the same verdict by itself."""
    all_said = tuple(
        {each.key: each for document in documents(history) for each in statements(document)}.values()
    )
    case = Statements(all_said)
    for item in ITEMS:
        check(all_said, explain(case, item, item, history.day, {}))


def test_the_promise_holds_for_everything_that_the_bundled_documents_name(
    demo_store: Path,
) -> None:
    with Store.open(demo_store) as store:
        all_said = tuple(store.ledger.all())
        for identifier in store.ledger.identifiers():
            check(all_said, explain(store.ledger, identifier, identifier, None, {}))


@pytest.mark.parametrize(
    "number",
    ["N1-567-09-6/1A", "N1-567-09-6/1C(2)", "N1-567-09-6/1B", "N1-567-09-6", "DAA-0567-2017-0007-0001"],
)
def test_the_query_gives_the_verdict_and_the_places_of_the_explanation(demo_store: Path, number: str) -> None:
    with Store.open(demo_store) as store:
        found = store.explain(store.resolve(number)[0])
        names = store.document_names
        (query,) = found.sparql
        rows = {tuple(map(str, row)) for row in store.sparql(query).rows}
    cited = [each for reason in (*found.evidence, *found.lineage_evidence) for each in reason.statements]
    assert rows == {
        (
            found.answer.verdict,
            each.predicate,
            names.get(each.document, each.document.removeprefix("fact:")),
            str(each.evidence.page),
            each.evidence.quote,
        )
        for each in cited
    }


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_the_query_finds_every_cited_statement_of_any_history(
    tmp_path_factory: pytest.TempPathFactory, history: History
) -> None:
    folder = tmp_path_factory.mktemp("history")
    with Ledger.create(folder) as ledger:
        for document in documents(history):
            ledger.add(document)
    with Store.open(folder) as store:
        for item in ITEMS:
            found = explain(store.ledger, item, item, None, {})
            if not store.ledger.about(item) and not store.ledger.naming(item):
                continue
            rows = {tuple(map(str, row)) for query in found.sparql for row in store.sparql(query).rows}
            cited = [
                each for reason in (*found.evidence, *found.lineage_evidence) for each in reason.statements
            ]
            assert {row[0] for row in rows} == {found.answer.verdict}
            assert {(row[1], row[-1]) for row in rows if len(row) > 1} == {
                (each.predicate, each.evidence.quote) for each in cited
            }


def reasons(found: Explanation) -> list[tuple[set[str], str]]:
    return [({each.predicate for each in reason.statements}, reason.without) for reason in found.evidence]


def test_two_documents_that_say_the_same_are_one_piece_of_evidence() -> None:
    """An annotation and column 9 of an approved successor: only without both is the old item active again."""
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{NEW}/1", "supersedes", f"{OLD}/1"),
        said(f"{OLD}/1", "superseded-by", f"{NEW}/1"),
    ]
    found = explain(Statements(told), "", f"{OLD}/1", None, {})
    assert reasons(found) == [({"supersedes", "superseded-by"}, "active")]


def test_evidence_that_is_outweighed_is_cited_with_what_outweighs_it() -> None:
    """A stamp without a date speaks against "proposed"; once it is cited, the dated note beside it has to be, too."""
    history = History(
        state=(DAYS[5], DAYS[2], DAYS[5], "not-shown", DAYS[1]),
        annotations=(
            ("N1-100-90-004/1/a", "N1-100-90-003/1", None),
            ("N1-100-90-004/1", "N1-100-90-005/1", DAYS[5]),
            ("N1-100-90-005/1/a", "N1-100-90-004/1", DAYS[5]),
        ),
        citations=(("N1-100-90-004/1/a", "N1-100-90-005/1/a"),),
        stamped=(4,),
        day=date(1991, 9, 1),
        sweeping=(4,),
        exempt=("N1-100-90-005/1",),
    )
    told = tuple(each for document in documents(history) for each in statements(document))
    item = "N1-100-90-005/1/a"
    found = explain(Statements(told), item, item, history.day, {})
    check(told, found)
    assert {"stamp", "superseded-by"} <= {
        each.predicate for reason in found.evidence for each in reason.statements
    }


def test_the_approval_carries_an_active_verdict() -> None:
    found = explain(Statements(shown(OLD, "1")), "", f"{OLD}/1", None, {})
    assert ({"approved"}, "indeterminate") in reasons(found)
    assert [each.name for each in found.rules] == ["approval-date", "unseen", "active"]


def test_what_only_describes_the_records_is_no_evidence_of_a_verdict() -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "title", "Charts"), said(f"{OLD}/1", "strike", "full")]
    found = explain(Statements(told), "", f"{OLD}/1", None, {})
    assert reasons(found) == [({"strike"}, "active")]


def test_every_rule_that_is_used_is_told_with_its_source() -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "action-taken", "withdrawn")]
    found = explain(Statements(told), "", f"{OLD}/1", None, {})
    assert [(each.name, each.source) for each in found.rules] == [
        ("column-10", "36 CFR 1226.14(a); SF-115, column 10"),
        ("never-approved", book()["never-approved"].source),
    ]


def test_every_kind_of_statement_on_which_a_verdict_can_rest_is_read_by_a_rule_of_the_book() -> None:
    """`explain` and docs/rules.md name the same rules: there is no second list."""
    source = (ROOT / "graph" / "statements.py").read_text(encoding="utf-8")
    for predicate in (
        *RELATIONS,
        *STRUCTURE,
        "event",
        "stamp",
        "strike",
        "annotation",
        "action-taken",
        "reach",
    ):
        read = rule_that_reads(said(f"{OLD}/1", predicate, "1990-03-01"))
        assert read in book()
        assert predicate in source or predicate in RELATIONS
    assert rule_that_reads(said(OLD, "stamp", "INACTIVE - ALL ITEMS SUPERSEDED")) == "stamp"
    assert rule_that_reads(said(OLD, "stamp", "WITHDRAWN")) == "approval-stamp"
    assert rule_that_reads(said(OLD, "event", "Return Without Action")) == "returned"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_judging_only_what_changed_gives_what_judging_everything_gives(history: History) -> None:
    """The short cut and the long way agree whatever statement is taken away."""
    all_said = [each for document in documents(history) for each in statements(document)]
    case = Statements(all_said)
    for item in ITEMS[:6]:
        trial = Counterfactual(case, lambda bench, item=item: bench.judge(item).verdict, history.day)
        for each in all_said:
            fresh = Bench(case_of(all_said, [each]), history.day).judge(item).verdict
            assert trial.without([each]) == fresh
            assert TracedBench(Without(case, [each]), history.day).judge(item).verdict == fresh
