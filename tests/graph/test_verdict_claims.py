"""What a verdict is, claim by claim: each test states one sentence about records and shows it hold."""

from dataclasses import replace
from datetime import date

import pytest

from schedgraph.graph.statements import Statement
from tests.graph.telling import NEW, OLD, SINCE, ask, certain, codes, possible, said, shown

LAST = "DAA-0567-2016-0003"


def test_an_approved_item_that_nothing_supersedes_is_active_with_a_caveat_about_silence() -> None:
    answer = ask(f"{OLD}/1", shown(OLD, "1"))
    assert (answer.verdict, certain(answer)) == ("active", [f"{OLD}/1"])
    assert "silent-supersession" in codes(answer)


def test_column_9_of_an_approved_successor_supersedes_from_the_day_of_its_approval() -> None:
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{NEW}/1", "supersedes", f"{OLD}/1"),
    ]
    assert ask(f"{OLD}/1", told).verdict == "superseded"
    assert ask(f"{OLD}/1", told).chain[0].since == SINCE
    assert ask(f"{OLD}/1", told, day=date(2004, 8, 31)).verdict == "active"
    assert ask(f"{OLD}/1", told, day=SINCE).verdict == "superseded"


@pytest.mark.parametrize(
    ("standing", "code"),
    [
        (said(NEW, "schedule-status", "Returned Without Action"), "successor-never-approved"),
        (said(f"{NEW}/1", "action-taken", "withdrawn"), "successor-never-approved"),
        (said(f"{NEW}/1", "action-taken", "Disposition not approved"), "successor-never-approved"),
        (said(NEW, "schedule-status", "Submitted for Concurrence"), "proposed-succession"),
    ],
)
def test_a_schedule_that_was_never_approved_supersedes_nothing(standing: Statement, code: str) -> None:
    """36 CFR 1226.14(a)."""
    approved = None if standing.subject == NEW else "2004-09-01"
    told = [*shown(NEW, "1", approved=approved), said(f"{NEW}/1", "supersedes", f"{OLD}/1"), standing]
    answer = ask(f"{OLD}/1", shown(OLD, "1"), told)
    assert (answer.verdict, certain(answer)) == ("active", [f"{OLD}/1"])
    assert code in codes(answer)


def test_a_successor_whose_approval_is_not_shown_leaves_the_old_item_open() -> None:
    told = [*shown(NEW, "1", approved=None), said(f"{NEW}/1", "supersedes", f"{OLD}/1")]
    answer = ask(f"{OLD}/1", shown(OLD, "1"), told)
    assert (answer.verdict, certain(answer)) == ("indeterminate", [])
    assert "successor-approval-not-shown" in codes(answer)


def test_a_struck_disposition_alone_does_not_make_an_item_inactive() -> None:
    answer = ask(f"{OLD}/1", shown(OLD, "1"), said(f"{OLD}/1", "strike", "full"))
    assert answer.verdict == "indeterminate"
    assert "struck-without-reason" in codes(answer)


def test_a_few_struck_words_leave_an_item_active_with_a_caveat() -> None:
    answer = ask(f"{OLD}/1", shown(OLD, "1"), said(f"{OLD}/1", "strike", "partial"))
    assert answer.verdict == "active"
    assert "partly-struck" in codes(answer)


def test_a_stamp_that_names_no_successor_makes_an_item_inactive_and_says_what_is_missing() -> None:
    answer = ask(f"{OLD}/1", shown(OLD, "1"), said(OLD, "stamp", "INACTIVE - ALL ITEMS SUPERSEDED"))
    assert (answer.verdict, answer.current) == ("inactive", ())
    assert "stamp-without-successor" in codes(answer)


def test_an_annotation_outweighs_the_stamp() -> None:
    told = [
        said(OLD, "stamp", "INACTIVE - ALL ITEMS SUPERSEDED"),
        said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=SINCE),
    ]
    assert ask(f"{OLD}/1", shown(OLD, "1"), told).verdict == "superseded"
    assert ask(f"{OLD}/1", shown(OLD, "1"), told, day=date(2003, 1, 1)).verdict == "active"


def test_column_10_withdrawn_makes_an_item_and_its_parts_never_approved() -> None:
    told = [*shown(OLD, "1", "2", "2/a"), said(f"{OLD}/2", "action-taken", "WITHDRAWN")]
    assert [ask(f"{OLD}/{path}", told).verdict for path in ("1", "2", "2/a")] == [
        "active",
        "never-approved",
        "never-approved",
    ]


