"""Which answers changed between two states, and because of which evidence."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from schedgraph.graph.casefile import Statements
from schedgraph.graph.changes import Change, State, changes
from schedgraph.graph.statements import Statement, statements
from tests.graph.histories import History, documents, histories
from tests.graph.test_verdict_claims import NEW, OLD, said, shown

CITES = said(f"{NEW}/1", "supersedes", f"{OLD}/1")


def state(*told: Statement, day: date | None = None) -> State:
    case = Statements(told)
    return State(name="x", case=case, known=frozenset(case.identifiers), day=day)


def of(found: tuple[Change, ...], identifier: str) -> Change:
    return next(each for each in found if each.id == identifier)


def test_a_new_schedule_supersedes_an_old_item_because_of_its_citation_and_approval() -> None:
    old, new = shown(OLD, "1"), shown(NEW, "1", approved="2004-09-01")
    change = of(changes(state(*old), state(*old, *new, CITES)), f"{OLD}/1")
    assert (change.kind, change.before, change.after) == ("verdict", "active", "superseded")
    assert [end[0] for end in change.ends_after] == [f"{NEW}/1"]
    assert "supersedes" in {each.predicate for each in change.because}
    assert change.no_longer == ()


def test_an_item_that_was_not_known_before_is_new() -> None:
    change = of(changes(state(), state(*shown(OLD, "1"))), f"{OLD}/1")
    assert (change.kind, change.before, change.after) == ("new", None, "active")


def test_evidence_that_is_gone_is_told_as_no_longer_said() -> None:
    old = [*shown(OLD, "1"), said(f"{OLD}/1", "annotation", "Obsolete")]
    change = of(changes(state(*old), state(*old[:-1])), f"{OLD}/1")
    assert (change.before, change.after, change.because) == ("inactive", "active", ())
    assert [each.predicate for each in change.no_longer] == ["annotation"]


def test_the_same_store_twice_has_no_changes() -> None:
    told = [*shown(OLD, "1"), *shown(NEW, "1"), CITES]
    assert changes(state(*told), state(*reversed(told))) == ()


def test_what_only_describes_the_records_changes_no_answer() -> None:
    old = shown(OLD, "1")
    assert changes(state(*old), state(*old, said(f"{OLD}/1", "description", "Charts"))) == ()


def test_between_two_days_of_one_store_the_approval_in_between_did_it() -> None:
    told = [*shown(OLD, "1"), *shown(NEW, "1", approved="2004-09-01"), CITES]
    case = Statements(told)
    known = frozenset(case.identifiers)
    before = State(name="a", case=case, known=known, day=date(2004, 8, 31))
    after = State(name="b", case=case, known=known, day=date(2004, 9, 1))
    found = changes(before, after)
    change = of(found, f"{OLD}/1")
    assert (change.before, change.after) == ("active", "superseded")
    assert {each.predicate for each in change.because} == {"supersedes", "approved"}
    assert change.dated == date(2004, 9, 1)
    assert of(found, f"{NEW}/1").before == "proposed"


def test_a_change_keeps_its_key_as_long_as_it_is_the_same_change() -> None:
    old, new = shown(OLD, "1"), [*shown(OLD, "1"), said(f"{OLD}/1", "annotation", "Obsolete")]
    first = of(changes(state(*old), state(*new)), f"{OLD}/1")
    again = of(
        changes(state(*old), state(*reversed(new), said("N1-001-01-001", "form", "SF-115"))), f"{OLD}/1"
    )
    other = of(changes(state(*new), state(*old)), f"{OLD}/1")
    assert first.key == again.key != other.key


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_every_changed_verdict_is_laid_to_what_the_new_document_says(history: History) -> None:
    """Each document of a random history is taken as the new one in turn."""
    found = [statements(each) for each in documents(history)]
    for arriving, part in enumerate(found):
        before = [each for number, other in enumerate(found) if number != arriving for each in other]
        for change in changes(state(*before), state(*before, *part)):
            if change.kind == "verdict":
                assert change.because
                assert {each.document for each in change.because} == {part[0].document}
