"""Notes of which the transcript says that somebody wrote them: between title and disposition, and below the wrong item."""

import pytest

from tests.parser.forms.sf115_text import read_items

_FORM = """7.   8. DESCRIPTION OF ITEM                                          9. GRS OR          10. ACTION
NO.  (With Inclusive Dates or Retention Periods)                     SUPERSEDED JOB     TAKEN
                                                                     CITATION
1    Case files. Destroy after 6 years.
3    Cash management system.{between}
     Delete 7 years after closeout.
4    Grant folders. Retain 50 years.                                                    Disposal not
                                                                                        approved
{below}
STANDARD FORM 115 (REV. 8-83)
"""


def notes(*, between: str = "", below: str = "") -> dict[str, list[str]]:
    items = read_items(_FORM.format(between=between, below=below))
    return {path: [each.text.value for each in item.annotations] for path, item in items.items()}


@pytest.mark.parametrize(
    "note",
    [
        "[annot.:] Obsolete. System shut down 1998, data destroyed.",
        "[annotated:] Obsolete. System shut down 1998.",
        "[annot.: Obsolete. System shut down 1998.]",
        "[pencil note] Obsolete. No longer used.",
    ],
)
@pytest.mark.parametrize("line", ["\n     ", "  "])
def test_an_announced_note_between_title_and_disposition_is_kept(note: str, line: str) -> None:
    (kept,) = notes(between=line + note)["3"]
    assert "Obsolete" in kept


@pytest.mark.parametrize(
    "note",
    [
        'Handwritten in margin beside item 3:  "Rescinded by VA letter of 4/11/80 - series turned over"',
        "Penciled beside item 3: 'Obsolete 3/98'",
        'In ink next to item 3 - "Rescinded 4/11/80"',
        'Stamped over item 3: "CANCELLED 4/11/80"',
    ],
)
def test_a_note_in_quotation_marks_is_of_the_item_that_it_stands_beside(note: str) -> None:
    found = notes(below=note)
    assert (found["1"], len(found["3"]), found["4"]) == ([], 1, [])


def test_a_description_that_begins_with_obsolete_is_no_note() -> None:
    assert notes(between=" Obsolete. Forms of 1952 that NARA holds.")["3"] == []
