"""A form of 1975 whose head says that it replaces a job, and whose column 9 says by which item."""

import pytest

from tests.parser.forms.sf115_text import read_text

HEAD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY            JOB NO  NC1-142-79-2
FROM   Department of Agriculture
NOTIFICATION TO AGENCY  Date  5/7/79    (signed) Archivist of the United States

"""
ABOVE = (
    HEAD
    + """{}

ITEM NO.  DESCRIPTION OF ITEM   SAMPLE OR JOB NO.   ACTION TAKEN

"""
)
BELOW = (
    HEAD
    + """ITEM NO.  DESCRIPTION OF ITEM   SAMPLE OR JOB NO.   ACTION TAKEN

{}

"""
)
ITEMS = """1.  Flood surveys. Destroy when 5 years old.    II-NNA-2047/1
2.  Sediment records. See II-NNA-2047/2.
      (a) Cards. Destroy when 20 years old.    II-NNA-2047/3
      (b) Summaries. PERMANENT. Offer when 25 years old.
3.  Work plans. PERMANENT.    II-NNA-2051/4

Standard Form 115, Revised April, 1975
"""


def told(form: str, words: str) -> list[tuple[str, str | None, bool]]:
    document = read_text(form.format(words) + ITEMS)
    items = [
        (item.id.partition("/")[2], each.target, each.partial)
        for item in document.items
        for each in item.citations
        if each.relation == "supersedes"
    ]
    return items + [
        ("", each.target, each.partial) for each in document.citations if each.relation == "supersedes"
    ]


@pytest.mark.parametrize("form", [ABOVE, BELOW])
@pytest.mark.parametrize(
    "words",
    [
        "COMPREHENSIVE SCHEDULE - WATERSHEDS\n(supersedes II-NNA-2047, items 1 and 3)",
        "WATERSHED SCHEDULE (supersedes II-NNA-2047, items 1 and 3)",
        "REVISED SCHEDULE, SUPERSEDING II-NNA-2047, ITEMS 1 AND 3",
        "WATERSHEDS\nReplaces items 1 and 3 of Job No. II-NNA-2047",
        "WATERSHEDS\n[Supersedes II-NNA-2047/1 and II-NNA-2047/3.]",
        "WATERSHEDS\n(in lieu of items 1 and 3, II-NNA-2047)",
        "This schedule supersedes II-NNA-2047, items 1 and 3.",
    ],
)
def test_the_item_beside_which_the_job_stands_replaces_it(form: str, words: str) -> None:
    assert told(form, words) == [("1", "II-NNA-2047/1", False), ("2/a", "II-NNA-2047/3", False)]


@pytest.mark.parametrize("form", [ABOVE, BELOW])
@pytest.mark.parametrize(
    "words",
    [
        "WATERSHEDS",
        "WATERSHEDS (does not supersede II-NNA-2047, items 1 and 3)",
        "WATERSHEDS (see also II-NNA-2047, items 1 and 3)",
        "WATERSHEDS (will supersede II-NNA-2047 if the Archivist so decides)",
        "WATERSHEDS (NN-168-44 superseded II-NNA-2047)",
    ],
)
def test_a_job_beside_an_item_replaces_nothing_by_itself(form: str, words: str) -> None:
    assert told(form, words) == []


def test_a_job_that_is_replaced_as_a_whole_is_so_beside_its_items() -> None:
    whole = [("1", "II-NNA-2047/1", False), ("2/a", "II-NNA-2047/3", False), ("", "II-NNA-2047", False)]
    assert told(ABOVE, "WATERSHEDS (supersedes II-NNA-2047)") == whole


def test_what_is_replaced_in_part_is_so_beside_its_item() -> None:
    assert told(ABOVE, "WATERSHEDS (supersedes in part II-NNA-2047/1)") == [("1", "II-NNA-2047/1", True)]
