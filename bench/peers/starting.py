"""Cold commands against `python -c pass`: a new process each, by its processor time, in an environment of its own.

An editable install adds to every start of Python. So an environment is made in which schedgraph and its libraries
lie as they do when they are installed.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.peers.figure import Figure, Size

ROOT = Path(__file__).resolve().parents[2]
RUN = "from schedgraph.entry import run; run()"


def figures(size: Size) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        python = _installed(Path(folder) / "environment")
        store = Path(folder) / "store"
        _cpu(
            [
                python,
                "-c",
                RUN,
                "--store",
                str(store),
                "ingest",
                "--quiet",
                str(ROOT / "corpus" / "documents"),
            ]
        )
        commands = {
            "pass": [python, "-c", "pass"],
            "import click, sqlite3": [python, "-c", "import click, sqlite3"],
            "lookup N1-567-09-006/1/a": [
                *(python, "-c", RUN, "--store", str(store), "lookup", "N1-567-09-006/1/a"),
            ],
            "number N1-567-09-6": [python, "-c", RUN, "number", "N1-567-09-6"],
            "number NI-567-09-6 (repaired)": [python, "-c", RUN, "number", "NI-567-09-6"],
            "--help": [python, "-c", RUN, "--help"],
        }
        spent: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(size.runs):
            for name, command in commands.items():
                spent[name].append(_cpu(command))
        base = median(spent.pop("pass"))
        for name, times in spent.items():
            bar = 4.5 if name.startswith("lookup") else None
            yield Figure(
                what=f"cold `{name}`", peer="`python -c pass`", ours=median(times), theirs=base, bar=bar
            )


def _installed(folder: Path) -> str:
    """The Python of a new environment that has everything this one has."""
    venv.create(folder, with_pip=False)
    place = next((folder / "lib").glob("python*")) / "site-packages"
    for each in Path(sysconfig.get_path("purelib")).iterdir():
        if each.suffix != ".pth" and not each.name.startswith(("schedgraph", "__editable__")):
            (place / each.name).symlink_to(each)
    (place / "schedgraph").symlink_to(ROOT / "schedgraph")
    return str(folder / "bin" / Path(sys.executable).name)


def _cpu(command: Sequence[str]) -> float:
    """Processor milliseconds of a process."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tempfile.gettempdir()
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return 1000 * (used.ru_utime + used.ru_stime)
