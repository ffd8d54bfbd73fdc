"""A printed "Superseded by job / item number" above its number, whatever mark is left of its colon and whatever its words."""

import pytest

from tests.parser.forms.sf115_text import read_items

_FORM = """7 ITEM NO | 8 DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION | 10 ACTION TAKEN

1.  Raw data tapes. Destroy when 2 years old.     NC1-95-80-3/15
2.  Reduced data. Destroy when 10 years old.
    {label}
    {number}
    Date (MM/DD/YYYY).
    07/22/2016
3.  Logs. Destroy when 1 year old.
"""


@pytest.mark.parametrize(
    "label",
    [
        "Superseded by job / item number.",
        "Superseded by job / item number;",
        "Superseded by job / item number -",
        "Superseded by job / item number",
        "Superseded by job / item number =",
        "SUPERSEDED BY JOB / ITEM NO.",
        "Superseded by.",
        "Superseded by schedule / item:",
        "Superseded by the following.",
        "Replaced by job / item number.",
        "This item has been superseded by the following authority:",
    ],
)
@pytest.mark.parametrize("number", ["DAA-0095-2014-0002-0007", "DAA - 0095 - 201 4 - 0002 - 0007"])
def test_a_number_alone_under_superseded_by_is_the_successor(label: str, number: str) -> None:
    """The newer number in column 9 would make a circle of both schedules."""
    items = read_items(_FORM.format(label=label, number=number))
    (link,) = items["2"].citations
    assert (link.relation, link.target) == ("superseded-by", "DAA-0095-2014-0002-0007")
    assert link.date and link.date.value.isoformat() == "2016-07-22"
    assert [each.relation for each in items["1"].citations] == ["supersedes"]


@pytest.mark.parametrize(
    "above",
    [
        "Drawings. Destroy when\n    superseded by new authority.",
        "Drawings. Destroy when 2 years old.\n    Superseded job / item.",
        "Superseded by new directives. Destroy after 3 years.",
    ],
)
def test_a_number_below_a_sentence_about_the_records_stays_in_column_9(above: str) -> None:
    items = read_items(_FORM.replace("Logs. Destroy when 1 year old.", f"{above}\n    NC1-95-80-3/16"))
    assert [(each.relation, each.target) for each in items["3"].citations] == [
        ("supersedes", "NC1-095-80-003/16")
    ]
