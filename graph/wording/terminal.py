"""Where answers are printed: lines for people, JSON lines for scripts, whole files, and complaints."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from schedgraph.graph.wording.plain import fitting, json_line, plain, spelled

if TYPE_CHECKING:
    from pathlib import Path

    from schedgraph.graph.wording.paper import Paper

PIPE_CLOSED = 141
"""What a shell expects where the reader of the output has gone."""


def tell(sentence: str) -> None:
    """One line on standard error; it takes the place of a progress bar, which is drawn again below it."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        sys.stderr.write("\r\x1b[K")
    _write(f"schedgraph: {plain(sentence)}", sys.stderr)


def tell_trace(trace: str) -> None:
    """A traceback on standard error, for those who asked for it."""
    _write(spelled(trace), sys.stderr)


def say(lines: Iterable[str]) -> None:
    """Lines for people on standard output."""
    for line in lines:
        _write(line, sys.stdout)


def say_json(value: Any) -> None:
    """One JSON value on a line."""
    _write(json_line(value, sys.stdout.encoding), sys.stdout)


def say_data(parts: Iterable[str]) -> None:
    """A file format: UTF-8 whatever the locale, and harmless where it meets a terminal."""
    if sys.stdout.isatty():
        say(spelled("".join(parts)).splitlines())
        return
    sys.stdout.flush()
    for part in parts:
        sys.stdout.buffer.write(part.encode("utf-8", "backslashreplace"))


def say_bytes(data: bytes) -> None:
    """A file as it is on standard output; on a terminal its text, harmless."""
    if sys.stdout.isatty():
        say(spelled(data.decode("utf-8", "replace")).splitlines())
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _write(text: str, stream: TextIO) -> None:
    stream.write(f"{fitting(text, stream.encoding)}\n")
    stream.flush()


def close_output() -> None:
    """What is still buffered must go nowhere, or the interpreter complains when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def paper() -> "Paper":
    """What text is written on: a terminal with its width, or 80 columns."""
    from schedgraph.graph.wording.paper import Paper

    if not sys.stdout.isatty():
        return Paper()
    from shutil import get_terminal_size

    unstyled = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Paper(width=max(40, get_terminal_size().columns), styled=not unstyled)


def _encoded(part: str) -> bytes:
    return part.encode("utf-8", "backslashreplace")


def replace_file(path: "Path", parts: Iterable[str] | bytes) -> None:
    """The whole file or none of it: written beside it, brought to the disk, and put in its place."""
    from pathlib import Path
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines([parts] if isinstance(parts, bytes) else map(_encoded, parts))
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """The rights that this user withholds from new files; they can only be read by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
