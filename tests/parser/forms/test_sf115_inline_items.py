"""Items that a transcript writes one behind another on a line, and what only looks like them."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

HEAD = (
    "REQUEST FOR RECORDS DISPOSITION AUTHORITY. JOB NO. N1-142-90-11.\n1. FROM Tennessee Valley Authority\n"
    "DATE 7-19-90 ARCHIVIST OF THE UNITED STATES (signed)\n\n"
)
LABELS = "7. ITEM NO. 8. DESCRIPTION OF ITEM 9. GRS OR SUPERSEDED JOB CITATION 10. ACTION TAKEN "


def test_all_items_of_one_line_are_read() -> None:
    items = read_items(
        HEAD
        + LABELS
        + "1. Land acquisition files. Permanent. Offer to the National Archives immediately. (Supersedes NC1-142-79-4,"
        " item 1.) 2. Permits. Destroy 6 years after expiration. 3. Lease negotiations. Destroy 6 years after"
        " termination. Withdrawn."
        " 4. Recreation areas. a. Master plans. Permanent. Offer when 20 years old. b. Receipts. Destroy when 3 years old.\n"
    )
    assert list(items) == ["1", "2", "3", "4", "4/a", "4/b"]
    assert [each.target for each in items["1"].citations] == ["NC1-142-79-004/1"]
    assert items["3"].action_taken is not None
    assert [items[path].action_taken for path in ("1", "2", "4/a", "4/b")] == [None] * 4


def test_sub_items_behind_their_title_are_read() -> None:
    items = read_items(
        HEAD
        + LABELS
        + "\nItem 1 - Census sheets - Destroy when 5 years old.\nItem 2 - Escape reports - (a) from penitentiaries"
        " - Permanent. Offer to NARS when 25 years old. (b) walkaways from camps - Destroy 5 years after recapture.\n"
    )
    finals = {path: item.disposition and item.disposition.final for path, item in items.items()}
    assert {path: final.value for path, final in finals.items() if final} == {
        "1": "temporary",
        "2/a": "permanent",
        "2/b": "temporary",
    }


@pytest.mark.parametrize(
    "line",
    [
        "1. Dockets, each with 1. notices in the Register, 2. exhibits and 3. the transcript. Destroy when 10 years old.",
        "1. Variance applications by (a) name of employer, (b) State and (c) standard. Destroy 5 years after expiration.",
        "1. Reports. Destroy when 3 years old, or a. when superseded, or b. when the office closes, whichever is sooner.",
    ],
)
def test_a_list_in_a_description_is_no_items(line: str) -> None:
    assert list(read_items(HEAD + LABELS + "\n" + line + "\n")) == ["1"]


def test_a_title_that_reads_like_an_action_is_a_title_and_told() -> None:
    document = read_text(
        HEAD + LABELS + "\n1. Project plans\n (1) Approved. Permanent. Offer when 20 years old.\n"
        " (2) Not approved. Destroy when 3 years old. N1-490-87-2, item 3b\n2. Receipts. Destroy when 1 year old. withdrawn\n"
    )
    items = {item.id.partition("/")[2]: item for item in document.items}
    assert items["1/2"].action_taken is None
    assert [each.target for each in items["1/2"].citations] == ["N1-490-87-002/3/b"]
    assert [each.target for each in document.citations if each.disputed] == [items["1/2"].id]
    assert items["2"].action_taken is not None
