"""What the law adds to plain arrows: departments, elections, reach in time and over schedules, scope, knowledge."""

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from schedgraph.graph.answers import look_up_as_known
from schedgraph.graph.casefile import Statements
from schedgraph.graph.facts import fact_statements
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rules.reach import reaches
from schedgraph.graph.statements import Statement, statements
from schedgraph.graph.store import Store, UnknownAuthority
from schedgraph.parser.document import Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.graph.telling import NEW, OLD, SINCE, ask, certain, codes, flat, possible, said, shown

ITEM, LATER = f"{OLD}/1", f"{NEW}/1"
OLDER = shown(OLD, "1")
STAMP = said(OLD, "stamp", "INACTIVE - ALL ITEMS SUPERSEDED")

# ---------------------------------------------------------------- departments over time, 36 CFR 1226.14(c)

INS, DHS, FAA = "N1-085-96-001", "N1-563-08-012", "N1-237-09-023"


def crossing(old: str, new: str, day: str, **more: object) -> set[str]:
    told = [*shown(old, "1"), said(f"{old}/1", "superseded-by", f"{new}/1", dated=date.fromisoformat(day))]
    return codes(ask(f"{old}/1", told, facts=True, **more))  # type: ignore[arg-type]


def test_an_authority_of_another_department_is_a_conflict() -> None:
    """Transportation does not schedule records of Agriculture."""
    assert "other-department" in crossing(OLD, FAA, "2010-01-01")


def test_a_function_that_moved_takes_its_records_along() -> None:
    """The Immigration and Naturalization Service was of Justice; since 2003-03-01 its functions are of Homeland Security."""
    assert "other-department" not in crossing(INS, DHS, "2008-06-01")
    assert "other-department" in crossing(INS, "N1-170-99-001", "2008-06-01")
    assert "other-department" not in crossing(INS, "N1-170-99-001", "1999-06-01")


def test_a_record_group_of_which_no_department_is_known_gives_no_conflict() -> None:
    """What is not known is not held against anybody."""
    assert "other-department" not in crossing("N1-100-90-001", DHS, "2008-06-01")


def test_record_groups_of_one_department_may_supersede_each_other() -> None:
    """N1-567-09-6 was superseded by schedules of group 563; both are of Homeland Security."""
    assert "other-department" not in crossing("N1-567-09-006", "DAA-0563-2013-0001", "2013-08-28")


def test_the_conflict_quotes_the_rows_that_give_the_departments() -> None:
    told = [*OLDER, said(ITEM, "superseded-by", f"{FAA}/1", dated=date(2010, 1, 1))]
    conflict = next(each for each in ask(ITEM, told, facts=True).conflicts if each.code == "other-department")
    rows = [each for each in conflict.statements if each.predicate == "department"]
    assert {each.object for each in rows} == {"Department of Agriculture", "Department of Transportation"}
    assert all(each.evidence.quote and each.printed for each in rows)


# ---------------------------------------------------------------- elections, 36 CFR 1227.12(a)(3)

MAIL = said("GRS 6.1/010", "supersedes", ITEM)
GRS = [*shown("GRS 6.1", "010", approved="2015-09-16"), MAIL]


def test_an_unknown_election_gives_two_answers_with_the_condition_named() -> None:
    """GRS 6.1 replaces an agency's item only if the agency took it."""
    answer = ask(ITEM, OLDER, GRS, facts=True)
    assert (answer.verdict, certain(answer)) == ("indeterminate", [])
    assert {each.id: each.condition for each in answer.current} == {
        "GRS 6.1/010": "if the agency uses GRS 6.1/010",
        ITEM: "unless the agency uses GRS 6.1/010",
    }


@pytest.mark.parametrize(
    ("election", "verdict", "ends"),
    [
        (said(ITEM, "takes", "GRS 6.1/010", source="correction"), "superseded", ["GRS 6.1/010"]),
        (said(OLD, "takes", "GRS 6.1", source="correction"), "superseded", ["GRS 6.1/010"]),
        (said(OLD, "declines", "GRS 6.1", source="correction"), "active", [ITEM]),
    ],
)
def test_a_known_election_settles_the_answer(election: Statement, verdict: str, ends: list[str]) -> None:
    answer = ask(ITEM, OLDER, GRS, election, facts=True)
    assert (answer.verdict, certain(answer)) == (verdict, ends)


