"""Bytes to text: what kind of file it is, and how it is encoded."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import Doubt

MAXIMUM_BYTES = 16 * 1024 * 1024
MAXIMUM_LINE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """The text of a file exactly as decoded: no newline is translated, nothing is normalised."""

    name: str
    sha256: str
    media_type: str
    text: str
    doubts: tuple[Doubt, ...] = ()


def read_source(path: Path) -> TextSource:
    """The text of a file. Raises DocumentError where it is not a text of a size that a schedule can have."""
    try:
        size = path.stat().st_size
        if size > MAXIMUM_BYTES:
            raise DocumentError(
                f"the file has {size:,} bytes and a schedule has at most {MAXIMUM_BYTES:,}; split it into its schedules"
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"the file cannot be read ({error.strerror or error}); check its name and rights"
        ) from error
    return decode(data, path.name)


def decode(data: bytes, name: str) -> TextSource:
    """The text of `data`. Raises DocumentError where the bytes are empty, a PDF or another binary format."""
    if not data.strip(b" \t\r\n\f\0"):
        raise DocumentError("the file is empty; nothing was read")
    if data.startswith(b"%PDF-"):
        raise DocumentError("this version reads text and not yet PDF; convert the PDF to text and read that")
    text, doubts = _text(data)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAXIMUM_LINE:
        raise DocumentError(
            f"a line has {longest:,} characters and a page of a schedule has none so long; check how the text was made"
        )
    return TextSource(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain",
        text=text,
        doubts=doubts,
    )


def _text(data: bytes) -> tuple[str, tuple[Doubt, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ()
        except UnicodeDecodeError:
            raise DocumentError("the file begins like UTF-16 text and is not; save it as UTF-8") from None
    if b"\0" in data or _binary_share(data) > 0.05:
        raise DocumentError("the file is binary and no text; convert it to text and read that")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        doubt = Doubt(
            code="encoding-guessed",
            message=(
                f"byte {error.start:,} is not UTF-8, so the text was read as Windows-1252; "
                "save it as UTF-8 if letters look wrong"
            ),
        )
        return data.decode("cp1252", errors="replace"), (doubt,)


def _binary_share(data: bytes) -> float:
    """The share of control characters that no text holds, in the first 64 KiB."""
    sample = data[:65536]
    odd = sum(byte < 32 and byte not in (7, 8, 9, 10, 12, 13, 27) for byte in sample)
    return odd / len(sample)
