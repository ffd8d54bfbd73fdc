"""Whatever happens in the reading process, the run is told in one sentence and goes on."""

import gc
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from schedgraph.parser.reading.isolate.limits import MEGABYTE, Limits
from schedgraph.parser.reading.isolate.outcome import Outcome, PdfError
from schedgraph.parser.reading.isolate.reader import PdfReader
from tests.parser.reading.hostile.good import schedule_pages

ROOT = Path(__file__).resolve().parents[4]
LIMITS = Limits(seconds_per_document=20, seconds_per_page=1, memory_bytes=512 * MEGABYTE)
IMPATIENT = Limits(seconds_per_document=1.5, seconds_per_page=0.25, memory_bytes=512 * MEGABYTE)
MISBEHAVIOUR = "tests.parser.reading.isolate.misbehaviour"
MISBEHAVE = f"{MISBEHAVIOUR}:misbehave"


@pytest.fixture
def reader() -> Iterator[PdfReader]:
    with PdfReader(limits=LIMITS, function=MISBEHAVE) as reader:
        yield reader


def failure(reader: PdfReader, name: str) -> PdfError:
    with pytest.raises(PdfError) as caught:
        reader.read_bytes(schedule_pages(), name)
    return caught.value


def reads_on(reader: PdfReader) -> bool:
    return "N1-567-09-6/1" in reader.read_bytes(schedule_pages(), "good").pages[1].source.text


