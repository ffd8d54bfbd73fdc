"""Tables drawn with box characters."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import decode

HEAD = "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. N1-59-88-4\n1. FROM Department of State\n\n"
FRAMED = """\
╔═════╦═════════════════════════════╦════════════════╦═══════════╗
║ 7.  ║ 8. DESCRIPTION OF ITEM      ║ 9. GRS OR SUP. ║ 10. ACTION║
║ITEM ║                             ║ JOB CITATION   ║ TAKEN     ║
╠═════╬═════════════════════════════╬════════════════╬═══════════╣
║ 1   ║ Visa cards. Destroy when 5  ║ NC1-59-77-3,   ║           ║
║     ║ years old.                  ║ item 4a        ║           ║
╟─────╫─────────────────────────────╫────────────────╫───────────╢
║ 2   ║ Treaty files. Permanent.    ║                ║ Withdrawn ║
╚═════╩═════════════════════════════╩════════════════╩═══════════╝
"""
OPEN = """\
7. ITEM │ 8. DESCRIPTION OF ITEM      │ 9. SUPERSEDED JOB │ 10. ACTION TAKEN
────────┼─────────────────────────────┼───────────────────┼─────────────────
1       │ Visa cards. Destroy when 5  │ NC1-59-77-3,      │
        │ years old.                  │ item 4a           │
2       │ Treaty files. Permanent.    │                   │ Withdrawn
"""
HEAVY = """\
┏━━━━┳━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━┓
┃ITEM┃ DESCRIPTION OF ITEM ┃ GRS OR SUPERSEDED JOB CITATION ┃ ACTION TAKEN ┃
┡━━━━╇━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━┩
│ 1 │ Visa cards. Destroy when 5 years old. │ NC1-59-77-3, item 4a │ │
│ 2 │ Treaty files. Permanent. │ │ Withdrawn │
└────┴─────────────────────┴──────────────┴───────┘
"""


@pytest.mark.parametrize("table", [FRAMED, OPEN, HEAVY], ids=["framed", "open", "heavy"])
def test_the_upright_lines_of_a_drawn_table_part_its_cells(table: str) -> None:
    first, second = read_text(decode((HEAD + table).encode(), "drawn.txt")).items
    assert [(each.relation, each.target) for each in first.citations] == [
        ("supersedes", "NC1-059-77-003/4/a")
    ]
    assert first.title and first.title.value == "Visa cards"
    assert second.action_taken and second.action_taken.value == "Withdrawn"


def test_the_level_lines_are_rules() -> None:
    kinds = [block.kind for block in blocks(read_markup(FRAMED)[0])]
    assert [index for index, kind in enumerate(kinds) if kind == "rule"] == [0, 3, 6, 8]


def test_a_quotation_holds_what_was_drawn() -> None:
    row = blocks(read_markup(FRAMED)[0])[7]
    whole = row.passage.evidence().quote
    assert FRAMED.count(whole) == 1
    assert "║" in whole
