"""The graph for SPARQL, written before someone asks."""

from contextlib import suppress
from threading import Thread

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.errors import StoreError


def write_ahead(engine: Engine) -> None:
    """Begins to write what the engine answers from, and does not wait; it ends when the engine is closed."""

    def work() -> None:
        # What keeps it from being written is told to who asks.
        with suppress(StoreError):
            engine.ready(graphs=True)

    Thread(target=work, daemon=True).start()
