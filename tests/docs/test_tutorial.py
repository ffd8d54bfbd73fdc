"""The tutorial does what it says, from the PDFs to the third question."""

from pathlib import Path

import pytest

nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
pytest.importorskip("ipykernel", reason="ipykernel is not installed")
pytest.importorskip("pandas", reason="pandas is not installed")

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "docs" / "tutorial.ipynb"


def test_the_tutorial_is_kept_without_its_outputs() -> None:
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert not [each for each in cells if each.cell_type == "code" and (each.outputs or each.execution_count)]


@pytest.mark.slow
def test_the_tutorial_goes_from_pdfs_to_a_picture_and_three_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("SCHEDGRAPH_STORE", "")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    resources = {"metadata": {"path": str(NOTEBOOK.parent)}}
    nbclient.NotebookClient(notebook, timeout=180, kernel_name="python3", resources=resources).execute()

    def shown(word: str) -> dict[str, str]:
        """What the cell shows that holds `word`."""
        (cell,) = [each for each in notebook.cells if each.cell_type == "code" and word in each.source]
        return cell.outputs[-1]["data"]

    assert "superseded" in shown('"N1-567-09-6, item 1C(2)"')["text/html"]
    assert "n1-567-09-006_sf115.pdf" in shown("answer.to_dataframe")["text/plain"]
    assert shown("Image(")["image/png"]
    assert "<svg" in shown("lineage =")["text/html"]
    assert "GRS 5.2" in shown("lineage =")["text/html"]
    assert "Reports Used as Case Notes" in shown("partOf")["text/html"]
    assert "2014-09-16" in shown("sg:Supersession")["text/html"]
    assert "GRS 5.1" in shown("GROUP_CONCAT")["text/html"]
