"""The signatory table in each of the layouts that it is read from."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import SignatoryEvent
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.signatories import action_name, read_signatories
from schedgraph.parser.reading.markup import read_markup

Read = tuple[tuple[SignatoryEvent, ...], tuple[Doubt, ...]]
NARA = "National Archives and Records Administration - ACRA"
SERVICES = "National Records Management Program - ACNR Records Management Services"
ARCHIVIST = ("Approve", "David S. Ferriero", "Archivist of the United States", "Office of the Archivist")

# What each layout below says.
FOUR = [
    ("Certify", None, "Peace Corps Records Officer", "Office of Management"),
    ("Submit for Concurrence", None, "Appraiser", NARA),
    ("Concur", "John W. Carlin", "Director of Records Management Services", SERVICES),
    ARCHIVIST,
]
DATES = ["2012-03-01", "2012-04-02", "2012-05-03", "2012-06-04"]
PRINTED = ["03/01/2012", "04/02/2012", "05/03/2012", "06/04/2012"]
HEADER = ("Date", "Action", "By", "Title", "Organization")


def read(text: str) -> Read:
    return read_signatories(blocks(read_markup(text)[0]))


def people(found: Read) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(event.action, event.name, event.title, event.organization) for event in found[0]]


def codes(found: Read) -> list[str]:
    return [doubt.code for doubt in found[1]]


def dates(found: Read) -> list[str | None]:
    return [event.date.value.isoformat() if event.date and event.date.value else None for event in found[0]]


def table(blank: str = "") -> list[list[str]]:
    return [[date, *(cell or blank for cell in row)] for date, row in zip(PRINTED, FOUR, strict=True)]


def by_columns(separator: str) -> str:
    return "\n\n".join("\n".join(part) for part in zip(HEADER, *table(), strict=True)).replace(
        "\n\n", separator
    )


WRAPPED = """\
Date         Action          By                      Title                       Organization
03/01/2012   Certify                                 Peace Corps Records         Office of Management
                                                     Officer
04/02/2012   Submit for                              Appraiser                   National Archives and Records
             Concurrence                                                         Administration - ACRA
05/03/2012   Concur          John W.                 Director of Records         National Records Management
                             Carlin                  Management Servic es        Program - ACNR Records

Electronic Records Archives                     Page 4 of 5                     PDF Created on: 09/14/2016
Date         Action          By                      Title                       Organization
                                                                                 Management Services
06/04/2012   Approve         David S. Ferriero       Archivist of the Unite      Office of the Archivist
                                                     d States