def test_a_blank_archivist_date_leaves_an_item_indeterminate() -> None:
    answer = ask(f"{OLD}/1", shown(OLD, "1", approved=None))
    assert answer.verdict == "indeterminate"
    assert "approval-not-shown" in codes(answer)


def test_a_supersession_holds_for_the_items_under_it_unless_they_have_their_own() -> None:
    told = [
        *shown(OLD, "1", "1/a", "1/b"),
        said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=SINCE),
        said(f"{OLD}/1/b", "superseded-by", f"{NEW}/2", dated=SINCE),
    ]
    assert certain(ask(f"{OLD}/1/a", told)) == [f"{NEW}/1"]
    assert certain(ask(f"{OLD}/1/b", told)) == [f"{NEW}/2"]
    assert "inherited" in codes(ask(f"{OLD}/1/a", told))


def test_a_temporary_item_that_replaces_a_whole_schedule_is_a_conflict_for_its_permanent_items() -> None:
    told = [
        *shown(OLD, "1", "2"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{NEW}/1", "supersedes", OLD),
        said(f"{NEW}/1", "final-disposition", "temporary"),
        said(f"{OLD}/1", "final-disposition", "temporary"),
        said(f"{OLD}/2", "final-disposition", "permanent"),
    ]
    assert "temporary-over-permanent" not in codes(ask(f"{OLD}/1", told))
    assert "temporary-over-permanent" in codes(ask(f"{OLD}/2", told))


def test_a_stamp_over_all_items_against_a_later_schedule_that_leaves_one_in_force_is_a_conflict() -> None:
    told = [*shown(OLD, "1", "2"), said(OLD, "stamp", "INACTIVE - ALL ITEMS SUPERSEDED")]
    denial = said(NEW, "does-not-supersede", f"{OLD}/2")
    assert "stamp-against-denial" in codes(ask(f"{OLD}/2", [*told, denial]))
    assert "stamp-against-denial" not in codes(ask(f"{OLD}/1", [*told, denial]))


def test_column_10_beside_an_item_outweighs_that_beside_its_group() -> None:
    """The group was not approved; NARA approved one of its items as amended."""
    told = [
        *shown(OLD, "4", "4/a", "4/b"),
        said(f"{OLD}/4", "action-taken", "Not approved"),
        said(f"{OLD}/4/b", "action-taken", "approved as amended"),
    ]
    assert [ask(f"{OLD}/4/{path}", told).verdict for path in "ab"] == ["never-approved", "active"]


@pytest.mark.parametrize(
    "words", ["Tabled", "REJECTED", "Disposal authority not granted", "Lined off 10/1/96", "Deleted"]
)
def test_column_10_refuses_in_many_words(words: str) -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "action-taken", words)]
    assert ask(f"{OLD}/1", told).verdict == "never-approved"


def test_records_no_longer_held_are_obsolete_and_were_not_refused() -> None:
    words = "OBSOLETE - RECORDS NO LONGER CREATED OR HELD. Reported by agency 05/01/2012."
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "annotation", words)]
    assert ask(f"{OLD}/1", told).verdict == "inactive"


def test_words_of_column_10_that_no_rule_knows_are_told() -> None:
    """An item is not active without a word where NARA wrote something beside it that is not understood."""
    told = [
        *shown(OLD, "1", "2"),
        said(f"{OLD}/1", "action-taken", "Recv'd 5/9"),
        said(f"{OLD}/2", "action-taken", "Approved"),
    ]
    assert "action-not-understood" in codes(ask(f"{OLD}/1", told))
    assert "action-not-understood" not in codes(ask(f"{OLD}/2", told))
    for words in ("Unapproved", "dtsapproved", "nctapproved"):
        told = [*shown(OLD, "1"), said(f"{OLD}/1", "action-taken", words)]
        assert "action-not-understood" in codes(ask(f"{OLD}/1", told))


