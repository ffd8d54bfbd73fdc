"""One ERA schedule in many layouts gives one record."""

from functools import partial

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.reading.markup import read_markup

HEADER = (
    ("Records Schedule Number", "DAA-0361-2020-0001"),
    ("Schedule Status", "Approved"),
    ("Agency or Establishment", "Defense Logistics Agency"),
    ("Record Group / Scheduling Group", "0361 - Records of the Defense Logistics Agency"),
    ("Records Schedule applies to", "Major Subdivsion"),
    ("Major Subdivision", "DLA Headquarters"),
    ("Minor Subdivision", "Office of the General Counsel"),
    ("Schedule Subject", "Legal Case Management Files"),
    ("Internal agency concurrences will be provided", "No"),
    ("Background Information", "The Office of the General Counsel manages litigation for the agency."),
)
ITEMS = (
    (
        "1",
        "Litigation Case Files",
        "DAA-0361-2020-0001-0001",
        "Pleadings, briefs, and correspondence created in litigation.",
        (
            ("Final Disposition", "Temporary"),
            ("Item Status", "Active"),
            ("Is this item media neutral?", "Yes"),
            ("GRS or Superseded Authority Citation", "N1-361-91-010, item 3"),
            ("Cutoff Instruction", "Cut off at the end of the fiscal year in which the case is closed."),
            ("Retention Period", "Destroy 10 year(s) after cutoff."),
            ("GAO Approval", "Not Required"),
        ),
    ),
    (
        "2",
        "Significant Opinions",
        "DAA-0361-2020-0001-0002",
        "Opinions that set precedent. This item does not supersede N1-361-91-12.",
        (
            ("Final Disposition", "Permanent"),
            ("Item Status", "Active"),
            ("Is this item media neutral?", "No"),
            ("Cutoff Instruction", "Cut off at the end of the calendar year."),
            (
                "Transfer to the National Archives for Accessioning",
                "Transfer to the National Archives 15 year(s) after cutoff.",
            ),
            ("GAO Approval", "Not Required"),
        ),
    ),
)
SIGNATURES = (
    ("03/04/2020", "Certify", "John W. Carlin", "Records Officer", "Defense Logistics Agency"),
    (
        "09/15/2020",
        "Approve",
        "David S. Ferriero",
        "Archivist of the United States",
        "Office of the Archivist",
    ),
)
FIELD = {
    "on the line": "{0} {1}",
    "colon": "{0}: {1}",
    "next line": "{0}\n{1}",
    "blank line between": "{0}\n\n{1}\n",
    "tab": "{0}\t{1}",
    "pipe table": "| {0} | {1} |",
    "bold label": "**{0}:** {1}",
    "bold label above": "**{0}**\n\n{1}\n",
    "HTML table": "<tr><td>{0}</td><td>{1}</td></tr>",
    "columns of spaces": "{0:<55}{1}",
}
BLOCK = "labels before values"


def one_line(row: tuple[str, ...]) -> str:
    return f"{row[0]:<14}{row[1]:<11}{row[2]:<21}{row[3]:<34}{row[4]}"


SIGNED = {
    "on the line": " ".join,
    "pipe table": lambda row: "| " + " | ".join(row) + " |",
    "next line": "\n".join,
    BLOCK: "\n\n".join,
    "columns of spaces": one_line,
}


def field(layout: str, label: str, value: str) -> str:
    return FIELD[layout].format(label, value)


def written(layout: str) -> str:
    """The schedule in one layout."""
    form = partial(field, layout) if layout != BLOCK else None
    lines = ["Request for Records Disposition Authority", ""]
    if form:
        lines += [form(label, value) for label, value in HEADER]
    else:
        lines += [label for label, _ in HEADER] + [value for _, value in HEADER]
    lines += ["Item Count"]
    lines += [
        "\t".join(
            f"Number of {kind} Disposition Items" for kind in ["Total", "Permanent", "Temporary", "Withdrawn"]
        )
    ]
    lines += ["2\t1\t1\t0", "Outline of Records Schedule Items for DAA-0361-2020-0001", "Sequence Number"]
    for sequence, title, number, *_ in ITEMS:
        lines += [f"{sequence} {title}", f"Disposition Authority Number: {number}"]
    lines += [
        "Electronic Records Archives  Page 2 of 5  PDF Created on: 10/01/2020",
        "Records Schedule Items",
    ]
    for sequence, title, number, description, fields in ITEMS:
        if form is None:
            lines += ["Sequence Number", "Disposition Authority Number", *(label for label, _ in fields)]
            lines += [sequence, title, number, description, *(value for _, value in fields)]
            continue
        lines += [f"{sequence}\n{title}" if "\n" in FIELD[layout] else f"{sequence} {title}"]
        lines += [form("Disposition Authority Number", number), description]
        for label, value in fields:
            heading = {
                "Cutoff Instruction": "Disposition Instruction",
                "GAO Approval": "Additional Information",
            }
            lines += [heading[label]] if label in heading else []
            lines += [form(label, value)]
    lines += ["Agency Certification", "I hereby certify that I am authorized to act for this agency."]
    lines += ["Signatory Information"]
    signed = SIGNED.get(layout, "\t".join)
    lines += [signed(("Date", "Action", "By", "Title", "Organization")), *map(signed, SIGNATURES)]
    return "\n".join(lines) + "\n"


def read(text: str) -> ScheduleDocument:
    found = blocks(read_markup(text)[0])
    source = Source(name="schedule.txt", sha256="0" * 64, media_type="text/plain", pages=1)
    return read_era(found, source, detect(found))


@pytest.fixture(params=[*FIELD, BLOCK], scope="module")
def document(request: pytest.FixtureRequest) -> ScheduleDocument:
    return read(written(request.param))


