"""The door: exit codes, one clear line for every error, light imports, any terminal."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import schedgraph
from schedgraph.cli import main
from schedgraph.corpus import documents

VERBS = (
    "parse",
    "ingest",
    "number",
    "lookup",
    "lineage",
    "show",
    "search",
    "sparql",
    "audit",
    "export",
    "demo",
    "explain",
    "correct",
    "diff",
    "doubts",
    "annotate",
    "crosswalk",
    "report",
    "store",
    "publish",
    "serve",
    "doctor",
    "man",
)
HEAVY = ("spacy", "pdfplumber", "rdflib", "networkx", "pyshacl", "starlette", "uvicorn", "jinja2")


def process(*arguments: str | Path, **more) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-m", "schedgraph.cli", *map(str, arguments)]
    return subprocess.run(program, capture_output=True, timeout=120, **more)


def test_the_verbs_are_those_of_the_contract():
    assert main.list_commands(click.Context(main)) == sorted(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_sentence_in_the_list_is_the_first_of_the_help(verb):
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    assert command.help is not None
    assert command.help.splitlines()[0] == main.verbs[verb]


def test_the_list_of_verbs_imports_none_of_them(run):
    program = (
        "import sys\nfrom schedgraph.cli import main\nmain.main(['--help'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.startswith('schedgraph.commands.')], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=True)
    assert result.stderr.decode().strip() == "[]"


@pytest.mark.parametrize("verb", VERBS)
def test_every_help_has_an_example(run, verb):
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert f"Example:\n    schedgraph {verb}" in result.stdout


def test_the_help_lists_the_verbs_without_cutting_their_sentences(run):
    result = run("--help")
    assert "..." not in result.stdout.split("Commands:")[1]


def test_the_version_is_that_of_the_package(run):
    assert run("--version").stdout == f"schedgraph {schedgraph.__version__}\n"


def test_no_command_is_wrong_usage(run):
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Commands:" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["bogus"], ["--bogus"], ["lookup"], ["lookup", "x", "--format", "yaml"], ["ingest", "x", "--jobs", "0"]],
)
def test_wrong_usage_is_one_line(run, arguments):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.fullmatch(r"schedgraph: .* See `schedgraph[a-z ]* --help`\.\n", result.stderr)


def test_global_options_may_stand_after_the_verb(run, store):
    assert run("lookup", "GRS 5.2", "--store", store).exit_code == 0


def test_the_environment_names_the_store(run, store, monkeypatch, tmp_path):
    monkeypatch.setenv("SCHEDGRAPH_STORE", str(store))
    assert run("lookup", "GRS 5.2").exit_code == 0
    assert run("--store", tmp_path / "none", "lookup", "GRS 5.2").exit_code == 4


def test_a_fault_of_ours_is_one_line_and_no_traceback(run, store, monkeypatch):
    from schedgraph.graph import store as stores

    def fails(*_):
        raise KeyError("x\x1b[31m")

    monkeypatch.setattr(stores.Store, "answer", fails)
    result = run("--store", store, "lookup", "GRS 5.2")
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr
    assert "Traceback" in run("--store", store, "--debug", "lookup", "GRS 5.2").stderr


def test_ctrl_c_is_one_line(run, store, monkeypatch):
    from schedgraph.graph import store as stores

    def stops(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(stores.Store, "answer", stops)
    result = run("--store", store, "lookup", "GRS 5.2")
    assert result.exit_code == 130
    assert result.stderr.strip() == "schedgraph: stopped; what was stored before stays stored"


def test_a_reader_that_goes_away_causes_no_complaint(store):
    program = [sys.executable, "-m", "schedgraph.cli", "--store", str(store), "export"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        complaint = running.stderr.read()
    assert (running.returncode, complaint) == (141, b"")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["number", "NI-567-09-6"], ["--store", "STORE", "lookup", "N1-567-09-6/1A"]]
)
def test_what_must_answer_at_once_imports_nothing_heavy(store, arguments):
    arguments = [str(store) if each == "STORE" else each for each in arguments]
    program = (
        "import sys\nfrom schedgraph.cli import main\n"
        f"assert main.main({arguments!r}, standalone_mode=False) == 0\n"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=True)
    assert result.stderr.decode().strip() == "[]"


def test_completion_imports_nothing_heavy():
    program = (
        "import sys, os\nfrom schedgraph.cli import main\n"
        "os.environ |= {'_SCHEDGRAPH_COMPLETE': 'bash_complete'}\n"
        "os.environ |= {'COMP_WORDS': 'schedgraph lo', 'COMP_CWORD': '1'}\n"
        "try:\n    main.main(prog_name='schedgraph')\nexcept SystemExit:\n    pass\n"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=True)
    assert (result.stdout, result.stderr.decode().strip()) == (b"plain,lookup\n", "[]")


def test_the_package_itself_imports_nothing_heavy():
    program = (
        f"import sys, schedgraph; schedgraph.__version__; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=True)
    assert result.stdout == b"[]\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_any_terminal_can_show_an_answer(store, encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    text = process("--store", store, "lineage", "N1-567-09-6", env=environment)
    assert (text.returncode, text.stderr) == (0, b"")
    assert b"`- 2013-08-28: DAA-0563-2013-0001-0006" in text.stdout
    import json

    data = process("parse", documents()[0], "--format", "json", env=environment)
    assert json.loads(data.stdout)["schedule"]["id"] == "N1-567-09-006"


def test_the_demo_walks_from_nothing_to_a_lineage():
    result = process("demo")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    for words in (
        "2 new",
        "is SUPERSEDED",
        "was SUPERSEDED on 2015-01-01",
        "is ACTIVE",
        "GRS 5.1",
        "$ schedgraph sparql",
    ):
        assert words in text


def test_the_public_door_reads_and_opens(store):
    document = schedgraph.read(str(documents()[1]))
    assert document.schedule.id is not None
    assert document.schedule.id.value == "DAA-0567-2017-0007"
    with schedgraph.open(store) as opened:
        assert opened.lookup("N1-567-09-6/1A").verdict == "superseded"
    with pytest.raises(AttributeError):
        schedgraph.nothing  # noqa: B018
