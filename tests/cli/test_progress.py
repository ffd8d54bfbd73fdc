"""What is said while a long run goes on."""

import pytest

from schedgraph.graph.wording import progress
from schedgraph.graph.wording.progress import Progress, clock


def test_the_line_tells_rate_and_time_left():
    run = Progress(total=100, done=20, known=10)
    assert run.line(4.0) == "30 of 100 files, 10 of them known, 5.0 a second, 0:14 left"


def test_nothing_is_guessed_before_a_file_is_done():
    assert Progress(total=100).line(4.0) == "0 of 100 files"


@pytest.mark.parametrize(("seconds", "said"), [(7, "0:07"), (750, "12:30"), (5880, "1:38:00")])
def test_times_are_written_as_on_a_clock(seconds, said):
    assert clock(seconds) == said


def test_elsewhere_than_on_a_terminal_a_plain_line_comes_now_and_then(monkeypatch, capsys):
    monkeypatch.setattr(progress, "_FILES_BETWEEN_LINES", 2)
    run = Progress(total=5)
    for _ in range(5):
        run.one_done()
    said = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0] for line in said] == ["schedgraph: 2 of 5 files", "schedgraph: 4 of 5 files"]


def test_a_quiet_run_says_nothing(monkeypatch, capsys):
    monkeypatch.setattr(progress, "_FILES_BETWEEN_LINES", 1)
    Progress(total=5, shown=False).one_done()
    assert capsys.readouterr().err == ""


def test_on_a_terminal_the_line_is_drawn_anew_and_cleared(monkeypatch, capsys):
    monkeypatch.setattr(progress, "_draws", lambda: True)
    monkeypatch.setattr(progress, "_SECONDS_BETWEEN_DRAWINGS", 0.0)
    run = Progress(total=3)
    run.one_done()
    run.end()
    said = capsys.readouterr().err
    assert "1 of 3 files" in said
    assert said.endswith("\r\x1b[K")
    assert "\n" not in said


def test_a_total_that_is_not_yet_known_is_not_told():
    """While triples are still being gathered there is no rate and no time left; then both are of the second part."""
    run = Progress(total=0, things="triples", shown=False)
    run.reached(1200, 0)
    assert run.line(4.0) == "1,200 triples"
    run.reached(600, 1200)
    assert run.line(2.0) == "600 of 1,200 triples, 300.0 a second, 0:02 left"
