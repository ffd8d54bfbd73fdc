"""`serve` from the outside: it listens, answers this computer alone, and ends with Ctrl-C without a word."""

import http.client
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra `web` is not installed")


def test_it_listens_answers_and_ends_with_ctrl_c(store: Path) -> None:
    line = [sys.executable, "-m", "schedgraph.cli", "--store", str(store), "serve", "--port", "0"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = server.stderr.readline()
        found = re.search(r"http://(127\.0\.0\.1:\d+)/", told)
        assert found is not None, told
        connection = http.client.HTTPConnection(found[1], timeout=60)
        connection.request("GET", "/authority/N1-567-09-006/1/a.json")
        answer = connection.getresponse()
        assert b'"verdict": "superseded"' in answer.read()
        assert answer.headers["server"] is None
        connection.request("GET", "/", headers={"Host": "evil.example"})
        assert connection.getresponse().status == 421
        server.send_signal(signal.SIGINT)
        rest = server.communicate(timeout=60)
    assert (server.returncode, rest) == (0, ("", ""))


def test_an_address_that_is_taken_is_one_line(run, store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("--store", store, "serve", "--port", taken.getsockname()[1])
    assert result.exit_code == 2
    assert "choose another --port" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_store_that_is_not_there_is_told_before_anyone_is_asked_to_look(run, tmp_path: Path) -> None:
    result = run("--store", tmp_path / "none", "serve", "--port", 0)
    assert (result.exit_code, result.stdout) == (4, "")


def test_without_the_extra_it_says_what_to_install(run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "schedgraph.graph.web.serving", raising=False)
    result = run("--store", store, "serve", "--port", 0)
    assert result.exit_code == 2
    assert 'pip install "schedgraph[web]"' in result.stderr
