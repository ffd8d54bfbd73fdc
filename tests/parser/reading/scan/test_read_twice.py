"""A line that an engine gives twice is one line."""

import pytest

pytest.importorskip("numpy", reason="the extra `scan` is not installed")

import numpy as np

from schedgraph.parser.reading.scan.engine import Box, OcrWord
from schedgraph.parser.reading.scan.writing import without_repeats, written_lines


def told(*words: tuple[str, Box, int]) -> list[str]:
    ink = np.zeros((1300, 1700), dtype=bool)
    read = [OcrWord(text=text, box=box, confidence=0.9, line=line) for text, box, line in words]
    return [" ".join(word.text for word in line.words) for line in without_repeats(written_lines(read, ink))]


STAMP = (
    ("SUPERSEDED", (307, 1113, 474, 1150), 57),
    ("BY", (487, 1112, 521, 1148), 57),
    ("N1-065-06-3", (528, 1110, 671, 1147), 57),
)


def test_a_line_found_again_in_its_place_is_left_out_though_its_words_run_together() -> None:
    again = ("SUPERSEDEDBYN1-065-06-3", (287, 1094, 685, 1138), 73)
    assert told(*STAMP, again) == ["SUPERSEDED BY N1-065-06-3"]


@pytest.mark.parametrize(
    "other",
    [
        ("SUPERSEDEDBYN1-065-06-3", (287, 1160, 685, 1200), 73),
        ("SUPERSEDEDBYN1-065-06-8", (287, 1094, 685, 1138), 73),
    ],
)
def test_the_same_words_elsewhere_and_other_words_in_the_place_are_kept(other: tuple[str, Box, int]) -> None:
    assert told(*STAMP, other) == ["SUPERSEDED BY N1-065-06-3", other[0]]
