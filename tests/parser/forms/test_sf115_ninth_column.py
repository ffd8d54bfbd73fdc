"""Column 9 of a form of the 1970s, a sample or a job: what shows that it holds what the items replace."""

import pytest

from tests.parser.forms.sf115_text import read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY            JOB NO  NC1-142-79-2
FROM   Department of Agriculture
NOTIFICATION TO AGENCY  Date  5/7/79    (signed) Archivist of the United States

ITEM NO.  DESCRIPTION OF ITEM                               SAMPLE OR JOB NO.      ACTION TAKEN

          {}

1.        Flood surveys. Destroy when 5 years old.          II-NNA-2047/1{}
2.        Work plans. Destroy when 9 years old.             {}

Standard Form 115, Revised April, 1975
"""


def relations(words: str = "", behind: str = "", second: str = "") -> set[str]:
    document = read_text(FORM.format(words, behind, second))
    return {each.relation for item in document.items for each in item.citations}


@pytest.mark.parametrize(
    "given",
    [
        {"second": "New"},
        {"second": "None (new series)"},
        {"behind": " (in part)"},
        {"behind": ", except maps"},
        {"words": "This request brings the schedule of 1954 up to date."},
        {"words": "The authority of the former Bureau is revised as follows."},
        {"words": "This is a revision of the schedule approved in 1954."},
    ],
)
def test_a_form_that_shows_it_replaces_what_its_column_names(given: dict[str, str]) -> None:
    assert relations(**given) == {"supersedes"}


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"second": "Sample 2"},
        {"words": "The following are records of the field offices."},
        {"words": "The schedule of 1954 is not revised by this request."},
    ],
)
def test_a_job_beside_an_item_alone_is_only_cited(given: dict[str, str]) -> None:
    assert relations(**given) == {"cites"}


def test_items_that_have_the_codes_of_a_manual() -> None:
    document = read_text(
        FORM.format("", "", "").replace("1.     ", "13-052.100", 1).replace("2.     ", "13-052.200", 1)
    )
    assert [item.id for item in document.items] == ["NC1-142-79-002/13-052.100", "NC1-142-79-002/13-052.200"]


@pytest.mark.parametrize(
    "head",
    [
        # The date below its label, with a line between that holds the left column alone
        "                                            DATE APPROVED\nTO: GENERAL SERVICES ADMINISTRATION,\n"
        "    NATIONAL ARCHIVES AND RECORDS SERVICE   FEB 18 1979\n",
        "   Bureau of Accounts                   Date           Archivist of the United States\n"
        "2. Major Subdivision\n   Office of Accounts                   2/18/79        [signature illegible]\n",
        'items that may be "withdrawn" in column 10.      2-18-79   [signature illegible]   Archivist of the United States\n',
        "3. MINOR SUBDIVISION: Wage and Hour Division\n    [Archivist of the United States: signature illegible, 2-18-79]\n",
    ],
)
def test_where_the_date_of_approval_may_stand(head: str) -> None:
    form = FORM.format("", "", "").replace(
        "NOTIFICATION TO AGENCY  Date  5/7/79    (signed) Archivist of the United States\n", head
    )
    approved = read_text(form).schedule.approved
    assert approved and str(approved.value) == "1979-02-18"


def test_items_that_replace_others_one_by_one_as_the_head_says() -> None:
    words = (
        "Record Group 326 passed to the Department. Items 1 and 2 of this job replace items 3 and 4,\n"
        "          respectively, of NN-166-54."
    )
    document = read_text(FORM.format("", "", "").replace("ITEM NO. ", f"{words}\n\nITEM NO. ", 1))
    replaced = [
        each.target for item in document.items for each in item.citations if each.relation == "supersedes"
    ]
    assert replaced == ["NN-166-54/3", "NN-166-54/4"]


def test_a_limit_behind_a_list_is_of_all_of_it() -> None:
    cell = ", II-NNA-2047/3 (filings received on or after October 1, 2003 only)"
    document = read_text(FORM.format("", cell, "New"))
    assert {(each.target, each.partial) for each in document.items[0].citations} >= {("II-NNA-2047/3", True)}
    listed = read_text(
        FORM.replace("II-NNA-2047/1{}", "II-NNA-2047, items 1 and 3 (received after 1977 only){}").format(
            "", "", "New"
        )
    )
    assert [(each.target, each.partial) for each in listed.items[0].citations] == [
        ("II-NNA-2047/1", True),
        ("II-NNA-2047/3", True),
    ]


def test_what_an_item_names_in_brackets_is_replaced_where_the_form_says_so_of_the_job() -> None:
    form = """REQUEST FOR RECORDS DISPOSITION AUTHORITY

Job Number  N1-026-05-15          United States Coast Guard
Date Received 4/19/2005         Approved 3/15/2006, Archivist of the United States [signature illegible]

This schedule replaces NC1-26-80-4 in full.

     1.   Boating safety cases (NC1-26-80-4 item 3).
          Temporary. Delete 25 years after the case closes.
     2.   Reports, filed like NC1-26-80-4 item 5. Temporary. Destroy 1 year after entry.
"""
    document = read_text(form)
    said = [[(each.relation, each.target) for each in item.citations] for item in document.items]
    assert said == [[("supersedes", "NC1-026-80-004/3")], [("cites", "NC1-026-80-004/5")]]


def test_a_whole_job_beside_an_item_may_be_that_of_a_sample() -> None:
    """Even where other rows say "New": one item of 1979 does not end all items of a job of 1965."""
    document = read_text(
        FORM.format("", "", "New\n3.        Maps. Destroy when 4 years old.             NN-165-119")
    )
    said = {each.target: each.relation for item in document.items for each in item.citations}
    assert said == {"II-NNA-2047/1": "supersedes", "NN-165-119": "cites"}


def test_words_behind_a_number_in_its_cell_that_limit_it() -> None:
    document = read_text(FORM.format("", " electronic only", "New"))
    assert [(each.target, each.partial) for each in document.items[0].citations] == [("II-NNA-2047/1", True)]
