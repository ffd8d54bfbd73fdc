"""A schedule that replaces some items of another one and leaves it to its own items to say which."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.parser.forms.sf115_text import read_text as read_form

ERA = """Request for Records Disposition Authority
Records Schedule Number\tDAA-0563-2015-0009
Schedule Status\tApproved
Agency or Establishment\tDepartment of Homeland Security
Background Information\tCommon schedule for encounters. {words}

Records Schedule Items

Sequence Number\t1
Law enforcement encounters
Disposition Authority Number\tDAA-0563-2015-0009-0001
Final Disposition\tTemporary
Item Status\tActive
{cited}
Retention Period\tDestroy 20 years after encounter.

Signatory Information
Date\tAction\tTitle\tOrganization
08/09/2016\tApprove\tArchivist of the United States\tOffice of the Archivist
"""
CITED = "GRS or Superseded Authority Citation\tN1-26-05-13, item 1a"


def era(words: str, *, cited: str = CITED) -> ScheduleDocument:
    return read_text(decode(ERA.format(words=words, cited=cited).encode(), "era.txt"))


def of_schedule(document: ScheduleDocument) -> list[tuple[str, str | None, bool]]:
    return [(each.relation, each.target, each.partial) for each in document.citations]


@pytest.mark.parametrize(
    "words",
    [
        "It replaces the boarding items of N1-26-05-13 as cited below.",
        "It supersedes the items of N1-26-05-13 listed with each item.",
        "This schedule supersedes N1-26-05-13 in part, as shown for each item.",
        "It replaces portions of N1-26-05-13 identified under the individual items.",
    ],
)
def test_what_its_items_say_is_not_said_of_the_rest(words: str) -> None:
    """Where they say nothing of that schedule, some part of it is replaced, and nobody knows which."""
    assert of_schedule(era(words)) == [("cites", "N1-026-05-013", False)]
    assert of_schedule(era(words, cited="")) == [("supersedes", "N1-026-05-013", True)]


@pytest.mark.parametrize(
    ("words", "partial"),
    [
        ("It supersedes several items of N1-26-05-13.", True),
        ("It supersedes the law enforcement portions of N1-26-05-13.", True),
        ("It supersedes N1-26-05-13.", False),
        ("It supersedes all items of N1-26-05-13.", False),
    ],
)
def test_without_a_word_of_its_items_it_stays_open_which(words: str, partial: bool) -> None:
    assert of_schedule(era(words)) == [("supersedes", "N1-026-05-013", partial)]


def test_a_form_says_it_alike() -> None:
    form = read_form(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. N1-95-98-7\nNOTIFICATION TO AGENCY\nDATE 9-18-98\n"
        "ARCHIVIST OF THE UNITED STATES (signed)\n"
        "7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN\n\n"
        "This schedule replaces certain items of NC1-95-80-4 as noted below.\n\n"
        "1 | Trail cards. Destroy when 2 years old. | NC1-95-80-4, item 3 |\n"
        "2 | Lookout logs. Destroy when 6 years old. | |\n"
    )
    assert of_schedule(form) == [("cites", "NC1-095-80-004", False)]


@pytest.mark.parametrize(
    ("words", "cited", "explained"),
    [
        ("This schedule replaces two items of N1-26-05-13.", f"{CITED} and item 4", True),
        ("It supersedes 2 of the items in N1-26-05-13.", f"{CITED} and item 4", True),
        ("It supersedes one item of N1-26-05-13.", CITED, True),
        ("This schedule replaces two items of N1-26-05-13.", CITED, False),
        ("This schedule replaces three items of N1-26-05-13.", f"{CITED} and item 4", False),
        ("This schedule replaces some items of N1-26-05-13.", CITED, False),
    ],
)
def test_as_many_items_as_are_counted_are_all_that_is_replaced(
    words: str, cited: str, explained: bool
) -> None:
    """Where the items cite fewer, another may be meant that none of them names."""
    said = of_schedule(era(words, cited=cited))
    assert said == [("cites" if explained else "supersedes", "N1-026-05-013", not explained)]
