"""`diff`: which answers changed, and because of what."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schedgraph.door import PATH, Settings, as_day, formats, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import paper, say, say_data, say_json

if TYPE_CHECKING:
    from schedgraph.graph.changes import State
    from schedgraph.graph.store import Store


@verb("diff")
@click.argument("stores", metavar="[OLD NEW]", nargs=-1, type=PATH)
@click.option("--from", "start", metavar="YYYY-MM-DD", callback=as_day, help="The earlier day of one store.")
@click.option(
    "--to", "end", metavar="YYYY-MM-DD", callback=as_day, help="The later day.  [default: all that is known]"
)
@formats("text", "json", "atom")
def diff(
    settings: Settings, stores: tuple[Path, ...], start: date | None, end: date | None, form: str
) -> int:
    """Tell which answers changed, and because of what.

    Compares two stores, or one store on two days. Each change comes with the evidence that made it.

    \b
    Example:
      schedgraph diff store-of-january store-of-june --format atom > changes.atom
      schedgraph diff --from 2012-01-01 --to 2015-01-01
    """
    from schedgraph.graph.store import Store

    if len(stores) not in (0, 2):
        raise click.UsageError("give two stores, OLD and NEW, or one store and --from")
    if bool(stores) == bool(start or end):
        raise click.UsageError("give either two stores or the days --from and --to, not both")
    if stores:
        with Store.open(stores[0], settings.base) as old, Store.open(stores[1], settings.base) as new:
            states = (_state(old, stores[0].name), _state(new, stores[1].name))
            return _tell(settings, states, (old, new), form)
    if start is None:
        raise click.UsageError("--from is missing")
    if end is not None and end < start:
        raise click.UsageError(f"--to {end} lies before --from {start}")
    with settings.open() as store:
        states = (_state(store, str(start), start), _state(store, str(end or "today"), end))
        return _tell(settings, states, (store, store), form)


def _state(store: "Store", name: str, day: date | None = None) -> "State":
    from schedgraph.graph.changes import State

    return State(name=name, case=store.ledger, known=frozenset(store.ledger.identifiers()), day=day)


def _tell(settings: Settings, states: "tuple[State, State]", stores: "tuple[Store, Store]", form: str) -> int:
    from schedgraph.graph.atom import atom
    from schedgraph.graph.changes import changes, newest_day
    from schedgraph.graph.wording.changes import change_lines

    old, new = states
    found = changes(old, new)
    documents = {**stores[0].document_names, **stores[1].document_names}
    if form == "json":
        ends = {"from": old.name, "to": new.name}
        say_json({**ends, "changes": [each.to_json(documents) for each in found]})
    elif form == "atom":
        newest = new.day or newest_day(stores[1].ledger.all())
        say_data(atom(found, (old.name, new.name), newest, documents, settings.base))
    else:
        say(change_lines(found, documents, paper()))
    return ANSWERED
