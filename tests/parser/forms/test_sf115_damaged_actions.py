"""Column 10 in a damaged scan: a word one letter away from that of an action is that word, and says that it was repaired."""

import pytest

from schedgraph.parser.damagedwords import repaired_words
from tests.parser.forms.sf115_text import read_items

FORM = """7 ITEM  8 DESCRIPTION OF ITEM AND PROPOSED DISPOSITION    9 GRS OR SUPERSEDED JOB CITATION   10 ACTION TAKEN

4  Hill-Burton facility case files.
   Temporary. Destroy 20 years after end of obligation.          NC1-90-82-4/2

5  Health manpower shortage area designation files.
   Permanent. Transfer in 10-year blocks.                                                 {action}
"""


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("wtthdrawn", "withdrawn"),
        ("WITHDRAWM", "WITHDRAWN"),
        ("Wthdrawn", "Withdrawn"),
        ("withdravvn", "withdrawn"),
        ("withrdawn", "withdrawn"),
        ("with drawn", "withdrawn"),
        ("Wlthdrawn by agency", "Withdrawn by agency"),
        ("disposition nct approved", "disposition not approved"),
        ("dlsposition uot approved", "disposition not approved"),
        ("Disposition not appraved", "Disposition not approved"),
        ("DISPOSITON NOT APPROVEO", "DISPOSITION NOT APPROVED"),
        ("dtsapproved", "disapproved"),
        ("dis approved", "disapproved"),
    ],
)
def test_a_damaged_word_of_an_action_is_read_and_told(printed: str, meant: str) -> None:
    """Without its "not", a disposition that was refused would be taken for one that was approved."""
    action = read_items(FORM.format(action=printed))["5"].action_taken
    assert action is not None
    assert (action.value, action.evidence.quote) == (meant, printed)
    assert action.repairs[-1].endswith(f"→{meant}")


@pytest.mark.parametrize(
    "words",
    [
        "withdraws",
        "withdrawal",
        "Withdraw",
        "disapprove",
        "approves",
        "approval",
        "improved",
        "supersedes",
        "dispositions",
        "deposition",
        "proposal",
        "reactive",
        "in active use",
        "now approved",
        "Approved 9/3/86",
        "Note approved copy",
        "see NC1-90-82-4/2",
    ],
)
def test_other_words_stay(words: str) -> None:
    assert repaired_words(words) == words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (" WITHDRAWM", "WITHDRAWN"),
        (" Disposition nct approved", "Disposition not approved"),
        ("\n   Wthdrawn by agency 9/3/92", "Withdrawn by agency 9/3/92"),
    ],
)
def test_it_is_read_at_the_end_of_a_line_and_on_a_line_of_its_own(written: str, meant: str) -> None:
    """A sentence that nothing reads would leave the item active, and tell nobody."""
    form = FORM.replace("blocks." + " " * 49 + "{action}", "blocks." + written)
    item = read_items(form)["5"]
    said = [*(each.text for each in item.annotations), *filter(None, [item.action_taken])]
    assert [each.value for each in said] == [meant]
