"""What `doctor` looks at: Python, packages, extras, programs, the store."""

import platform
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from pathlib import Path
from typing import Literal

from schedgraph.graph.errors import StoreError

State = Literal["good", "absent", "wrong"]
About = Literal["python", "package", "extra", "program", "store"]

EXTRAS = {
    "scan": "scans are read",
    "web": "`schedgraph serve` works",
    "cluster": "ingest is spread over several computers",
    "notebook": "answers become data frames",
}
"""What each extra is for; its packages are those of the installed distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at. `absent` is what may be missing."""

    about: About
    name: str
    state: State
    says: str

    def to_json(self) -> dict[str, str]:
        """One member of what `doctor --format json` prints."""
        return asdict(self)


def findings(folder: Path) -> Iterator[Finding]:
    """Everything, what is needed first."""
    yield _python()
    yield from _packages()
    yield from _extras()
    yield from _engines()
    yield _program("dot", "Graphviz lays out pictures", "pictures are laid out by the built-in way")
    yield _store(folder)


def _python() -> Finding:
    enough = sys.version_info >= (3, 11)
    says = f"{platform.python_version()} ({platform.system()})" + ("" if enough else ", 3.11 is needed")
    return Finding(about="python", name="python", state="good" if enough else "wrong", says=says)


def _packages() -> Iterator[Finding]:
    for line in requires("schedgraph") or ():
        if "extra ==" not in line:
            yield _package(line)


def _package(line: str) -> Finding:
    name = _name(line)
    lowest = re.search(r">=\s*([0-9.]+)", line)
    try:
        found = version(name)
    except PackageNotFoundError:
        says = "not installed; `pip install schedgraph` brings it"
        return Finding(about="package", name=name, state="wrong", says=says)
    if lowest and _numbers(found) < _numbers(lowest[1]):
        says = f"{found}, {lowest[1]} is needed; update it with `pip install --upgrade {name}`"
        return Finding(about="package", name=name, state="wrong", says=says)
    return Finding(about="package", name=name, state="good", says=found)


def _extras() -> Iterator[Finding]:
    for extra, use in EXTRAS.items():
        wanted = [_name(line) for line in requires("schedgraph") or () if f'extra == "{extra}"' in line]
        missing = [name for name in wanted if not _is_installed(name)]
        says = f"{use}: {', '.join(wanted)}"
        if not wanted:
            says = f'not part of what is installed; install it anew with `pip install "schedgraph[{extra}]"`'
        elif missing:
            says = f'missing {", ".join(missing)}; with `pip install "schedgraph[{extra}]"` {use}'
        yield Finding(
            about="extra", name=f"[{extra}]", state="good" if wanted and not missing else "absent", says=says
        )


def _engines() -> Iterator[Finding]:
    for package, engine in (("tesserocr", "Tesseract"), ("rapidocr", "RapidOCR")):
        there = _is_installed(package)
        says = (
            f"{version(package)}, reads scans"
            if there
            else "not installed; a number on a scan is sure where two agree"
        )
        yield Finding(about="program", name=engine, state="good" if there else "absent", says=says)


def _program(name: str, use: str, otherwise: str) -> Finding:
    there = shutil.which(name) is not None
    return Finding(
        about="program",
        name=name,
        state="good" if there else "absent",
        says=use if there else f"not installed: {otherwise}",
    )


def _store(folder: Path) -> Finding:
    from schedgraph.graph.ledger import Ledger

    if not folder.exists():
        return Finding(
            about="store",
            name="store",
            state="absent",
            says=f"none in {folder}; `schedgraph ingest` makes one",
        )
    try:
        with Ledger.open(folder) as ledger:
            says = f"{ledger.count()} documents in {folder}"
    except StoreError as error:
        return Finding(about="store", name="store", state="wrong", says=str(error))
    return Finding(about="store", name="store", state="good", says=says)


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _name(line: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", line)
    return match[0] if match else line


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"[0-9]+", text)[:3])