def capstone(group: str, approved: date | None) -> list[Statement]:
    """What a form NA-1005 of the record group says."""
    here = Evidence(page=1, quote="words", start=0, end=5)
    number = Reading(value=f"GRS 6.1-{group}-2018-0001", evidence=here)
    day = Reading(value=approved, evidence=here) if approved else None
    form = ScheduleDocument(
        source=Source(name="form.pdf", sha256="7" * 64, media_type="application/pdf", pages=1),
        form="NA-1005",
        schedule=Schedule(id=number, approved=day),
    )
    return list(statements(form))


def test_an_approved_form_na_1005_of_the_record_group_shows_that_the_agency_took_it() -> None:
    approved = date(2018, 3, 1)
    answer = ask(ITEM, OLDER, GRS, capstone("0095", approved), facts=True)
    assert (answer.verdict, "grs-taken" in codes(answer)) == ("superseded", True)
    assert ask(ITEM, OLDER, GRS, capstone("0095", None), facts=True).verdict == "indeterminate"
    assert ask(ITEM, OLDER, GRS, capstone("0142", approved), facts=True).verdict == "indeterminate"


def test_an_annotation_on_the_agencys_own_schedule_shows_the_election() -> None:
    """NARA writes the successor on the schedule when the agency follows it."""
    noted = said(ITEM, "superseded-by", "GRS 6.1/010", dated=date(2016, 6, 6))
    assert ask(ITEM, OLDER, noted, facts=True).verdict == "superseded"


def test_a_required_general_schedule_needs_no_election() -> None:
    told = [*shown("GRS 5.2", "020", approved="2017-07-20"), said("GRS 5.2/020", "supersedes", ITEM)]
    assert ask(ITEM, OLDER, told, facts=True).verdict == "superseded"


# ---------------------------------------------------------------- reach of words

WORDS = tomllib.loads(files("schedgraph.graph.rules").joinpath("reach.toml").read_text(encoding="utf-8"))[
    "words"
]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["example"])
def test_words_of_reach_are_read_and_words_that_deny_them_are_not(row: dict[str, str]) -> None:
    """Each pattern matches its example and not its counter-example."""
    assert row["reach"] in reaches(row["example"])
    assert row["reach"] not in reaches(row["denied"])


def test_a_successor_that_leaves_older_records_alone_leaves_the_old_item_in_force_for_them() -> None:
    """36 CFR 1226.14(d): retroactive unless otherwise specified."""
    told = [
        *OLDER,
        *shown(NEW, "1", approved="2004-09-01"),
        said(LATER, "supersedes", ITEM),
        said(LATER, "reach", "not-retroactive"),
    ]
    answer = ask(ITEM, told)
    assert (answer.verdict, certain(answer)) == ("partially-superseded", [LATER, ITEM])
    assert ask(ITEM, told, day=date(2004, 1, 1)).verdict == "active"


def test_without_retroactivity_every_superseded_item_still_governs_older_records() -> None:
    told = [*OLDER, *shown(NEW, "1", approved="2004-09-01"), said(LATER, "supersedes", ITEM)]
    assert ask(ITEM, told).verdict == "superseded"
    answer = ask(ITEM, told, without=("retroactivity",))
    assert (answer.verdict, certain(answer)) == ("partially-superseded", [LATER, ITEM])
    assert answer.without == ("retroactivity",)


ALL = said("RG 095", "all-superseded-by", NEW)


def test_a_schedule_that_replaces_all_earlier_ones_makes_each_of_them_possible_not_certain() -> None:
    """Which records it covers is not said: the earlier item stays a possible answer."""
    told = [*OLDER, *shown(NEW, "1", approved="2004-09-01"), ALL]
    answer = ask(ITEM, told)
    assert (answer.verdict, certain(answer), possible(answer)) == ("indeterminate", [], [NEW, ITEM])
    assert {each.condition for each in answer.current} == {
        f"if {NEW} covers the same records",
        f"unless {NEW} covers the same records",
    }
    assert ask(ITEM, told, day=date(2004, 1, 1)).verdict == "active"


def test_it_replaces_no_later_schedule_and_none_of_another_record_group() -> None:
    told = [*shown(NEW, "1", approved="2004-09-01"), ALL]
    assert (
        ask("N1-095-05-001/1", told, shown("N1-095-05-001", "1", approved="2005-01-01")).verdict == "active"
    )
    assert ask("N1-237-89-001/1", told, shown("N1-237-89-001", "1")).verdict == "active"


