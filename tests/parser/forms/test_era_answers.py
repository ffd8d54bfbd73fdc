"""Answers of an ERA printout without labels of their own, and what an item leaves unsaid."""

import pytest

from tests.parser.forms.test_era_labels_behind import HEAD, told
from tests.parser.forms.test_era_layouts import read

TITLE = "Calendars of desk staff"
NUMBER = "DAA-0490-2016-0002-0001"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD.rstrip()} Temporary Withdrawn\nRetention Period Destroy 3 years after cutoff.\n",
        f"{HEAD.rstrip()} (Temporary; Withdrawn)\nRetention Period Destroy 3 years after cutoff.\n",
        f"{HEAD}Final Disposition Temporary. Destroy 3 years after cutoff.\nItem Status Withdrawn\n",
        f"{HEAD}Final Disposition: Temporary (Withdrawn)\nRetention Period: Destroy 3 years after cutoff.\n",
        f"{HEAD}Final Disposition: Temporary. Item Status: Withdrawn. Destroy 3 years after cutoff.\n",
        f"{HEAD}Final Disposition ..... Temporary\nItem Status ..... Withdrawn\nRetention Period = Destroy 3 years.\n",
    ],
)
def test_an_answer_behind_another_is_read(text: str) -> None:
    assert told(read(text)) == ("temporary", "Withdrawn", "P3Y")


@pytest.mark.parametrize(
    "title", [f"{TITLE} (WITHDRAWN)", f"(Withdrawn): {TITLE}", f"{TITLE} - Withdrawn", f"{TITLE} WITHDRAWN"]
)
def test_a_status_beside_a_title_is_the_items(title: str) -> None:
    (item,) = read(f"{HEAD.replace(TITLE, title)}Final Disposition Temporary\n").items
    assert item.status_printed and item.status_printed.value.casefold() == "withdrawn"


def test_a_status_in_the_outline_is_the_items() -> None:
    outline = (
        f"Outline of Records Schedule Items\n1 {TITLE} Disposition Authority Number: {NUMBER} (Withdrawn)\n"
    )
    document = read(
        HEAD.replace("Sequence", f"{outline}Records Schedule Items\nSequence")
        + "Final Disposition Temporary\n"
    )
    assert told(document) == ("temporary", "Withdrawn", None)
    assert "outline-disagrees" not in {doubt.code for doubt in document.doubts}


def test_a_status_that_the_outline_contradicts_is_told() -> None:
    outline = (
        f"Outline of Records Schedule Items\n1 {TITLE} Disposition Authority Number: {NUMBER} (Withdrawn)\n"
    )
    document = read(
        HEAD.replace("Sequence", f"{outline}Records Schedule Items\nSequence")
        + "Final Disposition Temporary\nItem Status Active\n"
    )
    assert "outline-disagrees" in {doubt.code for doubt in document.doubts}


def test_a_remark_of_an_end_behind_another_answer_is_told() -> None:
    document = read(f"{HEAD}Final Disposition Temporary - withdrawn by agency\n")
    assert "value-unlike-label" in {doubt.code for doubt in document.doubts}


def test_an_item_that_only_a_sentence_ends_is_told() -> None:
    document = read(f"{HEAD}This item was withdrawn by the agency.\nFinal Disposition Temporary\n")
    assert "item-status-unread" in {doubt.code for doubt in document.doubts}


@pytest.mark.parametrize(("fields", "missing"), [("", True), ("Final Disposition Temporary\n", False)])
def test_an_item_without_disposition_and_status_is_told(fields: str, missing: bool) -> None:
    codes = {doubt.code for doubt in read(f"{HEAD}{fields}").doubts}
    assert ("item-disposition-missing" in codes) == missing
