"""Words that may end an item's standing: a note below the item, or the end of the sentence above."""

import pytest

from tests.parser.forms.sf115_text import read_items

FORM = """7. ITEM NO. / 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION / 9. GRS OR SUPERSEDED JOB CITATION

1. Lookout Tower Rosters

{lines}

2. Fire Weather Forecasts

TEMPORARY. Destroy when 1 year old.
"""


def notes(lines: str) -> list[str]:
    items = read_items(FORM.format(lines=lines))
    assert set(items) == {"1", "2"}
    assert items["2"].annotations == ()
    return [note.text.value for note in items["1"].annotations]


@pytest.mark.parametrize(
    "note",
    [
        "*Obsolete. Towers were abandoned and the rosters discontinued in 1994.*",
        "Discontinued: form no longer in use.",
        "*Rescinded. Reported by the region, 5/6/2003*",
    ],
)
def test_a_note_that_gives_its_ground_in_a_second_sentence_counts(note: str) -> None:
    assert notes(f"TEMPORARY. Destroy when 2 years old.\n\n{note}") == [note.strip("*")]


@pytest.mark.parametrize(
    "lines",
    [
        "Obsolete. Forms that are no longer in use. TEMPORARY. Destroy when 2 years old.",
        "Rosters.\n\nObsolete. Towers no longer staffed.\n\nTEMPORARY. Destroy when 2 years old.",
        "TEMPORARY. Destroy when 2 years old.\n\nInactive. Rosters of the regions, by tower.",
        "TEMPORARY. Destroy when 2 years old.\n\nObsolete. Destroy rosters no longer needed.",
    ],
)
def test_a_description_that_begins_like_a_note_is_none(lines: str) -> None:
    assert notes(lines) == []


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        ("Temporary. Delete when superseded or\nobsolete.", "superseded or obsolete."),
        ("TEMPORARY. DELETE WHEN SUPERSEDED OR\nOBSOLETE.", "SUPERSEDED OR OBSOLETE."),
        ("Temporary. Destroy 1 year after the authority becomes\n\ninactive.", "inactive."),
        ("Temporary. Destroy when the roster in use has grown\nobsolete.", "grown obsolete."),
        ("Temporary. Destroy 1 year after the application is\nwithdrawn.", "withdrawn."),
    ],
)
def test_the_end_of_a_wrapped_sentence_is_no_note(lines: str, end: str) -> None:
    assert notes(lines) == []
    item = read_items(FORM.format(lines=lines))["1"]
    assert item.action_taken is None
    assert item.disposition and item.disposition.instruction
    assert " ".join(item.disposition.instruction.value.split()).endswith(end)


@pytest.mark.parametrize("note", ["Obsolete.", "obsolete 3/4/1998", "OBSOLETE"])
def test_a_bare_word_below_a_whole_sentence_stays_a_note(note: str) -> None:
    assert notes(f"TEMPORARY. Destroy when 2 years old.\n{note}") == [note]


@pytest.mark.parametrize(
    "words",
    [
        "Authority rescinded. Date (MM/DD/YYYY):",
        "Rescinded. Date:",
        "Inactive: item obsolete. Date (MM/DD/YYYY):",
        "Obsolete - system retired. Date (MM/DD/YYYY):",
    ],
)
@pytest.mark.parametrize("joint", [" ", "\n"])
def test_a_note_that_asks_for_its_day_counts(words: str, joint: str) -> None:
    """The day may stand on the line below, as in a box."""
    items = read_items(FORM.format(lines=f"TEMPORARY. Destroy when 2 years old.\n{words}{joint}11/04/2020"))
    (note,) = items["1"].annotations
    assert note.text.value.startswith(words)
    assert note.date
    assert str(note.date.value) == "2020-11-04"


@pytest.mark.parametrize("line", ["Obsolete forms. Date: 1952", "Inactive files. Date: 1/2/1990"])
def test_a_description_with_a_date_is_no_note(line: str) -> None:
    assert notes(f"{line}\n\nTEMPORARY. Destroy when 2 years old.") == []


def test_a_period_that_a_narrow_column_broke_opens_no_item() -> None:
    items = read_items(
        "| 7. ITEM | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION |\n"
        "|---|---|---|---|\n| 1 | Rosters. | | |\n|   | a. Cards. CUT OFF ANNUALLY. DESTROY | | |\n"
        "|   |    6 YEARS AFTER CUTOFF. | | |\n|   | b. Lists. DESTROY WHEN 2 YEARS OLD. | | |\n"
        "| 2 | Maps. PERMANENT. | | |\n"
    )
    assert list(items) == ["1", "1/a", "1/b", "2"]


def test_a_bracket_that_a_narrow_column_broke_limits_its_citation() -> None:
    items = read_items(
        "| 7. ITEM | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION |\n"
        "|---|---|---|---|\n| 1 | Maps. Kept by | N1-49-93-11, item 4 | |\n"
        "|   | scale. PERMANENT. Transfer | (records of field | |\n"
        "|   | when 20 years old. | offices only) | |\n"
        "| 2 | Logs. Destroy when 2 years old. | N1-49-93-11, item 5 | |\n"
    )
    assert [(each.target, each.partial) for item in items.values() for each in item.citations] == [
        ("N1-049-93-011/4", True),
        ("N1-049-93-011/5", False),
    ]