def alive(pid: int) -> bool:
    """Whether the process is there and no mere entry waiting for its parent."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(state) and not state.startswith("Z")


def until(claim: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 60
    while not claim() and time.monotonic() < deadline:
        time.sleep(0.05)
    return claim()


@pytest.mark.parametrize(
    ("name", "outcome", "said"),
    [
        (f"dies-{signal.SIGSEGV}", Outcome.DIED, "signal 11 (SIGSEGV)"),
        (f"dies-{signal.SIGKILL}", Outcome.DIED, "signal 9 (SIGKILL)"),
        (f"dies-{signal.SIGXCPU}", Outcome.TIMED_OUT, "longer than"),
        ("dumps", Outcome.DIED, "SIGABRT"),
        ("exits-3", Outcome.DIED, "code 3"),
        ("eats", Outcome.OUT_OF_MEMORY, "512 MB"),
        ("raises", Outcome.NOT_UNDERSTOOD, "KeyError"),
        ("recurses", Outcome.NOT_UNDERSTOOD, "RecursionError"),
        ("refuses", Outcome.REFUSED, "page 1 has neither text nor image"),
        ("garbles-00", Outcome.GARBLED, "no proper answer"),
        ("garbles-5347", Outcome.GARBLED, "no proper answer"),
        ("garbles-534704", Outcome.GARBLED, "no proper answer"),
        ("garbles-534704000000010000000a5b", Outcome.GARBLED, "no proper answer"),
        ("garbles-53470400000001ffffffff", Outcome.GARBLED, "no proper answer"),
        ("garbles-534704000000010000000131", Outcome.GARBLED, "no proper answer"),
        ("garbles-534704000000020000000131", Outcome.GARBLED, "no proper answer"),
        ("garbles-534705000000010000000131", Outcome.GARBLED, "no proper answer"),
        ("garbles-53470500000001000000027b7d", Outcome.GARBLED, "no proper answer"),
        ("garbles-53470200000001" + "00000000", Outcome.GARBLED, "no proper answer"),
    ],
)
def test_an_end_has_a_name_and_the_next_document_is_read(
    reader: PdfReader, name: str, outcome: Outcome, said: str
) -> None:
    error = failure(reader, name)
    assert error.outcome == outcome
    assert said in str(error)
    assert "\n" not in str(error)
    assert reads_on(reader)


@pytest.mark.parametrize("name", ["hangs", "computes", "locks"])
def test_a_document_that_takes_too_long_is_ended(name: str) -> None:
    with PdfReader(limits=IMPATIENT, function=MISBEHAVE) as reader:
        error = failure(reader, name)
        assert error.outcome == Outcome.TIMED_OUT
        assert "longer than 2 seconds" in str(error)


def test_a_page_that_hangs_does_not_use_up_the_time_of_the_others() -> None:
    limits = Limits(seconds_without_page=1.5, memory_bytes=512 * MEGABYTE)
    with PdfReader(limits=limits, function=MISBEHAVE) as reader:
        error = failure(reader, "stops-1")
        assert error.outcome == Outcome.TIMED_OUT
        assert "reading page 2 of the PDF took longer than 2 seconds" in str(error)
        assert len(reader.read_bytes(schedule_pages(), "dawdles").pages) == 2


def test_pages_that_there_are_not_buy_no_time(reader: PdfReader) -> None:
    assert failure(reader, "stops-3").outcome == Outcome.GARBLED


def test_more_pages_are_given_more_time() -> None:
    limits = Limits(seconds_per_document=3, seconds_per_page=5, seconds_at_most=11)
    assert [limits.seconds_for(pages) for pages in (0, 1, 2)] == [3, 8, 11]


def test_what_grows_beside_the_data_limit_is_seen_by_the_parent() -> None:
    """Shared maps do not count as data, so the limit of the process does not see them."""
    with PdfReader(limits=LIMITS, function=MISBEHAVE) as reader:
        assert failure(reader, "maps").outcome == Outcome.OUT_OF_MEMORY


def test_prints_of_a_library_do_not_get_between_the_answers(reader: PdfReader) -> None:
    assert len(reader.read_bytes(schedule_pages(), "prints").pages) == 2


def test_the_process_can_write_no_file_and_dump_no_core(
    reader: PdfReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert failure(reader, "writes").outcome == Outcome.NOT_UNDERSTOOD
    assert failure(reader, "dumps").outcome == Outcome.DIED
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) == 0


def test_the_process_can_open_few_files(reader: PdfReader) -> None:
    assert "OSError" in str(failure(reader, "opens"))


def test_one_process_reads_one_document_after_the_other(reader: PdfReader) -> None:
    assert reads_on(reader)
    first = reader.pid
    assert reads_on(reader)
    assert reader.pid == first is not None


def test_no_process_runs_before_there_is_a_document() -> None:
    with PdfReader(function=MISBEHAVE) as reader:
        assert reader.pid is None


def test_a_process_is_replaced_after_its_share_of_documents() -> None:
    with PdfReader(limits=Limits(documents_per_process=2), function=MISBEHAVE) as reader:
        pids = [reads_on(reader) and reader.pid for _ in range(6)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [2, 2, 2]


def test_a_process_is_replaced_when_it_keeps_much_memory() -> None:
    limits = Limits(memory_bytes=1024 * MEGABYTE, resting_bytes=200 * MEGABYTE)
    with PdfReader(limits=limits, function=MISBEHAVE) as reader:
        reader.read_bytes(schedule_pages(), "leaks")
        assert reader.pid is None
        assert reads_on(reader)


@pytest.mark.parametrize("name", ["eats", "exits-0", "garbles-00", f"dies-{signal.SIGSEGV}"])
def test_a_process_is_replaced_after_a_failure(reader: PdfReader, name: str) -> None:
    assert reads_on(reader)
    before = reader.pid
    failure(reader, name)
    assert reads_on(reader)
    assert reader.pid != before
    assert before is not None
    assert not alive(before)


@pytest.mark.parametrize("name", ["refuses", "raises"])
def test_a_reason_told_in_good_order_is_no_failure_of_the_process(reader: PdfReader, name: str) -> None:
    assert reads_on(reader)
    before = reader.pid
    failure(reader, name)
    assert reader.pid == before
    assert reads_on(reader)


def test_no_document_answers_for_what_an_earlier_one_broke() -> None:
    with PdfReader(limits=LIMITS, function=f"{MISBEHAVIOUR}:die_of_the_second") as reader:
        assert [reads_on(reader) for _ in range(3)] == [True, True, True]


def test_a_process_killed_while_it_waits_is_replaced(reader: PdfReader) -> None:
    assert reads_on(reader)
    assert reader.pid is not None
    os.kill(reader.pid, signal.SIGKILL)
    assert reads_on(reader)


def test_a_process_killed_in_the_middle_of_a_document_is_named(reader: PdfReader) -> None:
    def kill_when_started() -> None:
        if until(lambda: reader.pid is not None):
            os.kill(reader.pid or 0, signal.SIGKILL)

    killer = threading.Thread(target=kill_when_started)
    killer.start()
    error = failure(reader, "hangs")
    killer.join()
    assert error.outcome == Outcome.DIED
    assert "SIGKILL" in str(error)


def test_threads_take_turns(reader: PdfReader) -> None:
    read: list[bool] = []
    threads = [threading.Thread(target=lambda: read.append(reads_on(reader))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [True] * 8


def test_a_reader_that_is_not_there_is_told() -> None:
    with PdfReader(function=f"{MISBEHAVIOUR}:absent") as reader:
        assert failure(reader, "good").outcome == Outcome.UNAVAILABLE


SCRIPT = """
import os, signal, sys, threading
from schedgraph.parser.reading.isolate.reader import PdfReader
from tests.parser.reading.hostile.good import schedule_pages
signal.signal(signal.SIGINT, signal.default_int_handler)
with PdfReader(function={function!r}) as reader:
    reader.read_bytes(schedule_pages(), "good")
    print(reader.pid, flush=True)
    threading.Timer(0.5, os.kill, (os.getpid(), int(sys.argv[1]))).start()
    reader.read_bytes(schedule_pages(), sys.argv[2])
