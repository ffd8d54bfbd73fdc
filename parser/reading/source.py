"""Bytes to text: what kind of file it is, and how it is encoded."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import Doubt

MAXIMUM_BYTES = 16 * 1024 * 1024
MAXIMUM_PDF_BYTES = 128 * 1024 * 1024
MAXIMUM_LINE = 1_000_000
_HEAD = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """The text of a file exactly as decoded: no newline is translated, nothing is normalised."""

    name: str
    sha256: str
    media_type: str
    text: str
    doubts: tuple[Doubt, ...] = ()


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises DocumentError where it cannot be read or is larger than a schedule can be."""
    try:
        with path.open("rb") as stream:
            return read_stream(stream)
    except OSError as error:
        raise DocumentError(
            f"the file cannot be read ({error.strerror or error}); check its name and rights"
        ) from error


def read_stream(stream: BinaryIO) -> bytes:
    """What a stream holds; no more is read of it than a document can have. Raises DocumentError, OSError."""
    data = stream.read(_HEAD)
    most = MAXIMUM_PDF_BYTES if is_pdf(data) else MAXIMUM_BYTES
    data += stream.read(most + 1 - len(data))
    if len(data) > most:
        raise DocumentError(f"there are more than {most:,} bytes; split it into its schedules")
    return data


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF; its header may stand within the first 1,024 bytes (ISO 32000-1, annex H.3)."""
    return b"%PDF-" in data[:_HEAD]


def digest(data: bytes) -> str:
    """SHA-256 of a document's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, name: str) -> TextSource:
    """The text of `data`. Raises DocumentError where the bytes are empty or of a binary format."""
    if not data.strip(b" \t\r\n\f\0"):
        raise DocumentError("the file is empty; nothing was read")
    text, doubts = _text(data)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAXIMUM_LINE:
        raise DocumentError(
            f"a line has {longest:,} characters and a page of a schedule has none so long; check how the text was made"
        )
    return TextSource(
        name=name,
        sha256=digest(data),
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


_CONTROLS = bytes(byte for byte in range(32) if byte not in (7, 8, 9, 10, 12, 13, 27))


def _binary_share(data: bytes) -> float:
    """The share of control characters that no text holds, in the first 64 KiB."""
    sample = data[:65536]
    return (len(sample) - len(sample.translate(None, delete=_CONTROLS))) / len(sample)
