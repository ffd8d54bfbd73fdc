"""The days of approval that a paper tells of the schedules which it names as successors."""

import pytest

from tests.parser.forms.test_unknown import read

OLD = "N1-412-94-6, item 2 is superseded by N1-412-07-37, item 1"


def days(text: str) -> set[str]:
    """The days of the successions of a paper."""
    document = read(f"MEMORANDUM\n\n{text}\n")
    said = (*document.citations, *(each for item in document.items for each in item.citations))
    return {str(each.date and each.date.value) for each in said if each.relation == "superseded-by"}


@pytest.mark.parametrize(
    "text",
    [
        f"NARA approved N1-412-07-037 on June 18, 2008. {OLD}.",
        f"On June 18, 2008, the Archivist of the United States signed schedule N1-412-07-37. {OLD}.",
        f"Schedule N1-412-07-37, approved by the Archivist 18 June 2008. {OLD}.",
        f"{OLD}, approved June 18, 2008.",
        f"{OLD} (appr. 6-18-08).",
        f"N1-412-07-37 was signed by NARA on 6/18/2008. {OLD}.",
        f"The National Archives approved our schedule N1-412-07-37 (Superfund) on 6/18/2008. {OLD}.",
        "NARA approved N1-412-07-037 on June 18, 2008.\n\nOld authority          EPA no.   Superseded by\n"
        "N1-412-94-6, item 2    021       N1-412-07-37, item 1",
    ],
)
def test_a_succession_is_as_old_as_the_approval_that_the_paper_tells(text: str) -> None:
    assert days(text) == {"2008-06-18"}


@pytest.mark.parametrize(
    "text",
    [
        f"N1-412-07-37 was certified on June 18, 2008. {OLD}.",
        f"{OLD}, received 6/18/2008.",
        f"NARA approved N1-412-07-38 on June 18, 2008. {OLD}.",
        f"N1-412-94-7, approved June 18, 1994, is not affected. {OLD}.",
        f"We expect that NARA approved N1-412-07-37 on June 18, 2008. {OLD}.",
        f"NARA approved N1-412-07-37 on June 18, 2008. {OLD}. N1-412-07-37, approved June 19, 2008, is new.",
        f"NARA approved N1-412-07-37 on June 18, 1998. {OLD}.",
        f"The records officer approved N1-412-07-37 on June 18, 2008. {OLD}.",
    ],
)
def test_no_day_of_another_kind_or_schedule_nor_one_of_two_dates_it(text: str) -> None:
    assert days(text) == {"None"}


def test_a_day_that_the_succession_has_of_its_own_comes_first() -> None:
    assert days(f"NARA approved N1-412-07-37 on June 18, 2008. {OLD}, effective July 1, 2009.") == {
        "2009-07-01"
    }
