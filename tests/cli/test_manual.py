"""The manual pages, the reference and `doctor` say what the commands and the computer are."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from schedgraph.cli import main
from schedgraph.commands import VERBS
from schedgraph.reference import FOLDER, documents


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from click.testing import CliRunner

    folder = tmp_path_factory.mktemp("manual") / "man1"
    assert CliRunner().invoke(main, ["man", "--dir", str(folder)]).exit_code == 0
    return folder


def test_every_command_has_a_manual_page(manual: Path):
    assert {f"schedgraph-{verb}.1" for verb in VERBS} | {"schedgraph.1"} <= {p.name for p in manual.iterdir()}


def test_every_option_of_a_command_is_in_its_manual_page(manual: Path):
    for verb in VERBS:
        command = main.get_command(click.Context(main), verb)
        assert command is not None
        page = (manual / f"schedgraph-{verb}.1").read_text(encoding="utf-8").replace("\\-", "-")
        for each in command.params:
            if isinstance(each, click.Option) and not each.hidden:
                assert each.opts[-1] in page, (verb, each.opts)


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff is on the path")
def test_troff_takes_every_manual_page_without_a_warning(manual: Path):
    pages = sorted(map(str, manual.iterdir()))
    ended = subprocess.run(["groff", "-man", "-Tutf8", "-ww", *pages], capture_output=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "EXIT STATUS" in re.sub(".\b|\x1b\\[[0-9;]*m", "", ended.stdout.decode())


@pytest.mark.parametrize("name", ["commands.md", "python.md"])
def test_the_reference_is_what_the_code_says(name: str):
    assert (FOLDER / name).read_text(encoding="utf-8") == documents()[name]


def test_doctor_finds_a_store_and_tells_what_is_installed(ask):
    found = json.loads(ask("doctor", "--format", "json").stdout)
    states = {each["name"]: each["state"] for each in found}
    assert states["python"] == states["click"] == states["store"] == "good"
    assert {"[scan]", "[web]", "[notebook]", "dot", "Tesseract"} <= set(states)


def test_doctor_says_that_there_is_no_store_and_does_not_make_one(run, tmp_path: Path):
    result = run("--store", tmp_path / "none", "doctor")
    assert result.exit_code == 0
    assert "schedgraph ingest" in " ".join(result.stdout.split())
    assert not (tmp_path / "none").exists()


def test_doctor_says_that_a_store_cannot_be_used(run, tmp_path: Path):
    (tmp_path / "ledger.sqlite").write_bytes(b"no store at all" * 100)
    result = run("--store", tmp_path, "doctor")
    assert result.exit_code == 4
    assert "WRONG" in result.stdout


def test_doctor_says_which_package_is_missing(run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    from schedgraph.commands import health

    monkeypatch.setattr(health, "requires", lambda _: ["no-such-package>=1", 'starlette>=1; extra == "web"'])
    result = run("--store", tmp_path / "none", "doctor")
    assert result.exit_code == 3
    assert "no-such-package" in result.stdout
