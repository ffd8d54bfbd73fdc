"""Wherever files are read, the same is stored; what is lost on the way is read again."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from schedgraph.corpus import documents
from schedgraph.graph.errors import ClusterError
from schedgraph.graph.intake import Intake, keep
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.readers import Reader, cluster, reader
from schedgraph.graph.taking import Taken
from tests.parser.reading.hostile.good import schedule_pages

SF115, ERA = documents()
WORKERS = 3


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Eighteen texts, a PDF, a file that cannot be read, and one that is not there."""
    folder = tmp_path_factory.mktemp("files")
    found = []
    for number in range(18):
        text = SF115.read_bytes() if number % 2 else ERA.read_bytes()
        found.append(folder / f"{number:02d}.txt")
        found[-1].write_bytes(text + f"\n\nCopy {number}\n".encode())
    (folder / "pages.pdf").write_bytes(schedule_pages())
    (folder / "empty.txt").write_bytes(b"")
    return [*found[:9], folder / "pages.pdf", folder / "empty.txt", folder / "none.txt", *found[9:]]


def digest_of(store: Path, taken: Iterable[Taken]) -> tuple[str, Intake]:
    intake = Intake()
    with Ledger.create(store) as ledger:
        for each in taken:
            keep(ledger, each, intake)
        return ledger.digest(), intake


@pytest.fixture(scope="module")
def here(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Intake]:
    """The digest of the store, and what became of the files, where they are read in this process."""
    return digest_of(tmp_path_factory.mktemp("here"), reader()(files))


def asked(files: Iterable[Path], by: list[Path]) -> Iterator[Path]:
    for path in files:
        by.append(path)
        yield path


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_stores_the_same(files, here, tmp_path):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, processes=True
    ) as workers:
        address = workers.scheduler_address
        with distributed.Client(address, set_as_default=False) as client:
            processes = list(client.run(os.getpid).values())
        assert len(set(processes) - {os.getpid()}) == WORKERS
        begun: list[Path] = []

        def disturbed(results: Iterable[Taken]) -> Iterator[Taken]:
            for number, taken in enumerate(results):
                if number == 4:
                    os.kill(processes[0], signal.SIGKILL)
                assert len(begun) - number <= cluster.AHEAD * WORKERS + WORKERS + 1
                yield taken

        digest, intake = digest_of(tmp_path, disturbed(reader(cluster=address)(asked(files, begun))))
    assert digest == here[0]
    assert (intake.read, intake.new, intake.failed) == (here[1].read, 19, 2)
    assert (intake.forms, intake.doubts, intake.errors) == (here[1].forms, here[1].doubts, here[1].errors)


def test_a_file_that_cannot_be_read_is_counted_by_its_error(here):
    assert here[1].errors == {"no-file": 1, "unreadable": 1}


def test_a_missing_extra_is_told_in_a_sentence(monkeypatch, files):
    monkeypatch.setitem(sys.modules, "distributed", None)
    reading: Reader = reader(cluster="tcp://127.0.0.1:8786")
    with pytest.raises(ClusterError, match="needs the extra `cluster`"):
        next(reading(files))


def test_a_scheduler_that_does_not_answer_is_told_in_a_sentence(monkeypatch, files):
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "SECONDS_TO_CONNECT", 1)
    with pytest.raises(ClusterError, match="no Dask scheduler answers at"):
        next(reader(cluster="tcp://127.0.0.1:9")(files))
