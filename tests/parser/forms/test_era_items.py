"""Items of ERA schedules: groups, parents, withdrawn ones, outlines that disagree, pages out of order."""

from dataclasses import replace

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.transcript import transcript


def read(text: str, name: str = "schedule.txt") -> ScheduleDocument:
    found = blocks(read_markup(text)[0])
    source = Source(name=name, sha256="0" * 64, media_type="text/plain", pages=1)
    return read_era(found, source, detect(found))


def test_a_word_laid_across_the_sheet_stamps_the_schedule_and_not_the_item_above_it() -> None:
    """Printed in line with the item it would be the item's own standing."""
    pages = read_markup(ONE_ITEM)[0]
    lines = [line._replace(slanted=line.text == "WITHDRAWN") for line in pages[0].lines]
    for laid, stamps, status in ((pages[0].lines, [], "WITHDRAWN"), (tuple(lines), ["WITHDRAWN"], None)):
        found = blocks([replace(pages[0], lines=laid)])
        source = Source(name="schedule.txt", sha256="0" * 64, media_type="text/plain", pages=1)
        read = transcript(read_era(found, source, detect(found)))
        assert read["schedule"]["stamps"] == stamps
        assert read["items"][0]["status_printed"] == status


def test_the_banner_over_a_page_is_no_text_of_the_item_that_runs_over_it() -> None:
    banner = "NATIONAL ARCHIVES AND RECORDS ADMINISTRATION\tRecords Schedule: DAA-0328-2013-0004"
    number = "Disposition Authority Number"
    entry = f"Sequence Number\n1 Meeting Audio Recordings\n{number}"
    fields = "Disposition Instruction\nRetention Period\nDestroy 1 year(s) after cutoff."
    text = ONE_ITEM.replace(f"{number}:", entry).replace("WITHDRAWN", f"{fields}\n{banner}")
    item = transcript(read(text))["items"][0]
    assert item["disposition"]["instruction"] == "Destroy 1 year(s) after cutoff."


def codes(document: ScheduleDocument) -> list[str]:
    return [doubt.code for doubt in document.doubts]


ONE_ITEM = """Request for Records Disposition Authority
Records Schedule Number
DAA-0328-2013-0004
Outline of Records Schedule Items for DAA-0328-2013-0004
Sequence Number
1 Meeting Audio Recordings
Disposition Authority Number: DAA-0328-2013-0004-0001
WITHDRAWN
"""

GROUPS = """Request for Records Disposition Authority
Records Schedule: DAA-AU-2017-0006
Records Schedule Number
DAA-AU-20170008
Schedule Status
Approved
Agency or Establishment
Department of the Army
Records Schedule applies to
Department-wide
Outline of Records Schedule Items for DAA-AU-2017-0006
Sequence Number
1 Mission Records
{first} AMCOM Correspondence
Disposition Authority Number: DAA-AU-2017-0006-0001
1.2 AMCOM Test Reports
Disposition Authority Number: DAA-AU-2017-0006-0002
2 Aircraft Logs
Disposition Authority Number: DAA-AU-2017-0006-0003
2.1 Aircraft Log Extracts
Disposition Authority Number: DAA-AU-2017-0006-0004
Records Schedule Items
Sequence Number
1
Mission Records
The records of the mission.
{first}
AMCOM Correspondence
Disposition Authority Number
DAA-AU-2017-0006-0001
Letters sent and received.
Final Disposition Temporary
Item Status Active
Retention Period Destroy 6 years after cutoff.
1.2
AMCOM Test Reports
Dlapoelllon Aulhcrlty Number DAA-AU-2017-0006-0002
Reports of tests.
Final Disposition Permanent
Item Status Withdrawn
Retention Period Transfer to the National Archives when 25 years old.
2
Aircraft Logs
Disposition Authority Number
DAA-AU-2017-0006-0003
Logs.
Final Disposition Temporary
Item Status Active
Retention Period Destroy when 2 years old.
Additional Information
GAO Approval Not Required
2.1
Aircraft Log Extracts
Disposition Authority Number
DAA-AU-2017-0006-0004
Extracts.
Final Disposition Temporary
Item Status Active
Retention Period Destroy when no longer needed.
"""