def test_what_a_document_says_of_an_end_in_words_that_were_not_understood_is_told_and_changes_nothing() -> (
    None
):
    """Also of the items of a schedule of which it is said as a whole."""
    words = "Chicago replaced the cards years ago."
    told = [
        *shown(OLD, "1", "2"),
        replace(said(f"{OLD}/1", "annotation", words), uncertain="disputed"),
    ]
    answer = ask(f"{OLD}/1", told)
    assert answer.verdict == "active" and "action-not-understood" in codes(answer)
    assert "action-not-understood" not in codes(ask(f"{OLD}/2", told))
    told = [*shown(OLD, "1"), replace(said(OLD, "annotation", "obsolete, it seems"), uncertain="disputed")]
    answer = ask(f"{OLD}/1", told)
    assert answer.verdict == "active" and "action-not-understood" in codes(answer)


def test_what_may_have_ended_the_current_authority_is_told_with_what_it_replaced() -> None:
    """The answer for the older number rests on the newer one."""
    words = "It went away with the old stations."
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1"),
        said(f"{NEW}/1", "supersedes", f"{OLD}/1"),
        replace(said(f"{NEW}/1", "annotation", words), uncertain="disputed"),
    ]
    answer = ask(f"{OLD}/1", told)
    assert answer.verdict == "superseded" and "action-not-understood" in codes(answer)


def test_an_excepted_item_is_spared_by_the_supersession_of_what_holds_it() -> None:
    told = [
        *shown(OLD, "1", "1/a", "1/b"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{NEW}/1", "supersedes", f"{OLD}/1"),
        said(f"{NEW}/1", "does-not-supersede", f"{OLD}/1/b"),
    ]
    assert [ask(f"{OLD}/1/{path}", told).verdict for path in "ab"] == ["superseded", "active"]


def test_a_schedule_with_living_and_dead_items_is_partially_superseded() -> None:
    told = [*shown(OLD, "1", "2"), said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=SINCE)]
    answer = ask(OLD, told)
    assert (answer.verdict, certain(answer)) == ("partially-superseded", [f"{NEW}/1", f"{OLD}/2"])


def test_a_circle_is_indeterminate_and_says_so() -> None:
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=SINCE),
        said(f"{NEW}/1", "superseded-by", f"{OLD}/1", dated=date(2010, 1, 1)),
    ]
    for identifier in (f"{OLD}/1", f"{NEW}/1"):
        answer = ask(identifier, told)
        assert (answer.verdict, certain(answer)) == ("indeterminate", [])
        assert "cycle" in codes(answer)
    assert ask(f"{OLD}/1", told, day=date(2009, 1, 1)).verdict == "superseded"


def test_an_item_said_to_replace_itself_stays_active_with_a_conflict() -> None:
    answer = ask(f"{OLD}/1", shown(OLD, "1"), said(f"{OLD}/1", "superseded-by", f"{OLD}/1"))
    assert answer.verdict == "active"
    assert "self-reference" in codes(answer)


def test_an_older_schedule_does_not_replace_a_newer_one_in_silence() -> None:
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{OLD}/1", "supersedes", f"{NEW}/1"),
    ]
    answer = ask(f"{NEW}/1", told)
    assert (answer.verdict, certain(answer)) == ("indeterminate", [])
    assert "successor-older" in codes(answer)


def test_an_authority_that_is_only_cited_is_unseen() -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "cites", f"{NEW}/1")]
    answer = ask(f"{NEW}/1", told)
    assert (answer.verdict, answer.current[0].in_corpus) == ("unseen", False)


def test_an_item_that_its_schedule_does_not_show_is_unseen_with_a_conflict() -> None:
    told = [*shown(OLD, "1"), *shown(NEW, "1"), said(f"{NEW}/1", "cites", f"{OLD}/9")]
    answer = ask(f"{OLD}/9", told)
    assert answer.verdict == "unseen"
    assert "no-such-item" in codes(answer)


def test_the_readings_of_an_ambiguous_number_are_settled_by_the_corpus_and_it_says_so() -> None:
    readings = [
        said(f"{NEW}/1", "supersedes", f"{OLD}/{path}", group="g", printed="N1-95-89-7a")
        for path in ("a", "7/a")
    ]
    told = [*shown(NEW, "1", approved="2004-09-01"), *readings]
    answer = ask(f"{OLD}/a", shown(OLD, "a"), told)
    assert (answer.verdict, "ambiguous-number" in codes(answer)) == ("superseded", True)
    both = ask(f"{OLD}/a", shown(OLD, "a", "7", "7/a"), told)
    assert (both.verdict, "ambiguous-number" in codes(both)) == ("indeterminate", True)


