"""The reference in `docs/reference`, made from the code: `python -m schedgraph.reference [--check]`."""

import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from schedgraph.cli import main as command_line
from schedgraph.commands.manual import reference

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"


def documents() -> Mapping[str, str]:
    """The text of each page by its name."""
    return {"commands.md": reference(command_line), "python.md": _python()}


def _python() -> str:
    import schedgraph
    from schedgraph.graph.answers import Current, Link, Lookup
    from schedgraph.graph.lineage import Lineage, LineageEdge, LineageNode
    from schedgraph.graph.sparql import Answer
    from schedgraph.graph.store import Asked, Store, UnknownAuthority

    lines = [
        "# Python",
        "",
        "Made from the code by `python -m schedgraph.reference`; do not edit.",
        "",
        "## schedgraph",
    ]
    for function in (schedgraph.read, schedgraph.open):
        lines += _described(f"schedgraph.{function.__name__}", function)
    for kind in (
        Store,
        Asked,
        UnknownAuthority,
        Lookup,
        Current,
        Link,
        Lineage,
        LineageNode,
        LineageEdge,
        Answer,
    ):
        lines += ["", f"## {kind.__name__}", "", _words(kind)]
        if is_dataclass(kind):
            lines += ["", *(f"- `{each.name}`: `{_type(each.type)}`" for each in fields(kind))]
        lines += _members(kind)
    return "\n".join(lines) + "\n"


def _members(kind: type) -> Iterator[str]:
    for name, member in sorted(vars(kind).items()):
        if name.startswith("_"):
            continue
        if isinstance(member, property):
            yield from ("", f"### {kind.__name__}.{name}", "", _words(member))
        elif callable(member) or isinstance(member, classmethod):
            yield from _described(f"{kind.__name__}.{name}", getattr(kind, name), "###")


def _described(name: str, function: Any, heading: str = "###") -> list[str]:
    signature = re.sub(r"<function [^>]*>+( at 0x[0-9a-f]+>)?", "…", str(inspect.signature(function)))
    return ["", f"{heading} {name}", "", "```python", f"{name}{signature}", "```", "", _words(function)]


def _words(thing: Any) -> str:
    return inspect.getdoc(thing) or ""


def _type(kind: Any) -> str:
    return kind if isinstance(kind, str) else inspect.formatannotation(kind)


def main(arguments: list[str]) -> int:
    """Writes the pages; with `--check`, tells whether they are those that would be written."""
    stale = []
    for name, text in documents().items():
        path = FOLDER / name
        if "--check" in arguments:
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if stale:
        sys.stderr.write(
            f"docs/reference/{', '.join(stale)}: not what the code says; run `python -m schedgraph.reference`\n"
        )
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
