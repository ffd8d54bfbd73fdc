"""What is shipped is what the manifest says."""

from pathlib import Path

import pytest

from schedgraph import corpus
from schedgraph.corpus import __main__ as check
from schedgraph.corpus import inventory as room


def test_every_file_has_the_hash_of_the_manifest() -> None:
    """No shipped byte has changed, and no file is missing or unlisted."""
    assert corpus.verify() == ()


def test_the_two_seed_documents_are_there() -> None:
    """The documents are given as files that exist, in the order of the manifest."""
    assert [path.name[:3] for path in corpus.documents()] == ["000", "004"]
    assert all(path.is_file() for path in corpus.documents())


def test_every_file_has_source_licence_and_form() -> None:
    """Whoever passes the files on can say where they come from."""
    for entry in corpus.manifest():
        assert entry.source
        assert entry.licence
        assert (entry.form in ("SF-115", "ERA")) == (entry.kind == "document")


def test_a_changed_or_unlisted_file_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check names the file, and exits with 1."""
    monkeypatch.setattr(room, "FOLDER", tmp_path)
    for folder in room.FOLDERS:
        (tmp_path / folder).mkdir()
    (tmp_path / "documents" / "000_570d94ea105cce14.txt").write_text("changed", encoding="utf-8")
    (tmp_path / "facts" / "stray.tsv").write_text("", encoding="utf-8")
    complaints = corpus.verify()
    assert any("000_570d94ea105cce14.txt has sha256" in each for each in complaints)
    assert any("004_b78231fe35ef310f.txt is in the manifest and not" in each for each in complaints)
    assert "facts/stray.tsv is in the folder and not in the manifest" in complaints
    assert check.main() == 1
    assert "stray.tsv" in capsys.readouterr().err


def test_the_check_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, exit code 0."""
    assert check.main() == 0
    assert "agree with the manifest" in capsys.readouterr().out
