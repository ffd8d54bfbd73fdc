"""What an SF-115 says of its items, in every edition and layout."""

from functools import cache
from pathlib import Path

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import Item, ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.sf115 import read_sf115
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import decode, read_bytes

HERE = Path(__file__).parent / "sf115"
SEED = Path(__file__).parents[3] / "corpus" / "documents" / "000_570d94ea105cce14.txt"
DOCUMENTS = sorted(HERE.iterdir())


@cache
def read(path: Path) -> ScheduleDocument:
    text = decode(read_bytes(path), path.name)
    pages, _ = read_markup(text.text)
    lines = blocks(pages)
    source = Source(name=text.name, sha256=text.sha256, media_type=text.media_type, pages=len(pages))
    return read_sf115(lines, source, detect(lines))


def document(name: str) -> ScheduleDocument:
    return read(SEED if name == "seed" else next(path for path in DOCUMENTS if path.stem == name))


def item(name: str, path: str) -> Item:
    found = [each for each in document(name).items if each.id.partition("/")[2] == path]
    assert len(found) == 1, [each.id for each in document(name).items]
    return found[0]


def citations(name: str, path: str) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in item(name, path).citations]


def annotations(name: str, path: str) -> list[tuple[str, str | None]]:
    return [
        (each.text.value, each.date and each.date.value.isoformat()) for each in item(name, path).annotations
    ]


def codes(name: str) -> set[str]:
    return {doubt.code for doubt in document(name).doubts}


