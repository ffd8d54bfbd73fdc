"""What an answer hangs on besides the ledger: every module that drawing one imports, and the data files beside them.

Its digest is the edition of the rules. It is worked out here and written into `edition`, for a lookup has no time
to read all of it.
"""

import ast
import hashlib
import sys
from pathlib import Path

PACKAGE = "schedgraph"
ENTRY = "schedgraph.graph.conclusions.upkeep"
NOT_DECIDING = ("schedgraph.graph.ledger", "schedgraph.graph.conclusions.edition")
"""How statements are kept decides nothing, as long as they are kept."""

_ROOT = Path(__file__).resolve().parents[2]


def deciding_files() -> tuple[Path, ...]:
    """The modules that are imported, directly or not, to draw an answer, and the tables in their folders."""
    modules: dict[str, Path] = {}
    waiting = [ENTRY]
    while waiting:
        name = waiting.pop()
        path = _path(name)
        if name in modules or path is None or name.startswith(NOT_DECIDING):
            continue
        modules[name] = path
        waiting += _imports(path)
    rules = [path.parent for path in modules.values()]
    tables = {table for folder in rules for table in folder.glob("*.toml")}
    return tuple(sorted({*modules.values(), *tables}))


def edition() -> str:
    """The edition of the rules as they stand."""
    digest = hashlib.sha256()
    for path in deciding_files():
        digest.update(str(path.relative_to(_ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _path(module: str) -> Path | None:
    if not module.startswith(PACKAGE + "."):
        return None
    stem = _ROOT.joinpath(*module.split(".")[1:])
    return next((path for path in (stem.with_suffix(".py"), stem / "__init__.py") if path.is_file()), None)


def _imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
    return found


def main() -> int:
    target = Path(__file__).with_name("edition.py")
    text = target.read_text(encoding="utf-8")
    head = text[: text.index("EDITION = ")]
    wanted = f'{head}EDITION = "{edition()}"\n'
    if "--write" in sys.argv:
        target.write_text(wanted, encoding="utf-8")
    elif text != wanted:
        sys.stderr.write(
            f"{target.name} is not of these rules; run python -m {PACKAGE}.graph.conclusions.source --write\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