def test_the_successor_printed_for_grs_4_3_is_followed_to_what_replaced_it_as_possible_ends() -> None:
    """GRS Transmittal 28, 2017-07-20: GRS 5.1 or GRS 5.2, the item is not stated."""
    told = [
        *shown("N1-567-09-006", "1", "1/c", "1/c/2", approved=None),
        *(
            said("N1-567-09-006/1/c/2", "superseded-by", f"DAA-GRS-2013-0001-000{n}", dated=date(2014, 9, 16))
            for n in (5, 6)
        ),
    ]
    now = ask("N1-567-09-006/1/c/2", told, facts=True)
    assert (now.verdict, certain(now), possible(now)) == ("superseded", [], ["GRS 5.1", "GRS 5.2"])
    then = ask("N1-567-09-006/1/c/2", told, facts=True, day=date(2015, 1, 1))
    assert certain(then) == ["DAA-GRS-2013-0001-0005", "DAA-GRS-2013-0001-0006"]
    assert ask("N1-567-09-006/1/c/2", told, facts=True, day=date(2012, 1, 1)).verdict != "superseded"


def test_two_numbers_of_one_authority_have_one_lineage() -> None:
    """GRS 1.1, item 010, is DAA-GRS-2013-0003-0001."""
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "superseded-by", "GRS 1.1/010", dated=date(2014, 9, 16))]
    later = [
        *shown("DAA-GRS-2022-0009", "-0001", form="ERA", approved="2022-05-01"),
        said("DAA-GRS-2022-0009-0001", "supersedes", "DAA-GRS-2013-0003-0001"),
    ]
    assert certain(ask(f"{OLD}/1", told, later, facts=True)) == ["DAA-GRS-2022-0009-0001"]


def test_a_printed_status_is_no_evidence_about_a_later_day() -> None:
    printed = date(2017, 6, 12)
    told = [
        said("DAA-0567-2017-0007", "form", "ERA", known_by=printed),
        said("DAA-0567-2017-0007", "printed-on", "2017-06-12", known_by=printed),
        said("DAA-0567-2017-0007", "approved", "2017-05-31", known_by=printed),
        said("DAA-0567-2017-0007-0001", "item-of", "DAA-0567-2017-0007", known_by=printed),
        said("DAA-0567-2017-0007-0001", "item-status", "Active", known_by=printed),
    ]
    answer = ask("DAA-0567-2017-0007-0001", told)
    assert (answer.verdict, answer.horizon) == ("active", printed)
    assert "status-of-print-date" in codes(answer)
    assert ask("DAA-0567-2017-0007-0001", told, day=date(2017, 5, 30)).verdict == "proposed"
    superseded = said("DAA-0567-2017-0007-0001", "superseded-by", f"{NEW}/1", dated=date(2016, 1, 1))
    assert "active-after-supersession" in codes(ask("DAA-0567-2017-0007-0001", told, superseded))


def test_an_annotation_that_gives_no_date_is_open_on_a_day_after_its_successor_can_exist() -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "superseded-by", f"{NEW}/1")]
    assert ask(f"{OLD}/1", told).verdict == "superseded"
    assert "undated" in codes(ask(f"{OLD}/1", told))
    assert ask(f"{OLD}/1", told, day=date(2003, 9, 30)).verdict == "active"
    after = ask(f"{OLD}/1", told, day=date(2006, 1, 1))
    assert (after.verdict, "supersession-undated" in codes(after)) == ("indeterminate", True)


def test_an_undated_list_that_names_the_successor_says_nothing_of_a_day_before_that_can_exist() -> None:
    """A notice lists the item as superseded; a schedule numbered in 2016 had replaced nothing in 2005."""
    notice = [
        said(f"{OLD}/1", "item-status", "Superseded", known_by=date(2021, 11, 4)),
        said(f"{OLD}/1", "superseded-by", "DAA-GRS-2016-0016-0001", known_by=date(2021, 11, 4)),
    ]
    assert ask(f"{OLD}/1", shown(OLD, "1"), notice, day=date(2005, 1, 1)).verdict == "active"
    assert ask(f"{OLD}/1", shown(OLD, "1"), notice, day=date(2018, 1, 1)).verdict == "indeterminate"
    assert ask(f"{OLD}/1", shown(OLD, "1"), notice[:1], day=date(2005, 1, 1)).verdict == "indeterminate"


