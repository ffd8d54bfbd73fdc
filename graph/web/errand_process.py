"""The process that makes a page which takes long: it writes stage after stage, and may be ended at any time."""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from schedgraph.graph.web.errand import Errand, Stage
from schedgraph.graph.web.pages.audit import audit_stages
from schedgraph.graph.web.pages.changes import changes_stages
from schedgraph.graph.web.representations import Representation
from schedgraph.graph.web.resource import Writer

Stages = Iterator[tuple[Stage, Mapping[Representation, Writer]]]

_STAGES: Mapping[str, Callable[[Errand], Stages]] = {"audit": audit_stages, "changes": changes_stages}


def main(given: str, folder: str) -> None:
    """Makes the errand that is given as JSON; each stage can be seen when it is whole."""
    asked = json.loads(given)
    errand = Errand(**{**asked, "given": tuple(asked["given"])})
    _bound(errand)
    for stage, writers in _STAGES[errand.kind](errand):
        unfinished = Path(folder) / f"{stage}.unfinished"
        unfinished.mkdir()
        for representation, write in writers.items():
            written = write()
            data = written.encode("utf-8", "replace") if isinstance(written, str) else written
            (unfinished / representation).write_bytes(data)
        unfinished.rename(unfinished.with_suffix(""))


def _bound(errand: Errand) -> None:
    """What it may take. Who asks something else goes first."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(5)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (errand.seconds, errand.seconds))
    if sys.platform == "linux":
        most = errand.megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    # Without memory there is nothing more to say; what was made before stays.
    with contextlib.suppress(MemoryError):
        main(*sys.argv[1:])
