"""The folders stand as the design says: the installed name links to the rooms, and a wheel holds all of them."""

import ast
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("parser", "graph", "corpus", "ontology", "commands")
LONGEST_MODULE = 420


def python_files() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))] + [
        ROOT / "cli.py",
        ROOT / "schedgraph" / "door.py",
    ]


@pytest.mark.parametrize("name", [*ROOMS, "cli.py"])
def test_the_installed_name_links_to_the_room(name: str) -> None:
    link = ROOT / "schedgraph" / name
    assert link.is_symlink()
    assert link.resolve() == ROOT / name


@pytest.mark.slow
def test_a_built_wheel_holds_every_module_and_every_data_file(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    kept_out = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__", "tests")
    shutil.copytree(ROOT, fresh, symlinks=True, ignore=kept_out)
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(fresh)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr[-2000:]
    held = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    tracked = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", *ROOMS, "cli.py"], capture_output=True, text=True, check=True
    ).stdout.split("\n")
    wanted = {f"schedgraph/{name}" for name in tracked if name and not name.endswith((".md",))}
    assert wanted - held == set()
    assert not {name.split("/")[0] for name in held} & {*ROOMS, "cli.py"}


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_enough_to_read_at_a_sitting_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_nothing_is_called_utils() -> None:
    assert not [
        path
        for path in python_files()
        if path.stem in ("utils", "util", "helpers", "common", "manager", "misc")
    ]
