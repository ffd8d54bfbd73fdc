"""Notes that were written beside the values of an ERA item, or below an answer of one word."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.reading.markup import read_markup

SIGNED = """Signatory Information
Date\tAction\tTitle\tOrganization
04/16/2013\tApprove\tArchivist of the United States\tOffice of the Archivist
"""
FORM = """Request for Records Disposition Authority
Records Schedule Number\tDAA-0440-2012-0007
Schedule Status\tApproved
{first}
Records Schedule Items

Sequence Number\t1
Audit Workpapers
Disposition Authority Number\tDAA-0440-2012-0007-0001
{final}
{status}
{cutoff}
{retention}

Sequence Number\t2
Ownership Statements
Disposition Authority Number\tDAA-0440-2012-0007-0002
Final Disposition\tTemporary
Item Status\tActive
Retention Period\tDestroy 6 years after cutoff.

{last}"""
ROWS = {
    "final": "Final Disposition\tTemporary",
    "status": "Item Status\tActive",
    "cutoff": "Cutoff Instruction\tCut off on final settlement.",
    "retention": "Retention Period\tDestroy 7 years after cutoff.",
}


def read(first: str = "", last: str = SIGNED, **rows: str) -> ScheduleDocument:
    pages, _ = read_markup(FORM.format(first=first, last=last, **{**ROWS, **rows}))
    source = Source(name="form.txt", sha256="0" * 64, media_type="text/plain", pages=len(pages))
    return read_era(blocks(pages), source)


@pytest.mark.parametrize(
    "rows",
    [
        {"cutoff": ROWS["cutoff"] + "\tSuperseded by", "retention": ROWS["retention"] + "\tDAA-0440-2015-0004-0001"},
        {"final": ROWS["final"] + "\n\t\tSuperseded by DAA-0440-2015-0004-0001", "status": ROWS["status"] + "\tNote of 2016"},
        {"status": ROWS["status"] + "\nSuperseded by DAA-0440-2015-0004-0001"},
        {"status": ROWS["status"] + " Superseded by DAA-0440-2015-0004-0001"},
        {"final": ROWS["final"] + "\nSuperseded by DAA-0440-2015-0004-0001"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("ahead", [False, True])
def test_a_note_beside_the_values_is_of_its_item(rows: dict[str, str], ahead: bool) -> None:
    """Wherever the signatures stand: it is neither lost nor taken for a note on the whole schedule."""
    document = read(first=SIGNED if ahead else "", last="" if ahead else SIGNED, **rows)
    one, two = document.items
    assert [(each.relation, each.target) for each in one.citations] == [
        ("superseded-by", "DAA-0440-2015-0004-0001")
    ]
    assert not two.citations
    assert not document.citations
    assert one.disposition.final and one.disposition.final.value == "temporary"
    assert one.disposition.retention and one.disposition.retention.value.period == "P7Y"


def test_two_pairs_of_label_and_value_in_a_row_are_no_note() -> None:
    one, _ = read(status="Item Status\tActive\tIs this item media neutral?\tYes").items
    assert one.disposition.media_neutral and one.disposition.media_neutral.value
    assert not one.citations