def test_an_item_with_a_successor_of_its_own_needs_no_such_words() -> None:
    told = [*OLDER, *shown(NEW, "1", approved="2004-09-01"), ALL, said(LATER, "supersedes", ITEM)]
    assert (ask(ITEM, told).verdict, certain(ask(ITEM, told))) == ("superseded", [LATER])


ERA = """Records Schedule: DAA-0095-2014-0003

Request for Records Disposition Authority
Records Schedule Number DAA-0095-2014-0003
Schedule Status Approved
Agency or Establishment Forest Service
Record Group / Scheduling Group Records of the Forest Service
Records Schedule applies to Agency-wide
Background Information This schedule supersedes all previously approved schedules of the agency.
Item Count
Records Schedule Items
1 Timber files
Disposition Authority Number DAA-0095-2014-0003-0001
Reports of timber sales.
Final Disposition Temporary
Item Status Active
Disposition Instruction
Retention Period Destroy 3 year(s) after cutoff.
Agency Certification
Signatory Information
Date Action By Title Organization
01/05/2014 Certify
03/01/2014 Approve David Ferriero Archivist of the United States Office of the Archivist
"""


def test_the_words_are_read_in_the_background_of_a_schedule() -> None:
    read = statements(read_text(decode(ERA.encode(), "era.txt")))
    assert ("RG 095", "all-superseded-by", "DAA-0095-2014-0003") in {
        (each.subject, each.predicate, each.object) for each in read
    }
    assert ask(ITEM, OLDER, list(read)).verdict == "indeterminate"


# ---------------------------------------------------------------- the scope of an annotation

GROUP = [*shown(OLD, "1", "1/a", "1/b"), STAMP]
PAIR = [
    said(
        f"{OLD}/1/b",
        "superseded-by",
        f"{NEW}/{n}",
        dated=SINCE,
    )
    for n in (5, 6)
]


def readings(item: str, *told: list[Statement], **more: object) -> dict[str, dict[str, float]]:
    return {link.to: dict(link.readings) for link in ask(item, *told, **more).chain}  # type: ignore[arg-type]


def test_two_successors_after_two_items_may_be_meant_for_the_item_the_group_or_pairwise() -> None:
    """ "0005 + 0006" after C(2): C(1) may have got both, the first, or none of them."""
    first = readings(f"{OLD}/1/a", GROUP, PAIR)
    assert first == {f"{NEW}/5": {"group": 0.3, "pairwise": 0.2}, f"{NEW}/6": {"group": 0.3}}
    assert possible(ask(f"{OLD}/1/a", GROUP, PAIR)) == [f"{NEW}/5", f"{NEW}/6"]
    assert certain(ask(f"{OLD}/1/a", GROUP, PAIR)) == []


def test_the_item_on_which_it_is_written_keeps_both_and_is_told_that_they_may_be_pairs() -> None:
    second = readings(f"{OLD}/1/b", GROUP, PAIR)
    assert second[f"{NEW}/6"] == {"item": 0.5, "group": 0.3, "pairwise": 0.2}
    assert second[f"{NEW}/5"] == {"item": 0.5, "group": 0.3}
    assert "pairwise-annotation" in codes(ask(f"{OLD}/1/b", GROUP, PAIR))


def test_an_item_before_one_that_was_withdrawn_is_none_of_the_pair() -> None:
    """The note after 1/d may be meant for 1/c and 1/d one each, and for the group; 1/a stands apart from the pair."""
    group = [
        *shown(OLD, "1", "1/a", "1/b", "1/c", "1/d"),
        STAMP,
        said(f"{OLD}/1/b", "action-taken", "withdrawn"),
    ]
    pair = [said(f"{OLD}/1/d", "superseded-by", f"{NEW}/{n}", dated=SINCE) for n in (5, 6)]
    assert readings(f"{OLD}/1/a", group, pair) == {f"{NEW}/5": {"group": 0.3}, f"{NEW}/6": {"group": 0.3}}
    assert readings(f"{OLD}/1/c", group, pair) == {
        f"{NEW}/5": {"group": 0.3, "pairwise": 0.2},
        f"{NEW}/6": {"group": 0.3},
    }


def test_one_successor_after_two_items_cannot_be_pairs() -> None:
    assert readings(f"{OLD}/1/a", GROUP, PAIR[:1]) == {f"{NEW}/5": {"group": 0.375}}
    assert "pairwise-annotation" not in codes(ask(f"{OLD}/1/b", GROUP, PAIR[:1]))