"""


@pytest.mark.parametrize(
    ("how", "name"),
    [
        (signal.SIGINT, "hangs"),
        (signal.SIGINT, "computes"),
        (signal.SIGINT, "locks"),
        (signal.SIGTERM, "hangs"),
        (signal.SIGKILL, "hangs"),
        (signal.SIGKILL, "computes"),
    ],
)
def test_the_process_does_not_outlive_the_run(how: signal.Signals, name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(function=MISBEHAVE), str(int(how)), name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode != 0
    assert until(lambda: not alive(int(run.stdout)))


def test_the_processor_time_of_a_document_is_bounded_without_the_parent() -> None:
    """A process that holds the interpreter sees no parent die: its processor time ends it."""
    limits = Limits(seconds_per_document=20, seconds_per_page=0, memory_bytes=512 * MEGABYTE)
    with PdfReader(limits=limits, function=MISBEHAVE) as reader:
        most = int(reader.read_bytes(schedule_pages(), "processor").pages[0].source.text)
    cores = os.cpu_count() or 1
    assert 20 * cores < most < 25 * cores + 5


def test_a_file_over_the_limit_is_refused_unread(reader: PdfReader, tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(LIMITS.file_bytes + 1)
    with pytest.raises(PdfError, match=r"134,217,729 bytes") as caught:
        reader.read(path)
    assert caught.value.outcome == Outcome.TOO_LARGE
    assert reader.pid is None


def test_what_is_no_ordinary_file_is_refused_at_once(reader: PdfReader, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path, tmp_path / "pipe.pdf", tmp_path / "absent.pdf", Path("/dev/zero")):
        with pytest.raises(PdfError) as caught:
            reader.read(path)
        assert caught.value.outcome == Outcome.UNAVAILABLE


@pytest.mark.slow
def test_memory_is_flat_over_a_thousand_documents() -> None:
    """Neither the run nor its reading process may hold more after 1,000 documents than after 100."""

    def held() -> int:
        gc.collect()
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    with PdfReader(limits=LIMITS, function=MISBEHAVE) as reader:
        for _ in range(100):
            assert reads_on(reader)
        before = held()
        children: list[int] = []
        for _ in range(900):
            assert reads_on(reader)
            children.append(reader.resident_bytes)
        assert held() - before < 8 * MEGABYTE
        assert max(children[-200:]) < 1.1 * max(children[:200])