def test_a_group_without_a_number_is_no_authority() -> None:
    """Sequence 1 only groups its children: they have no parent, and no item is made of it."""
    document = read(GROUPS.format(first="1.1"))
    assert [(item.number, item.id[-4:], item.parent) for item in document.items] == [
        ("1.1", "0001", None),
        ("1.2", "0002", None),
        ("2", "0003", None),
        ("2.1", "0004", "DAA-AU-2017-0006-0003"),
    ]


def test_a_group_heading_is_in_no_description() -> None:
    """The group's heading and text stay out of the items around it."""
    document = read(GROUPS.format(first="1.1"))
    texts = [item.text.value if item.text else None for item in document.items]
    assert texts == ["Letters sent and received.", "Reports of tests.", "Logs.", "Extracts."]


def test_a_lost_point_in_a_sequence_number() -> None:
    """`11` right after the group `1` is 1.1, and the repair is told."""
    document = read(GROUPS.format(first="11"))
    assert document.items[0].number == "1.1"
    assert "sequence-repaired" in codes(document)


def test_a_number_that_loses_against_the_rest_of_the_document() -> None:
    """DAA-AU-20170008 would fit the grammar as -0008; header and outline say -0006."""
    document = read(GROUPS.format(first="1.1"))
    assert document.schedule.id and document.schedule.id.value == "DAA-AU-2017-0006"
    assert document.schedule.printed == "DAA-AU-20170008"


def test_a_label_beyond_recognition_is_vouched_for_by_its_number() -> None:
    """ "Dlapoelllon Aulhcrlty Number" with an item's number behind it is the label of that number."""
    document = read(GROUPS.format(first="1.1"))
    item = document.items[1]
    assert item.title and item.title.value == "AMCOM Test Reports"
    assert item.status_printed and item.status_printed.value == "Withdrawn"


RETURNED = """WITHDRAWN
Request for Records Disposition Authority
Records Schedule Number
DAA-0237-2014-0006
Schedule Status
Returned Without Action
Agency or Establishment
Federal Aviation Administration
Item Count
Number of Total Disposition Items
1
Number of Permanent Disposition Items
0
Number of Temporary Disposition Items
1
Number of Withdrawn Disposition Items
0
WITHDRAWN
Records Schedule Items
Sequence Number
1
Radar Data
Disposition Authority Number
DAA-0237-2014-0006-0001
Radar data. This item supersedes N1-237-09-23, item 2.
Final Disposition
Temporary
Retention Period
Destroy 45 days after recording.
Signatory Information
Date\tAction\tBy\tTitle\tOrganization
06/02/2014\tCertify\tJohn W. Carlin\tRecords Officer\tFederal Aviation Administration
09/16/2014\tReturn Without Action\tAllen Weinstein\tAppraiser\tNational Archives and Records Administration
"""


def test_a_returned_schedule_has_no_day_of_approval() -> None:
    """It was certified and came back; the status is a value although it looks like a stamp."""
    schedule = read(RETURNED).schedule
    assert schedule.status and schedule.status.value == "Returned Without Action"
    assert schedule.approved is None
    assert schedule.certified and schedule.certified.value.isoformat() == "2014-06-02"


def test_a_stamp_on_every_page_is_one_stamp_of_the_schedule() -> None:
    """WITHDRAWN at the top of the pages speaks of the schedule and is no text of an item."""
    document = read(RETURNED)
    assert [stamp.value for stamp in document.schedule.stamps] == ["WITHDRAWN"]
    assert document.items[0].status_printed is None
    assert document.items[0].title and document.items[0].title.value == "Radar Data"


