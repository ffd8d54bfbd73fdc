"""Damaged PDFs are read or end with a name. 5,000 cases, the same in each run.

With SCHEDGRAPH_MORE_PDFS set to a folder, the sound PDFs in it are damaged too.
"""

import os
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from schedgraph.parser.reading.isolate.limits import MEGABYTE, Limits
from schedgraph.parser.reading.isolate.outcome import Outcome, PdfError
from schedgraph.parser.reading.isolate.reader import READ_PDF, PdfReader
from tests.parser.reading.hostile.good import form_pages, packed_pages, schedule_pages

CHUNKS, CASES = 20, 250
LIMITS = Limits(seconds_per_document=5, seconds_per_page=1, memory_bytes=640 * MEGABYTE)
WORDS = [b"obj", b"endobj", b"stream", b"endstream", b"xref", b"<<", b">>", b"[", b"]", b"(", b")", b" 0 R"]
WORDS += [
    b"-1",
    b"99999999999",
    b"/Length",
    b"/Kids",
    b"/Count",
    b"/Filter",
    b"/FlateDecode",
    b"\0",
    b"\xff" * 9,
]

Change = Callable[[bytes, random.Random], bytes]


@cache
def sound() -> tuple[bytes, ...]:
    folder = os.environ.get("SCHEDGRAPH_MORE_PDFS")
    more = sorted(Path(folder).glob("*.pdf")) if folder else []
    return (schedule_pages(), form_pages(), packed_pages(), *(path.read_bytes() for path in more))


def stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Where a stretch of up to 64 bytes begins and ends."""
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.randrange(1, 65))


def flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 4, 16])):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def cut(data: bytes, chance: random.Random) -> bytes:
    start, end = stretch(data, chance)
    return data[:start] + data[end:]


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) // 2, len(data))]


def splice(data: bytes, chance: random.Random) -> bytes:
    start, end = stretch(other := chance.choice(sound()), chance)
    at = chance.randrange(len(data))
    return data[:at] + other[start:end] + data[at:]


def swap(data: bytes, chance: random.Random) -> bytes:
    (a, b), (c, d) = sorted([stretch(data, chance), stretch(data, chance)])
    return data if b > c else data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = stretch(data, chance)
    return data[:start] + data[start:end] * chance.choice([2, 3, 50]) + data[end:]


def digit(data: bytes, chance: random.Random) -> bytes:
    digits = [at for at, byte in enumerate(data[: 1 << 16]) if 48 <= byte <= 57]
    at = chance.choice(digits)
    return data[:at] + b"%d" % chance.randrange(10) + data[at + 1 :]


def word(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(WORDS) + data[at + chance.choice([0, 2, 4]) :]


CHANGES: list[Change] = [flip, cut, cut_off, splice, swap, repeat, digit, word]


def damaged(chance: random.Random) -> bytes:
    """One of the sound files after one to three changes."""
    data = chance.choice(sound())
    for _ in range(chance.choice([1, 1, 2, 3])):
        data = chance.choice(CHANGES)(data, chance)
    return data


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_damage_stops_the_run_or_ends_without_a_name(chunk: int) -> None:
    chance = random.Random(chunk)
    with PdfReader(limits=LIMITS, function=READ_PDF) as reader:
        for _ in range(CASES):
            try:
                pages = reader.read_bytes(damaged(chance), "damaged.pdf")
            except PdfError as error:
                assert error.outcome not in (Outcome.GARBLED, Outcome.UNAVAILABLE), error
                assert str(error) and "\n" not in str(error)
            else:
                assert pages.pages
        assert len(reader.read_bytes(schedule_pages(), "good.pdf").pages) == 2
