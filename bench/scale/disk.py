"""A disk so small that it is soon full: a file system in memory, where this user may mount one."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """A file system of few bytes, mounted at `folder`."""

    folder: Path

    def enlarge(self, megabytes: int = 64) -> None:
        """Makes room on it."""
        _run("mount", "-o", f"remount,size={megabytes}m", str(self.folder))


@contextmanager
def small_disk(size: int) -> Iterator[Disk | None]:
    """A disk of `size` bytes, rounded up to pages, that goes away afterwards; None where none can be mounted."""
    with tempfile.TemporaryDirectory() as name:
        if not _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", name):
            yield None
            return
        try:
            yield Disk(folder=Path(name))
        finally:
            _run("umount", "--lazy", name)


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