ODD = """Request for Records Disposition Authority
Records Schedule Number DAA-0059-2015-0004
Schedule Status Approved
Record Group / Scheduling Group 0084 - Records of Foreign Service Posts
Item Count
Number of Total Disposition Items 5
Number of Permanent Disposition Items 0
Number of Temporary Disposition Items 3
Number of Withdrawn Disposition Items 1
Outline of Records Schedule Items for DAA-0059-2015-0004
Sequence Number
1 Consular Cards
Disposition Authority Number: DAA-0059-2015-0004-0001
2 Visa Refusal Files
Disposition Authority Number: DAA-0059-2015-0004-0002
3 Passport Fee Records
WITHDRAWN
Disposition Authority Number: DAA-0059-2015-0004-0003
4 Post Diaries
Disposition Authority Number: DAA-0059-2015-0004-0004
Sequence Number
1 Consular Card Files
Disposition Authority Number DAA-0059-2015-0004-
0001
Final Disposition of these cards was disputed for many years between the posts and the Department.
Cards on citizens. This item supersedes NC1-84-77-1, item 2a and 2b, and N1-084-91-1, items 4-6.
Final Disposition Temporary
Item Status Active
Is this item media neutral? Yes
| Manual Citation | Manual Title |
|---|---|
| A-13-001-01a(1) | Disposition Schedules |
| A-13-001-02 | Disposition Schedules, Chapter 2 |
GRS or Superseded Authority Citation\tNC1-84-77-1/2/a
\tN1-084-91-001/4
Retention Period Destroy immediately after verification
of the upload.
2 Visa Refusal Files
Disposition Authority Number PAA-0059-2015-0004-0002
Refusals.
Final Disposition
Electronic Records Archives Page 4 of 9 PDF Created on: 01/02/2016
Temporary
Item Status Active
Is this item media neutral?
No
Explanation of limitation Paper only.
Retention Period Transfer to the National Archives 5 years after cutoff.
3 Passport Fee Records
Disposition Authority Number DAA-0059-2015-0004-0003
WITHDRAWN
Fees.
Final Disposition Temporary
Signatory Information
Date
Action
By
Title
Organization
02/22/2015
Certify
John W. Carlin
Agency Records Officer
Department of State - Bureau of
Administration
05/31/2016
Appro ve
David S. Ferriero
Archivist of the Unite
d States
Office of the Archivist - Office of the
Archivist
"""


@pytest.fixture(scope="module", params=["\n", "\r\n"], ids=["LF", "CRLF"])
def odd(request: pytest.FixtureRequest) -> ScheduleDocument:
    return read(ODD.replace("\n", request.param))


def test_items_are_found_where_the_heading_of_the_list_is_lost(odd: ScheduleDocument) -> None:
    """What has a final disposition is in the item list, whatever heading stands above it."""
    assert [item.id[-4:] for item in odd.items] == ["0001", "0002", "0003", "0004"]


def test_a_number_broken_over_two_lines(odd: ScheduleDocument) -> None:
    """The second half is no text of the description; a sentence that begins like a label is."""
    text = odd.items[0].text
    assert text and text.value.startswith("Final Disposition of these cards was disputed")


def test_citations_from_field_and_description_are_told_once(odd: ScheduleDocument) -> None:
    """Ranges are spelled out, and a manual's own numbers are no authorities."""
    assert sorted((each.relation, each.target or "") for each in odd.items[0].citations) == [
        ("supersedes", "N1-084-91-001/4"),
        ("supersedes", "N1-084-91-001/5"),
        ("supersedes", "N1-084-91-001/6"),
        ("supersedes", "NC1-084-77-001/2/a"),
        ("supersedes", "NC1-084-77-001/2/b"),
    ]


def test_a_withdrawn_item_is_kept_and_says_so(odd: ScheduleDocument) -> None:
    """The stamp below its number is the item's own."""
    assert odd.items[2].status_printed and odd.items[2].status_printed.value == "WITHDRAWN"
    assert odd.schedule.stamps == ()


def test_an_item_that_only_the_outline_has(odd: ScheduleDocument) -> None:
    """It is not lost, and the disagreement is told."""
    assert odd.items[3].title and odd.items[3].title.value == "Post Diaries"
    assert odd.items[3].disposition.final is None


def test_disagreements_are_told(odd: ScheduleDocument) -> None:
    """Title and number of items in the outline, counts, record group, disposition: each has its doubt."""
    assert sorted(codes(odd)) == [
        "disposition-disagrees",
        "item-count-disagrees",
        "outline-disagrees",
        "outline-disagrees",
        "record-group-disagrees",
    ]


def test_signatures_one_cell_a_line(odd: ScheduleDocument) -> None:
    """Wrapped cells are joined and broken words mended."""
    assert [(event.action, event.name, event.title, event.organization) for event in odd.events] == [
        (
            "Certify",
            "John W. Carlin",
            "Agency Records Officer",
            "Department of State - Bureau of Administration",
        ),
        (
            "Approve",
            "David S. Ferriero",
            "Archivist of the United States",
            "Office of the Archivist - Office of the Archivist",
        ),
    ]


