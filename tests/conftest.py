"""Options and fixtures that every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A run that failed must fail again: examples follow from the code. `make explore` tries others. How long an example takes
# depends on what else the machine does, so none fails by the clock.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens", action="store_true", help="write tests/golden anew from what is read now"
    )


@pytest.fixture(scope="session")
def seeds() -> dict[str, Path]:
    """The two real documents: 000 is an SF-115, 004 an ERA schedule."""
    return {path.name[:3]: path for path in (ROOT / "corpus" / "documents").glob("*.txt")}


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory, seeds: dict[str, Path]) -> Path:
    """A store with the two real documents."""
    from schedgraph.graph.ledger import Ledger
    from schedgraph.parser.read import read_document

    folder = tmp_path_factory.mktemp("demo")
    with Ledger.create(folder) as ledger:
        for path in seeds.values():
            ledger.add(read_document(path))
    return folder
