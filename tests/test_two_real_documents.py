"""What the two bundled schedules say, claim by claim, and as reviewed goldens.

000 is N1-567-09-6 (SF-115, ICE LeadTrac), 004 is DAA-0567-2017-0007 (ERA, ICE Secure Communities).
"""

import json
from datetime import date
from pathlib import Path

import pytest

from schedgraph.graph.store import Store
from schedgraph.parser.document import Item, ScheduleDocument
from schedgraph.parser.read import read_document
from schedgraph.parser.transcript import transcript

GOLDEN = Path(__file__).parent / "golden"
JOB = "N1-567-09-006"


@pytest.fixture(scope="module")
def sf115(seeds: dict[str, Path]) -> ScheduleDocument:
    return read_document(seeds["000"])


@pytest.fixture(scope="module")
def era(seeds: dict[str, Path]) -> ScheduleDocument:
    return read_document(seeds["004"])


def item(document: ScheduleDocument, identifier: str) -> Item:
    return next(each for each in document.items if each.id == identifier)


def codes(document: ScheduleDocument) -> set[str]:
    return {doubt.code for doubt in document.doubts}


@pytest.mark.parametrize("name", ["000", "004"])
def test_the_whole_reading_is_the_reviewed_one(
    name: str, seeds: dict[str, Path], request: pytest.FixtureRequest
) -> None:
    read = json.dumps(transcript(read_document(seeds[name])), indent=1, ensure_ascii=False) + "\n"
    golden = GOLDEN / f"{name}.json"
    if request.config.getoption("--rewrite-goldens"):
        golden.write_text(read, encoding="utf-8")
    assert read == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["000", "004"])