def many_items() -> str:
    lines = ["Records Schedule Number: DAA-0375-2019-0002", "Schedule Status: Approved", "20  5  15  0"]
    lines.insert(2, "Item Count")
    lines += ["Outline of Records Schedule Items for DAA-0375-2019-0002", "Sequence Number"]
    for number in range(1, 21):
        lines += [str(number), f"Series {number} Files"]
        lines += [f"Disposition Authority Number: DAA-0375-2019-0002-{number:04d}"]
    lines += ["Records Schedule Items"]
    for number in range(1, 21):
        permanent = number % 4 == 0
        lines += ["Sequence Number", str(number), f"Series {number} Files", "Disposition Authority Number"]
        lines += [
            f"DAA-0375-2019-0002-{number:04d}",
            "A series with a list:",
            "1. first part",
            "2. second part",
        ]
        lines += [f"Electronic Records Archives Page {number} of 30 PDF Created on: 01/02/2020"]
        lines += ["Final Disposition", "Permanent" if permanent else "Temporary", "Retention Period"]
        lines += ["Transfer to the National Archives after 20 years."] if permanent else []
        lines += [] if permanent else [f"Destroy {number} year(s) after cutoff."]
    return "\n".join(lines)


def test_twenty_items_with_lists_in_their_descriptions() -> None:
    """A numbered list is no item, and every item keeps its own fields."""
    document = read(many_items())
    assert [item.number for item in document.items] == [str(number) for number in range(1, 21)]
    periods = [
        item.disposition.retention and item.disposition.retention.value.period for item in document.items
    ]
    assert periods == [f"P{20 if number % 4 == 0 else number}Y" for number in range(1, 21)]
    assert {item.text.value for item in document.items if item.text} == {
        "A series with a list:\n1. first part\n2. second part"
    }
    assert codes(document) == ["approval-date-missing"]


FLAT = (
    "Request for Records Disposition Authority Records Schedule Number DAA-0048-201 3-0001 "
    "Schedule Status Approved Agency or Establishment Department of the Interior Record Group I Scheduling "
    "Group Records of the Office of the Secretary of the Interior Records Schedule app lies to "
    "Department-wide Schedule Sub1ect Department of the Interior Big Bucket Schedule 1 - Administrative "
    "Records Background Information The Department protects the Nation.\n"
    "Item Count Number of Total Disposition Items Number of Permanent Disposition Items Number of "
    "Temporary Disposition Items Number of Withdrawn Disposition Items 1 0 1 0\n"
    "Records Schedule Items Sequence Number 1 Short-term Administration Records Disposition Authority "
    "Number DAA-0048-2013-0001-0001 Records of a routine kind. Final Disposition Temporary Item Status "
    "Active Is this item media neutral? Yes Disposition Instruction Cutoff Instruction Cut off at the end "
    "of the fiscal year. Retention Period Destroy 3 years after cut-off. Additional Information GAO "
    "Approval Not Required\n"
)


def test_a_page_on_one_line() -> None:
    """Labels are found inside a line that an OCR made of a whole page."""
    document = read(FLAT)
    schedule = document.schedule
    assert schedule.id and schedule.id.value == "DAA-0048-2013-0001"
    assert schedule.agency and schedule.agency.value == "Department of the Interior"
    assert schedule.applies_to and schedule.applies_to.value == "Department-wide"
    assert schedule.item_counts.total == 1
    (item,) = document.items
    assert item.title and item.title.value == "Short-term Administration Records"
    assert item.text and item.text.value == "Records of a routine kind."
    assert item.disposition.retention and item.disposition.retention.value.period == "P3Y"


UNFORCED = """Request for Records Disposition Authority
Records Schedule Number
Schedule Status
Agency or Establishment
Record Group / Scheduling Group
Records Schedule applies to
Major Subdivision
Minor Subdivision
Schedule Subject
Internal agency concurrences will be provided
DAA-0059-2015-0003
Approved
Department of State
0059 - General Records of the Department of State
Agency-wide
Bureau of Administration
Visa Lottery Files
No
Records Schedule Items
Sequence Number
Disposition Authority Number
Final Disposition
Item Status
Is this item media neutral?
Cutoff Instruction
Retention Period
1
Visa Lottery Entries
DAA-0059-2015-0003-0001
Entries of the annual lottery, with photographs
and the correspondence about them.
Temporary
Active
Yes
Cut off at end of fiscal year.
Destroy 5 years after cutoff.
"""


