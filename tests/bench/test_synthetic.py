"""Made-up schedules: the truth beside a document is what the document shows."""

import io
import json
import re
from pathlib import Path
from random import Random

import pdfplumber
import pypdfium2
import pytest
from PIL import ImageChops

from bench.synthetic import drawing
from bench.synthetic.content import FORMS, invent
from bench.synthetic.lining import KINDS
from bench.synthetic.pages import sheets_of
from bench.synthetic.production import Production
from bench.synthetic.render import write
from bench.synthetic.text import clean
from bench.synthetic.truth import expected

EVERY_FORM = tuple(dict.fromkeys(FORMS))


@pytest.mark.parametrize("form", EVERY_FORM)
def test_the_same_seed_gives_the_same_truth_and_document(form: str, tmp_path: Path) -> None:
    """A score can only be held against an earlier one if the documents are the same, byte for byte."""
    for folder in ("first", "second"):
        list(write(7, form, ["text", "noisy", "digital"], tmp_path / folder))
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("first", "second")
    )
    assert first == second


@pytest.mark.parametrize("form", EVERY_FORM)
def test_what_the_truth_quotes_stands_in_the_transcript(form: str) -> None:
    """Numbers, titles and struck words are expected because they are printed."""
    for seed in range(20, 26):
        schedule = invent(seed, form)
        words = re.sub(r"~~", "", clean(schedule, Random(seed)))
        truth = json.loads(json.dumps(expected(schedule, source="", reading="text", sheets=None)))
        quoted = [number["printed"] for number in truth["numbers"] if schedule.form != "notice"]
        for item in truth["items"]:
            quoted += [item.get("title") or "", *item.get("struck", []), item.get("action_taken") or ""]
        assert [quote for quote in quoted if " ".join(quote.split()) not in " ".join(words.split())] == []


@pytest.mark.parametrize("form", EVERY_FORM)
def test_characters_stand_where_the_truth_says(form: str) -> None:
    """A PDF reader that knows nothing of the truth finds every character of an item at the stated x and baseline."""
    schedule = invent(31, form)
    sheets = sheets_of(schedule, unseen=False)
    truth = expected(schedule, source="", reading="text-layer", sheets=sheets)
    with pdfplumber.open(io.BytesIO(drawing.pdf(sheets, Production(), Random(0)))) as document:
        for page, stated in zip(document.pages, truth["pages"], strict=True):
            seen = {(char["text"], round(char["x0"])) for char in page.chars}
            for run in stated["runs"]:
                for character, x in zip(run["text"], run["x"], strict=False):
                    near = {(character, round(x) + step) for step in (-1, 0, 1)}
                    assert character == " " or near & seen, (run["text"], character, x)


@pytest.mark.parametrize(
    "production",
    [
        Production(rotate=90, crop=(18, 27)),
        Production(rotate=270, crop=(40, 12.5)),
        Production(rotate=180),
        Production(scrambled=True, glyph_by_glyph=True),
        Production(crop=(18, 27)),
    ],
)
def test_how_a_pdf_was_written_does_not_change_its_look(production: Production) -> None:
    """Rotation, cropping and drawing order are the reader's problem; the page, and so its truth, stays the same."""
    sheets = sheets_of(invent(4, "r1975"), unseen=True)[:1]
    plain, odd = (
        pypdfium2.PdfDocument(drawing.pdf(sheets, how, Random(0)))[0].render(scale=1).to_pil().convert("L")
        for how in (Production(), production)
    )
    assert plain.size == odd.size
    difference = ImageChops.difference(plain, odd).histogram()
    assert sum(difference[128:]) < 0.01 * plain.width * plain.height


def test_every_kind_of_strike_and_every_extent_occurs() -> None:
    """A corpus that lacks a kind would praise a reader that cannot see it."""
    entries = [entry for seed in range(150) for entry in invent(seed, "r1991").entries if entry.struck]
    assert {entry.strike_kind for entry in entries} == set(KINDS)
    shares = {
        expected(invent(seed, "r1983"), source="", reading="text", sheets=None)["items"][-1]["strike"]
        for seed in range(60)
    }
    assert shares == {"none", "partial", "full"}


def test_a_scan_holds_no_words_and_a_hybrid_holds_them_unseen(tmp_path: Path) -> None:
    """A scan is pictures alone; a hybrid has a text layer over its pictures."""
    scan, hybrid = write(3, "r1970", ["scan150", "hybrid"], tmp_path)
    words = [pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded() for path in (scan, hybrid)]
    assert words[0] == ""
    assert "DISPOSE OF RECORDS" in words[1]
