"""The command line: the group that assembles the verbs. What they share stands in `schedgraph.door`."""

from functools import partial

import click

from schedgraph.commands import VERBS
from schedgraph.door import Door, global_options
from schedgraph.graph.wording.exits import ANSWERED, USAGE


@click.group(
    "schedgraph",
    cls=Door,
    verbs=VERBS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="schedgraph", message="%(prog)s %(version)s")
@partial(global_options, shown=True)
@click.pass_context
def main(ctx: click.Context) -> int:
    """The current active disposition authority of a record, by which supersessions, on what evidence.

    The global options may also stand after the command. Exit codes: 0 answered, 1 not known, 2 wrong usage,
    3 some input failed, 4 the store cannot be used.

    \b
    Example:
      schedgraph ingest schedules/
      schedgraph lookup "N1-567-09-6 item 1A"
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return USAGE
    return ANSWERED


if __name__ == "__main__":
    main()