def test_values_that_two_labels_could_claim_go_to_neither() -> None:
    """One value for major and minor subdivision: both stay null and the doubt names them."""
    document = read(UNFORCED)
    schedule = document.schedule
    assert (schedule.major_subdivision, schedule.minor_subdivision) == (None, None)
    (doubt,) = (doubt for doubt in document.doubts if doubt.code == "labels-before-values")
    assert "major-subdivision, minor-subdivision" in doubt.message


def test_values_that_order_and_kind_force_are_given() -> None:
    """The rest of the same block is certain enough, at a lower confidence."""
    document = read(UNFORCED)
    assert document.schedule.subject and document.schedule.subject.value == "Visa Lottery Files"
    assert document.schedule.subject.evidence.confidence < 1
    (item,) = document.items
    assert item.text
    assert item.text.value == (
        "Entries of the annual lottery, with photographs and the correspondence about them."
    )
    assert item.disposition.cutoff and item.disposition.cutoff.value == "Cut off at end of fiscal year."


def test_a_table_with_a_row_for_each_item() -> None:
    """The first row holds the labels, and short headings count as labels there."""
    document = read(
        "<table><tr><td>Records Schedule Number</td><td>DAA-0370-2016-0005</td></tr></table>\n"
        "## Records Schedule Items\n"
        "| Sequence Number | Title | Disposition Authority Number | Final Disposition |\n|---|---|---|---|\n"
        "| 1 | Tide Station Records | DAA-0370-2016-0005-0001 | Permanent |\n"
        "| 2 | Tide Gauge Manuals | DAA-0370-2016-0005-0002 | Temporary |\n"
    )
    assert [
        (
            item.number,
            item.title and item.title.value,
            item.disposition.final and item.disposition.final.value,
        )
        for item in document.items
    ] == [("1", "Tide Station Records", "permanent"), ("2", "Tide Gauge Manuals", "temporary")]


def test_an_item_whose_number_cannot_be_read_is_told() -> None:
    """No number is invented for it, and it is not lost: its name is none that a script could take for a number."""
    document = read(
        "Records Schedule Number DAA-0370-2016-0005\nRecords Schedule Items\n"
        "Sequence Number\n1\nTide Records\n"
        "Disposition Authority Number\n(illegible)\nFinal Disposition Temporary\n"
    )
    assert [(each["id"], each["number"]) for each in transcript(document)["items"]] == [(None, "1")]
    assert "item-without-number" in codes(document)


@pytest.mark.parametrize("text", ["", "Records Schedule Number\n", "Final Disposition Temporary\n"])
def test_what_is_not_there_is_null(text: str) -> None:
    """A fragment gives nothing but the doubt about its number."""
    document = read(text)
    assert (document.schedule.id, document.items, document.events) == (None, (), ())
    assert "schedule-number-missing" in codes(document)


def test_the_file_name_is_no_evidence_of_its_own() -> None:
    """A name confirms a number that the document prints; it makes none."""
    assert read("Schedule Status Approved\n", "daa-0567-2017-0007_sf115.pdf").schedule.id is None


NUMBER_NOT_READ = """Request for Records Disposition Authority
Records Schedule Number
DAA-0059-2013-0011
Outline of Records Schedule Items for DAA-0059-2013-0011
1 Arrest Case Files
Disposition Authority Number: DAA-0059-2013-0011-0001
2 Estate Case Files
Disposition Authority Number: DAA-0059-2013-0011-0002
Records Schedule Items
1 Arrest Case Files
Disposition Authority Number DAA-0059-2013-0011-0001
Final Disposition Temporary
Retention Period Destroy 3 year(s) after cutoff.
~~{title}~~
Disposition Authority Number DAA-0059-2013-0011-0002
~~Inventories of estates.~~
Final Disposition ~~Temporary~~
Retention Period ~~Destroy 12 year(s) after cutoff.~~
"""


def test_a_title_of_the_outline_whose_number_was_not_read_is_that_of_the_item_below_it() -> None:
    """A stroke through the title takes the number with it; the item above is not struck."""
    arrests, estates = transcript(read(NUMBER_NOT_READ.format(title="Estate Case Files")))["items"]
    assert (arrests["strike"], arrests["struck"]) == ("none", [])
    assert (estates["title"], estates["strike"]) == ("Estate Case Files", "full")
    assert estates["struck"][0].startswith("Estate Case Files Inventories")