OUTLINES = {
    "seed": "1 1/a 1/b 1/b/1 1/b/2 1/b/2/a 1/b/2/b 1/b/2/c 1/b/2/d 1/c 1/c/1 1/c/2",
    "1970_space_columns": "1 2 3 3/a 3/b",
    "1975_plain_lines": "1 2 3 3/a 3/b 4",
    "1983_tab_table": "1 1/a 1/b 2 3 4",
    "1991_pipe_table": "1 1/a 1/b 1/c 2 3 3/a 3/b 4 5",
    "1991_continuation": "1 1/a 1/a/1 1/a/2 1/b 1/b/1 1/b/2 2 4 5",
    "decimal_outline": "1 1.1 1.2 1.2.1 2 2.1",
    "blank_stationery": "i i/a i/a/1 i/a/2 i/b i/b/1 i/b/1/a i/b/1/b ii ii/a ii/c",
    "headings": "1 2 2/a 2/b 3 3/a 3/b 3/b/1 3/b/2",
    "item_words": "1 1/a 1/b 2 2/c/1 2/c/2",
    "ocr_damage": "1 2 2/1 2/2 3",
    "one_line_items": "1 2 2/a 2/b 3",
    "list_in_description": "1 2 2/a 2/b",
    "wrapped_cells": "1 1/a 1/b 1/b/1 2",
    "gaps_and_repeats": "1 2 4 4 5",
    "two_schedules": "1 1",
    "page_ends": "1 2 2/a 2/b 3 18 19",
    "layout_columns": "1 2 2/a 2/b 3 4",
    "single_spaced": "101-1 101-2 102-1",
    "roman_parts": "i i/a i/b ii iii i ii",
    "bare_designators": "1 2 2/a 2/b 3",
    "table_then_sheet": "1 1/a 1/b 2 3",
    "own_lines": "1 2 3 4 5 6",
    "standings": "1 2 3 4 5 6 7",
    "many_items": " ".join(str(number) for number in range(1, 37)),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_the_outline_is_read_as_printed(name: str) -> None:
    """Each item stands below the item whose designator it continues."""
    assert [each.id.partition("/")[2] for each in document(name).items] == OUTLINES[name].split()


@pytest.mark.parametrize(
    ("name", "path", "number", "title"),
    [
        ("seed", "1", "1", "LeadTrac"),
        ("seed", "1/b/1", "1B(1)", "Student and Exchange Visitor Information System (SEVIS) Data"),
        (
            "seed",
            "1/c/1",
            "1C(1)",
            "Information Transferred to Treasury Enforcement Communications System (TECS)",
        ),
        ("seed", "1/b/2/a", "1B(2)a", None),
        ("1970_space_columns", "3/b", "3b", "Accident reports"),
        ("1983_tab_table", "2", "2", "Recall Files"),
        ("1991_pipe_table", "2", "2", "Liaison Officer Lists"),
        ("blank_stationery", "i/b/1/a", "IB1a", "Index"),
        ("item_words", "2/c/2", "2c(2)", "Permits"),
        ("one_line_items", "2/a", "2a", "Daily sheets"),
        ("wrapped_cells", "1", "1", "Inspector General Case Files"),
        ("headings", "2/a", "2a", "Claims"),
        ("ocr_damage", "2/1", "2(l)", "Paper"),
    ],
)
def test_number_and_title(name: str, path: str, number: str, title: str | None) -> None:
    """The number is composed of the printed designators; a sentence is no title."""
    read_item = item(name, path)
    assert (read_item.number, read_item.title and read_item.title.value) == (number, title)


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("seed", "1/a", [("superseded-by", "DAA-0563-2013-0001-0006")]),
        (
            "seed",
            "1/c/2",
            [("superseded-by", "DAA-GRS-2013-0001-0005"), ("superseded-by", "DAA-GRS-2013-0001-0006")],
        ),
        ("1970_space_columns", "1", []),
        ("1970_space_columns", "2", [("cites", "NN-165-119/4")]),
        ("1975_plain_lines", "4", [("superseded-by", "N1-170-92-002/4")]),
        ("1983_tab_table", "1/a", [("supersedes", "NC1-412-76-003/12")]),
        ("1983_tab_table", "1/b", [("supersedes", "GRS 23/7")]),
        ("1983_tab_table", "3", []),
        ("1983_tab_table", "4", [("supersedes", "NC1-412-76-003/14"), ("supersedes", "NC1-412-76-003/15")]),
        ("1991_pipe_table", "1", [("supersedes", "NC1-064-77-010/3/a")]),
        ("1991_pipe_table", "5", [("superseded-by", "DAA-0064-2011-0003-0002")]),
        ("1991_continuation", "5", [("superseded-by", "N1-085-98-002/4")]),
        ("annotations", "1", [("superseded-by", "N1-370-95-002/1")]),
        ("annotations", "2", [("superseded-by", "NC1-370-83-002/4")]),
        ("annotations", "4", [("cites", "N1-370-99-001")]),
        (
            "annotations",
            "5",
            [
                ("superseded-by", "DAA-0370-2013-0001-0003"),
                ("superseded-by", "DAA-0370-2013-0001-0004"),
                ("superseded-by", "DAA-0370-2014-0007-0001"),
            ],
        ),
        ("annotations", "6", []),
        ("annotations", "7", [("superseded-by", None)]),
        ("one_line_items", "2/b", [("supersedes", "NC1-142-82-009/2/b")]),
        (
            "schedule_wide_after",
            "1",
            [("supersedes", "NC1-088-82-003/7"), ("does-not-supersede", "N1-088-99-001")],
        ),
        ("schedule_wide_after", "2", []),
        ("wrapped_cells", "1", [("supersedes", "N1-100-93-002/3")]),
    ],
)
def test_citations(name: str, path: str, expected: list[tuple[str, str | None]]) -> None:
    """A note looks forward, column 9 looks back, and before 1983 it is a sample or a mere citation."""
    assert citations(name, path) == expected


