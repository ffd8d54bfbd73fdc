"""A statement of a whole schedule that leaves items out says nothing of these, wherever the exception stands."""

import pytest

from schedgraph.graph.answers import look_up
from schedgraph.graph.casefile import Statements
from schedgraph.graph.statements import statements
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.fates.test_fates import LATER, MEMO, PRINTOUT, SCHEDULE, answer, verdict

SENTENCES = (
    "All items of N1-434-98-12 except item 4 were superseded by {}.",
    "All items of N1-434-98-12 but item 4 were superseded by {}.",
    "Every item of N1-434-98-12 other than item 4 is superseded by {}.",
    "N1-434-98-12 (except item 4) was superseded by {}.",
    "With the exception of item 4, N1-434-98-12 was superseded by {}.",
    "Except for items 4 and 5, N1-434-98-12 has been replaced by {}.",
)


def _verdict(item: str, *texts: str) -> str:
    documents = [read_text(decode(text.encode(), f"{place}.txt")) for place, text in enumerate(texts)]
    case = Statements([each for document in documents for each in statements(document)])
    return verdict(look_up(case, item, item, None, {}))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("form", "successor"),
    [(MEMO, "N1-434-09-7"), (LATER, "this schedule"), (PRINTOUT, "this schedule")],
    ids=["memo", "SF-115", "ERA"],
)
def test_items_that_are_left_out(sentence: str, form: str, successor: str) -> None:
    texts = (SCHEDULE.format(""), form.format(sentence.format(successor)))
    assert _verdict("N1-434-98-012/4", *texts) == "active"
    assert _verdict("N1-434-98-012/2", *texts).startswith("superseded:")


@pytest.mark.parametrize(
    "words",
    [
        "This schedule replaces N1-434-98-12 in full, save for item 5, Drawings, and item 4. Both remain as they were.",
        "This schedule supersedes N1-434-98-12 in its entirety, except items 4 and 5.",
    ],
)
def test_items_that_are_left_out_of_all_of_a_schedule(words: str) -> None:
    assert verdict(answer(SCHEDULE.format(""), LATER.format(words))) == "active"
