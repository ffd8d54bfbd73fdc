"""The installed command answers a plain lookup at once, in the words of the command line, and hands over the rest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from schedgraph.cli import main
from schedgraph.entry import plain_lookup
from schedgraph.graph.conclusions.quick import quick_answer
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store

HEAVY = ("click", "rdflib", "networkx", "pyoxigraph", "spacy", "pdfplumber", "schedgraph.parser.authority")
AT_ONCE = """
import sys
from schedgraph.entry import run
sys.argv = ["schedgraph", *sys.argv[1:]]
try:
    run()
finally:
    print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""


def entered(*arguments: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", AT_ONCE.format(heavy=HEAVY), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_every_kept_answer_is_told_in_the_words_of_the_command_line(
    store: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from schedgraph.entry import _answered_at_once

    with Store.open(store) as opened:
        every = [
            each for each in opened.ledger.identifiers() if each.startswith(("N1-567", "DAA-0567", "GRS 5"))
        ]
    for each in [*every, f"  {every[0]} "]:
        arguments = ["--store", str(store), "lookup", each, "--format", form]
        capsys.readouterr()
        assert _answered_at_once(arguments), each
        told = CliRunner().invoke(main, arguments)
        assert capsys.readouterr().out == told.stdout


def test_a_plain_lookup_imports_neither_the_frame_of_the_command_line_nor_the_grammar(store: Path) -> None:
    """Nor anything else that takes longer than the answer."""
    done = entered("lookup", "N1-567-09-006/1/a", env={"SCHEDGRAPH_STORE": str(store)})
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert done.stdout.startswith("N1-567-09-006/1/a is SUPERSEDED.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("lookup", "N1-567-09-6 item 1A"),
        ("lookup", "N1-567-09-006/1/a", "--as-of", "2012-01-01"),
        ("lookup", "N1-567-09-006/1/a", "GRS 5.2/020"),
        ("lookup", "N1-999-99-999"),
        ("lookup", "--help"),
        ("number", "N1-567-09-6"),
        ("lookup",),
        ("--quiet", "lookup", "N1-567-09-006/1/a"),
    ],
)
def test_everything_else_is_the_command_lines(store: Path, arguments: tuple[str, ...]) -> None:
    done = entered(*arguments, env={"SCHEDGRAPH_STORE": str(store)})
    told = CliRunner(env={"SCHEDGRAPH_STORE": str(store)}).invoke(
        main, list(arguments), prog_name="schedgraph"
    )
    assert (done.returncode, done.stdout) == (told.exit_code, told.stdout)
    assert "click" in done.stderr


def test_options_may_be_joined_and_a_strange_format_is_not_taken_for_one() -> None:
    assert plain_lookup(["--store=a", "lookup", "X", "--format=json"]) == ("X", "a", "json")
    assert plain_lookup(["--store=a", "lookup", "X", "--format", "yaml"]) is None
    assert plain_lookup(["--store=a", "lookup", "-"]) is None


def test_no_answer_at_once_where_something_changed_or_the_file_is_no_store(
    tmp_path: Path, store: Path
) -> None:
    assert quick_answer(str(tmp_path), "N1-567-09-006/1/a") is None
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "ledger.sqlite").write_bytes(b"no database")
    assert quick_answer(str(tmp_path), "N1-567-09-006/1/a") is None
    assert quick_answer(str(store), "N1-567-09-006/1/a") is not None


def test_no_answer_at_once_before_what_changed_was_drawn_again(
    tmp_path: Path, seeds: dict[str, Path]
) -> None:
    from schedgraph.graph.conclusions.upkeep import Upkeep
    from schedgraph.parser.read import read_document

    with Ledger.create(tmp_path) as ledger:
        ledger.add(read_document(seeds["000"]))
        Upkeep(ledger).keep_up()
        assert quick_answer(str(tmp_path), "N1-567-09-006/1/a") is not None
        ledger.add(read_document(seeds["004"]))
        assert quick_answer(str(tmp_path), "N1-567-09-006/1/a") is None
        Upkeep(ledger).keep_up()
        assert quick_answer(str(tmp_path), "N1-567-09-006/1/a") is not None
