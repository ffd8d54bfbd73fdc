"""What an ERA schedule says, and what it leaves open."""

from importlib.resources import files

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import Item, ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.reading.markup import read_markup


def read(text: str, name: str = "schedule.txt") -> ScheduleDocument:
    found = blocks(read_markup(text)[0])
    source = Source(name=name, sha256="0" * 64, media_type="text/plain", pages=1)
    return read_era(found, source, detect(found))


def codes(document: ScheduleDocument) -> list[str]:
    return [doubt.code for doubt in document.doubts]


def cited(item: Item) -> list[tuple[str, str | None]]:
    return [(citation.relation, citation.target) for citation in item.citations]


@pytest.fixture(scope="module")
def seed() -> ScheduleDocument:
    text = (files("schedgraph.corpus") / "documents" / "004_b78231fe35ef310f.txt").read_text(encoding="utf-8")
    return read(text, "004_b78231fe35ef310f.txt")


def test_the_header_of_a_real_schedule(seed: ScheduleDocument) -> None:
    """DAA-0567-2017-0007: wrapped values are joined, blank ones are null."""
    schedule = seed.schedule
    assert schedule.id and schedule.id.value == schedule.printed == "DAA-0567-2017-0007"
    assert schedule.subject
    assert (
        schedule.subject.value
        == "Secure Communities Relationship Management System (RMS)/ SalesForce Records"
    )
    assert schedule.record_group and schedule.record_group.value == "567"
    assert schedule.applies_to and schedule.applies_to.value == "Agency-wide"
    assert schedule.major_subdivision is None
    assert schedule.stamps == ()


def test_the_dates_of_a_real_schedule(seed: ScheduleDocument) -> None:
    """The day the PDF was made is not the day of the approval."""
    dates = (seed.schedule.certified, seed.schedule.approved, seed.schedule.printed_on)
    assert [str(day and day.value) for day in dates] == ["2017-02-22", "2017-05-31", "2017-06-12"]


def test_the_item_of_a_real_schedule(seed: ScheduleDocument) -> None:
    """A blank line inside a wrapped sentence does not end it."""
    (item,) = seed.items
    assert (item.id, item.number, item.parent, item.strike) == ("DAA-0567-2017-0007-0001", "1", None, "none")
    disposition = item.disposition
    assert disposition.cutoff
    assert disposition.cutoff.value == "Cut off at the end of the calendar year data are received."
    assert disposition.retention and disposition.retention.value.period == "P3Y"
    assert disposition.retention.value.action == "destroy"
    assert disposition.media_neutral and disposition.media_neutral.value is False
    assert item.status_printed and item.status_printed.value == "Active"
    assert item.citations == ()


def test_a_count_whose_headings_are_damaged(seed: ScheduleDocument) -> None:
    """Four numbers stand in the order of the form: total, permanent, temporary, withdrawn."""
    counts = seed.schedule.item_counts
    assert (counts.total, counts.permanent, counts.temporary, counts.withdrawn) == (1, 0, 1, 0)


def test_words_that_a_column_broke_are_mended(seed: ScheduleDocument) -> None:
    """ "Servic es" is mended, "Serivces" is the source's own misspelling and stays."""
    concur, approve = seed.events[2], seed.events[3]
    assert concur.title == "Director of Records Management Services"
    assert concur.organization == "National Records Management Program - ACNR Records Management Serivces"
    assert approve.title == "Archivist of the United States"
    assert seed.events[1].action == "Submit for Concurrence"


def test_a_signature_printed_twice_is_one_event(seed: ScheduleDocument) -> None:
    """The second row is told as a doubt, with its place."""
    assert len(seed.events) == 4
    (doubt,) = seed.doubts
    assert doubt.code == "duplicate-signature"
    assert doubt.evidence and doubt.evidence.quote.startswith("05/30/2017\tConcur")


def test_every_value_can_be_followed_to_the_text(seed: ScheduleDocument) -> None:
    """A quote is the source text between its offsets."""
    text = (files("schedgraph.corpus") / "documents" / "004_b78231fe35ef310f.txt").read_text(encoding="utf-8")
    places = [item.evidence for item in seed.items] + [event.evidence for event in seed.events]
    places += [seed.schedule.subject.evidence] if seed.schedule.subject else []
    for place in places:
        assert text[place.start : place.end] == place.quote


