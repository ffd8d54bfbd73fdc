"""`man`: the manual pages, one a command."""

from pathlib import Path

import click

from schedgraph.door import PATH, Settings, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import replace_file, tell


@verb("man")
@click.option("--dir", "folder", type=PATH, required=True, metavar="DIR", help="Where to write them.")
def man(settings: Settings, folder: Path) -> int:
    """Write the manual pages.

    One for schedgraph and one for each command, for section 1 of the manual. `man -l FILE` shows one.

    \b
    Example:
      schedgraph man --dir ~/.local/share/man/man1
    """
    from schedgraph.commands.manual import pages

    group = click.get_current_context().find_root().command
    if not isinstance(group, click.Group):
        raise click.ClickException("this command line has no commands")
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, text in pages(group):
        replace_file(folder / f"{name}.1", [text])
        written += 1
    if not settings.quiet:
        tell(f"{folder}: {written} manual pages")
    return ANSWERED
