"""Letters by which authorities end: what the archives rescind themselves, and what others say is at an end."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.test_unknown import read

ARCHIVES = (
    "National Archives and Records Administration\n8601 Adelphi Road\n\nOctober 6, 2011\n\nDear Officer:\n\n"
)
AGENCY = "DEPARTMENT OF THE TREASURY\nTO: National Archives and Records Administration\n\nOctober 6, 2011\n\n"
LIST = "\n\n    N1-101-89-2, item 2     Branch files\n    N1-101-89-2, item 5     Complaint files\n"


def told(document: ScheduleDocument) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (each.relation, each.target, each.words and each.words.value, each.date and str(each.date.value))
        for each in document.citations
        if not (each.words and each.disputed)
    ]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The authority approved for the following items is hereby rescinded, effective this date:" + LIST,
         "hereby rescinded", "2011-10-06"),
        ("We are rescinding the approval of the items listed below:" + LIST.replace("    N1", "* N1"),
         "We are rescinding", "2011-10-06"),
        ("At your request of August 2, 2011, the following authority is rescinded, effective October 4, 2011, because of "
         "pending litigation over the bond guarantee program of the branches:" + LIST, "rescinded", "2011-10-06"),
        ("NARA is rescinding the authorities listed below, owing to a suit that may go on for years:" + LIST,
         "NARA is rescinding", "2011-10-06"),
        ("NARA hereby rescinds the disposition authority for items 2 and 5 of N1-101-89-2.",
         "hereby rescinds", "2011-10-06"),
        ("Effective on the date of this letter the National Archives and Records Administration rescinds N1-101-89-2,"
        " items 2 "
         "and 5.", "the National Archives and Records Administration rescinds", "2011-10-06"),
        ("The National Archives (NARA) is rescinding items 2 and 5 of N1-101-89-2.",
         "The National Archives (NARA) is rescinding", "2011-10-06"),
        ("The Archivist cancels N1-101-89-2, items 2 and 5.", "The Archivist cancels", "2011-10-06"),
        ("This office therefore revokes N1-101-89-2, items 2 and 5.", "This office therefore revokes", "2011-10-06"),
        ("I am rescinding N1-101-89-2, items 2 and 5.", "I am rescinding", "2011-10-06"),
        ("The authority of N1-101-89-2, items 2 and 5, is hereby revoked, effective November 1, 2011.",
         "hereby revoked", "2011-11-01"),
    ],
)  # fmt: skip
def test_the_archives_rescind_by_their_letter_and_an_agency_does_not(text: str, words: str, day: str) -> None:
    """Who tells of an end that he cannot make leaves it open what took the place."""
    numbers = ["N1-101-89-002/2", "N1-101-89-002/5"]
    assert told(read(ARCHIVES + text)) == [("cites", each, words, day) for each in numbers]
    assert [each[:3] for each in told(read(AGENCY + text))] == [
        ("supersedes", each, None) for each in numbers
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The following items will be rescinded:" + LIST,
        "The following items are not rescinded:" + LIST,
        "We ask that NARA rescind the following items:" + LIST,
        "The following records are listed in your inventory:" + LIST,
        "The following items are rescinded:\n\nNone.\n\nSee also\nN1-101-89-2, items 2 and 5.",
    ],
)
def test_what_is_planned_asked_or_only_listed_is_at_no_end(text: str) -> None:
    assert {each[:1] + each[2:3] for each in told(read(ARCHIVES + text))} == {("cites", None)}


def test_a_list_of_what_was_superseded_names_successors_beside() -> None:
    rows = "N1-101-89-2/2   DAA-0101-2015-0001-0001\nN1-101-89-2/5   DAA-0101-2015-0001-0001\n"
    document = read(AGENCY + "The following items have been superseded:\n" + rows)
    assert [(each.of, each.relation, each.target) for each in document.citations] == [
        (f"N1-101-89-002/{item}", "superseded-by", "DAA-0101-2015-0001-0001") for item in "25"
    ]


FILED = "NOTE TO JOB FILE N1-101-89-2\n\n"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (FILED + "N1-101-89-2, item 2 is rescinded. Effective date: February 5, 2003.", "rescinded", "2003-02-05"),
        ("MEMORANDUM FOR THE JOB FILE     March 14, 2002\n\nFROM: NWML\n\na. N1-101-89-2, item 2, is inactive, and no "
         "schedule supersedes the item.", "is inactive", "2002-03-14"),
        (ARCHIVES + "N1-101-89-2, item 2, is rescinded effective March 1, 2002. The rosters were given away.",
         "rescinded", "2002-03-01"),
        (ARCHIVES + "N1-101-89-2, item 2 is now cancelled. The effective date is March 3, 2004.",
         "cancelled", "2004-03-03"),
    ],
)  # fmt: skip
def test_what_the_archives_note_in_their_file_of_a_job_is_at_an_end(text: str, words: str, day: str) -> None:
    assert ("cites", "N1-101-89-002/2", words, day) in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "NOTE FOR JOB FILE\nFROM: Department of the Treasury\n\nN1-101-89-2, item 2 is rescinded.",
        "MEMO TO FILE\n\nN1-101-89-2, item 2 is not inactive.",
        ARCHIVES + "The Department claims that N1-101-89-2, item 2 is rescinded.",
        ARCHIVES + "N1-101-89-2, item 2 is not inactive.",
        ARCHIVES + "You ask whether N1-101-89-2, item 2 is obsolete.",
    ],
)
def test_what_others_note_or_claim_ends_nothing(text: str) -> None:
    assert {each[2] for each in told(read(text))} == {None}


HEADS = [
    ("[NATIONAL ARCHIVES AND RECORDS ADMINISTRATION letterhead]", True),
    ("(Letterhead: National Archives and Records Administration)", True),
    ("Letterhead of the National Archives", True),
    ("National Archives and Records Administration (NARA)", True),
    ("[TRANSCRIPT. Page 44 of release. NARA letterhead.]", True),
    ("[Department of the Treasury letterhead]", False),
    ("[TRANSCRIPT. Page 44 of release. Treasury letterhead.]", False),
    ("To the letterhead office of the National Archives", False),
]


@pytest.mark.parametrize(("head", "archives"), HEADS)
def test_a_transcript_may_tell_whose_letterhead_it_was(head: str, archives: bool) -> None:
    text = f"{head}\n8601 Adelphi Road\n\nOctober 6, 2011\n\nNARA hereby rescinds N1-101-89-2, item 2, effective today."
    assert (told(read(text))[0][2] is not None) is archives


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("As you asked, we have marked N1-101-89-2, item 5 as inactive. No successor is needed.", "marked as inactive"),
        ("We have listed N1-101-89-2, item 5 (complaints) as obsolete.", "listed as obsolete"),
        ("Our copy of N1-101-89-2, item 5, is annotated: see below.", None),
        ("You asked that N1-101-89-2, item 5, be marked as inactive.", None),
        ("We have not marked N1-101-89-2, item 5 as inactive.", None),
        ("When it is approved, we will have marked N1-101-89-2, item 5 as inactive.", None),
    ],
)  # fmt: skip
def test_what_the_archives_mark_as_inactive_is_at_an_end(said: str, words: str | None) -> None:
    assert {each[2] for each in told(read(ARCHIVES + said))} == {words}
    declared = words and words.split()[-1]
    assert {each[2] for each in told(read(AGENCY + said))} == {declared}


def test_an_agency_may_declare_dead_what_it_has_no_more_use_for_and_not_rescind_it() -> None:
    """As it may report inactive items to NARA; the day is that of its letter."""
    said = told(read(AGENCY + "N1-101-89-2, item 5, is obsolete. N1-101-89-2, item 2, is rescinded."))
    assert ("cites", "N1-101-89-002/5", "obsolete", "2011-10-06") in said
    assert [each[0] for each in said if each[1] == "N1-101-89-002/2" and not each[2]] == ["supersedes"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At your request of May 7, the authority for the tally cards, N1-101-89-2, items 2 and 5, is hereby rescinded.",
         "hereby rescinded"),
        ("     As you request, we are rescinding the disposition authority for N1-101-89-2,\n     items 2 and 5, effective "
         "today. Treasury may not destroy\n     any of these files.", "we are rescinding"),
        ("As you have requested in your letter of May 1, the authority of N1-101-89-2,\n    items 2 and 5, is hereby"
        " revoked.",
         "hereby revoked"),
        ("As the Department has asked, NARA hereby cancels N1-101-89-2, items 2\n   and 5.", "hereby cancels"),
        ("As your letter suggested, the following items are hereby rescinded:" + LIST, "hereby rescinded"),
    ],
)  # fmt: skip
def test_a_letter_that_grants_what_was_asked_ends_it_whatever_its_margins(text: str, words: str) -> None:
    ended = {each[1] for each in told(read(ARCHIVES + text)) if each[2] and words in each[2]}
    assert ended == {"N1-101-89-002/2", "N1-101-89-002/5"}


@pytest.mark.parametrize(
    "text",
    [
        "As you ask, we may be rescinding\n    N1-101-89-2, item 2.",
        "You propose that N1-101-89-2,\n    item 2, is hereby rescinded.",
        "As the Department has asked, N1-101-89-2,\n   item 2, will be hereby rescinded.",
    ],
)
def test_what_is_only_asked_or_may_be_done_ends_nothing_over_two_lines_either(text: str) -> None:
    assert {each[2] for each in told(read(ARCHIVES + text))} == {None}


DONE = "N1-101-89-2, item 2 (Branch files) is rescinded as of this date and may no longer be used.\n"
OFFICE = "National Archives and Records Administration, Records Management Services"


@pytest.mark.parametrize(
    ("head", "of_archives"),
    [
        (f"From: {OFFICE}\nTo: Department of the Treasury\nDate: 10/06/2011\nSubject: Authorities\n\n", True),
        (f"MEMORANDUM\n\nDATE:  10/6/2011\nTO:    Treasury, Records Officer\nFROM:  {OFFICE}\n\n", True),
        (
            f"{OFFICE}\n8601 Adelphi Road\n\nOctober 6, 2011\n\nTreasury, Records Officer\n\nDear Officer:\n\n",
            True,
        ),
        (f"October 6, 2011\n{OFFICE}\nCollege Park\nTo: Treasury, Records Officer\n\n", True),
        ("From: NARA, Office of the Chief Records Officer\nTo: Treasury\nDate: 10/6/2011\n\n", True),
        (f"Treasury, Records Officer\n\nOctober 6, 2011\n\n{OFFICE}\n\nDear Director:\n\n", False),
        (f"October 6, 2011\n\n{OFFICE}\n8601 Adelphi Road\n\nDear Director:\n\n", False),
        (f"From: Treasury, Records Officer\nTo: {OFFICE}\nDate: 10/06/2011\n\n", False),
        (f"October 6, 2011\nTreasury, Records Officer\nTo: {OFFICE}\n\n", False),
    ],
)
def test_an_office_of_the_archives_is_the_archives_where_it_is_the_sender(
    head: str, of_archives: bool
) -> None:
    act = ("cites", "N1-101-89-002/2", "rescinded as of this", "2011-10-06")
    assert (act in told(read(head + DONE))) is of_archives


@pytest.mark.parametrize(
    "described",
    [
        "The records described in N1-101-89-2, item 2 are the property of the carriers and are not kept.",
        "We looked at N1-101-89-2, item 2, and warrant new appraisal of it.",
        "By your letter the bureau asked that N1-101-89-2, item 2 (branch files) be withdrawn from use.",
        "The recordings of N1-101-89-2, item 2, document the reservoirs; no other copy is known.",
    ],
)
@pytest.mark.parametrize(
    ("act", "words", "day"),
    [
        ("the disposition authority for N1-101-89-2, item 2, is hereby rescinded, effective with the date of this letter.",
         "hereby rescinded", "2011-10-06"),
        ("the authority N1-101-89-2, item 2, is hereby revoked, effective November 1, 2011.", "hereby revoked", "2011-11-01"),
    ],
)  # fmt: skip
def test_a_number_that_is_described_before_it_is_rescinded_is_told_of_once(
    described: str, act: str, words: str, day: str
) -> None:
    """An end without a day beside the rescission would leave the item open on every day before it."""
    said = told(read(f"{ARCHIVES}{described} In agreement with you, {act}"))
    assert [each for each in said if each[0] != "cites"] == []
    assert ("cites", "N1-101-89-002/2", words, day) in said


def test_each_place_of_a_number_speaks_for_itself() -> None:
    said = told(read(f"{AGENCY}N1-101-89-2, item 2, was discussed. N1-101-89-2, item 2, has been rescinded."))
    assert [each[:2] for each in said].count(("supersedes", "N1-101-89-002/2")) == 1


@pytest.mark.parametrize(
    ("head", "of_archives"),
    [
        ("[NARA letterhead]                                 SEP 20 2012\n\n", True),
        ("(on NARA letterhead)\n\nSEP 20 2012\n\n", True),
        ("National Archives and Records Administration      September 20, 2012\n\n", True),
        ("[Treasury letterhead]                             SEP 20 2012\n\n", False),
        (
            "Treasury, Records Officer     SEP 20 2012\n[copy sent on NARA letterhead to the Department]\n\n",
            False,
        ),
    ],
)
def test_the_day_beside_the_head_of_a_letter_hides_no_head(head: str, of_archives: bool) -> None:
    text = f"{head}Records Officer\n\nDear Sir or Madam:\n\n{DONE}"
    act = ("cites", "N1-101-89-002/2", "rescinded as of this", "2012-09-20")
    assert (act in told(read(text))) is of_archives


def test_what_a_letter_rescinds_is_not_also_told_as_replaced_by_nobody_knows_what() -> None:
    """The letter names the item twice; where it first does, it rescinds nothing."""
    said = told(
        read(
            f"{ARCHIVES}We found that the tapes in N1-101-89-2, item 2, show the coast as it was. In agreement with your "
            "office, disposition authority N1-101-89-2, item 2, is hereby rescinded.\n"
        )
    )
    assert {each[0] for each in said} == {"cites"}
    assert "hereby rescinded" in {each[2] for each in said}


@pytest.mark.parametrize(
    "text",
    [
        "The National Archives will rescind N1-101-89-2, item 2.",
        "The National Archives and Records Administration does not rescind N1-101-89-2, item 2.",
        "Your bulletin says that this office rescinds N1-101-89-2, item 2.",
        "Your office rescinds N1-101-89-2, item 2.",
        "The bank rescinds N1-101-89-2, item 2.",
    ],
)
def test_what_the_archives_do_not_do_is_no_act_of_theirs(text: str) -> None:
    assert not [each for each in told(read(ARCHIVES + text)) if each[2]]


@pytest.mark.parametrize(
    "said",
    [
        "Because instrument calibration logs have become evidence in pending dam safety litigation, the disposition"
        " authority "
        "for item 2 of job N1-101-89-2 is hereby rescinded, effective the date of this letter.",
        "The Bureau asked on January 8 that NARA rescind the authority for account files, N1-101-89-2, item 2, for the "
        "period is too short. The authority is rescinded as of today.",
    ],
)
def test_the_reason_or_the_request_before_an_act_does_not_hide_it(said: str) -> None:
    found = told(read(ARCHIVES + said))
    assert [each[1] for each in found if each[2] and "rescinded" in each[2]] == ["N1-101-89-002/2"]
    assert {each[0] for each in found} == {"cites"}


def test_the_archives_own_letter_rescinds_whatever_its_sentence() -> None:
    document = read(
        "National Archives and Records Administration\n8601 Adelphi Road\n\nJUN 14 2012\n\nDear Records Officer:\n\n"
        "NARA has determined that item 3 does not provide an adequate retention. By this letter, N1-95-96-1, item 3,"
        " is rescinded,"
        " effective June 14, 2012.\n"
    )
    (told,) = [each for each in document.citations if each.target == "N1-095-96-001/3" and each.words]
    assert not told.disputed
    assert told.relation == "cites"
