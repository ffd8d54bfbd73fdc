"""What a form says ahead of its items of one of them: it replaces by that item, and not as a whole."""

import pytest

from tests.parser.forms.sf115_text import read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NO. NC1-142-81-7
NOTIFICATION TO AGENCY
DATE 9-30-81
ARCHIVIST OF THE UNITED STATES (signed)
7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN

{}

1. Nursery cards. Destroy when 5 years old.
2. Timber contracts. Destroy 6 years after final payment.
3. Fire reports. Destroy when 25 years old.
"""


def told(words: str) -> list[tuple[str, str, str | None]]:
    document = read_text(FORM.format(words))
    items = [
        (item.id.partition("/")[2], each.relation, each.target)
        for item in document.items
        for each in item.citations
    ]
    return items + [("", each.relation, each.target) for each in document.citations]


@pytest.mark.parametrize(
    "words",
    [
        "NN-168-44, item 1 is superseded by item 1 below. NN-168-44, item 3 is superseded by item 3 below.",
        "This schedule replaces the following items of the 1968 schedule:\n"
        "NN-168-44, item 1 is superseded by item 1 below;\nNN-168-44, item 3 is superseded by item 3 below.",
        "Items 1 and 3 of NN-168-44 are superseded by items 1 and 3 of this schedule, respectively.",
        "Item 1 below supersedes NN-168-44, item 1. Item 3 below supersedes NN-168-44, item 3.",
    ],
)
def test_it_is_told_of_the_item_that_replaces(words: str) -> None:
    assert told(words) == [("1", "supersedes", "NN-168-44/1"), ("3", "supersedes", "NN-168-44/3")]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("NN-168-44, item 1 will be superseded by item 1 below.", "cites"),
        ("NN-168-44, item 1 is not superseded by item 1 below.", "cites"),
        ("This schedule supersedes NN-168-44, item 1. See item 3 below.", "supersedes"),
        ("This schedule supersedes NN-168-44, item 1, by item 9 of the manual.", "supersedes"),
    ],
)
def test_what_is_not_said_of_an_item_is_not_told_of_it(words: str, relation: str) -> None:
    assert told(words) == [("", relation, "NN-168-44/1")]
