"""A server of the two bundled schedules, one of them printed as a PDF, and one of documents that mean harm."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra `web` is not installed")

from click.testing import CliRunner
from starlette.testclient import TestClient

from schedgraph.cli import main
from schedgraph.graph.ledger.ledger import Ledger
from schedgraph.graph.web.app import application
from schedgraph.graph.web.site import Site
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import decode
from tests.parser.reading.pdf.printed import printed
from tests.web.hostile import documents


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, seeds: dict[str, Path]) -> Path:
    """A store of 000 as a PDF, whose places can be drawn, and of 004 as a text."""
    folder = tmp_path_factory.mktemp("library")
    pages, _ = read_markup(decode(seeds["000"].read_bytes(), seeds["000"].name).text)
    pdf = folder / "n1-567-09-006_sf115.pdf"
    pdf.write_bytes(printed(pages))
    done = CliRunner().invoke(main, ["--store", str(folder / "store"), "ingest", str(pdf), str(seeds["004"])])
    assert done.exit_code == 0, done.stderr
    return folder / "store"


@pytest.fixture(scope="session")
def hostile_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of documents whose every field means harm."""
    folder = tmp_path_factory.mktemp("hostile")
    with Ledger.create(folder) as ledger:
        ledger.add_many(tuple(documents()))
    return folder


def served(folder: Path, **more: int) -> Iterator[TestClient]:
    app = application(Site(folder=folder, audit_seconds=60, **more))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        app.state.engine.ready(graphs=True)
        client.headers["accept"] = "text/html"
        yield client


def whole(site, path: str):
    """The page when all of it is there: a browser is shown a part of it meanwhile."""
    for _ in range(1200):
        answer = site.get(path)
        if answer.status_code == 200 and "load the page again" not in answer.text:
            return answer
        time.sleep(0.1)
    raise AssertionError("it is never whole")


@pytest.fixture(scope="session")
def site(library: Path) -> Iterator[TestClient]:
    """Asks the server of the bundled schedules as a browser does."""
    yield from served(library)


@pytest.fixture(scope="session")
def hostile_site(hostile_library: Path) -> Iterator[TestClient]:
    """Asks the server of the documents that mean harm, which is given little time for what takes long."""
    yield from served(hostile_library, errand_seconds=6)