def test_an_annotation_whose_number_cannot_be_read_supersedes_and_says_that_the_successor_is_lost() -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "successor-unreadable", "Nl-15/-0?-'3 / I", dated=SINCE)]
    answer = ask(f"{OLD}/1", told)
    assert (answer.verdict, answer.current) == ("superseded", ())
    assert "successor-unreadable" in codes(answer)
    assert ask(f"{OLD}/1", told, day=date(2004, 1, 1)).verdict == "active"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Item 1 rescinded by NARA, 03/02/2004.", "rescinded"),
        ("Obsolete", "inactive"),
        ("Withdrawn by agency", "never-approved"),
    ],
)
def test_an_annotation_without_a_successor_counts_by_its_words_and_from_its_date(
    words: str, verdict: str
) -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "annotation", words, dated=date(2004, 3, 2))]
    assert ask(f"{OLD}/1", told).verdict == verdict
    if verdict != "never-approved":
        assert ask(f"{OLD}/1", told, day=date(2004, 3, 1)).verdict == "active"


def test_a_schedule_that_was_returned_and_later_approved_is_approved() -> None:
    told = [*shown(OLD, "1"), said(OLD, "event", "Return for Revision", dated=date(1989, 5, 1))]
    assert ask(f"{OLD}/1", told).verdict == "active"
    never = [
        *shown(OLD, "1", approved=None),
        said(OLD, "event", "Return Without Action", dated=date(1989, 5, 1)),
    ]
    assert ask(f"{OLD}/1", never).verdict == "never-approved"


@pytest.mark.parametrize("stamp", ["INACTIVE IN PART", "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE"])
def test_a_stamp_about_some_items_kills_none_of_them(stamp: str) -> None:
    assert ask(f"{OLD}/1", shown(OLD, "1"), said(OLD, "stamp", stamp)).verdict == "active"


@pytest.mark.parametrize(
    "note",
    [
        "see N1-95-03-2/4",
        "amended by N1-95-03-2, item 4",
        "per JD 5/97",
        "Will be superseded upon approval of DAA-0034-2019-0001.",
        "superseded? N1-95-03-2/4",
        "not superseded, per NARA 6/9/12",
        '[handwritten, crossed out by the same hand: "superseded by"]',
        "Obsolete 3/98 [crossed out in ink]",
    ],
)
def test_a_note_that_may_name_a_successor_is_told_beside_active(note: str) -> None:
    answer = ask(f"{OLD}/1", shown(OLD, "1"), said(f"{OLD}/1", "annotation", note))
    assert answer.verdict == "active"
    assert "action-not-understood" in codes(answer)
    assert "action-not-understood" not in codes(
        ask(f"{OLD}/1", shown(OLD, "1"), said(f"{OLD}/1", "annotation", "initials"))
    )


def test_a_stamp_that_was_crossed_out_kills_nothing_and_is_told() -> None:
    stamp = "[Stamp, crossed out: INACTIVE - ALL ITEMS SUPERSEDED]"
    answer = ask(f"{OLD}/1", shown(OLD, "1"), said(OLD, "stamp", stamp))
    assert answer.verdict == "active"
    assert "action-not-understood" in codes(answer)


@pytest.mark.parametrize("note", ["Obs.", "OBE 5/97", "void"])
def test_short_words_for_obsolete_make_an_item_inactive(note: str) -> None:
    assert ask(f"{OLD}/1", shown(OLD, "1"), said(f"{OLD}/1", "annotation", note)).verdict == "inactive"


def test_what_a_schedule_itself_proposes_takes_effect_with_its_approval() -> None:
    """ "Upon approval, this schedule will supersede …"."""
    proposal = said(f"{NEW}/1", "supersedes", f"{OLD}/1", proposed=True)
    told = [*shown(OLD, "1"), *shown(NEW, "1", approved="2004-09-01"), proposal]
    assert ask(f"{OLD}/1", told).verdict == "superseded"
    assert ask(f"{OLD}/1", told, day=date(2004, 8, 31)).verdict == "active"