def test_the_layouts_are_all_detected() -> None:
    """Every layout is known as ERA."""
    for layout in (*FIELD, BLOCK):
        assert detect(blocks(read_markup(written(layout))[0])).form == "ERA"


def test_the_header(document: ScheduleDocument) -> None:
    """The header's fields are those of the form, whatever the layout."""
    schedule = document.schedule
    readings = (
        schedule.id,
        schedule.agency,
        schedule.record_group,
        schedule.applies_to,
        schedule.major_subdivision,
        schedule.minor_subdivision,
        schedule.subject,
        schedule.status,
        schedule.background,
    )
    assert [reading and reading.value for reading in readings] == [
        "DAA-0361-2020-0001",
        "Defense Logistics Agency",
        "361",
        "Major Subdivsion",
        "DLA Headquarters",
        "Office of the General Counsel",
        "Legal Case Management Files",
        "Approved",
        "The Office of the General Counsel manages litigation for the agency.",
    ]


def test_the_dates_and_counts(document: ScheduleDocument) -> None:
    """Approved by the Approve row, certified by the Certify row, printed by the footer."""
    schedule = document.schedule
    dates = (schedule.certified, schedule.approved, schedule.printed_on)
    assert [str(day and day.value) for day in dates] == ["2020-03-04", "2020-09-15", "2020-10-01"]
    counts = schedule.item_counts
    assert (counts.total, counts.permanent, counts.temporary, counts.withdrawn) == (2, 1, 1, 0)


def test_the_items(document: ScheduleDocument) -> None:
    """Each item keeps its number, title, description and disposition."""
    first, second = document.items
    assert (first.id, first.number, first.parent) == ("DAA-0361-2020-0001-0001", "1", None)
    assert first.title and first.title.value == "Litigation Case Files"
    assert first.text and first.text.value == "Pleadings, briefs, and correspondence created in litigation."
    assert first.disposition.final and first.disposition.final.value == "temporary"
    assert first.disposition.media_neutral and first.disposition.media_neutral.value is True
    retention = first.disposition.retention
    assert retention and (retention.value.action, retention.value.period) == ("destroy", "P10Y")
    assert retention.value.text == "Destroy 10 year(s) after cutoff."
    assert first.status_printed and first.status_printed.value == "Active"
    assert second.disposition.final and second.disposition.final.value == "permanent"
    assert second.disposition.transfer is not None
    assert second.disposition.transfer.value == "Transfer to the National Archives 15 year(s) after cutoff."


def test_the_citations(document: ScheduleDocument) -> None:
    """The citation field supersedes; a denial in the description is no supersession."""
    assert [
        [(citation.relation, citation.target) for citation in item.citations] for item in document.items
    ] == [
        [("supersedes", "N1-361-91-010/3")],
        [("does-not-supersede", "N1-361-91-012")],
    ]


def test_the_signatures(document: ScheduleDocument) -> None:
    """Each row keeps its five columns."""
    assert [
        (str(event.date and event.date.value), event.action, event.name, event.title, event.organization)
        for event in document.events
    ] == [(f"{row[0][6:]}-{row[0][:2]}-{row[0][3:5]}", *row[1:]) for row in SIGNATURES]


def test_a_sound_document_leaves_no_doubt(document: ScheduleDocument) -> None:
    """No layout alone is a reason for doubt."""
    assert [doubt.code for doubt in document.doubts] == []


@pytest.mark.parametrize(
    ("group", "applies"),
    [
        ("Records of the Administration for Native\nAmericans", "Agency-wide"),
        ("Records of the Administration for Native Americans", "Agency-wide"),
        ("0361 - Records of the Defense Logistics\nAgency", "Department-wide"),
    ],
)
def test_a_record_group_on_two_lines_leaves_the_agency_its_own(group: str, applies: str) -> None:
    """All labels stand before all values."""
    labels = [label for label, _ in HEADER[:5]]
    values = ["DAA-0361-2020-0001", "Approved", "Defense Logistics Agency", group, applies]
    schedule = read("\n".join(["Request for Records Disposition Authority", *labels, *values])).schedule
    assert schedule.agency and schedule.agency.value == "Defense Logistics Agency"
    assert schedule.applies_to and schedule.applies_to.value == applies


def test_a_row_whose_first_cell_says_title_holds_the_title() -> None:
    """The printout gives the title no label; a table that was made of it may."""
    (item,) = read(
        "# Request for Records Disposition Authority\n\n"
        "| Records Schedule Number | DAA-0057-2019-0005 |\n|---|---|\n| Schedule Status | Approved |\n\n"
        "**Records Schedule Items**\n\n"
        "| Sequence Number | 1 |\n|---|---|\n| Title | Earthquake Catalogs |\n"
        "| Disposition Authority Number | DAA-0057-2019-0005-0001 |\n| Final Disposition | Permanent |\n"
    ).items
    assert item.title and item.title.value == "Earthquake Catalogs"


def test_a_text_between_title_and_number_is_no_part_of_a_title_that_the_outline_gives() -> None:
    (item,) = read(
        "Request for Records Disposition Authority\nRecords Schedule Number DAA-0470-2023-0001\n"
        "Schedule Status Approved\n\nOutline of Records Schedule Items for DAA-0470-2023-0001\nSequence Number\n"
        "1\tDecided Dockets\n\tDisposition Authority Number: DAA-0470-2023-0001-0001\n\n"
        "Records Schedule Items\nSequence Number\n1\nDecided Dockets\nBriefs, transcripts and decisions.\n"
        "Disposition Authority Number DAA-0470-2023-0001-0001\nFinal Disposition Permanent\nItem Status Active\n"
    ).items
    assert item.title and item.title.value == "Decided Dockets"
    assert item.text and item.text.value == "Briefs, transcripts and decisions."
