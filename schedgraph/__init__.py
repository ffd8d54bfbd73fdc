"""schedgraph: the current disposition authority of a record, by which supersessions, on what evidence.

>>> import schedgraph
>>> document = schedgraph.read("n1-567-09-006_sf115.txt")  # doctest: +SKIP
>>> with schedgraph.open("store") as store:  # doctest: +SKIP
...     answer = store.lookup("N1-567-09-6/1A")

Nothing heavy is imported before it is needed.
"""

# `typing` has this name as well, but importing it takes as long as reading a number.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from schedgraph.graph.store import Store
    from schedgraph.parser.document import ScheduleDocument

    __version__: str

__all__ = ["read", "open", "__version__"]


def read(path: "str | Path") -> "ScheduleDocument":
    """What the document at `path` says.

    Raises `schedgraph.parser.errors.DocumentError` where it cannot be read at all. What may be wrong with
    the reading is told by its `doubts`.
    """
    from pathlib import Path

    from schedgraph.parser.read import read_document

    return read_document(Path(path))


def open(store: "str | Path") -> "Store":
    """The store in a folder that `schedgraph ingest` has filled, for reading; a context manager.

    Raises `schedgraph.graph.errors.StoreError` where there is none or it cannot be read.
    """
    from schedgraph.graph.store import Store

    return Store.open(store)


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import version

        return version("schedgraph")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
