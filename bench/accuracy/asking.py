"""The project asked from outside: transcripts and verdicts by its command line's JSON."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def command(*arguments: str, seconds: float = 1800) -> subprocess.CompletedProcess[str]:
    """`schedgraph` with these arguments, from this very checkout."""
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments],
        capture_output=True,
        text=True,
        timeout=seconds,
        cwd=ROOT,
        check=False,
    )


def transcripts(paths: Sequence[Path]) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The transcript of each document by file name, and what was said of those that could not be read."""
    done = command("parse", "--format", "json", *map(str, paths))
    read = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {Path(one["document"]["source"]).name: one for one in read}, [
        line for line in done.stderr.splitlines() if line.strip()
    ]


def verdicts(document: Path, numbers: Sequence[str], store: Path) -> dict[str, dict[str, Any]]:
    """The answer to each number after `document` alone was taken in."""
    command("--store", str(store), "--quiet", "ingest", str(document))
    done = command("--store", str(store), "lookup", "--format", "json", *numbers)
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {answer["query"]: answer for answer in answers}
