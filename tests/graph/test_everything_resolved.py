"""Everything resolved at once, by what is alike, gives what the rules give for each authority by itself."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from bench.scale.filling import fill
from bench.scale.plan import Size
from schedgraph.graph.casefile import Statements, named, told
from schedgraph.graph.correction import Correction
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.resolving import resolve
from schedgraph.graph.resolving.bare import Bare
from schedgraph.graph.resolving.circles import from_the_ends
from schedgraph.graph.resolving.resolving import Resolving
from schedgraph.graph.rules import book, heard
from schedgraph.graph.rules.book import LAW, deciding
from schedgraph.graph.rules.heard import UnheardError
from schedgraph.graph.statements import Statement, statements
from schedgraph.graph.succession import successions
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import walk
from schedgraph.parser.read import read_document
from tests.graph.histories import History, documents, histories
from tests.graph.sayings import ledger_of, much_alike, sayings
from tests.graph.telling import NEW, OLD, flat, said, shown

Answers = dict[str, tuple[str, tuple[tuple[str, str], ...]]]


def one_by_one(case: object, identifiers: tuple[str, ...], law: book.Law = LAW) -> Answers:
    """What the full rules give, each authority walked for itself."""
    bench = Bench(case, None, law)  # type: ignore[arg-type]
    walks = {each: walk(bench, each) for each in identifiers}
    return {
        each: (way.judgement.verdict, tuple((end.id, end.scope) for end in way.ends))
        for each, way in walks.items()
    }


def at_once(found: list[Statement]) -> Answers:
    with ledger_of(found) as ledger:
        return {each: tuple(answer) for each, answer in resolve(ledger).items()}  # type: ignore[misc]


def assert_same(found: list[Statement]) -> None:
    case = Statements(found)
    assert at_once(found) == one_by_one(case, case.identifiers)


@pytest.mark.parametrize("first", range(0, 80, 20))
@pytest.mark.parametrize("straight", [0.0, 1.0])
def test_statements_thrown_together_are_resolved_as_the_rules_judge_each(first: int, straight: float) -> None:
    """Denials, identities, memberships, elections, misprints, several readings and sweeping schedules among them."""
    for seed in range(first, first + 20):
        assert_same(sayings(seed, straight=straight))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(24))
def test_schedules_that_are_much_alike_are_told_apart_by_all_that_counts(seed: int) -> None:
    """Eight times the same statements about other schedules, with four of them changed: what is alike shares a judgement."""
    assert_same(much_alike(seed, schedules=7, odd=0.05, straight=1.0))


@settings(max_examples=150)
@given(histories())
def test_a_history_is_resolved_as_the_rules_judge_it(history: History) -> None:
    found = [each for document in documents(history) for each in statements(document)]
    assert_same(found)


def test_a_store_of_documents_facts_and_corrections_is_resolved_as_the_rules_judge_it(
    tmp_path: Path, seeds: dict[str, Path]
) -> None:
    """The bundled documents among made-up ones of five generations, and a reading that a person corrected."""
    for _ in fill(tmp_path, Size(seed=5, schedules=40)):
        pass
    with Ledger.create(tmp_path) as ledger:
        for path in seeds.values():
            ledger.add(read_document(path))
        assert_ledger_same(ledger)
        before = resolve(ledger)["N1-567-09-006/1/a"]
        ledger.correct(
            [
                Correction(
                    kind="reading",
                    about="N1-567-09-006/1/a",
                    author="Records office",
                    day=date(2026, 1, 2),
                    instead_of="PAA - 0563 - 2013 - 0001 - 0006",
                    value="DAA-0563-2013-0001-0007",
                )
            ]
        )
        assert_ledger_same(ledger)
        after = resolve(ledger)["N1-567-09-006/1/a"]
    assert (before.ends, after.ends) == (
        (("DAA-0563-2013-0001-0006", "certain"),),
        (("DAA-0563-2013-0001-0007", "certain"),),
    )


def assert_ledger_same(ledger: Ledger) -> None:
    identifiers = ledger.identifiers()
    assert {each: tuple(found) for each, found in resolve(ledger).items()} == one_by_one(ledger, identifiers)


def test_authorities_that_are_alike_are_judged_once(tmp_path: Path) -> None:
    """A thousand items of fifty schedules: most of them share the judgement of another one."""
    for _ in fill(tmp_path, Size(seed=3, schedules=50)):
        pass
    with Ledger.open(tmp_path) as ledger, ledger.snapshot():
        resolving = Resolving(Bare(ledger.connection))
        found = resolving.all()
    assert len(resolving.kinds) + resolving.alone < len(found) / 2


@pytest.fixture
def rule_replaced(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Puts another function in the place of that of a rule."""

    def replaced(name: str, function: object) -> None:
        monkeypatch.setitem(book._FUNCTIONS, name, function)
        book._in_force.cache_clear()

    yield replaced
    monkeypatch.undo()
    book._in_force.cache_clear()


