"""Tables whose columns leaders part."""

import re

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.reading.markup import read_markup
from tests.parser.forms.sf115_text import read_items

HEADING = "7. ITEM  8. DESCRIPTION OF ITEM                  9. SUPERSEDED JOB     10. ACTION TAKEN\n\n"
DOTS = """\
1 ...... Visa cards ............................ NC1-59-77-3, item 4a ............
         Destroy when 5 years old.
2 ...... Treaty files ............................................... withdrawn
         Permanent.
3 ...... Maps ...................................................................
         Permanent. Offer to NARA ... in 2010.
"""
SPACED = DOTS.replace("....", ". . ").replace("..", ". ")
GLUED = DOTS.replace(" ....", "....")
HYPHENS = re.sub(r"\.{4,}", lambda leader: "-" * len(leader[0]), DOTS)
UNDERSCORES = HYPHENS.replace("--", "__").replace("_-", "__")


@pytest.mark.parametrize(
    "rows", [DOTS, GLUED, SPACED, HYPHENS, UNDERSCORES], ids=["dots", "glued", "spaced", "hyphens", "lines"]
)
def test_leaders_part_the_cells_of_a_row(rows: str) -> None:
    items = read_items(HEADING + rows)
    assert [item.title and item.title.value for item in items.values()] == [
        "Visa cards",
        "Treaty files",
        "Maps",
    ]
    assert [(each.relation, each.target) for each in items["1"].citations] == [
        ("supersedes", "NC1-059-77-003/4/a")
    ]
    action = items["2"].action_taken
    assert action and action.value.lower() == "withdrawn"


def test_a_row_without_anything_behind_its_leaders_ends_before_them() -> None:
    last = blocks(read_markup(HEADING + DOTS)[0])[-2]
    assert last.passage.text.rstrip() == "3        Maps"
    assert last.passage.evidence().quote == "3 ...... Maps"


@pytest.mark.parametrize(
    "text",
    [
        "CONTENTS\n1. Visa cards ............ 2\n2. Treaties superseded ........... 14\n",
        "Item description\n1. Maps ... withdrawn from use\n2. Charts ... superseded by atlases\n",
        "1. FROM ________ Department of State\n6. DATE ________ SIGNATURE ________\n",
    ],
    ids=["contents", "words left out", "boxes to fill in"],
)
def test_other_dots_and_lines_stay(text: str) -> None:
    assert [block.passage.text for block in blocks(read_markup(text)[0])] == text.splitlines()
