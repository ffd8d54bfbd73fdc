"""A PDF answers as its clean text does, and its pages can be looked at."""

import json
from pathlib import Path

import pytest

from schedgraph.parser.read import read_data
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import decode
from schedgraph.parser.transcript import transcript
from tests.parser.reading.pdf.printed import printed
from tests.parser.reading.pdf.sheets import sf115

SEEDS = sorted((Path(__file__).parents[2] / "corpus" / "documents").glob("*.txt"))
LINES = [
    ("1.", "Passport application files.", "NC1-59-79-12", "", False),
    ("", "a. Paper copies.", "", "", False),
    ("", "   Temporary. Destroy when 15 years old.", "", "", False),
    ("", "b. Microfilm.", "", "", False),
    ("", "   Temporary. Destroy when 2 years old.", "", "", False),
]


def as_pdf(path: Path) -> bytes:
    pages, _ = read_markup(decode(path.read_bytes(), path.name).text)
    return printed(pages)


def without_places(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: without_places(each)
            for key, each in value.items()
            if key not in ("evidence", "document", "strikes")
        }
    if isinstance(value, list):
        return [without_places(each) for each in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_real_document_says_the_same_as_text_and_as_a_pdf(path: Path) -> None:
    text, pdf = read_data(path.read_bytes(), path.name), read_data(as_pdf(path), f"{path.stem}.pdf")
    assert pdf.source.reading == "text-layer"
    assert without_places(transcript(pdf)) == without_places(transcript(text))


def test_the_verdicts_on_pdfs_are_those_on_their_texts(tmp_path: Path, run) -> None:
    for path in SEEDS:
        (tmp_path / f"{path.stem}.pdf").write_bytes(as_pdf(path))
    store = tmp_path / "store"
    assert run("--store", str(store), "ingest", str(tmp_path)).exit_code == 0
    told = json.loads(run("--store", str(store), "lookup", "N1-567-09-6/1A", "--format", "json").stdout)
    assert told["verdict"] == "superseded"
    assert [each["id"] for each in told["current"]] == ["DAA-0563-2013-0001-0006"]
    (place, *_) = told["chain"][0]["evidence"]
    assert place["bbox"] and place["method"] == "text-layer"


def test_what_strikes_an_item_is_told_with_its_measures(tmp_path: Path, run) -> None:
    path = tmp_path / "n1-059-91-004_sf115.pdf"
    path.write_bytes(sf115([*LINES[:4], ("", "   Temporary. Destroy when 2 years old.", "", "", True)]))
    read = json.loads(run("parse", str(path), "--format", "json").stdout)
    item = next(each for each in read["items"] if each["id"] == "N1-059-91-004/1/b")
    (strike,) = item["strikes"]
    assert (strike["text"], strike["kind"]) == ("Temporary. Destroy when 2 years old.", "stroke")
    assert strike["height"] == pytest.approx(0.3, abs=0.01) and strike["evidence"]["bbox"]


def test_the_place_of_an_item_is_drawn_with_a_mark(tmp_path: Path, run) -> None:
    (tmp_path / "n1-059-91-004_sf115.pdf").write_bytes(sf115(LINES))
    store, picture = tmp_path / "store", tmp_path / "item.png"
    run("--store", str(store), "ingest", str(tmp_path / "n1-059-91-004_sf115.pdf"))
    result = run("--store", str(store), "show", "N1-59-91-4/1a", "--page-image", str(picture))
    assert result.exit_code == 0
    from PIL import Image

    drawn = Image.open(picture).convert("RGB")
    assert (255, 214, 0) in {colour for _, colour in drawn.getcolors(1 << 24)}


def test_a_pdf_that_was_moved_is_found_where_one_says(tmp_path: Path, run) -> None:
    first = tmp_path / "n1-059-91-004_sf115.pdf"
    first.write_bytes(sf115(LINES))
    store, picture = tmp_path / "store", tmp_path / "item.png"
    run("--store", str(store), "ingest", str(first))
    (tmp_path / "archive").mkdir()
    first.rename(tmp_path / "archive" / "renamed.pdf")
    lost = run("--store", str(store), "show", "N1-59-91-4/1a", "--page-image", str(picture))
    assert (lost.exit_code, picture.exists()) == (3, False)
    assert "--from" in lost.stderr
    found = run(
        "--store", str(store), "show", "N1-59-91-4/1a", "--page-image", str(picture), "--from", str(tmp_path)
    )
    assert (found.exit_code, picture.exists()) == (0, True)


def test_a_text_has_no_page_to_draw(tmp_path: Path, ask) -> None:
    result = ask("show", "N1-567-09-6/1A", "--page-image", str(tmp_path / "item.png"))
    assert result.exit_code == 1
    assert "no page to draw" in result.stderr