def test_of_an_item_in_a_schedule_that_was_superseded_in_part_nobody_knows_whether_it_is_in_the_part() -> (
    None
):
    told = [*shown(OLD, "1", "2"), said(OLD, "superseded-by", f"{NEW}/1", dated=SINCE, uncertain="part")]
    for path in "12":
        answer = ask(f"{OLD}/{path}", told)
        assert (answer.verdict, certain(answer)) == ("indeterminate", [])
        assert set(possible(answer)) == {f"{OLD}/{path}", f"{NEW}/1"}
        assert "part-not-named" in codes(answer)
        assert ask(f"{OLD}/{path}", told, day=date(2004, 1, 1)).verdict == "active"
    assert ask(OLD, told).verdict == "partially-superseded"


def test_a_supersession_in_part_leaves_the_rest_of_the_item_in_force() -> None:
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=SINCE, uncertain="part")]
    answer = ask(f"{OLD}/1", told)
    assert (answer.verdict, certain(answer), possible(answer)) == (
        "partially-superseded",
        [f"{OLD}/1"],
        [f"{NEW}/1"],
    )
    assert "superseded-in-part" in codes(answer)
    assert ask(f"{OLD}/1", told, day=date(2004, 1, 1)).verdict == "active"


def test_a_request_that_came_back_stays_never_approved_where_a_later_schedule_replaces_it() -> None:
    returned = [*shown(OLD, "1", approved=None), said(OLD, "schedule-status", "Returned Without Action")]
    later = shown(NEW, "1", approved="2004-09-01")
    answer = ask(f"{OLD}/1", returned, later, said(NEW, "supersedes", OLD))
    assert (answer.verdict, "never-approved-yet-superseded" in codes(answer)) == ("never-approved", True)
    # An item that was refused in a schedule that was approved is not what replaces that schedule "in its entirety".
    withdrawn = [*shown(OLD, "1", "2"), said(f"{OLD}/1", "action-taken", "WITHDRAWN")]
    answer = ask(f"{OLD}/1", withdrawn, later, said(NEW, "supersedes", OLD))
    assert (answer.verdict, "never-approved-yet-superseded" in codes(answer)) == ("never-approved", True)
    # Of an item that is named itself it is open whether it was refused.
    assert ask(f"{OLD}/1", returned, later, said(f"{NEW}/1", "supersedes", f"{OLD}/1")).verdict == (
        "indeterminate"
    )


def test_a_text_that_is_no_schedule_replaces_nothing_and_what_it_says_is_told() -> None:
    """It is no current authority, and the old one stays a possible one."""
    answer = ask(f"{OLD}/1", shown(OLD, "1"), said("unknown-19b84e008218", "supersedes", f"{OLD}/1"))
    assert (answer.verdict, certain(answer), possible(answer)) == ("indeterminate", [], [f"{OLD}/1"])
    assert "successor-approval-not-shown" in codes(answer)


def test_an_annotation_does_not_count_before_its_successor_was_approved() -> None:
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=date(2004, 1, 10)),
    ]
    assert ask(f"{OLD}/1", told, day=date(2004, 3, 1)).verdict == "active"
    after = ask(f"{OLD}/1", told, day=SINCE)
    assert (after.verdict, after.chain[0].since) == ("superseded", SINCE)
    assert "dates-differ" in codes(after)


def test_the_successors_of_all_parts_of_an_item_are_the_ends_of_what_it_replaced() -> None:
    """Of a schedule as a whole nobody knows which of its items was meant."""
    later = [*shown(LAST, "0001", "0002", approved="2016-09-01")]
    later += [
        said(f"{LAST}-0001", "supersedes", f"{NEW}/1/a"),
        said(f"{LAST}-0002", "supersedes", f"{NEW}/1/b"),
    ]
    between = shown(NEW, "1", "1/a", "1/b", approved="2004-09-01")
    by_item = ask(f"{OLD}/1", shown(OLD, "1"), between, later, said(f"{NEW}/1", "supersedes", f"{OLD}/1"))
    assert certain(by_item) == [f"{LAST}-0001", f"{LAST}-0002"]
    by_schedule = ask(f"{OLD}/1", shown(OLD, "1"), between, later, said(NEW, "supersedes", f"{OLD}/1"))
    assert (certain(by_schedule), possible(by_schedule)) == ([], [f"{LAST}-0001", f"{LAST}-0002"])


