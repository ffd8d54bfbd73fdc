"""Items whose letters a transcript set apart, or put in brackets behind the job."""

import pytest

from schedgraph.parser.authority.finder import find_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("N1-NU-93-8 item 7 b and 7 c", [("N1-NU-93-008/7/b", True), ("N1-NU-93-008/7/c", True)]),
        ("N1-95-90-6 item 1 a and 3 b", [("N1-095-90-006/1/a", True), ("N1-095-90-006/3/b", True)]),
        ("NC1-95-77-1(5a)", [("NC1-095-77-001/5/a", True)]),
        ("NC1-95-77-1(6)", [(None, False)]),
        ("NC1-95-77-12(6)", [("NC1-095-77-012/6", False)]),
        ("NN-167-9(4)", [("NN-167-9/4", False)]),
        ("NN-167-98(4); NN-167-98(5)", [("NN-167-98/4", False), ("NN-167-98/5", False)]),
        ("N1-95-93-12, 3", [("N1-095-93-012/3", False)]),
        ("N1-95-93-12, 3 and 4", [("N1-095-93-012/3", False), ("N1-095-93-012/4", False)]),
        ("N1-95-93-12 #3; N1-95-93-14: 5", [("N1-095-93-012/3", False), ("N1-095-93-014/5", False)]),
        ("N1-95-93-12 #2 - 6/95", [("N1-095-93-012/2", False)]),
        ("N1-95-93-12 #2a", [("N1-095-93-012/2/a", False)]),
        ("N1-95-93-12, item 2 (1998)", [("N1-095-93-012/2", True)]),
        ("N1-95-93-12, 3 cubic feet", [("N1-095-93-012", True)]),
        ("N1-95-93-12, 3/16/99", [("N1-095-93-012", True)]),
        ("GRS 1, 2 and 3", [("GRS 1", False)]),
        ("GRS 3.1:011", [("GRS 3.1/011", True)]),
        ("GRS 3.1: 30 copies", [("GRS 3.1", False)]),
    ],
)
def test_items_apart(text: str, expected: list[tuple[str | None, bool]]) -> None:
    """A bare number in brackets may still belong to the job's number; with a letter it cannot."""
    assert [(each.id, each.sure) for each in find_numbers(text)] == expected