@pytest.mark.parametrize(
    ("name", "path", "day"),
    [
        ("seed", "1/a", "2013-08-28"),
        ("seed", "1/c/2", "2014-09-16"),
        ("1991_continuation", "5", "1998-06-09"),
        ("annotations", "1", "1996-11-07"),
        ("annotations", "2", "1985-03-04"),
        ("annotations", "5", "2013-08-28"),
        ("ocr_damage", "3", "2017-06-08"),
    ],
)
def test_a_note_dates_each_successor_that_it_names(name: str, path: str, day: str) -> None:
    """The date below a note holds for all its numbers."""
    days = {each.date and each.date.value.isoformat() for each in item(name, path).citations[-2:]}
    assert day in days


def test_a_number_beside_the_disposition_label_is_cited_in_all_its_readings() -> None:
    """`N1-563-04-1a` may be job 1 item a or job 1 item 1a: none is picked in silence."""
    for path in ("1/b/1", "1/b/2"):
        cited = item("seed", path).citations
        assert [each.relation for each in cited] == ["cites"]
        assert len(cited[0].readings) > 1
    assert item("seed", "1/a").citations[0].printed == "PAA - 0563 - 2013 - 0001 - 0006"


@pytest.mark.parametrize(
    ("name", "path", "strike", "struck"),
    [
        ("seed", "1", "none", []),
        ("seed", "1/b", "full", ["Input"]),
        ("seed", "1/c/2", "none", []),
        ("strikes", "2", "partial", ["and negatives"]),
        ("strikes", "3", "partial", ["completion"]),
        ("strikes", "4", "none", []),
        ("1991_pipe_table", "1/c", "partial", ["Destroy when 1 year old."]),
        ("1991_pipe_table", "4", "full", ["Press Clippings", "Destroy when 1 year old."]),
    ],
)
def test_strikes_are_those_of_the_items_own_words(
    name: str, path: str, strike: str, struck: list[str]
) -> None:
    """A struck label strikes nothing, and a struck child does not strike its parent."""
    found = item(name, path)
    assert (found.strike, [part.value for part in found.struck]) == (strike, struck)


def test_a_struck_instruction_alone_is_a_partial_strike() -> None:
    """000's 1A: its disposition is struck, its description is not; 1B(1) and 1B(2) are struck throughout."""
    assert item("seed", "1/a").strike == "partial"
    assert {item("seed", path).strike for path in ("1/b/1", "1/b/2", "1/b/2/a", "1/b/2/d")} == {"full"}


@pytest.mark.parametrize(
    ("name", "path", "final", "action", "period"),
    [
        ("seed", "1/a", "temporary", "destroy", "P75Y"),
        ("1970_space_columns", "1", "temporary", "destroy", "P6M"),
        ("1975_plain_lines", "2", "permanent", "transfer", "P50Y"),
        ("1983_tab_table", "1/a", "permanent", "transfer", "P20Y"),
        ("1991_continuation", "1/a/2", "permanent", "transfer", "P50Y"),
        ("decimal_outline", "1.1", "temporary", "destroy", "P30Y"),
        ("list_in_description", "1", "temporary", "destroy", "P20Y"),
        ("many_items", "36", "temporary", "destroy", "P1Y"),
    ],
)
def test_dispositions(name: str, path: str, final: str, action: str, period: str) -> None:
    """The instruction is found behind its label, in a cell, and at the end of a description."""
    disposition = item(name, path).disposition
    assert disposition.final and disposition.retention
    retention = disposition.retention.value
    assert (disposition.final.value, retention.action, retention.period) == (final, action, period)


def test_an_amended_instruction_is_read_as_it_stands_and_quoted_as_printed() -> None:
    """A word struck within an instruction is no part of its trigger."""
    disposition = item("strikes", "3").disposition
    assert disposition.retention and disposition.retention.value.trigger == "termination of the project"
    assert disposition.instruction and "completion" in disposition.instruction.value


def test_media_neutral_is_said_by_the_label() -> None:
    """`Disposition (Media Neutral):` flags the item even where only a citation follows."""
    neutral = item("seed", "1/b/2").disposition.media_neutral
    assert neutral and neutral.value
    assert item("seed", "1/b/2").disposition.instruction is None
    assert item("seed", "1/a").disposition.media_neutral is None