def test_a_schedule_that_shows_no_approval_replaced_nothing_that_a_notice_lists_as_active_years_later() -> (
    None
):
    """A notice of its own years, or one that lists the item among the others, leaves it open."""

    def listed(status: str, year: int) -> list[Statement]:
        return [
            said(OLD, "form", "notice", document="n"),
            said(f"{OLD}/1", "item-status", status, document="n", known_by=date(year, 9, 12)),
        ]

    unsigned = [*shown(NEW, "1", approved=None), said(f"{NEW}/1", "supersedes", f"{OLD}/1")]
    answer = ask(f"{OLD}/1", shown(OLD, "1"), unsigned, listed("Active", 2016))
    assert (answer.verdict, certain(answer)) == ("active", [f"{OLD}/1"])
    assert "successor-approval-not-shown" in codes(answer)
    assert ask(f"{OLD}/1", shown(OLD, "1"), unsigned, listed("Active", 2006)).verdict == "indeterminate"
    dead = ask(f"{OLD}/1", shown(OLD, "1"), unsigned, listed("Superseded", 2016))
    assert dead.verdict != "active"


def test_a_notice_that_lists_an_item_twice_or_against_a_note_leaves_it_open() -> None:
    """A dated note, a younger one and an older day are another matter."""
    notice = [
        said(OLD, "form", "notice", document="n"),
        said(f"{OLD}/1", "item-status", "Active", document="n", known_by=date(2021, 10, 18)),
    ]
    note = said(f"{OLD}/1", "superseded-by", f"{NEW}/1")
    answer = ask(f"{OLD}/1", shown(OLD, "1"), notice, note)
    assert (answer.verdict, "notice-against-note" in codes(answer)) == ("indeterminate", True)
    dated = said(f"{OLD}/1", "superseded-by", f"{NEW}/1", dated=SINCE)
    assert ask(f"{OLD}/1", shown(OLD, "1"), notice, dated).verdict == "superseded"
    younger = said(f"{OLD}/1", "superseded-by", f"{NEW}/1", document="m", known_by=date(2023, 1, 1))
    assert ask(f"{OLD}/1", shown(OLD, "1"), notice, younger).verdict == "superseded"
    both = [
        replace(each, object="Active and Superseded") if each.object == "Active" else each for each in notice
    ]
    twice = ask(f"{OLD}/1", shown(OLD, "1"), both)
    assert (twice.verdict, "notice-contradicts-itself" in codes(twice)) == ("indeterminate", True)
    assert ask(f"{OLD}/1", shown(OLD, "1"), both, day=date(2000, 1, 1)).verdict == "active"


@pytest.mark.parametrize(
    ("dated", "verdict"),
    [(None, "indeterminate"), ("2012-06-20", "indeterminate"), ("2001-06-20", "superseded")],
)
def test_a_memo_that_denies_that_an_item_was_replaced_leaves_it_open(dated: str | None, verdict: str) -> None:
    """It belongs to no schedule, so it speaks of all successors, and of none that came after its day."""
    denial = said(
        "unknown-0123456789ab",
        "does-not-supersede",
        f"{OLD}/1",
        document="memo",
        dated=date.fromisoformat(dated) if dated else None,
    )
    told = [*shown(NEW, "1", approved="2004-09-01"), said(f"{NEW}/1", "supersedes", f"{OLD}/1")]
    answer = ask(f"{OLD}/1", shown(OLD, "1"), told, denial)
    assert (answer.verdict, "contradicted" in codes(answer)) == (verdict, verdict == "indeterminate")


def test_an_item_that_names_a_whole_job_of_before_1983_is_told() -> None:
    """Column 9 held a sample or a job then; which item of the job is meant, if any, it does not say."""
    job, later = "NN-165-119", "NC1-142-79-002"
    told = [
        *shown(job, "1", approved="1965-03-01"),
        *shown(later, "3", approved="1979-05-07"),
        said(f"{later}/3", "cites", job),
    ]
    answer = ask(f"{job}/1", told)
    assert answer.verdict == "active"
    assert "named-by-a-later-item" in codes(answer)
    newer = [*shown(OLD, "1", approved="1991-03-01"), *shown(NEW, "1", approved="2004-09-01")]
    assert "named-by-a-later-item" not in codes(ask(f"{OLD}/1", [*newer, said(f"{NEW}/1", "cites", OLD)]))
