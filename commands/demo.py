"""`demo`: the bundled documents, from nothing to a lineage."""

import tempfile

import click

from schedgraph.door import Settings, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import paper, say


@verb("demo")
def demo(settings: Settings) -> int:
    """Take the bundled documents from nothing to a lineage.

    The store is a temporary one unless --store is given.

    \b
    Example:
      schedgraph demo
    """
    from schedgraph.corpus import documents
    from schedgraph.graph.wording.demo import steps

    door = click.get_current_context().find_root().command
    code = ANSWERED
    with tempfile.TemporaryDirectory(prefix="schedgraph-") as folder:
        store = str(settings.store or folder)
        for sentence, shown, arguments in steps(documents()):
            sheet = paper()
            say(["", *sheet.wrap(sentence), "", sheet.heading(f"$ schedgraph {shown}"), ""])
            code = max(code, door.main(["--store", store, *arguments], standalone_mode=False))
    return code
