"""`show`: one schedule or item as read."""

from pathlib import Path

import click

from schedgraph.door import PATH, Settings, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED, NOT_KNOWN
from schedgraph.graph.wording.terminal import paper, replace_file, say, say_json, tell


@verb("show")
@click.argument("number")
@option("--page-image", "picture", type=PATH, help="Write the place on its page to this PNG file.")
@option("--from", "searched", type=PATH, multiple=True, help="Where to look for the PDF if it was moved.")
@formats("text", "json", contacts=True)
def show(
    settings: Settings,
    number: str,
    form: str,
    contacts: bool,
    picture: Path | None,
    searched: tuple[Path, ...],
) -> int:
    """Show one schedule or item as read.

    Struck parts are marked; printed status, signatures and evidence are given.

    \b
    Example:
      schedgraph show N1-567-09-6/1B
      schedgraph show N1-567-09-6/1B --page-image item-1b.png
    """
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.wording.shown import show as shown
    from schedgraph.graph.wording.shown import show_lines

    if picture is not None:
        return _draw(settings, number, picture, searched)
    with settings.open() as store:
        found = shown(store, the_one(store, number), contacts=contacts)
    if form == "json":
        say_json(found.to_json())
    else:
        say(show_lines(found, paper()))
    return ANSWERED


def _draw(settings: Settings, number: str, picture: Path, searched: tuple[Path, ...]) -> int:
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.originals import original, shown_at
    from schedgraph.parser.reading.isolate.picture import page_picture

    with settings.open() as store:
        asked = the_one(store, number)
        place = shown_at(store.transcripts(asked.id), asked.id)
        if place is None:
            tell(f"no PDF in the store shows {asked.id}; a text has no page to draw")
            return NOT_KNOWN
        drawn = page_picture(original(store.ledger, place, searched), place.page, place.bbox)
    replace_file(picture, drawn)
    if not settings.quiet:
        tell(f"{picture}: page {place.page} of {place.name}")
    return ANSWERED
