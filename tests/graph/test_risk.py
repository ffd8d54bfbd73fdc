"""Which items hang on a dead authority, and which schedules are due for review."""

from datetime import date

import pytest

from schedgraph.graph.casefile import Statements
from schedgraph.graph.risk import at_risk, review_due
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence
from tests.graph.test_verdict_claims import NEW, OLD, said, shown

LIVE = "N1-095-10-001"
DEAD = [*shown(OLD, "1"), said(f"{OLD}/1", "annotation", "Obsolete")]


def risks(*told: list[Statement] | Statement) -> list[tuple[str, str, str]]:
    flat = [each for part in told for each in (part if isinstance(part, list) else [part])]
    case = Statements(flat)
    return [(each.id, each.kind, each.dead) for each in at_risk(case, case.identifiers)]


def placed(subject: str, predicate: str, value: str, start: int, end: int) -> Statement:
    place = Evidence(page=1, quote="x" * (end - start), start=start, end=end)
    return Statement(subject=subject, predicate=predicate, object=value, document="d", evidence=place)


def fact(old: str, new: str, **more: object) -> Statement:
    place = Evidence(page=1, quote=f"{old} {new}", start=0, end=9, method="crosswalk")
    return Statement(
        subject=old,
        predicate="superseded-by",
        object=new,
        document="fact:t",
        evidence=place,
        source="fact",
        **more,  # type: ignore[arg-type]
    )


def test_an_active_item_that_cites_a_dead_one_is_at_risk() -> None:
    told = [*shown(LIVE, "1"), said(f"{LIVE}/1", "cites", f"{OLD}/1")]
    assert risks(told, DEAD) == [(f"{LIVE}/1", "cites", f"{OLD}/1")]


def test_what_a_schedule_cites_holds_for_its_items() -> None:
    told = [*shown(LIVE, "1", "2"), said(LIVE, "cites", f"{OLD}/1")]
    assert [each for each, _, _ in risks(told, DEAD)] == [f"{LIVE}/1", f"{LIVE}/2"]


def test_an_instruction_that_points_to_a_dead_item_depends_on_it() -> None:
    """ "Dispose of as in item 1 of …": what to do with the records is written in the dead one."""
    told = [
        *shown(LIVE, "1"),
        placed(f"{LIVE}/1", "disposition-instruction", "See there.", 10, 60),
        placed(f"{LIVE}/1", "cites", f"{OLD}/1", 20, 30),
    ]
    assert risks(told, DEAD) == [(f"{LIVE}/1", "depends-on", f"{OLD}/1")]


def test_an_entry_of_a_crosswalk_that_is_dead_for_one_is_a_risk_for_the_other() -> None:
    """Two items of one crosswalk entry: the one was replaced, for the other that was only proposed."""
    told = [
        *shown(LIVE, "1"),
        *shown(OLD, "1"),
        fact(f"{OLD}/1", "GRS 5.2/020"),
        fact(f"{LIVE}/1", "GRS 5.2/020", proposed=True),
    ]
    assert risks(told) == [(f"{LIVE}/1", "shares-a-crosswalk-row", f"{OLD}/1")]


def test_a_living_successor_of_a_dead_item_is_not_at_risk() -> None:
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{NEW}/1", "supersedes", f"{OLD}/1"),
    ]
    assert risks(told) == []


@pytest.mark.parametrize("standing", ["withdrawn", "Superseded"])
def test_an_item_that_is_dead_itself_is_no_item_at_risk(standing: str) -> None:
    told = [
        *shown(LIVE, "1"),
        said(f"{LIVE}/1", "cites", f"{OLD}/1"),
        said(f"{LIVE}/1", "action-taken", standing),
    ]
    assert risks(told, DEAD) == []


def due(day: date, *told: Statement) -> list[tuple[str, str | None, date | None]]:
    case = Statements(told)
    return [(each.schedule, each.agency, each.approved) for each in review_due(case, case.identifiers, day)]


def test_a_schedule_is_due_on_its_tenth_birthday_and_not_before() -> None:
    """36 CFR 1225.22."""
    told = [*shown(NEW, "1", approved="2004-09-01"), said(NEW, "agency", "Bureau of Charts")]
    assert due(date(2014, 8, 31), *told) == []
    assert due(date(2014, 9, 1), *told) == [(NEW, "Bureau of Charts", date(2004, 9, 1))]


def test_a_schedule_that_is_dead_as_a_whole_needs_no_review() -> None:
    assert due(date(2026, 1, 1), *DEAD) == []


def test_a_schedule_without_a_shown_approval_is_due_by_its_number_and_says_so() -> None:
    told = shown(NEW, "1", approved=None)
    (found,) = review_due(Statements(told), Statements(told).identifiers, date(2026, 1, 1))
    assert (found.approved, found.earliest) == (None, date(2003, 10, 1))


def test_the_record_group_names_the_agency_where_no_document_does() -> None:
    told = shown("N1-567-04-001", "1", approved="2004-09-01")
    ((_, agency, _),) = due(date(2026, 1, 1), *told)
    assert agency is not None
    assert "567" in agency or "Immigration" in agency


def test_a_leap_day_has_a_tenth_birthday_too() -> None:
    told = shown(NEW, "1", approved="2004-02-29")
    assert due(date(2014, 2, 28), *told) == []
    assert due(date(2024, 2, 29), *told) != []
