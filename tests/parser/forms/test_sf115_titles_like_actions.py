"""Titles that begin with a word of NARA's, their disposition behind or below them, and actions that are some."""

import pytest

from tests.parser.forms.sf115_text import read_items

_LINES = (
    "7. ITEM NO. 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION 9. GRS OR SUPERSEDED JOB CITATION 10. ACTION TAKEN\n\n"
    "1. Submissions\n a. Cleared. Destroy 30 years after decision.\n b. {}\n2. Reports. Destroy after 25 years.\n"
)
_COLUMNS = (
    "7.     8. DESCRIPTION OF ITEM                                 9. GRS OR         10. ACTION\n"
    "NO.                                                           JOB CITATION      TAKEN\n"
    "1      Submissions\n       a. Cleared. Destroy 30 years after decision.\n       b. {}\n"
    "2      Reports. Destroy after 25 years.\n"
)


@pytest.mark.parametrize("form", [_LINES, _COLUMNS])
@pytest.mark.parametrize(
    "words",
    [
        "Withdrawn by sponsor. Destroy 5 years after withdrawal.",
        "Withdrawn at request of applicant.\n    Destroy 2 years after withdrawal.",
        "Withdrawn applications. Destroy after 2 years.",
        "Approved by the Board. Destroy after 2 years.",
        "Disapproved on appeal; returned. Destroy after 2 years.",
        "Rescinded licenses. Destroy after 2 years.",
        "Superseded drawings. Destroy after 2 years.",
        "Obsolete forms. Destroy after 2 years.",
        "Cancelled checks. Destroy after 2 years.",
        "Inactive case files. Destroy after 2 years.",
    ],
)
def test_words_that_open_an_item_with_its_disposition_are_its_title(form: str, words: str) -> None:
    item = read_items(form.format(words))["1/b"]
    assert item.action_taken is None and item.annotations == ()
    assert item.title and item.title.value.startswith(words.split(".")[0])
    assert item.disposition and item.disposition.final and item.disposition.final.value == "temporary"


@pytest.mark.parametrize("form", [_LINES, _COLUMNS])
@pytest.mark.parametrize(
    "words",
    [
        "Cards. Destroy when 7 years old.   (withdrawn)",
        "Cards. Destroy when 7 years old.\n    Withdrawn by agency",
        "Withdrawn",
        "Withdrawn by NARA. Dispose under GRS 2.",
    ],
)
def test_what_nara_did_with_an_item_stays_its_action(form: str, words: str) -> None:
    item = read_items(form.format(words))["1/b"]
    assert item.action_taken and "withdrawn" in item.action_taken.value.casefold()
