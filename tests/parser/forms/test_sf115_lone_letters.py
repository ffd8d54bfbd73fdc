"""Cells one under another whose letters stand alone on their lines."""

import pytest

from tests.parser.forms.sf115_text import read_items

FORM = """7. ITEM NO.
8. DESCRIPTION OF ITEM (With Inclusive Dates or Retention Periods)
9. GRS OR SUPERSEDED JOB CITATION
10. ACTION TAKEN (NARS USE ONLY)
1
Site Files. Completion reports.
PERMANENT. Transfer to the National Archives when 25 years old.
2
Radiological survey data.
{0}
Field survey sheets.
Destroy 10 years after incorporation in the completion report.
{1}
Gamma-ray logs and strip charts.
Destroy 25 years after site is licensed.
NC1-95-81-3/12
{2}
Plates.
Destroy when 2 years old.
3
Contractor reports.
Destroy 3 years after contract closeout.
"""


@pytest.mark.parametrize("letters", ["a b c", "A B C", "2a 2b 2c", "2.a 2.b 2.c", "2A 2B 2C", "a. b. c."])
def test_each_letter_opens_its_item(letters: str) -> None:
    items = read_items(FORM.format(*letters.split()))
    assert list(items) == ["1", "2", "2/a", "2/b", "2/c", "3"]
    assert [each.target for each in items["2/b"].citations] == ["NC1-095-81-003/12"]
    disposition = items["2/a"].disposition
    assert disposition and disposition.instruction
    assert "25 years" not in disposition.instruction.value


def test_numbers_in_brackets_stand_below_a_letter() -> None:
    inner = "Sheets.\n(1)\nPaper. Destroy when 2 years old.\n(2)\nTapes. Destroy when 1 year old."
    items = read_items(FORM.format("a", "b", "c").replace("Field survey sheets.", inner))
    assert list(items) == ["1", "2", "2/a", "2/a/1", "2/a/2", "2/b", "2/c", "3"]


@pytest.mark.parametrize("letters", ["x I A", "a x x", "b c d", "a c e"])
def test_letters_that_count_nothing_open_nothing(letters: str) -> None:
    assert list(read_items(FORM.format(*letters.split()))) == ["1", "2", "3"]
