"""`annotate`: what is known of the numbers in a user's CSV file, in columns after the user's own."""

import sys
from pathlib import Path
from typing import Any

import click

from schedgraph.door import PATH, Settings, about_days, verb
from schedgraph.graph.wording.exits import ANSWERED, FAILED, NOT_KNOWN
from schedgraph.graph.wording.terminal import replace_file, say_bytes, tell

_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_TOLD = 20


@verb("annotate")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))
@click.option("--column", required=True, metavar="NAME", help="The column that holds the numbers.")
@click.option(
    "--delimiter", type=click.Choice(list(_DELIMITERS)), help="What parts the cells.  [default: found out]"
)
@click.option("-o", "--output", type=PATH, help="A file; it is replaced whole.")
@about_days
def annotate(
    settings: Settings,
    file: Path,
    column: str,
    delimiter: str | None,
    output: Path | None,
    **question: Any,
) -> int:
    """Add what is known of the numbers in a CSV file to its rows.

    The file's own columns, quotes, line ends and encoding stay. Added are identifier, verdict, current
    authorities, caveats, conflicts, and how the number was read. FILE - is standard input.

    \b
    Example:
      schedgraph annotate holdings.csv --column "Item number" -o holdings-checked.csv
    """
    from schedgraph.graph.batch import annotated
    from schedgraph.graph.given_table import GivenTableError, read_table

    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        table = read_table(data, column, _DELIMITERS[delimiter] if delimiter else None)
        with settings.open() as store:
            result = annotated(store, table, **question)
    except GivenTableError as error:
        raise click.UsageError(f"{file}: {error}") from None
    if output is None or str(output) == "-":
        say_bytes(result.data)
    else:
        replace_file(output, result.data)
    told = [*result.skipped, *result.unknown]
    for sentence in told[:_TOLD]:
        tell(sentence)
    if len(told) > _TOLD:
        tell(f"and {len(told) - _TOLD} more lines; their last column says why")
    return FAILED if result.skipped else NOT_KNOWN if result.unknown else ANSWERED