def test_a_page_break_does_not_break_an_item() -> None:
    """Behind stamp and running header, 000's 1A goes on with the second list of its data."""
    text = item("seed", "1/a").text
    assert text and "Information on passports, visas" in text.value
    assert text.value.endswith("Institution of Higher Learning in the United States.")
    assert "Headquarters Systems Schedules" not in text.value


@pytest.mark.parametrize(
    ("name", "path", "action"),
    [
        ("1970_space_columns", "3/a", "approved"),
        ("1970_space_columns", "3/b", "withdrawn"),
        ("1983_tab_table", "2", "withdrawn"),
        ("1983_tab_table", "3", "disposition not approved"),
        ("1991_pipe_table", "1/c", "WITHDRAWN"),
        ("wrapped_cells", "1/b/1", "disposition not approved"),
        ("1983_tab_table", "1/a", None),
    ],
)
def test_column_10_is_kept_word_for_word(name: str, path: str, action: str | None) -> None:
    """What NARA did with the item is an observation, not yet a verdict."""
    taken = item(name, path).action_taken
    assert (taken and taken.value) == action


def test_an_item_can_be_declared_dead_without_a_successor() -> None:
    """`Obsolete 3/4/98` names no successor."""
    for name, path in (("annotations", "3"), ("1991_continuation", "4")):
        assert [text.casefold() for text, _ in annotations(name, path)] == ["obsolete 3/4/98"]
        assert citations(name, path) == []
    instruction = item("1991_continuation", "4").disposition.instruction
    assert instruction and instruction.value == "Destroy 1 year after expiration."


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("1991_continuation", "item-number-gap"),
        ("1991_continuation", "list-in-description"),
        ("gaps_and_repeats", "item-number-gap"),
        ("gaps_and_repeats", "item-number-repeated"),
        ("list_in_description", "list-before-items"),
        ("annotations", "successor-unreadable"),
        ("ocr_damage", "item-number-repaired"),
        ("two_schedules", "two-schedules"),
    ],
)
def test_what_may_be_wrong_is_told(name: str, code: str) -> None:
    """An outline that does not add up is read all the same, and not in silence."""
    assert code in codes(name)


def test_a_sound_form_raises_no_doubt() -> None:
    """Doubts are for what may be wrong."""
    for name in ("1970_space_columns", "1983_tab_table", "many_items", "headings", "decimal_outline"):
        assert codes(name) == set()


@pytest.mark.parametrize("path", [SEED, *DOCUMENTS], ids=lambda path: path.stem)
def test_every_value_can_be_followed_to_its_place(path: Path) -> None:
    """Each quote stands in the page's text where its evidence says."""
    pages = decode(read_bytes(path), path.name).text.split("\f")
    found = read(path)
    evidence = [each.evidence for each in found.items]
    for each in found.items:
        evidence += [part.evidence for part in (each.title, each.text, each.disposition.instruction) if part]
        evidence += [part.evidence for part in each.struck]
        evidence += [citation.evidence for citation in each.citations]
        evidence += [note.text.evidence for note in each.annotations]
    evidence += [event.evidence for event in found.events] + [each.evidence for each in found.citations]
    evidence += [doubt.evidence for doubt in found.doubts if doubt.evidence]
    for place in evidence:
        assert pages[place.page - 1][place.start : place.end] == place.quote


@pytest.mark.parametrize("path", [SEED, *DOCUMENTS], ids=lambda path: path.stem)
def test_parents_are_items_of_the_same_schedule(path: Path) -> None:
    """A parent's identifier is the child's without its last level, or of an item further up."""
    found = read(path)
    identifiers = {each.id for each in found.items}
    for each in found.items:
        assert each.parent is None or each.parent in identifiers
        assert each.parent is None or each.id.startswith((each.parent + "/", each.parent + "."))
