"""Notes below the last item that say of which items they speak."""

import pytest

from tests.parser.forms.sf115_text import read_items

FORM = (
    "7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   "
    "9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
    "1. Case Files. Destroy when 6 years old.\n2. Closed Files. Destroy when 10 years old.\n"
    "3. Plans. Destroy when 2 years old.\n4. Clippings. Destroy when 1 year old.\n\n"
    "STANDARD FORM 115 (REV. 3-91)\n\n"
)
A, B, OTHER = "N1-095-03-002/5/a", "N1-095-03-002/5/b", "GRS 6.4/050"


def told(note: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    return {
        path: [
            (each.relation, each.target, each.date.value.isoformat() if each.date else None)
            for each in item.citations
        ]
        for path, item in read_items(FORM + note).items()
        if item.citations
    }


@pytest.mark.parametrize(
    "note",
    [
        "SUPERSEDED  Items 1 and 2 by N1-95-03-2, items 5a and 5b respectively.  7/15/2003\n",
        "Superseded: items 1 and 2 by N1-95-03-2, items 5a and 5b, respectively. 7/15/2003\n",
        "Superseded 7/15/2003: items 1 and 2 by N1-95-03-2, items 5a and 5b respectively\n",
        "Items 1 and 2 superseded 7/15/2003 by N1-95-03-2, items 5a and 5b respectively.\n",
        "Items 1 and 2 replaced by N1-95-03-2, items 5a and 5b respectively (7/15/2003)\n",
        "Note: item 1 superseded by N1-95-03-2 item 5a and item 2 by N1-95-03-2 item 5b. 7/15/2003\n",
        "Superseded item 1 by N1-95-03-2, item 5a; item 2 by N1-95-03-2, item 5b. 7/15/2003\n",
    ],
)
def test_each_item_gets_its_own_successor(note: str) -> None:
    """The last item of the form is no part of it, and item 1 has not the successor of item 2."""
    assert told(note) == {
        "1": [("superseded-by", A, "2003-07-15")],
        "2": [("superseded-by", B, "2003-07-15")],
    }


def test_items_below_a_label_that_all_of_them_share() -> None:
    note = "SUPERSEDED BY:\n  Item 1: N1-95-03-2, item 5a\n  Item 2: N1-95-03-2, item 5b\n"
    assert told(note) == {"1": [("superseded-by", A, None)], "2": [("superseded-by", B, None)]}


def test_a_successor_on_the_line_below() -> None:
    note = "SUPERSEDED Item 3 by\nGRS 6.4, item 050. 12/5/2016\n"
    assert told(note) == {"3": [("superseded-by", OTHER, "2016-12-05")]}


def test_respectively_of_unlike_many_gives_no_item_a_sure_successor() -> None:
    items = read_items(f"{FORM}Items 1, 2 and 3 superseded by N1-95-03-2, items 5a and 5b respectively.\n")
    assert all(
        items[path].citations and not any(each.sure for each in items[path].citations) for path in "123"
    )
    assert not items["4"].citations


@pytest.mark.parametrize(
    "line",
    [
        "Destroy when superseded. Item 5 by the list of N1-95-03-2 follows.\n",
        "Does not supersede items 1 and 2 of N1-95-03-2.\n",
    ],
)
def test_what_says_no_such_thing(line: str) -> None:
    assert "superseded-by" not in {relation for said in told(line).values() for relation, *_ in said}


@pytest.mark.parametrize(
    "value",
    [
        "1, 2: N1-095-03-002 / 5a",
        "1 and 2 - N1-95-03-2, item 5a",
        "1 & 2 -> N1-95-03-2/5a",
        "for 1 and 2: N1-95-03-2/5a",
        "N1-95-03-2/5a (items 1 and 2 only)",
        "N1-95-03-2, item 5a for items 1 and 2",
        "\n1, 2: N1-95-03-2/5a",
    ],
)
def test_the_value_of_the_form_s_own_label_names_its_items(value: str) -> None:
    """What the form has printed for it asks for no word "items" before their numbers."""
    note = f"Superseded by job / item number: {value}\nDate (MM/DD/YYYY): 7/15/2003\n"
    said = [("superseded-by", A, "2003-07-15")]
    assert told(note) == {"1": said, "2": said}


@pytest.mark.parametrize(
    "value",
    [
        "1: N1-95-03-2/5a; 2: N1-95-03-2/5b",
        "1 - N1-95-03-2/5a, 2 - N1-95-03-2/5b",
        "item 1: N1-95-03-2/5a; item 2: N1-95-03-2/5b",
    ],
)
def test_a_value_gives_each_item_its_own_successor_and_all_their_day(value: str) -> None:
    note = f"Superseded by job / item number: {value}\nDate (MM/DD/YYYY): 7/15/2003\n"
    assert told(note) == {
        "1": [("superseded-by", A, "2003-07-15")],
        "2": [("superseded-by", B, "2003-07-15")],
    }


@pytest.mark.parametrize("value", ["N1-95-03-2/5a", "7/15/03: N1-95-03-2/5a"])
def test_a_value_that_names_no_items_is_of_the_item_above_it(value: str) -> None:
    note = f"Superseded by job / item number: {value}\nDate (MM/DD/YYYY): 7/15/2003\n"
    assert told(note) == {"4": [("superseded-by", A, "2003-07-15")]}


HEADS = [
    "----- annotation, item {} -----",
    "=== Note beside item {} ===",
    "[annotation, item {}]",
    "PDF annotation (item {})",
    "<<comment - item {}>>",
    "Annotation at item {}",
    "Item {} (annotation):",
    "--- ITEM {} ---",
    "** Item {} - sticky note **",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_line_above_a_note_says_of_which_item_it_is(head: str, between: str) -> None:
    """The last item of the form had them all, and the items that they name stood as active."""
    items = read_items(
        f"{FORM}{head.format(1)}{between}Superseded by job / item number: N1-95-03-2/5a   Date (MM/DD/YYYY): 7/15/2003\n\n"
        f"{head.format(3)}{between}RESCINDED by NARA at the agency's request, 03/11/2003. Records not created.\n\n"
        f"{head.format(2)}{between}Superseded by job / item number:\nN1-95-03-2/5b\nDate (MM/DD/YYYY): 7/15/2003\n"
    )
    said = {path: [(each.relation, each.target) for each in item.citations] for path, item in items.items()}
    assert said == {"1": [("superseded-by", A)], "2": [("superseded-by", B)], "3": [], "4": []}
    assert [path for path, item in items.items() if item.annotations] == ["3"]


@pytest.mark.parametrize(
    "head", ["----- annotation, item 2 -----  ", "[annotation, item 2] ", "<<item 2, note>> - "]
)
def test_such_words_in_front_of_the_note(head: str) -> None:
    assert told(f"{head}Superseded by N1-95-03-2/5a, 7/15/2003\n") == {
        "2": [("superseded-by", A, "2003-07-15")]
    }


@pytest.mark.parametrize(
    "head", ["----- page 2 -----", "Annotations of maps, item 2", "[list of item 2 forms]"]
)
def test_what_heads_no_note_of_an_item(head: str) -> None:
    assert "2" not in told(f"{head}\nSuperseded by N1-95-03-2/5a\n")


@pytest.mark.parametrize(
    "label", ["             SUPERSEDED BY:", "Items superseded by:", "*** REPLACED BY ***"]
)
@pytest.mark.parametrize("between", ["   ", ": ", " - "])
def test_a_list_of_items_and_successors_below_their_label(label: str, between: str) -> None:
    """Its lines fell to the last item, and each item of the list stood as active."""
    note = f"{label}\n    1{between}N1-95-03-2, item 5a        7/15/2003\n    3{between}GRS 6.4/050       12/5/2016\n"
    assert told(note) == {
        "1": [("superseded-by", A, "2003-07-15")],
        "3": [("superseded-by", OTHER, "2016-12-05")],
    }


def test_codes_in_such_a_list() -> None:
    items = read_items(
        "ITEM  DESCRIPTION  (8)                            CITATION (9)          ACTION (10)\n\n"
        "700-03   Worksheets. Destroy when 10 years old.   NC1-95-79-2, 120-04\n"
        "700-04   Agreements. Destroy when 6 years old.\n"
        "700-05   Cards. Destroy when 3 years old.\n\nSTANDARD FORM 115 (REV. 8-83)\n\n"
        "             SUPERSEDED BY:\n    700-03   N1-95-03-2, item 5a        7/15/2003\n    700-04   GRS 6.4/050   12/5/2016\n"
    )
    assert {path: [each.target for each in item.citations] for path, item in items.items()} == {
        "700-03": ["NC1-095-79-002/120-04", A],
        "700-04": [OTHER],
        "700-05": [],
    }
    assert not items["700-05"].action_taken


def test_items_below_such_a_label_are_no_successors() -> None:
    assert not told("SUPERSEDED BY:\n\n5   N1 forms and case files. Destroy when 3 years old.\n")