def test_two_successors_of_a_group_of_two_items_are_certain_for_the_group_and_in_place_for_each_item() -> (
    None
):
    """All of them for each item, or one each: what holds in both readings is certain."""
    told = [
        *shown(OLD, "1", "1/a", "1/b"),
        *(said(f"{OLD}/1", "superseded-by", f"{NEW}/{n}", dated=SINCE) for n in (5, 6)),
    ]
    assert certain(ask(f"{OLD}/1", told)) == [f"{NEW}/5", f"{NEW}/6"]
    for path, mine, other in (("a", 5, 6), ("b", 6, 5)):
        answer = ask(f"{OLD}/1/{path}", told)
        assert (answer.verdict, certain(answer), possible(answer)) == (
            "superseded",
            [f"{NEW}/{mine}"],
            [f"{NEW}/{other}"],
        )
    three = [*told, said(f"{OLD}/1/c", "item-of", OLD)]
    assert certain(ask(f"{OLD}/1/a", three)) == [f"{NEW}/5", f"{NEW}/6"]


def test_the_scope_is_in_doubt_on_a_day_too() -> None:
    """After the date of the annotation, not before it."""
    after, before = date(2005, 1, 1), date(2000, 1, 1)
    assert set(readings(f"{OLD}/1/a", GROUP, PAIR, day=after)) == {f"{NEW}/5", f"{NEW}/6"}
    assert readings(f"{OLD}/1/a", GROUP, PAIR, day=before) == {}


# ---------------------------------------------------------------- corrections of crosswalks


def test_an_entry_that_a_memo_corrected_does_not_supersede_the_number_printed_by_mistake() -> None:
    """AC 03.2018: in the entry of GRS 2.2, item 072, NC1-64-77-1 stood where NC1-64-77-10 is right."""
    old = "NC1-064-77-001/9"
    told = [*shown("NC1-064-77-001", "9", approved="1977-06-01"), said(old, "superseded-by", "GRS 2.2/072")]
    answer = ask(old, told, facts=True)
    assert answer.verdict == "active"
    conflict = next(each for each in answer.conflicts if each.code == "crosswalk-corrected")
    assert "NC1-064-77-010" in conflict.message and "2017-10-04" in conflict.message
    elsewhere = said(old, "superseded-by", "GRS 2.5/020", dated=date(2017, 7, 20))
    assert ask(old, told[:-1], elsewhere, facts=True).verdict == "superseded"


# ---------------------------------------------------------------- what was known on a day


def known(identifier: str, day: str, *told: list[Statement] | Statement, facts: bool = False):
    case = Statements([*flat(*told), *(fact_statements() if facts else ())])
    return look_up_as_known(case, identifier, identifier, None, date.fromisoformat(day), {})


def test_a_supersession_is_not_known_before_a_source_states_it() -> None:
    """The memo of 2018-03-20 tells of a supersession of 2017-07-20."""
    asked = "GRS 4.3/040"
    told = shown("GRS 4.3", "040", approved="2014-09-16")
    assert known(asked, "2016-01-01", told, facts=True).verdict == "active"
    between = known(asked, "2017-12-01", told, facts=True)
    assert (between.verdict, certain(between)) == ("superseded", [])
    later = known(asked, "2018-04-01", told, facts=True)
    assert (later.verdict, certain(later)) == ("superseded", ["GRS 5.1/020"])


def test_a_print_tells_nothing_before_the_day_of_its_print() -> None:
    printed = date(2017, 6, 12)
    told = [
        said(NEW, "form", "ERA", known_by=printed, document="e"),
        said(NEW, "approved", "2004-09-01", known_by=printed, document="e"),
        said(LATER, "supersedes", ITEM, known_by=printed, document="e"),
    ]
    assert known(ITEM, "2017-06-11", OLDER, told).verdict == "active"
    assert known(ITEM, "2017-06-12", OLDER, told).verdict == "superseded"
    assert ask(ITEM, OLDER, told, day=date(2010, 1, 1)).verdict == "superseded"


