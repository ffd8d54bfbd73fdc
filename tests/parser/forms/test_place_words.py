"""What a transcript says of how and where a note stands is no part of the note."""

import pytest

from schedgraph.parser.forms.placewords import place_end
from tests.parser.forms.sf115_text import read_items, read_text

HEAD = "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\n1. FROM: Department of Agriculture\n\n"
FORM = (
    "7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   "
    "9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
    "1. Case Files. Destroy when 6 years old.\n2. Closed Files. Destroy when 10 years old.\n"
    "3. Plans. Destroy when 2 years old.\n4. Clippings. Destroy when 1 year old.\n\n"
    "STANDARD FORM 115 (REV. 3-91)\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Stamped on copy, ink:  ITEM 3 RESCINDED BY NARA LTR OF 2/12/2009",
        "Rubber stamp across the lower right corner of page 1: ITEM 3 RESCINDED BY NARA LETTER 2/12/2009",
        "Red ink, at foot of sheet: item 3 rescinded 2/12/2009",
        "Note in pencil on NARA's copy - Item 3 was rescinded by NARA, 2/12/2009",
        "Added later by hand, undated, in the margin: Item 3: rescinded 2/12/2009",
        "Typed on the back of the form: ITEM 3 - RESCINDED 2/12/2009",
        "[stamped on agency's copy] Item 3 rescinded 2/12/2009",
    ],
)
def test_the_words_behind_the_place_are_the_note(line: str) -> None:
    items = read_items(f"{FORM}{line}\n")
    told = {path: [each.text.value for each in item.annotations] for path, item in items.items()}
    days = [each.date.value.isoformat() for each in items["3"].annotations if each.date]
    assert [path for path, notes in told.items() if notes] == ["3"]
    assert days == ["2009-02-12"]


@pytest.mark.parametrize(
    "line",
    [
        "Stamp collections: destroy when superseded.",
        "Ink and paper inventory, page and copy counts: obsolete forms.",
        "Notes on cancelled stamps: 1950-1960.",
        "Original maps: withdrawn from the field.",
    ],
)
def test_what_names_records_is_no_place(line: str) -> None:
    items = read_items(FORM.replace("3. Plans.", f"3. Plans.\n{line}"))
    assert not any(item.annotations for item in items.values())


def test_words_of_a_record_name_no_place() -> None:
    assert place_end("Stamp collections: obsolete") == 0
    assert place_end("Page copy: obsolete") == 0


@pytest.mark.parametrize(
    "line",
    [
        "(stamp over item 2) WITHDRAWN",
        "[stamped across item 2] WITHDRAWN",
        "[stamped across item 2] DISPOSITION NOT APPROVED",
        "Stamped across item 2: WITHDRAWN",
        "Column 10, beside item 2: withdrawn",
        "Ink note opposite item 2: rescinded 3/4/98",
        "[pencil, left margin beside item 2:] Obsolete 3/98",
    ],
)
def test_a_place_that_names_an_item_gives_it_the_note(line: str) -> None:
    """Neither the item above the line is withdrawn nor the whole schedule."""
    document = read_text(f"{HEAD}{FORM}{line}\n")
    told = [item.number for item in document.items if item.annotations or item.action_taken]
    assert told == ["2"]
    assert not document.schedule.stamps