def schedules_alike() -> list[Statement]:
    """Two items of two schedules that are alike in all that any rule reads, and differ in title."""
    told = [*shown(OLD, "1"), *shown(NEW, "1", approved="2004-09-01")]
    return [*flat(*told), said(f"{OLD}/1", "title", "Obsolete forms")]


@pytest.mark.parametrize(
    "asks",
    [
        lambda trial: told(trial.case, trial.identifier, "title"),
        lambda trial: named(trial.case, trial.identifier, "cites"),
        lambda trial: trial.case.about(trial.identifier),
        lambda trial: trial.case.naming(trial.identifier),
    ],
)
def test_a_rule_that_reads_what_no_rule_says_it_reads_is_found_out(rule_replaced, asks) -> None:
    """It would decide on nothing; so it is no answer but an error."""
    plain = book.function_of("active")

    def active(trial):
        return "inactive" if asks(trial) else plain(trial)

    rule_replaced("active", active)
    with pytest.raises(UnheardError):
        at_once(schedules_alike())


def beyond_the_likeness(trial) -> bool:
    """Whether anything else in the corpus shows an item or was replaced: what no likeness holds."""
    case = trial.case
    return bool(
        told(case, f"{OLD}/2", "item-of")
        or told(case, f"{OLD}/2", "superseded-by")
        or successions(case, f"{OLD}/3", trial.law).found
    )


def test_a_rule_that_looks_beyond_what_is_alike_is_still_right(rule_replaced) -> None:
    """What one authority is judged by, another one of its kind need not share: then each is judged for itself."""
    plain = book.function_of("active")

    def active(trial):
        return "inactive" if beyond_the_likeness(trial) != trial.identifier.startswith(OLD) else plain(trial)

    found = [*schedules_alike(), *shown(OLD, "2")]
    rule_replaced("active", active)
    assert_same(flat(*found))


def test_a_rule_that_reads_the_place_of_words_is_still_right(rule_replaced) -> None:
    """Where on a page a claim stands is no part of what is alike."""
    plain = book.function_of("superseded")

    def superseded(trial):
        claims = [
            each for way in trial.settled for each in way.statements if each.predicate.startswith("supersed")
        ]
        late = any(each.evidence.start % 2 for each in claims)
        return "inactive" if late else plain(trial)

    rule_replaced("superseded", superseded)
    for seed in range(3):
        assert_same(much_alike(seed, schedules=5, odd=0.0, straight=1.0))


def test_rules_that_are_said_to_decide_nothing_decide_nothing() -> None:
    """Remarks, and conflicts between the departments or dispositions of two sides, stand beside an answer only."""
    off = deciding().off
    assert {"other-department", "temporary-over-permanent", "cites-withdrawn"} <= off
    for seed in range(60):
        case = Statements(sayings(seed))
        assert one_by_one(case, case.identifiers, deciding()) == one_by_one(case, case.identifiers)


def test_what_the_rules_hear_follows_from_what_they_say_they_read() -> None:
    assert {"superseded-by", "supersedes", "item-of", "item-status", "reach"} <= heard.heard()
    assert not heard.heard() & {
        "title",
        "description",
        "final-disposition",
        "department",
        "certified",
        "cites",
    }
    assert "same-as" in heard.seldom()
    assert "item-status" in heard.weighed()


def test_schedules_come_after_those_that_replace_them() -> None:
    onward = {"a": ("b",), "b": ("c", "d"), "c": ("b",), "d": (), "e": ("e",), "f": ("a",)}
    parts = [(sorted(part.nodes), part.is_circle) for part in from_the_ends(onward)]
    assert parts == [(["d"], False), (["b", "c"], True), (["a"], False), (["e"], True), (["f"], False)]


def test_a_long_chain_of_schedules_needs_no_deep_recursion() -> None:
    """Three thousand schedules, each replacing the one before."""
    names = [
        f"N1-100-90-{number:03}" if number < 1000 else f"N1-{100 + number // 1000}-90-{number % 1000:03}"
        for number in range(3000)
    ]
    found = [said(old, "superseded-by", new) for old, new in pairwise(names)]
    answers = at_once(found)
    assert [end for end, _ in answers[names[0]][1]] == [names[-1]]