def test_every_quote_stands_in_the_document_where_the_evidence_says(
    name: str, seeds: dict[str, Path]
) -> None:
    text = seeds[name].read_bytes().decode("utf-8")

    def places(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            inner = [found for each in value.values() for found in places(each)]
            return [value, *inner] if "quote" in value else inner
        return [found for each in value for found in places(each)] if isinstance(value, list) else []

    found = places(transcript(read_document(seeds[name])))
    assert len(found) > 5
    assert [each for each in found if text[each["start"] : each["end"]] != each["quote"]] == []  # type: ignore[misc]


def test_the_damaged_job_number_is_repaired_and_keeps_its_printed_form(sf115: ScheduleDocument) -> None:
    assert sf115.schedule.id is not None
    assert (sf115.schedule.id.value, sf115.schedule.printed) == (JOB, "NI-567-09-6")
    assert sf115.schedule.id.repairs == ("I→1",)


def test_the_outline_is_read_to_its_depth(sf115: ScheduleDocument) -> None:
    paths = [
        "1",
        "1/a",
        "1/b",
        "1/b/1",
        "1/b/2",
        "1/b/2/a",
        "1/b/2/b",
        "1/b/2/c",
        "1/b/2/d",
        "1/c",
        "1/c/1",
        "1/c/2",
    ]
    assert [each.id for each in sf115.items] == [f"{JOB}/{path}" for path in paths]


def test_text_after_a_page_break_goes_on_with_its_item(sf115: ScheduleDocument) -> None:
    text = item(sf115, f"{JOB}/1/a").text
    assert text is not None
    assert "Biometric Identifiers" in text.value
    assert "Country of Citizenship" in text.value
    assert "Headquarters Systems Schedules" not in text.value


def test_1a_is_superseded_by_the_annotation_and_keeps_what_is_printed(sf115: ScheduleDocument) -> None:
    (citation,) = item(sf115, f"{JOB}/1/a").citations
    assert (citation.relation, citation.target) == ("superseded-by", "DAA-0563-2013-0001-0006")
    assert citation.printed == "PAA - 0563 - 2013 - 0001 - 0006"
    assert citation.date is not None
    assert citation.date.value == date(2013, 8, 28)
    assert not citation.sure


def test_the_numbers_on_the_struck_disposition_lines_are_citations_only(sf115: ScheduleDocument) -> None:
    for path, stem in (("1/b/1", "N1-563-04-001/"), ("1/b/2", "N1-563-04-002/")):
        (citation,) = item(sf115, f"{JOB}/{path}").citations
        assert (citation.relation, citation.target) == ("cites", None)
        assert len(citation.readings) == 2
        assert all(reading.target.startswith(stem) for reading in citation.readings)


def test_one_annotation_names_two_successors(sf115: ScheduleDocument) -> None:
    found = item(sf115, f"{JOB}/1/c/2").citations
    assert [each.target for each in found] == ["DAA-GRS-2013-0001-0005", "DAA-GRS-2013-0001-0006"]
    assert {each.date.value for each in found if each.date} == {date(2014, 9, 16)}


def test_strikes_are_observed_item_by_item(sf115: ScheduleDocument) -> None:
    strikes = {each.id.removeprefix(JOB): each.strike for each in sf115.items}
    assert (strikes["/1/a"], strikes["/1/b"], strikes["/1/b/1"], strikes["/1/c/2"]) == (
        "partial",
        "full",
        "full",
        "none",
    )


def test_the_certification_date_in_the_archivists_place_is_no_approval(sf115: ScheduleDocument) -> None:
    schedule = sf115.schedule
    assert schedule.approved is None
    assert schedule.certified is not None
    assert schedule.certified.value == date(2009, 9, 11)
    assert "approval-date-uncertain" in codes(sf115)


def test_the_era_schedule_was_approved_by_its_approve_row_and_not_by_its_print_date(
    era: ScheduleDocument,
) -> None:
    schedule = era.schedule
    assert schedule.approved is not None
    assert schedule.printed_on is not None
    assert (schedule.approved.value, schedule.printed_on.value) == (date(2017, 5, 31), date(2017, 6, 12))


def test_the_era_item_is_kept_three_years_and_is_not_media_neutral(era: ScheduleDocument) -> None:
    disposition = era.items[0].disposition
    assert disposition.retention is not None
    assert disposition.media_neutral is not None
    assert (disposition.retention.value.period, disposition.media_neutral.value) == ("P3Y", False)


def test_four_signers_stand_once_and_the_doubled_row_is_a_doubt(era: ScheduleDocument) -> None:
    assert [event.action for event in era.events] == [
        "Certify",
        "Submit for Concurrence",
        "Concur",
        "Approve",
    ]
    assert "duplicate-signature" in codes(era)


def test_broken_words_are_mended_and_a_misspelling_stays(era: ScheduleDocument) -> None:
    concur, approve = era.events[2], era.events[3]
    assert concur.title == "Director of Records Management Services"
    assert concur.organization is not None
    assert concur.organization.endswith("Records Management Serivces")
    assert approve.title == "Archivist of the United States"


@pytest.mark.parametrize(
    ("number", "as_of", "verdict", "certain", "possible"),
    [
        ("N1-567-09-6/1A", None, "superseded", ["DAA-0563-2013-0001-0006"], []),
        ("N1-567-09-6/1C(2)", None, "superseded", [], ["GRS 5.1", "GRS 5.2"]),
        (
            "N1-567-09-6/1C(2)",
            date(2015, 1, 1),
            "superseded",
            ["DAA-GRS-2013-0001-0005", "DAA-GRS-2013-0001-0006"],
            [],
        ),
        ("N1-567-09-6 item 1c(2)", date(2012, 1, 1), "indeterminate", [], [f"{JOB}/1/c/2"]),
        ("NI-567-09-6, item 1B", None, "inactive", [], []),
        ("N1-567-09-006/1/c/1", None, "inactive", [], ["GRS 5.1", "GRS 5.2"]),
        ("DAA-0567-2017-0007-0001", None, "active", ["DAA-0567-2017-0007-0001"], []),
        ("DAA-0567-2017-0007", None, "active", ["DAA-0567-2017-0007"], []),
    ],
)
def test_the_answers_of_the_demo(
    demo_store: Path, number: str, as_of: date | None, verdict: str, certain: list[str], possible: list[str]
) -> None:
    with Store.open(demo_store) as store:
        answer = store.lookup(number, as_of)
    assert answer.verdict == verdict
    assert [each.id for each in answer.current if each.scope == "certain"] == certain
    assert [each.id for each in answer.current if each.scope == "possible"] == possible


def test_the_active_item_is_known_until_the_print_date_and_it_says_so(demo_store: Path) -> None:
    with Store.open(demo_store) as store:
        answer = store.lookup("DAA-0567-2017-0007-0001")
    assert answer.horizon == date(2017, 6, 12)
    assert "status-of-print-date" in {each.code for each in answer.caveats}
