"""pdfplumber is slow and well tried: its characters and tables are what ours must be equal to."""

import io
from collections import Counter

import pdfplumber
import pytest

from bench.synthetic.content import FORMS
from bench.synthetic.render import write
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pdf import read_pdf
from tests.parser.reading.pdf.sheets import signatory_table

ROWS = [
    ("Date", "Action", "By", "Title", "Organization"),
    (
        "05/31/2017",
        "Approve",
        "David S. Ferriero",
        "Archivist of the Unite\nd States",
        "Office of the\nArchivist",
    ),
    ("06/01/2017", "Certify", "", "Records Officer", "Immigration and\nCustoms Enforcement"),
]


def test_a_ruled_table_has_the_cells_that_pdfplumber_finds() -> None:
    data = signatory_table(ROWS, (70, 60, 100, 112, 130), ruled=True)
    with pdfplumber.open(io.BytesIO(data)) as document:
        theirs = [
            [" ".join((cell or "").split()) for cell in row] for row in document.pages[0].extract_table()
        ]
    page = read_pdf(data, "page.pdf", Limits()).pages[0]
    ours = [[cell.strip() for cell in line.text.split("\t")] for line in page.lines if line.text]
    assert ours == theirs


@pytest.mark.parametrize("form", dict.fromkeys(FORMS))
def test_no_character_of_a_page_is_lost_or_made_up(form: str, tmp_path) -> None:
    """On plain pages, which hold nothing hidden and nothing overtyped."""
    (path,) = write(5, form, ["plain"], tmp_path)
    ours = read_pdf(path.read_bytes(), path.name, Limits())
    with pdfplumber.open(path) as document:
        for page, theirs in zip(ours.pages, document.pages, strict=True):
            characters = Counter(each["text"] for each in theirs.chars if each["text"].strip())
            read = Counter(
                character for character in page.source.text if character.strip() and character not in "☐☒"
            )
            assert sum((characters - read).values()) <= 3, characters - read
            assert not read - characters
