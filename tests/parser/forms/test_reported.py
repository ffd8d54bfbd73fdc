"""What a paper of an agency reports that the archives rescinded is rescinded; what it only calls so is open."""

import pytest

from tests.parser.forms.test_unknown import read

ITEM = "N1-490-95-003/4"
AGENCY = "DEPARTMENT OF ENERGY\nMEMORANDUM\nOctober 21, 2010\n\n"


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Of the item the relation, the words and the day of each citation."""
    return [
        (each.relation, each.words and each.words.value, each.date and str(each.date.value))
        for each in read(AGENCY + text).citations
        if each.target == ITEM
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The National Archives has rescinded N1-490-95-3, item 4 (brochures), effective October 4, 2009.", "2009-10-04"),
        ("N1-490-95-3, item 4, was rescinded by NARA on June 3, 2009.", "2009-06-03"),
        ("N1-490-95-3 item 4 has been rescinded by NARA letter of May 5, 2008, because it was never used.", "2008-05-05"),
        ("By letter dated March 1, 2007 the Archivist of the United States rescinded item 4 of N1-490-95-3.", "2007-03-01"),
        ("Items 3 and 4 of N1-490-95-3 were rescinded effective April 9, 2006 (NARA letter of that date).", "2006-04-09"),
        ("The authority for N1-490-95-3, item 4, was revoked by the National Archives.", "2010-10-21"),
        ("The rescission of N1-490-95-3, item 4, was approved by NARA on March 3, 2009.", "2009-03-03"),
        ("By letter of July 2, 2008 the National Archives informed us of its action. N1-490-95-3, item 4, is rescinded,"
         " effective July 2, 2008.", "2008-07-02"),
        ("At our request of May 1, 2008 NARA rescinded N1-490-95-3, item 4, effective July 2, 2008.", "2008-07-02"),
    ],
)  # fmt: skip
def test_an_act_of_the_archives_counts_whoever_tells_of_it(text: str, day: str) -> None:
    """The day is the one that the sentence states for it, else that of the paper."""
    ((relation, words, dated),) = said(text)
    assert (relation, dated) == ("cites", day)
    assert words is not None


@pytest.mark.parametrize(
    "text",
    [
        "N1-490-95-3, item 4, was rescinded on June 3, 2009.",
        "NARA will have rescinded N1-490-95-3, item 4, by June.",
        "We asked that NARA see N1-490-95-3, item 4, rescinded.",
        "NARA declined to have N1-490-95-3, item 4, rescinded.",
        "NARA received our request for rescission of N1-490-95-3, item 4.",
        "NARA rescinded item 2; N1-490-95-3, item 4, remains.",
        "NARA has not rescinded N1-490-95-3, item 4.",
        "We told the National Archives of our plans. N1-490-95-3, item 4, is rescinded.",
        "NARA may send us a letter. N1-490-95-3, item 4, is rescinded.",
    ],
)
def test_what_is_asked_planned_denied_or_nobodys_act_is_no_rescission(text: str) -> None:
    """It may be told beside the item, as words that nobody understood."""
    named = [each for each in read(AGENCY + text).citations if each.target == ITEM]
    assert all(each.disputed for each in named if each.words)
