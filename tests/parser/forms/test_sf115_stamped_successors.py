"""Stamps in the narrow columns of a form, and periods that were struck with nothing in their place."""

import pytest

from tests.parser.forms.sf115_text import read_items

TABLE = (
    "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION "
    "| 10. ACTION TAKEN |\n"
)


def told(text: str) -> dict[str, list[tuple[str, str | None]]]:
    """What each item cites."""
    return {
        path: [(each.relation, each.target) for each in item.citations]
        for path, item in read_items(text).items()
    }


@pytest.mark.parametrize("stamp", ["SUPERSEDED", "SUPERSEDED BY", "Superseded by"])
def test_a_stamp_over_a_number_in_column_9_names_the_successor(stamp: str) -> None:
    """The cell of the column alone would say that a schedule of 1998 replaces one of 2013."""
    rows = (
        "7. ITEM NO.\t8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN\n"
        "2.\tEfficacy Study Reports\tNC1-412-85-7/2\n"
        f"\tStudies that registrants sent in support of claims.\t{stamp}\n"
        "\tDestroy 20 years after the end of the review.\tDAA-0412-2013-0012-0001\n"
        "\t\t07/16/2014\n"
        "3.\tInspection Files. Destroy when 5 years old.\tNC1-412-85-7/3\n"
    )
    assert told(rows) == {
        "2": [("supersedes", "NC1-412-85-007/2"), ("superseded-by", "DAA-0412-2013-0012-0001")],
        "3": [("supersedes", "NC1-412-85-007/3")],
    }


def test_the_item_of_a_successor_on_a_line_apart_opens_no_item() -> None:
    rows = (
        "7. ITEM NO.\t8. DESCRIPTION OF ITEM\t9. SAMPLE OR JOB NO.\t10. ACTION TAKEN\n\n"
        "2.\tCanal Operating Logs. Ditch riders' daily logs.\n\n"
        "Superseded by\n\nN1-115-94-6,\n\nitem WTR-4.10\n"
        "\tDestroy when 5 years old.\n\n"
        "3.\tLand Classification Sheets. Retain permanently.\n"
    )
    assert told(rows) == {"2": [("superseded-by", "N1-115-94-006/wtr-4.10")], "3": []}


@pytest.mark.parametrize(
    ("instruction", "final", "period"),
    [
        ("Temporary. Cut off annually. ~~Destroy 15 years after cutoff.~~", "temporary", "P15Y"),
        ("TEMPORARY. Destroy ~~when 10 years old~~.", "temporary", "P10Y"),
        ("Temporary. Destroy ~~when 10~~ when 5 years old.", "temporary", "P5Y"),
        ("Temporary. Destroy ~~when 10 years old~~ when no longer needed.", "temporary", None),
        ("~~Temporary.~~ Permanent. Transfer when 30 years old.", "permanent", "P30Y"),
    ],
)
def test_a_struck_period_is_told_where_nothing_took_its_place(
    instruction: str, final: str, period: str | None
) -> None:
    (item,) = read_items(f"{TABLE}|---|---|---|---|\n| 1 | Flight Logs. {instruction} | | |\n").values()
    disposition = item.disposition
    assert disposition.final and disposition.final.value == final
    assert (disposition.retention.value.period if disposition.retention else None) == period
