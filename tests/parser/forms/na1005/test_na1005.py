"""What the fields of an NA-1005 say, and every way in which they contradict themselves."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.evidence import Evidence
from schedgraph.parser.forms.na1005 import is_na1005
from schedgraph.parser.forms.na1005.answers import page_text
from schedgraph.parser.reading.pages import FormField
from schedgraph.parser.transcript import transcript

Read = Callable[..., ScheduleDocument]
Filled = Callable[..., tuple[FormField, ...]]


def codes(document: ScheduleDocument) -> list[str]:
    return [doubt.code for doubt in document.doubts]


def relations(document: ScheduleDocument) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in document.citations]


def evidence_in(value: Any) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from evidence_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from evidence_in(getattr(value, each.name))


def test_a_sound_form_gives_its_schedule_without_a_doubt(read: Read) -> None:
    """Number, agency, record group, scope, dates and status stand in fields of their own."""
    schedule = read().schedule
    assert schedule.id and schedule.agency and schedule.record_group and schedule.status
    assert schedule.applies_to and schedule.received and schedule.certified and schedule.approved
    assert (schedule.id.value, schedule.agency.value, schedule.record_group.value) == (
        "GRS 6.1-0142-2018-0001",
        "Tennessee Valley Authority",
        "142",
    )
    assert (schedule.applies_to.value, schedule.status.value) == ("Agency-Wide", "Approved")
    assert schedule.received.value == date(2018, 2, 12)
    assert schedule.certified.value == date(2018, 2, 9)
    assert schedule.approved.value == date(2018, 3, 26)
    assert codes(read()) == []


def test_a_form_supersedes_the_one_that_it_ticks_and_names_and_cites_its_items(read: Read) -> None:
    """ALL are the items that the form has a box for."""
    assert relations(read()) == [
        ("supersedes", "GRS 6.1-0142-2017-0002"),
        ("cites", "GRS 6.1/010"),
        ("cites", "GRS 6.1/011"),
        ("cites", "GRS 6.1/012"),
    ]


def test_an_earlier_submission_may_have_been_an_era_schedule(read: Read) -> None:
    """Before the form there were schedules for Capstone."""
    assert relations(read({"previous": "DAA-0058-2015-0001"}))[0] == ("supersedes", "DAA-0058-2015-0001")


def test_only_the_ticked_items_are_cited(read: Read) -> None:
    document = read({"all": "0", "010": "1", "012": "1"})
    assert relations(document)[1:] == [("cites", "GRS 6.1/010"), ("cites", "GRS 6.1/012")]


def test_the_agency_certifies_and_only_nara_approves(read: Read) -> None:
    """All three rows of the form say "Approved"."""
    assert [(each.action, each.title) for each in read().events] == [
        ("Certify", "Agency Records Officer; Records Manager"),
        ("Certify", "Senior Agency Official, Records Management; Chief Information Officer"),
        ("Approve", "Chief Records Officer for the U.S. Government"),
    ]


def test_every_quote_stands_on_the_page_of_the_fields(read: Read, filled: Filled) -> None:
    """Evidence of form data points into the lines `name [label]: value`."""
    changes = {"comments": "Other e-mail is managed under DAA-0142-2015-0003.", "no": "1"}
    text = page_text(filled(changes))
    found = list(evidence_in(read(changes)))
    assert len(found) > 15
    assert all(text[each.start : each.end] == each.quote for each in found)
    assert {each.method for each in found} == {"form-data"}


def test_the_names_of_the_designer_alone_say_the_same(filled: Filled) -> None:
    """Where a PDF has lost its template, the two editions that are known are read by their names."""
    paths = {"Table1": "Subform1.Table1", "Table2": "Subform2.Table2"}
    bare = []
    for each in filled():
        name = each.name.removeprefix("form1.")
        first = name.split(".")[0]
        name = name.replace(first, paths.get(first, first), 1)
        name = f"Subform2.{name}" if name in ("CheckBox1", "CheckBox2") else name
        bare.append(replace(each, name=f"form1.{name}", labels=()))
    assert is_na1005(bare)
    without_number = [each for each in bare if "6.1" not in each.value]
    assert not is_na1005(without_number)


def test_the_fields_of_another_form_are_no_na1005() -> None:
    labels = ["Agency", "Date Received", "Record Group", "Approved", "Agency Records Officer", "Number"]
    assert not is_na1005([FormField(name=f"f{each}", value="1", labels=(each,)) for each in labels])


ANOMALIES = [
    ({"previous": "N/A"}, "supersedes-unnamed"),
    ({"previous": ""}, "supersedes-unnamed"),
    ({"previous": "our first form"}, "supersedes-unread"),
    ({"previous": "GRS 6.1-0142-2018-0001"}, "supersedes-itself"),
    ({"yes": "0"}, "supersedes-unticked"),
    ({"yes": "0", "no": "1"}, "supersedes-unticked"),
    ({"no": "1"}, "supersedes-both-ticked"),
    ({"previous": "GRS 6.1-0142-2019-0001"}, "supersedes-newer"),
    ({"previous": "0142-2017-0002"}, "number-repaired"),
    ({"previous": "GRS 6.1-0142-2017-0001 and -0002"}, "supersedes-unread"),
    ({"previous": "GRS 6.1-0143-2017-0002"}, "supersedes-other-record-group"),
    ({"previous": "GRS 6.1, item 010"}, "supersedes-grs"),
    ({"previous": "DAA-GRS-2014-0001"}, "supersedes-grs"),
    ({"record group": "0142, 0143"}, "record-group-several"),
    ({"number": "GRS 6.1-0142-2018-0002"}, "number-differs-from-file-name"),
    ({"number": "pending"}, "number-unread"),
    ({"number": ""}, "number-missing"),
    ({"record group": "0143"}, "record-group-disagrees"),
    ({"record group": "Knoxville"}, "record-group-unread"),
    ({"received": "2018-04-01"}, "dates-out-of-order"),
    ({"senior date": "2018-05-01"}, "dates-out-of-order"),
    ({"decided": "2016-03-26"}, "dates-out-of-order"),
    ({"received": "soon"}, "date-unread"),
    ({"decided": ""}, "approval-date-missing"),
    ({"approved": "0"}, "approval-not-shown"),
    ({"denied": "1"}, "status-contradictory"),
    ({"senior box": "0"}, "signature-unticked"),
    ({"all": "0"}, "items-not-shown"),
    ({"component": "1"}, "scope-contradictory"),
    ({"yes": "perhaps"}, "box-unread"),
]


@pytest.mark.parametrize(("changes", "code"), ANOMALIES, ids=lambda value: str(value)[:50])
def test_an_anomaly_is_a_doubt_with_its_own_code(read: Read, changes: dict[str, str], code: str) -> None:
    assert code in codes(read(changes))
    assert code not in codes(read())


@pytest.mark.parametrize(
    "previous",
    ["N/A", "", "our first form", "GRS 6.1-0142-2018-0001", "GRS 6.1, item 010", "DAA-GRS-2014-0001"],
)
def test_nothing_is_superseded_where_no_earlier_form_is_named(read: Read, previous: str) -> None:
    """A tick alone names nothing, and a form supersedes neither itself nor the schedule that it implements."""
    assert "supersedes" not in [relation for relation, _ in relations(read({"previous": previous}))]


@pytest.mark.parametrize("boxes", [{"yes": "0", "no": "1"}, {"yes": "0", "no": "0"}, {"yes": "1", "no": "1"}])
def test_a_number_against_the_box_is_a_disputed_supersession(read: Read, boxes: dict[str, str]) -> None:
    """What the form both says and denies is kept, and is not sure."""
    citation = read(boxes).citations[0]
    assert (citation.relation, citation.disputed, citation.sure) == ("supersedes", True, False)


def test_a_form_that_supersedes_nothing_and_says_so_is_sound(read: Read) -> None:
    document = read({"yes": "0", "no": "1", "previous": "N/A"})
    assert codes(document) == []
    assert "supersedes" not in [relation for relation, _ in relations(document)]


@pytest.mark.parametrize("written", ["6.1-0142-2018-0001", "GRS 6.1 0142-2018-0001", "0142-2018-0001"])
def test_a_shortened_number_is_sure_only_where_the_file_name_agrees(read: Read, written: str) -> None:
    """A lone repair stays a repair."""
    named, unnamed = read({"number": written}), read({"number": written}, name="scan0001.pdf")
    assert named.schedule.id and unnamed.schedule.id
    assert named.schedule.id.value == unnamed.schedule.id.value == "GRS 6.1-0142-2018-0001"
    assert "number-repaired" not in codes(named)
    assert "number-repaired" in codes(unnamed)
    assert unnamed.schedule.id.evidence.confidence < 1


@pytest.mark.parametrize(
    "name", ["GRS-6.1-0142-2018-0001-Approved.pdf", "GRS_6.1_0142_2018_0001_signed (2).pdf", "form.pdf"]
)
def test_the_way_in_which_a_file_is_named_raises_no_doubt(read: Read, name: str) -> None:
    assert codes(read(name=name)) == []


def test_a_blank_number_is_taken_from_the_file_name_and_says_so(read: Read) -> None:
    document = read({"number": ""})
    assert document.schedule.id is not None
    assert (document.schedule.id.value, document.schedule.id.evidence.method) == (
        "GRS 6.1-0142-2018-0001",
        "file-name",
    )
    assert "number-from-file-name" in codes(document)
    assert read({"number": ""}, name="form.pdf").schedule.id is None


def test_a_denied_form_has_a_status_and_no_day_of_approval(read: Read) -> None:
    document = read({"approved": "0", "denied": "1"})
    assert document.schedule.status is not None
    assert (document.schedule.status.value, document.schedule.approved) == ("Denied", None)
    assert document.events[-1].action == "Deny"


def test_contact_persons_are_kept_and_left_out_unless_they_are_asked_for(read: Read) -> None:
    document = read()
    asked, usual = transcript(document), transcript(document, contacts=False)
    assert asked["schedule"]["contact"] == {"name": "Help Desk", "telephone": "202-555-0100"}
    assert usual["schedule"]["contact"] == {"name": None, "telephone": None}
    assert "555-0100" not in str(usual) and "ro@agency.example" not in str(usual)


def test_a_field_that_is_there_twice_with_two_values_is_told(filled: Filled, read: Read) -> None:
    from schedgraph.parser.forms.na1005 import read_na1005

    twice = (*filled(), *filled({"agency": "Another Agency"}))
    document = read_na1005(twice, read().source)
    assert codes(document) == ["field-repeated"]


@pytest.mark.parametrize(
    "hostile", ["</form1><script>", "\x00\u202e" * 50, "GRS 6.1-" * 4000, "(" * 5000, "1" * 9000 + "-" * 9000]
)
def test_hostile_text_in_a_field_is_only_text(read: Read, hostile: str) -> None:
    """No field can stop the reader or pass for a number."""
    names = ("previous", "number", "record group", "received", "contact", "comments", "officer")
    document = read(dict.fromkeys(names, hostile), name="form.pdf")
    assert document.schedule.id is None
    assert "number-unread" in codes(document)
