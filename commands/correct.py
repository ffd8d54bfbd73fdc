"""`correct`: a person's later assertion that defeats what was read or said."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from schedgraph.door import READABLE, Settings, as_day, formats, verb, verbs
from schedgraph.graph.wording.exits import ANSWERED, NOT_KNOWN
from schedgraph.graph.wording.terminal import paper, say, say_json, tell

if TYPE_CHECKING:
    from schedgraph.graph.correction import Correction
    from schedgraph.graph.correction_file import Numbers

Kind = TypeVar("Kind", bound=Callable[..., Any])


@verbs("correct")
@click.option("--file", "path", type=READABLE, help="A TOML file of [[correction]] tables: all or none.")
@formats("text", "json")
def correct(settings: Settings, path: Path | None, form: str) -> int:
    """Correct a reading, a scope, an election, a fact or a number.

    A correction is a later assertion with author and date. It defeats the earlier one, and both stay visible.
    It holds whatever is ingested before or after it. A file may stand under version control; entries that are
    in the store already change nothing.

    \b
    Example:
      schedgraph correct reading "N1-567-09-6/1B(1)" --printed N1-563-04-1a \\
        --is N1-563-04-001/1/a --author "Records office" --reason "item 1a of job 1"
      schedgraph correct --file corrections.toml
    """
    from schedgraph.graph.correction_file import read_corrections

    ctx = click.get_current_context()
    if ctx.invoked_subcommand is not None:
        if path is not None:
            raise click.UsageError("--file stands alone: give a file or a correction")
        return ANSWERED
    if path is None:
        raise click.UsageError("say what to correct: --file, reading, scope, election, fact or number")
    return _keep(settings, lambda numbers: read_corrections(path, numbers), form)


def _signed(command: Kind) -> Kind:
    """The options that every correction has."""
    for add in (
        formats("text", "json"),
        click.option("--reason", default="", help="Why."),
        click.option("--since", metavar="YYYY-MM-DD", callback=as_day, help="Since when what it says holds."),
        click.option(
            "--date", "day", metavar="YYYY-MM-DD", callback=as_day, help="When it is made.  [default: today]"
        ),
        click.option("--author", required=True, help="Who corrects."),
    ):
        command = add(command)
    return command


@verb("reading", within=correct)
@click.argument("number")
@click.option("--printed", required=True, help="The words as printed, or the number that was read in them.")
@click.option("--is", "right", required=True, metavar="NUMBER", help="The number that they mean.")
@_signed
def reading(settings: Settings, number: str, printed: str, right: str, form: str, **signed: Any) -> int:
    """Say which number the words of an item mean.

    \b
    Example:
      schedgraph correct reading "N1-567-09-6/1A" --printed "PAA - 0563 - 2013 - 0001 - 0006" \\
        --is DAA-0563-2013-0001-0006 --author "Records office"
    """
    return _keep_one(
        settings, {"kind": "reading", "about": number, "printed": printed, "is": right}, form, signed
    )


@verb("scope", within=correct)
@click.argument("number")
@click.option("--by", required=True, metavar="NUMBER", help="What replaced it.")
@click.option(
    "--holds-for", required=True, multiple=True, metavar="NUMBER", help="What it replaced; may be repeated."
)
@_signed
def scope(
    settings: Settings, number: str, by: str, holds_for: Sequence[str], form: str, **signed: Any
) -> int:
    """Say for which items a supersession holds that is written for NUMBER.

    \b
    Example:
      schedgraph correct scope "N1-567-09-6/1C(2)" --by DAA-GRS-2013-0001-0005 \\
        --holds-for "N1-567-09-6/1C(1)" --holds-for "N1-567-09-6/1C(2)" --author "Records office"
    """
    entry = {"kind": "scope", "about": number, "by": by, "holds_for": list(holds_for)}
    return _keep_one(settings, entry, form, signed)


@verb("election", within=correct)
@click.argument("number")
@click.option("--by", required=True, metavar="RG|NUMBER", help="A record group, or a schedule or item.")
@click.option("--taken/--not-taken", required=True, default=None, help="Whether the agency took it.")
@_signed
def election(settings: Settings, number: str, by: str, taken: bool, form: str, **signed: Any) -> int:
    """Say whether an agency took an optional GRS item (36 CFR 1227.12).

    \b
    Example:
      schedgraph correct election "GRS 5.2/010" --by 567 --not-taken --author "Records office"
    """
    return _keep_one(settings, {"kind": "election", "about": number, "by": by, "taken": taken}, form, signed)


@verb("fact", within=correct)
@click.argument("number")
@click.option(
    "--says", required=True, metavar="WORD", help="What is stated: approved, superseded-by, stamp …"
)
@click.option(
    "--is", "right", default="", metavar="VALUE", help="What is true; without it, nothing of the kind is."
)
@click.option(
    "--not",
    "wrong",
    default="",
    metavar="VALUE",
    help="What is not true.  [default: anything else; of a relation, which may hold with several, nothing]",
)
@_signed
def fact(settings: Settings, number: str, says: str, right: str, wrong: str, form: str, **signed: Any) -> int:
    """State a fact about a schedule or an item.

    \b
    Example:
      schedgraph correct fact N1-567-09-6 --says approved --is 2010-02-03 --author "Records office"
    """
    entry = {"kind": "fact", "about": number, "says": says, "is": right, "not": wrong}
    return _keep_one(settings, entry, form, signed)


@verb("number", within=correct)
@click.argument("stand_in", metavar="UNKNOWN-…")
@click.option("--is", "right", required=True, metavar="NUMBER", help="The number of the schedule.")
@_signed
def number(settings: Settings, stand_in: str, right: str, form: str, **signed: Any) -> int:
    """Give a schedule its number that could not be read.

    `search` and `doubts` show such a schedule as unknown-… and twelve digits of its file.

    \b
    Example:
      schedgraph correct number unknown-570d94ea105c --is N1-567-09-6 --author "Records office"
    """
    return _keep_one(settings, {"kind": "number", "about": stand_in, "is": right}, form, signed)


@verb("list", within=correct)
@formats("text", "json")
def listed(settings: Settings, form: str) -> int:
    """List the corrections that are kept.

    \b
    Example:
      schedgraph correct list
    """
    from schedgraph.graph.wording.corrections import correction_json, correction_lines

    with settings.open() as store:
        found = store.ledger.corrections()
    for each in found:
        if form == "json":
            say_json(correction_json(each))
        else:
            say(correction_lines(each, paper()))
    return ANSWERED


@verb("withdraw", within=correct)
@click.argument("identifier", metavar="ID")
def withdraw(settings: Settings, identifier: str) -> int:
    """Take a correction back, by the ID that `correct list` shows.

    \b
    Example:
      schedgraph correct withdraw 3f2a9c0d11e84b57
    """
    from schedgraph.graph.conclusions.upkeep import Upkeep
    from schedgraph.graph.ledger import Ledger

    with settings.open() as store:
        known = any(each.id == identifier for each in store.ledger.corrections())
    if not known:
        tell(f"there is no correction “{identifier}”; `schedgraph correct list` shows all")
        return NOT_KNOWN
    with Ledger.create(settings.folder) as ledger:
        ledger.withdraw(identifier)
        Upkeep(ledger).keep_up()
    return ANSWERED


def _keep_one(settings: Settings, entry: dict[str, Any], form: str, signed: dict[str, Any]) -> int:
    from schedgraph.graph.correction import CorrectionError
    from schedgraph.graph.correction_file import correction_of

    whole = {
        **entry,
        "author": signed["author"],
        "date": signed["day"] or date.today(),
        "since": signed["since"],
        "reason": signed["reason"],
    }

    def read(numbers: "Numbers") -> "Sequence[Correction]":
        try:
            return (correction_of(whole, numbers),)
        except CorrectionError as error:
            raise click.UsageError(f"{error}; nothing was changed") from None

    return _keep(settings, read, form)


def _keep(settings: Settings, read: "Callable[[Numbers], Sequence[Correction]]", form: str) -> int:
    from schedgraph.graph.asking import one_number, the_one
    from schedgraph.graph.conclusions.upkeep import Upkeep
    from schedgraph.graph.correction_file import Numbers
    from schedgraph.graph.ledger import Ledger
    from schedgraph.graph.wording.corrections import effect_json, effect_lines

    with settings.open() as store:
        corrections = read(Numbers(known=lambda text: the_one(store, text).id, any=one_number))
    with Ledger.create(settings.folder) as ledger:
        effects = ledger.correct(corrections)
        said = [each for effect in effects for each in (*effect.defeated, *effect.made)]
        documents = ledger.names_of(each.document for each in said)
        Upkeep(ledger).keep_up()
    for each in effects:
        if form == "json":
            say_json(effect_json(each, documents))
        elif not settings.quiet:
            say(effect_lines(each, documents, paper()))
    return ANSWERED