SCANNED = """NATIONAL ARCHIVES AND RECORDS ADMINISTRATION
Request for Records Disposition Authority          Records Schedule: DAA-GRS-2017-0006

Records Schedule Number           DM-GRS-2017-0006
Schedule Status                   Approved
Agency or Establishment           General Records Schedules (National Archives and Records Administration)
Record Group I Scheduling Group   General Records Schedules
Records Schedule app lies to      Government-wide
Schedule Sub1ect                  General Records Schedule 5.6: Security Records
Internal agency concurrences will No
be provided
Background Information            This schedule covers records about protecting an organization's
                                  personnel, assets, and facilities. Related records are covered
                                  in GRS 3.2, Information Systems Security Records.
Item Count
Number of Total Disposition   Number of Permanent   Number of Temporary   Number of Withdrawn
Items                         Disposition Items     Disposition Items     Disposition Items
2                             0                     2                     0
GAO Approval

Electronic Records Archives          Page 1of31          PDF Created on: 06/0812017
NATIONAL ARCHIVES AND RECORDS ADMINISTRATION
Request for Records Disposition Authority          Records Schedule: DAA-GRS-2017-0006

Outline of Records Schedule Items for DAA-GRS-2017-0006

Sequence Number

1            Security administrative records.
             Disposition Authority Number: DAA-GRS-2017-0006-0001
2            Property pass records.
             Disposition Authority Number: DAA-GRS-2017-0006-0002

Electronic Records Archives          Page 2 of 31          PDF Created on: 06/08/2017
Records Schedule Items

Sequence Number

1            Security administrative records.

             Disposition Authority Number      DAA-GRS-2017-0006-0001

             Records about routine facility security, protective services, and personnel
Electronic Records Archives          Page 3 of 31          PDF Created on: 06/08/2017
NATIONAL ARCHIVES AND RECORDS ADMINISTRATION
Request for Records Disposition Authority          Records Schedule: DAA-GRS-2017-0006

             security program administration not covered elsewhere.

             Final D1spos1t1on                 Temporary
             Item Status                       Active
             Is this item media neutral?       Yes
             Do any of the records covered     Yes
             by this item currently exist in
             electronic format(s) other than
             e-mail and word processing?
             GRS or Superseded Authority       GRS 18, item 1
             Citation                          GRS 18/8 and N1-GRS-98-2, item 4
             Disposition Instruction
             Retention Period                  Destroy when 3 years old, but longer retention is
                                               authorized if required for business use.
             Additional Information
             GAO Approval                      Not Required

2            Property pass records.

             Disposition Authority Number      DAA-GRS-2017-0006-0OO2

             Records authorizing removal of Government property.

             Final Disposition                 Temporary
             Item Status                       Active
             Is this item media neutral?       Yes
             Disposition Instruction
             Retention Period                  Destroy 3 months after expiration or revocation.

Agency Certification
I hereby certify that I am authorized to act for this agency.

Signatory Information

Date           Action        By              Title             Organization
05/18/2017     Certify       John W. Carlin  Records Officer   National Archives and
                                                               Records Adm inistration
06/01/2017     Submit for    Allen           Appraisal         National Archives and
               Concur rence  Weinstein       Archivist         Records Administration -
                                                               ACRA
111132017      Concur        John W. Carlin  Director of       National Records Management
                                             Records Manage    Program
                                             ment Servic es
06/07/2017     Approve       David S.        Archivist of the  Office of the Archivist
                             Ferriero        Unite d States
"""


@pytest.fixture(scope="module")
def scanned() -> ScheduleDocument:
    return read(SCANNED)


def test_a_damaged_number_is_settled_by_the_running_header(scanned: ScheduleDocument) -> None:
    """DM-GRS-2017-0006 is DAA-GRS-2017-0006: the header of every page says so, and the repair is listed."""
    assert scanned.schedule.id and scanned.schedule.id.value == "DAA-GRS-2017-0006"
    assert scanned.schedule.printed == "DM-GRS-2017-0006"
    assert scanned.schedule.id.repairs
    assert "number-repaired" not in codes(scanned)


def test_a_letter_group_is_its_own_record_group(scanned: ScheduleDocument) -> None:
    """A General Records Schedule has no record group of digits."""
    assert scanned.schedule.record_group and scanned.schedule.record_group.value == "GRS"


def test_a_description_goes_on_over_the_page(scanned: ScheduleDocument) -> None:
    """Footers and running headers are no part of it."""
    assert scanned.items[0].text
    assert scanned.items[0].text.value == (
        "Records about routine facility security, protective services, and personnel "
        "security program administration not covered elsewhere."
    )


def test_a_damaged_item_number_is_settled_by_the_outline(scanned: ScheduleDocument) -> None:
    """-0OO2 in the item list is -0002 in the outline."""
    assert [item.id for item in scanned.items] == ["DAA-GRS-2017-0006-0001", "DAA-GRS-2017-0006-0002"]


def test_a_label_that_is_broken_over_two_lines(scanned: ScheduleDocument) -> None:
    """The values beside both lines of the label belong to it."""
    assert cited(scanned.items[0]) == [
        ("supersedes", "GRS 18/1"),
        ("supersedes", "GRS 18/8"),
        ("supersedes", "N1-GRS-98-002/4"),
    ]


def test_a_wrapped_signatory_table(scanned: ScheduleDocument) -> None:
    """Columns are followed from line to line."""
    assert [(event.action, event.name, event.title, event.organization) for event in scanned.events] == [
        ("Certify", "John W. Carlin", "Records Officer", "National Archives and Records Administration"),
        (
            "Submit for Concurrence",
            "Allen Weinstein",
            "Appraisal Archivist",
            "National Archives and Records Administration - ACRA",
        ),
        (
            "Concur",
            "John W. Carlin",
            "Director of Records Management Services",
            "National Records Management Program",
        ),
        ("Approve", "David S. Ferriero", "Archivist of the United States", "Office of the Archivist"),
    ]


def test_a_date_that_reads_in_two_ways_is_left_open(scanned: ScheduleDocument) -> None:
    """111132017 may be 13 or 3 November: no date, and a doubt that names both."""
    assert scanned.events[2].date is None
    (doubt,) = (doubt for doubt in scanned.doubts if doubt.code == "date-unread")
    assert "2017-11-13" in doubt.message and "2017-11-03" in doubt.message


def test_a_background_that_mentions_a_schedule_cites_it(scanned: ScheduleDocument) -> None:
    """What the background names belongs to the schedule as a whole."""
    assert [(each.relation, each.target) for each in scanned.citations] == [("cites", "GRS 3.2")]


def test_the_day_of_printing_is_what_most_footers_say(scanned: ScheduleDocument) -> None:
    """One footer is damaged, two are sound."""
    printed = scanned.schedule.printed_on
    assert printed and printed.value.isoformat() == "2017-06-08" and printed.repairs == ()
