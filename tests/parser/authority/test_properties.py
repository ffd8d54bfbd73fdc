"""What holds for every number, however it is written and however a scan damages it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.authority.reader import read_numbers
from tests.parser.authority.strategies import (
    Sample,
    era_numbers,
    grs_numbers,
    job_numbers,
    written_items,
    written_numbers,
    year_numbers,
)
from tests.patience import must_end

SOUND = st.one_of(job_numbers(), year_numbers(), era_numbers())
PRINTED_FOR: dict[str, list[str]] = {}
for letter, substitution in confusions().digits.items():
    PRINTED_FOR.setdefault(substitution.read, []).append(letter)


def plainly(sample: Sample) -> str:
    own = (*sample.parts, *sample.path) if sample.prefix == "DAA" else sample.parts
    return "-".join((sample.prefix, *own))


def slash_may_be_lost(sample: Sample) -> bool:
    """N1-412-95-714 may be N1-412-95-7/4: such a number is never sure."""
    job = sample.schedule[-3:]
    return sample.prefix in {"N1", "NC1"} and job[1] == "1" and "0" not in (job[0], job[2])


@given(written_numbers())
@settings(deadline=None, max_examples=600)
def test_every_sound_way_to_write_a_number_gives_its_identifier(written: tuple[Sample, str]) -> None:
    """Padding, dash style, blanks, case and the style of the item do not matter, and are no repairs."""
    sample, text = written
    (mention,) = find_numbers(text)
    assert mention.id == sample.id
    assert mention.repairs == () or slash_may_be_lost(sample)
    assert mention.sure or slash_may_be_lost(sample)


@given(written_numbers())
@settings(deadline=None)
def test_a_canonical_identifier_reads_as_itself(written: tuple[Sample, str]) -> None:
    """What we print can be given back to us."""
    sample, identifier = written[0], written[0].id
    number = parse_identifier(identifier)
    assert number is not None
    assert number.id == identifier
    (read,) = read_numbers(identifier)
    assert read.id == identifier
    assert read.sure or slash_may_be_lost(sample)


@st.composite
def damaged_numbers(draw: st.DrawFn) -> tuple[Sample, str]:
    """A number with one or two characters damaged as scans damage them."""
    sample, text = draw(st.one_of(written_numbers(), SOUND.map(lambda sample: (sample, plainly(sample)))))
    # In an item a capital letter is sound (1B), so that only the number itself is damaged here.
    limit = re.search(r"[/,(iI]|\Z", text).end()  # type: ignore[union-attr]
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, limit - 1))
        character = text[place]
        choices = []
        if character in PRINTED_FOR:
            # After a blank a small letter is a word: no reader could tell.
            apart = text[place - 1 : place] in {" ", "\n"}
            choices += [
                letter for letter in PRINTED_FOR[character] if not apart or letter == "l" or letter.isupper()
            ]
            choices += [f" {character}"]
        if character in "-–‑\u2212":
            choices += ["", " ", "_", "--", "."]
        if character == "/" and sample.prefix in {"N1", "NC1"}:
            choices += ["1"]
        if not choices:
            continue
        changed = draw(st.sampled_from(choices))
        text = text[:place] + changed + text[place + 1 :]
        limit += len(changed) - 1
    return sample, text


@given(damaged_numbers())
@example(
    (Sample(schedule="NC1-060-72-101", prefix="NC1", parts=("60", "72", "101"), path=()), "NC160-7Z-101")
)
@settings(deadline=None, max_examples=1500)
def test_damage_is_never_wrong_in_silence(damaged: tuple[Sample, str]) -> None:
    """A damaged number may be lost or doubtful, but what is sure is right."""
    sample, text = damaged
    for mention in find_numbers(text):
        if mention.sure:
            assert mention.id == sample.id


@given(grs_numbers())
@settings(deadline=None, max_examples=500)
def test_every_way_to_write_a_general_records_schedule_gives_its_identifier(
    written: tuple[Sample, str],
) -> None:
    """Four separators, three names and any item style stand for one number."""
    sample, text = written
    (mention,) = find_numbers(text)
    assert (mention.id, mention.sure, mention.repairs) == (sample.id, True, ())


@given(grs_numbers(), st.data())
@settings(deadline=None, max_examples=1500)
def test_damage_to_a_general_records_schedule_is_never_wrong_in_silence(
    written: tuple[Sample, str], data: st.DataObject
) -> None:
    """The same for the word GRS, the schedule and the item."""
    sample, text = written
    start = next(place for place, character in enumerate(text) if character.isdigit())
    text = damage(data.draw, text, start, len(text), "lIO|")
    for mention in find_numbers(text):
        assert not mention.sure or mention.id == sample.id


@given(written_items(), st.data())
@settings(deadline=None, max_examples=1500)
def test_damage_to_an_item_is_never_wrong_in_silence(
    written: tuple[Sample, str, int], data: st.DataObject
) -> None:
    """An l, I, O or | in an item may be a digit; a capital B or S is a sound letter (1B)."""
    sample, text, start = written
    text = damage(data.draw, text, start, len(text), "lIO|")
    for mention in find_numbers(text):
        assert not mention.sure or mention.id == sample.id, mention


def damage(draw: Callable[..., Any], text: str, start: int, end: int, letters: str) -> str:
    """One digit of `text[start:end]` shown as one of `letters`."""
    places = [place for place in range(start, end) if set(PRINTED_FOR.get(text[place], ())) & set(letters)]
    assume(places)
    place = draw(st.sampled_from(places))
    choices = [letter for letter in PRINTED_FOR[text[place]] if letter in letters]
    return text[:place] + draw(st.sampled_from(choices)) + text[place + 1 :]


@given(damaged_numbers())
@settings(deadline=None, max_examples=500)
def test_every_reading_is_a_canonical_identifier(damaged: tuple[Sample, str]) -> None:
    """Readings are ranked, their confidences lie between 0 and 1, and each can be looked up."""
    for mention in find_numbers(damaged[1]):
        confidences = [reading.confidence for reading in mention.readings]
        assert confidences == sorted(confidences, reverse=True)
        assert all(0 <= confidence <= 1 for confidence in confidences)
        assert all(parse_identifier(reading.target) is not None for reading in mention.readings), mention
        assert mention.id is None or mention.id in {reading.target for reading in mention.readings}


@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(
                [
                    "N1-567-09-6",
                    "NI-567-09-",
                    "items 2, 4-9",
                    " of ",
                    "GRS 5.2",
                    "/020",
                    "DAA-0567-2017-0007",
                    "-0001",
                    " through ",
                    "(",
                    "1",
                    "l",
                    "item ",
                    ", ",
                    "NC1-",
                    "\n",
                    " - ",
                    "General Records ",
                ]
            ),
        ),
        max_size=12,
    ).map("".join)
)
@settings(deadline=None, max_examples=800)
def test_any_text_can_be_read_and_every_place_is_exact(text: str) -> None:
    """No text stops the finder, and `text[start:end]` is what is printed there."""
    for mention in find_numbers(text):
        assert text[mention.start : mention.end] == mention.printed
        assert mention.printed == mention.printed.rstrip() != ""
    assert read_numbers(text)


@given(SOUND)
@settings(deadline=None)
def test_one_repair_is_trusted_more_than_two(sample: Sample) -> None:
    """More repairs are trusted less."""
    text = plainly(sample)
    places = [
        place for place, character in enumerate(text) if character in "10" and place > len(sample.prefix)
    ]
    # A job of three digits has other readings once it is damaged: its slash may be lost.
    assume(len(places) >= 2 and len(sample.parts[-1]) != 3)
    swap = {"1": "l", "0": "O"}
    once = text[: places[0]] + swap[text[places[0]]] + text[places[0] + 1 :]
    twice = once[: places[1]] + swap[once[places[1]]] + once[places[1] + 1 :]
    trust = [
        max(
            (
                reading.confidence
                for mention in find_numbers(each)
                for reading in mention.readings
                if reading.target == sample.id
            ),
            default=0.0,
        )
        for each in (text, once, twice)
    ]
    assert trust[0] >= trust[1] >= trust[2]


HOSTILE = [
    "N1-1-1-1",
    "-1",
    "N1 ",
    "N1-",
    "(",
    " ",
    "1",
    ",",
    "\n",
    "item 1, ",
    "items 1a(1)(a)(1)(a), ",
    "items 1-200, ",
    "GRS 1, ",
    "GRS 5.2 ",
    "General Records ",
    "NI-S67-O9-6 ",
    "DAA-0567-2017-0007-",
    " + 0002, 0003",
    "n i n i ",
    "NCl-11-111-11/1",
    "I",
    "NC 1 ",
    "item (",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_after_a_number_is_read_to_its_end(unit: str) -> None:
    """What takes a second in proportion to its length would take hours with its square."""
    with must_end():
        find_numbers("N1-567-09-6 items 1" + (unit * (120_000 // len(unit) + 1))[:120_000])


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_megabyte_of_hostile_text_is_read_to_its_end(unit: str) -> None:
    """The worst megabyte takes some seconds."""
    with must_end():
        find_numbers((unit * (1_000_000 // len(unit) + 1))[:1_000_000])
