"""Lets a process of its own write what the engine answers from, so that a server answers others meanwhile.

A thread of the server would take the time that writing needs from its requests.
"""

import subprocess
import sys
from pathlib import Path

from schedgraph.graph.errors import StoreError

FAILED = 4
TOLD = "cannot: "
"""How the process ends, and how the line begins by which it says why."""

_WRITING = "schedgraph.graph.engine.writing"


def started(store: Path, base: str, *, graphs: bool, evidence: bool) -> subprocess.Popen[bytes]:
    """The process that writes the generation of a store as it is now, with or without its evidence."""
    kind = ("graphs" if graphs else "whole", "with-evidence" if evidence else "without-evidence")
    return subprocess.Popen(  # noqa: S603 (our own module)
        [sys.executable, "-m", _WRITING, str(store), base, *kind],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def name_written(process: subprocess.Popen[bytes]) -> str:
    """The name of what the process wrote, when it has ended. Raises StoreError with what it says where it fails."""
    name, said = process.communicate()
    if process.returncode != 0:
        lines = said.decode("utf-8", "replace").strip().splitlines()
        told = next((each.removeprefix(TOLD) for each in reversed(lines) if each.startswith(TOLD)), None)
        ended = f"the process that writes the graph for SPARQL ended with {process.returncode}"
        raise StoreError(told or ended)
    return name.decode().strip()
