"""The frame of the command line: the global options, and one place that turns an error into a sentence and a code."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from schedgraph.graph.iri import BASE, base_is_usable
from schedgraph.graph.wording.exits import ANSWERED, USAGE
from schedgraph.graph.wording.terminal import PIPE_CLOSED, close_output, tell, tell_trace

if TYPE_CHECKING:
    from schedgraph.graph.store import Store

INTERRUPTED = 130
"""What a shell expects after Ctrl-C."""

Verb = TypeVar("Verb", bound=Callable[..., Any])
PATH = click.Path(path_type=Path)
READABLE = click.Path(path_type=Path, exists=True, dir_okay=False)
option = partial(click.option, show_default=True)


@dataclass(slots=True)
class Settings:
    """The global options."""

    store: Path | None = None
    base: str = BASE
    quiet: bool = False
    debug: bool = False

    @property
    def folder(self) -> Path:
        """Where the store is."""
        if self.store is not None:
            return self.store
        from platformdirs import user_data_path

        return user_data_path("schedgraph", appauthor=False)

    @contextmanager
    def open(self) -> Iterator["Store"]:
        """The store, for reading; one state of it, whatever is written meanwhile."""
        from schedgraph.graph.store import Store

        with Store.open(self.folder, self.base) as store, store.ledger.snapshot():
            yield store


class PipeClosedError(Exception):
    """Whoever read the output has read enough."""


class Door(click.Group):
    """All verbs. Every error leaves through `main`, as one sentence on standard error and an exit code.

    `verbs` gives the sentence of each verb; its command is imported when it is wanted.
    """

    def __init__(self, *arguments: Any, verbs: Mapping[str, str], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.verbs:
            return None
        command: click.Command = getattr(import_module(f"schedgraph.commands.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.verbs[name]) for name in self.list_commands(ctx)])

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> int:
        """Runs one command line. In standalone mode the process ends with its exit code."""
        settings = Settings()
        try:
            result = super().main(
                args, prog_name or "schedgraph", complete_var, standalone_mode=False, obj=settings, **extra
            )
            code = result if isinstance(result, int) else ANSWERED
        except PipeClosedError:
            close_output()
            code = PIPE_CLOSED
        except Exception as error:  # noqa: BLE001 (the one place for all of them)
            if settings.debug:
                from traceback import format_exc

                tell_trace(format_exc())
            code, sentence = _explained(error)
            tell(sentence)
        if standalone_mode:
            sys.exit(code)
        return code

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise PipeClosedError from None


def _explained(error: Exception) -> tuple[int, str]:
    if isinstance(error, click.Abort):
        return INTERRUPTED, "stopped; what was stored before stays stored"
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "schedgraph"
        message = error.format_message().strip().rstrip(".")
        return USAGE, f"{message}{'' if message.endswith('?') else '.'} See `{command} --help`."
    if isinstance(error, click.ClickException):
        return USAGE, error.format_message()
    from schedgraph.graph.wording.failures import explained

    return explained(error)


def as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The day that an option gives as YYYY-MM-DD."""
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise click.BadParameter(f"“{value}” is not a date; write it as 2015-01-31", ctx, param)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"there is no day {value} in the calendar", ctx, param) from None


def about_days(verb: Verb) -> Verb:
    """The options that say for which day, on which knowledge and by which rules a question is answered."""
    for add in (
        click.option("--without", metavar="RULE", multiple=True, help="Switch a rule of docs/rules.md off."),
        click.option(
            "--known-on",
            metavar="YYYY-MM-DD",
            callback=as_day,
            help="Leave out what no source had stated by that day.",
        ),
        click.option(
            "--as-of", metavar="YYYY-MM-DD", callback=as_day, help="The day for which the answer holds."
        ),
    ):
        verb = add(verb)
    return verb


def _set(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if param.name == "base" and value is not None and not base_is_usable(value):
        raise click.BadParameter(f"“{value}” is not an absolute http or https address", ctx, param)
    if value is not None and value is not False and param.name:
        setattr(ctx.ensure_object(Settings), param.name, value.rstrip("/") if param.name == "base" else value)


def global_options(verb: Verb, *, shown: bool = False) -> Verb:
    """The global options, which may stand before the verb and after it."""
    more: dict[str, Any] = {"expose_value": False, "callback": _set, "is_eager": True, "hidden": not shown}
    store_help = "The folder of the store.  [default: $SCHEDGRAPH_STORE, else the user data folder]"
    variable = "SCHEDGRAPH_STORE" if shown else None
    for add in (
        click.option("--debug", is_flag=True, help="Show the traceback of an error.", **more),
        click.option("--quiet", is_flag=True, help="No progress and no summary.", **more),
        click.option(
            "--base", metavar="IRI", help=f"How IRIs of the graph begin.  [default: {BASE}]", **more
        ),
        click.option("--store", type=PATH, metavar="DIR", envvar=variable, help=store_help, **more),
    ):
        verb = add(verb)
    return verb


def verb(name: str, within: click.Group | None = None) -> Callable[[Callable[..., int]], click.Command]:
    """Makes a function that returns an exit code a command of this name, with the global options."""
    make = within.command if within else click.command

    def command(function: Callable[..., int]) -> click.Command:
        return make(name)(global_options(click.pass_obj(function)))

    return command


def verbs(name: str) -> Callable[[Callable[..., int]], click.Group]:
    """The same for a verb that has verbs of its own; the function runs when none of them is called."""

    def group(function: Callable[..., int]) -> click.Group:
        return click.group(name, invoke_without_command=True)(global_options(click.pass_obj(function)))

    return group


def formats(*names: str, contacts: bool = False) -> Callable[[Verb], Verb]:
    """The option `--format`, the first name being the default, and with `contacts` the option `--contacts`."""
    form = option("--format", "form", type=click.Choice(names), default=names[0])
    asked = option("--contacts", is_flag=True, help="Give the contact persons of NA-1005 forms in JSON, too.")
    return (lambda verb: asked(form(verb))) if contacts else form
