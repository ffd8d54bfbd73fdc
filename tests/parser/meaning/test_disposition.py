"""Disposition instructions of every decade: what is done with the records, and when.

A row of instructions.tsv is a claim: a text (\\n is a new line), and each part of it, empty where it is None.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from schedgraph.parser.disposition import read_disposition
from schedgraph.parser.passage import Passage

INSTRUCTIONS = [
    row.split("\t")
    for row in (Path(__file__).parent / "instructions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    if not row.startswith("# ")
]


@pytest.mark.parametrize(("text", "final", "action", "period", "trigger", "cutoff"), INSTRUCTIONS)
def test_an_instruction_says(
    passage: Callable[[str], Passage],
    text: str,
    final: str,
    action: str,
    period: str,
    trigger: str,
    cutoff: str,
) -> None:
    """Each part of an instruction as its words state it, None where they state none."""
    disposition = read_disposition(passage(text.replace("\\n", "\n")))
    retention = disposition.retention.value if disposition.retention else None
    assert (
        disposition.final.value if disposition.final else None,
        retention.action if retention else None,
        retention.period if retention else None,
        retention.trigger if retention else None,
        disposition.cutoff.value if disposition.cutoff else None,
    ) == tuple(part or None for part in (final, action, period, trigger, cutoff))