"""

LAYOUTS = {
    "tabs": "\n".join("\t".join(row) for row in [list(HEADER), *table()]),
    "tabs, no header": "\n".join("\t".join(row) for row in table()),
    "tabs, redacted": "\n".join("\t".join(row) for row in [list(HEADER), *table("(b)(6)")]),
    "tabs, a dash": "\n".join("\t".join(row) for row in [list(HEADER), *table("—")]),
    "tabs, empty cells dropped": "\n".join(
        "\t".join(cell for cell in row if cell) for row in [list(HEADER), *table()]
    ),
    "pipes": "\n".join("| " + " | ".join(row) + " |" for row in [list(HEADER), ["---"] * 5, *table()]),
    "pipes, illegible": "\n".join(
        "| " + " | ".join(row) + " |" for row in [list(HEADER), ["---"] * 5, *table("[illegible]")]
    ),
    "HTML": "<table>"
    + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [list(HEADER), *table()]
    )
    + "</table>",
    "a cell a line": "\n".join(cell for row in [list(HEADER), *table()] for cell in row if cell),
    "a cell a line, redacted": "\n".join(cell for row in [list(HEADER), *table("(b) (6)")] for cell in row),
    "a cell a paragraph": "\n\n".join(cell for row in [list(HEADER), *table()] for cell in row if cell),
    "wide spaces": "\n".join("  ".join(row) for row in table()),
    "single spaces": "\n".join(" ".join(cell for cell in row if cell) for row in [list(HEADER), *table()]),
    "single spaces, redacted": "\n".join(
        " ".join(row) for row in [list(HEADER), *table("(b)(6), (b)(7)(C)")]
    ),
    "one line": "I hereby certify. Signatory Information "
    + " ".join(" ".join(cell for cell in row if cell) for row in [list(HEADER), *table()])
    + " Electronic Records Archives Page 4 of 4 PDF Created on: 06/08/2017",
    "wrapped in columns": WRAPPED,
}


LAYOUTS |= {
    "wrapped without headings": "\n".join(
        line
        for line in WRAPPED.splitlines()
        if not line.startswith(("Date", "Electronic")) and line.strip() not in ("", "Management Services")
    ).replace("Program - ACNR Records", "Program - ACNR Records\n" + " " * 81 + "Management Services"),
    "labels with colons": "\n".join(
        f"{name}: {cell}" for row in table() for name, cell in zip(HEADER, row, strict=True) if cell
    ),
    "a label, then its value": "\n".join(
        f"{name}\n{cell}" for row in table() for name, cell in zip(HEADER, row, strict=True)
    ),
    "on its side": "\n".join(
        "\t".join([name, *column]) for name, *column in zip(HEADER, *table(), strict=True)
    ),
    "columns in another order": "\n".join(
        "\t".join((row[1], row[0], *row[2:])) for row in [list(HEADER), *table()]
    ),
    "the office's code on a line of its own": "\n".join(
        cell.replace(" - ACRA", "\n- ACRA") for row in [list(HEADER), *table()] for cell in row if cell
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_row_by_row(layout: str) -> None:
    """An empty or redacted cell is an empty cell, and an agency is no person."""
    found = read(LAYOUTS[layout])
    assert people(found) == FOUR
    assert dates(found) == DATES
    assert codes(found) == []


def test_words_of_one_or_two_a_line() -> None:
    """Lines that hold less than a cell are divided by their words."""
    found = read(
        "06/04/2012\nApprove\nDavid S.\nFerriero\nArchivist of\nthe United\n"
        "States\nOffice of\nthe Archivist\n"
    )
    assert people(found) == [ARCHIVIST]


def test_columns_one_after_the_other() -> None:
    """All dates, all actions, ...; without a mark for the empty cells, the names cannot be placed."""
    found = read(by_columns("\n\n"))
    assert dates(found) == DATES
    assert [row[0] for row in people(found)] == [row[0] for row in FOUR]
    assert [row[2:] for row in people(found)] == [row[2:] for row in FOUR]
    # The two empty cells of the column are one blank space.
    assert [event.name for event in found[0]] == [None] * 4
    assert set(codes(found)) == {"signatory-columns-lost"}


def test_columns_one_after_the_other_with_one_empty_cell() -> None:
    """A blank line after the heading is the empty first cell."""
    rows = [[date, *(cell or "" for cell in row)] for date, row in zip(PRINTED[1:], FOUR[1:], strict=True)]
    text = "\n\n".join("\n".join(part) for part in zip(HEADER, *rows, strict=True))
    found = read(text)
    assert people(found) == FOUR[1:]
    assert codes(found) == []


def test_columns_without_their_headings() -> None:
    """Headings first, then the columns: counts and words tell them apart."""
    rows = [(date, *row) for date, row in zip(PRINTED[2:], FOUR[2:], strict=True)]
    text = "\n".join([*HEADER, *(str(cell) for column in zip(*rows, strict=True) for cell in column)])
    found = read(text)
    assert people(found) == FOUR[2:]


def test_columns_that_do_not_count_up() -> None:
    """Fewer actions than dates: no row, and a doubt."""
    found = read("Date\n03/01/2012\n06/04/2012\n\nAction\nApprove\n\nTitle\nArchivist of the United States\n")
    assert found[0] == ()
    assert codes(found) == ["signatory-columns-lost"]


def test_actions_beyond_the_usual() -> None:
    """They are kept as printed."""
    rows = [
        ("01/15/2013", "Return for Revision", "return"),
        ("06/20/2013", "Submit For Certification", "submit-for-certification"),
        ("03/11/2014", "Return Without Action", "return-without-action"),
    ]
    found = read("\n".join(f"{date}\t{action}\t\tAppraiser\t{NARA}" for date, action, _ in rows))
    assert [event.action for event in found[0]] == [action for _, action, _ in rows]
    assert [action_name(event) for event in found[0]] == [name for _, _, name in rows]


def test_an_unknown_agency_is_no_person() -> None:
    """Two words before an agency's title, in a row without columns, may be either: nothing, and a doubt."""
    found = read("03/01/2012 Certify Zembla Novaya Records Officer Office of Management")
    assert people(found) == [("Certify", None, None, None)]
    assert codes(found) == ["signatory-columns-lost"]


