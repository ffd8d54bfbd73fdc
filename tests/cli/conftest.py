"""A store of the bundled documents, and a short way to run a command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from schedgraph.cli import main
from schedgraph.corpus import documents

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs `schedgraph` with these arguments."""

    def command(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)

    return command


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the two bundled documents."""
    folder = tmp_path_factory.mktemp("store")
    result = CliRunner().invoke(main, ["--store", str(folder), "ingest", *map(str, documents())])
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture
def ask(run: Run, store: Path) -> Run:
    """The same on the store of the bundled documents."""

    def command(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return run("--store", store, *arguments, stdin=stdin)

    return command
