"""What is asked cheaply first: it spares work and decides nothing."""

import re

import pytest

from schedgraph.parser.caseless import caseless
from schedgraph.parser.dates import find_dates
from schedgraph.parser.forms.sf115.head.smallprint import before_small_print, is_small_print
from schedgraph.parser.labels import Label, find_labels, fold, holds_short_label, match_label
from schedgraph.parser.labels.folding import folded_text
from schedgraph.parser.page import Line, PageText, Run
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

_LINES = (
    "7. Records of the Bureau concerning the return of vouchers, 1975-80",
    "DISPOSITION NOT APPROVED per Archivist",
    "Jul 4 1985 is the day; Destroy 3 years after 1O/l2/85",
    "vvorn-out modern burners $5 rn",
    "Ве1ow: Cyrillic Ве – “quoted” ſtamp K İtem",
    "",
)


def _lines(*texts: str) -> Passage:
    source = PageText(number=1, text="\n".join(texts))
    lines, start = [], 0
    for text in texts:
        end = start + len(text)
        run = Run(text=text, start=start, end=end, struck=text.startswith("x"))
        lines.append(Line(source=source, start=start, end=end, runs=(run,)))
        start = end + 1
    return Passage.of(lines)


@pytest.mark.parametrize(
    "pattern", [r"\bdisp\w{3}", r"(?P<MONTH>jul|aug)[ ](?P<day>[0-9])", r"[^A-Z\W]{4}\b", r"k|i|s"]
)
@pytest.mark.parametrize("line", _LINES)
def test_a_pattern_without_case_finds_what_re_finds(pattern: str, line: str) -> None:
    """Letters that only Unicode takes for ASCII ones included."""
    found, expected = caseless(pattern).search(line, 1), re.compile(pattern, re.IGNORECASE).search(line, 1)
    assert (found and (found.span(), found.groupdict())) == (
        expected and (expected.span(), expected.groupdict())
    )
    stands = re.search(pattern, line, re.IGNORECASE) is not None
    assert caseless(pattern).stands_in(line) is stands


@pytest.mark.parametrize("line", _LINES)
def test_letters_fold_alike_with_and_without_their_places(line: str) -> None:
    assert fold(line) == folded_text(line).text


def test_a_part_of_a_part_of_a_passage_knows_where_it_is_written() -> None:
    """A window on three lines gives the evidence and strikes of its own characters, and joins with others."""
    whole = _lines("first line", "x struck", "third")
    part = whole.slice(6, 22).slice(5).strip()
    assert part.text == "x struck\nth"
    assert (part.evidence().start, part.evidence().end) == (11, 22)
    assert part.strike() == "partial" and part.slice(0, 8).strike() == "full"
    assert [piece.text for piece in part.struck_parts()] == ["x struck"]
    assert [(piece.offset, piece.run.text, piece.run.start) for piece in part.pieces] == [
        (0, "x struck", 11),
        (9, "th", 20),
    ]
    joined = Passage.join([whole.slice(0, 5), part.slice(9)], " ")
    assert joined.text == "first th"
    assert joined.evidence(6, 8).quote == "th"
    begins = whole.slice(5).begins()
    assert begins is not None and begins[1] == 5


def test_what_is_asked_again_is_not_worked_out_again_and_long_texts_are_not_kept() -> None:
    asked: list[str] = []

    @remembered(most=2, longest=5)
    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [size(text) for text in ("one", "one", "longer", "longer", "two", "three", "one")] == [
        3,
        3,
        6,
        6,
        3,
        5,
        3,
    ]
    assert asked == ["one", "longer", "longer", "two", "three", "one"]


def test_a_line_without_a_label_anywhere_has_none_in_its_parts() -> None:
    """Detection leaves such a line's cells alone; a label that must be printed as it is keeps it from that."""
    labels = (Label(name="subject", wordings=("Schedule Subject",)), Label(name="job", wordings=("Job:",)))
    assert find_labels("Correspondence | Job: NC1-64-77-3", labels) == ()
    assert holds_short_label("Correspondence | Job: NC1-64-77-3", labels)
    assert match_label("Job: NC1-64-77-3", labels) is not None
    assert not holds_short_label("Correspondence of the office", labels)
    assert find_labels("Correspondence  Schedu1e Subjcct: Mines", labels)[0].label.name == "subject"


def _days(text: str) -> list[str]:
    return [found.value.isoformat() for found in find_dates(text) if found.value]


def test_a_date_needs_a_figure_and_either_two_signs_or_a_month() -> None:
    assert _days("1O/12/85") == ["1985-10-12"]
    assert _days("FE8 11 1977, 3 June 1985") == ["1977-02-11", "1985-06-03"]
    assert find_dates("lO/Il/OO") == ()
    assert find_dates("retained 3 years. Destroy") == ()


def test_damaged_small_print_behind_a_value_is_cut_off_wherever_it_begins() -> None:
    """However far the whole line is from the small print."""
    print_ = "amendments, is approvcd except for items that may be marked disposition not approved or withdravvn in column 10."
    line = f"1. FROM Department of Labor, Office of the Solicitor, Division of Mine Safety {print_}"
    source = PageText(number=1, text=line)
    passage = Passage.of(
        [Line(source=source, start=0, end=len(line), runs=(Run(text=line, start=0, end=len(line)),))]
    )
    assert (
        before_small_print(passage).text
        == "1. FROM Department of Labor, Office of the Solicitor, Division of Mine Safety"
    )
    assert is_small_print(print_) and not is_small_print(line)
