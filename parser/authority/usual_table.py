"""Writes `usual_slots.py` from `families.toml`, so that a cold command needs neither to parse it nor a class.

`python -m schedgraph.parser.authority.usual_table` writes; with `--check` it writes nothing and exits 1 when
the file is stale.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from schedgraph.parser.authority.families import Family, Slot, families

TABLE = Path(__file__).resolve().parent / "usual_slots.py"
HEADER = '''"""The parts of the usual numbers; `usual_table.py` writes this file from families.toml, do not edit it.

Of each part: widths, padded length, lowest and highest value, first and last year, letter groups.
"""

Slot = tuple[tuple[int, ...], int, int, int, tuple[int, int] | None, tuple[str, ...]]

SLOTS: dict[str, tuple[Slot, ...]] = {
'''


def render() -> str:
    """The text of usual_slots.py."""
    rows = (
        f'    "{family.prefix}": (\n{"".join(map(_row, family.slots))}    ),\n'
        for family in families()
        if _is_usual(family)
    )
    return f"{HEADER}{''.join(rows)}}}\n"


def _is_usual(family: Family) -> bool:
    """Sound as printed, told by its first part alone, its years written with two digits or four."""
    return (
        family.verified
        and not family.partial
        and not family.needs_hyphen
        and family.joiner == "-"
        and family.prefix.isalnum()
        and len(family.slots) == 3
    )


def _row(slot: Slot) -> str:
    letters = "".join(f'"{letter}", ' for letter in slot.letters).rstrip(" ")
    letters = letters if len(slot.letters) == 1 else letters.rstrip(",")
    widths = ", ".join(map(str, slot.widths)) + ("," if len(slot.widths) == 1 else "")
    return f"        (({widths}), {slot.pad}, {slot.low}, {slot.high}, {slot.years}, ({letters})),\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write usual_slots.py, or with --check only compare; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m schedgraph.parser.authority.usual_table")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the file is stale")
    if not parser.parse_args(arguments).check:
        TABLE.write_text(render(), encoding="utf-8")
        return 0
    if TABLE.is_file() and TABLE.read_text(encoding="utf-8") == render():
        sys.stdout.write("usual_slots.py agrees with families.toml.\n")
        return 0
    sys.stderr.write(
        "usual_slots.py does not agree with families.toml: run python -m schedgraph.parser.authority.usual_table\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