def test_a_person_before_an_agency() -> None:
    found = read("03/01/2012 Certify Allen Weinstein ICE Records Officer Office of Management")
    assert people(found) == [("Certify", "Allen Weinstein", "ICE Records Officer", "Office of Management")]


def test_a_row_twice_and_a_row_alike() -> None:
    """The same row counts once; another office on the same day is another signature."""
    row = "05/03/2012\tConcur\t\tDirector\tNational Archives and Records Administration - "
    found = read(f"{row}NWME\n{row}NWME\n{row}NWM\n")
    assert [event.organization for event in found[0]] == [
        "National Archives and Records Administration - NWME",
        "National Archives and Records Administration - NWM",
    ]
    assert codes(found) == ["duplicate-signature"]


def test_broken_words_and_misspellings() -> None:
    """What a narrow column broke is mended, what the source misspells stays."""
    found = read("05/03/2012\tCon cur\tColleen Shogan\tArchivist of the Unite d States\tRecords Serivces\n")
    assert people(found) == [
        ("Concur", "Colleen Shogan", "Archivist of the United States", "Records Serivces")
    ]


def test_a_damaged_date_and_its_quote() -> None:
    """The quote is the row as read."""
    row = "06/0412012\tApprove\tDavid S. Ferriero\tArchivist of the United States\tOffice of the Archivist"
    found = read(row)
    assert dates(found) == ["2012-06-04"]
    assert codes(found) == ["date-repaired"]
    assert found[0][0].evidence.quote == row


def test_a_mark_across_the_sheet() -> None:
    found = read(WRAPPED + "DRAFT                         DRAFT\n")
    assert people(found) == FOUR


def test_columns_in_two_groups() -> None:
    """What stands under headings that come later belongs to other columns: no person, and a doubt."""
    found = read(
        "Date        Action\n03/01/2012  Certify\n06/04/2012  Approve\n\n"
        "By                 Title\n                   Records Officer\n"
        "David S. Ferriero  Archivist of the United States\n"
    )
    assert people(found) == [("Certify", None, None, None), ("Approve", None, None, None)]
    assert dates(found) == [DATES[0], DATES[3]]
    assert codes(found) == ["signatory-columns-lost"] * 2


def test_text_after_the_table() -> None:
    """A sentence is no part of an organization."""
    row = "06/04/2012\tApprove\tDavid S. Ferriero\tArchivist of the United States\tOffice of the Archivist\n"
    assert people(read(row + "This is text that follows the table and says something else.\n")) == [ARCHIVIST]


@pytest.mark.parametrize(("beside", "organization"), [("WITHDRAWN", None), ("Office of Management",) * 2])
def test_a_stamp_beside_the_foot_of_the_page_is_no_cell(beside: str, organization: str | None) -> None:
    """Other words beside the foot are the last of the table."""
    found = read(
        "Date\nAction\nBy\nTitle\nOrganization\n03/01/2012\nCertify\nPeace Corps Records Officer\n"
        f"{beside}     Electronic Records Archives Page 2 of 2 PDF Created on: 04/02/2013"
    )
    assert people(found) == [("Certify", None, "Peace Corps Records Officer", organization)]


def test_a_running_header_between_the_rows_of_two_pages_is_no_cell() -> None:
    """The form's name stands beside the schedule's number at the head of each page."""
    rows = ["\t".join(row) for row in (HEADER, *table())]
    rows.insert(3, "Request for Records Disposition Authority\tRecords Schedule: DAA-0059-2012-0004")
    assert people(read("\n".join(rows))) == FOUR
