"""What a notebook shows of an answer, and the data frames behind it."""

import builtins
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import schedgraph
from schedgraph.graph.errors import NotInstalledError
from schedgraph.graph.store import Store

ITEM = "N1-567-09-6/1C(2)"


@pytest.fixture(scope="module")
def store(demo_store: Path):
    with schedgraph.open(demo_store) as opened:
        yield opened


def test_an_answer_shows_its_verdict_its_chain_and_its_caveats(store: Store):
    shown = store.lookup(ITEM)._repr_html_()
    assert "<strong>superseded</strong>: a later authority took its place" in shown
    assert "<svg" in shown
    assert "DAA-GRS-2013-0001-0005" in shown
    assert "Caveats" in shown
    assert "<script" not in shown


@pytest.mark.parametrize("number", [ITEM, "DAA-0567-2017-0007-0001", "N1-567-09-6"])
def test_an_answer_and_a_lineage_are_pictures_too(store: Store, number: str):
    for each in (store.lookup(number), store.lineage(number)):
        root = ElementTree.fromstring(each._repr_svg_())  # noqa: S314 (our own)
        assert root.tag.endswith("svg")
        assert re.search(r"<svg.*</svg>", each._repr_html_(), re.DOTALL)


def test_the_frame_of_an_answer_has_a_row_for_each_piece_of_evidence(store: Store):
    pytest.importorskip("pandas")
    frame = store.lookup(ITEM).to_dataframe()
    first = frame[frame["from"] == "N1-567-09-006/1/c/2"]
    assert list(first["to"]) == ["DAA-GRS-2013-0001-0005", "DAA-GRS-2013-0001-0006"]
    assert set(first["date"]) == {"2014-09-16"}
    assert list(first["quote"]) == ["DAA-GRS-2013-0001-0005", "0006"]
    assert set(first["document"]) == {"000_570d94ea105cce14.txt"}


def test_the_frame_of_a_lineage_has_a_row_for_each_succession(store: Store):
    pytest.importorskip("pandas")
    lineage = store.lineage("N1-567-09-6")
    frame = lineage.to_dataframe()
    assert len(frame) == len(lineage.edges)
    assert set(frame["scope"]) == {"certain", "possible"}


def test_the_frame_of_a_query_has_a_column_for_each_variable(store: Store):
    pytest.importorskip("pandas")
    answer = store.sparql('SELECT ?item ?title { ?item sg:identifier "N1-567-09-006/1/a" ; sg:title ?title }')
    frame = answer.to_dataframe()
    assert list(frame.columns) == ["item", "title"]
    assert frame["title"][0] == "Master File/Data"
    assert "auth:N1-567-09-006/1/a" in answer._repr_html_()


def test_an_answer_without_a_chain_has_an_empty_frame_with_the_same_columns(store: Store):
    pytest.importorskip("pandas")
    full, empty = store.lookup(ITEM).to_dataframe(), store.lookup("DAA-0567-2017-0007-0001").to_dataframe()
    assert len(empty) == 0
    assert list(empty.columns) == list(full.columns)


def test_without_pandas_the_error_says_what_to_install(store: Store, monkeypatch: pytest.MonkeyPatch):
    importing = builtins.__import__

    def without_pandas(name: str, *arguments, **more):
        if name == "pandas":
            raise ModuleNotFoundError("No module named 'pandas'", name="pandas")
        return importing(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(NotInstalledError, match="pip install pandas"):
        store.lookup(ITEM).to_dataframe()
