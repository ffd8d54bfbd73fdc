"""What is shipped: every file with its hash, source and licence. `python -m schedgraph.corpus` checks it."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

from schedgraph.corpus.table import CorpusError

FOLDER: Final = Path(__file__).parent
Kind = Literal["document", "lineage", "record-groups", "departments", "grs-use"]
FOLDERS: Final = ("documents", "facts")
KINDS: Final = ("document", "lineage", "record-groups", "departments", "grs-use")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """One shipped file. `form` is empty for a table of facts."""

    file: str
    kind: Kind
    sha256: str
    form: str
    source: str
    licence: str

    @property
    def path(self) -> Path:
        """The file itself."""
        return FOLDER / self.file


@cache
def manifest() -> tuple[ManifestEntry, ...]:
    """The entries of manifest.toml, in its order."""
    listed = tomllib.loads(FOLDER.joinpath("manifest.toml").read_text(encoding="utf-8"))["file"]
    return tuple(_entry(number, entry) for number, entry in enumerate(listed, start=1))


def files_of(kind: Kind) -> tuple[Path, ...]:
    """The shipped files of one kind, in the order of the manifest."""
    return tuple(entry.path for entry in manifest() if entry.kind == kind)


def documents() -> tuple[Path, ...]:
    """The bundled schedules."""
    return files_of("document")


def verify() -> tuple[str, ...]:
    """A sentence for each point in which the manifest and the folder disagree; none when all is well."""
    complaints = []
    for entry in manifest():
        if not entry.path.is_file():
            complaints.append(f"{entry.file} is in the manifest and not in the folder")
        elif (actual := hashlib.sha256(entry.path.read_bytes()).hexdigest()) != entry.sha256:
            complaints.append(f"{entry.file} has sha256 {actual}, the manifest says {entry.sha256}")
    listed = {entry.file for entry in manifest()}
    present = [
        f"{path.parent.name}/{path.name}" for name in FOLDERS for path in sorted((FOLDER / name).iterdir())
    ]
    complaints.extend(
        f"{name} is in the folder and not in the manifest" for name in present if name not in listed
    )
    return tuple(complaints)


def _entry(number: int, entry: dict[str, str]) -> ManifestEntry:
    missing = [key for key in ("file", "kind", "sha256", "source", "licence") if not entry.get(key)]
    if missing:
        raise CorpusError(f"manifest.toml, file {number}: {', '.join(missing)} is missing")
    if entry["kind"] not in KINDS:
        raise CorpusError(
            f"manifest.toml, file {number}: kind {entry['kind']!r} is none of {', '.join(KINDS)}"
        )
    return ManifestEntry(
        file=entry["file"],
        kind=cast("Kind", entry["kind"]),
        sha256=entry["sha256"],
        form=entry.get("form", ""),
        source=entry["source"],
        licence=entry["licence"],
    )
