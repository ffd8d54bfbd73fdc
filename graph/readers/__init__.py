"""Where files are read: in this process, in several on this machine, or on the workers of a Dask cluster.

Each is a `Reader`, and which of them it is makes no difference to what is stored.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from schedgraph.graph.taking import Taken, take
from schedgraph.parser.uncollected import seldom_collected

Reader = Callable[[Iterable[Path]], Iterator[Taken]]
"""Reads each file once and gives them as they are done. Files are asked for only as they can be read soon."""


def reader(jobs: int = 1, cluster: str | None = None) -> Reader:
    """The reader in `jobs` processes, or on the cluster at this address (`tcp://…`)."""
    if cluster is not None:
        from schedgraph.graph.readers.cluster import ClusterReader

        return ClusterReader(cluster)
    if jobs > 1:
        from schedgraph.graph.readers.processes import ProcessReader

        return ProcessReader(jobs)
    return _here


def _here(files: Iterable[Path]) -> Iterator[Taken]:
    """Read in this process. What is remembered from document to document is not searched for garbage at each."""
    with seldom_collected():
        yield from map(take, files)