def test_a_stamp_without_a_date_leaves_open_what_was_known() -> None:
    """It may have been put on before the day or after it: both answers are named."""
    answer = known(ITEM, "2000-01-01", OLDER, STAMP)
    assert answer.verdict == "indeterminate"
    conflict = next(each for each in answer.conflicts if each.code == "known-since-not-stated")
    assert "“inactive”" in conflict.message and "“active”" in conflict.message
    assert conflict.statements == (STAMP,)
    assert known(ITEM, date.today().isoformat(), OLDER, STAMP).verdict == "inactive"


def test_effect_and_knowledge_are_two_times() -> None:
    """In force on a day as known today, and as known then, may differ; approval is the third."""
    told = [
        *OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, known_by=date(2010, 5, 1), document="memo"),
    ]
    case = Statements(told)
    in_2005 = date(2005, 1, 1)
    assert ask(ITEM, told, day=in_2005).verdict == "superseded"
    then = look_up_as_known(case, ITEM, ITEM, in_2005, in_2005, {})
    assert (then.verdict, then.as_of, then.known_on) == ("active", in_2005, in_2005)
    link = ask(ITEM, told).chain[0]
    assert (link.since, link.known, link.approved) == (SINCE, date(2010, 5, 1), None)


def test_what_nobody_had_stated_is_not_known_and_it_is_said(demo_store: Path) -> None:
    with Store.open(demo_store) as store:
        with pytest.raises(UnknownAuthority, match="On 2005-01-01 the corpus knew nothing of DAA-0567"):
            store.lookup("DAA-0567-2017-0007-0001", known_on=date(2005, 1, 1))
        assert store.lookup("DAA-0567-2017-0007-0001", known_on=date(2018, 1, 1)).verdict == "active"
        then = store.lookup("N1-567-09-6/1A", known_on=date(2012, 1, 1))
        assert then.verdict != "superseded"


def test_corrections_of_facts_reach_a_store_that_exists(tmp_path: Path) -> None:
    """Departments, elections and misprints are statements of the ledger like all others."""
    with Ledger.create(tmp_path) as ledger:
        assert {each.predicate for each in ledger.about("RG 085")} == {"department"}
        assert not [each for each in ledger.identifiers() if each.startswith("RG ")]


# ---------------------------------------------------------------- the chain of signatures


def signed(*events: tuple[str, str]) -> set[str]:
    rows = [
        said(
            OLD,
            "event",
            action,
            dated=date.fromisoformat(day),
            evidence=Evidence(page=1, quote=f"{day} {action}", start=1000 + place, end=1001 + place),
        )
        for place, (action, day) in enumerate(events)
    ]
    return codes(ask(ITEM, shown(OLD, "1", approved="1990-03-01", form="ERA"), rows))


IN_ORDER = (
    ("Certify", "1990-01-01"),
    ("Submit for Concurrence", "1990-01-10"),
    ("Concur", "1990-02-01"),
    ("Approve", "1990-03-01"),
)
SIGNATURE_CODES = {"signatures-out-of-order", "signature-missing"}


def test_signatures_in_their_order_say_nothing() -> None:
    """A second concurrence, or a second certification after a return, is no fault."""
    assert not signed(*IN_ORDER) & SIGNATURE_CODES
    assert not signed(*IN_ORDER, ("Concur", "1990-02-15"), ("Certify", "1990-01-20")) & SIGNATURE_CODES


def test_a_signature_before_the_one_that_it_builds_on_is_a_conflict() -> None:
    wrong = (("Certify", "1990-02-20"), *IN_ORDER[1:])
    assert "signatures-out-of-order" in signed(*wrong)


@pytest.mark.parametrize("missing", range(3))
def test_an_approval_without_a_step_of_its_chain_has_a_caveat(missing: int) -> None:
    left = tuple(each for place, each in enumerate(IN_ORDER) if place != missing)
    assert "signature-missing" in signed(*left)


def test_a_table_that_shows_no_approval_misses_nothing() -> None:
    assert not signed(*IN_ORDER[:2]) & SIGNATURE_CODES


def test_what_the_corpus_does_not_show_may_be_superseded_in_part() -> None:
    """ "In part: tank vessels only; the rest remains in force", of an item that a crosswalk alone tells of."""
    told = [
        *shown(NEW, "1", approved="2004-09-01"),
        said(ITEM, "superseded-by", LATER, dated=SINCE, uncertain="part"),
    ]
    answer = ask(ITEM, told)
    assert (answer.verdict, certain(answer)) == ("partially-superseded", [ITEM])
    assert "superseded-in-part" in codes(answer)
