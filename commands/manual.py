"""The commands as manual pages and as a page of the reference, both from what the commands say of themselves."""

from collections.abc import Iterator

import click

_CODES = (
    ("0", "answered"),
    ("1", "the thing asked for is not known"),
    ("2", "wrong usage"),
    ("3", "some input failed, the rest was done"),
    ("4", "the store cannot be used"),
)


def pages(group: click.Group) -> Iterator[tuple[str, str]]:
    """The name of each manual page of a command line, without its section, and its text for troff."""
    for path, context in _commands(group):
        yield path.replace(" ", "-"), _page(path, context)


def reference(group: click.Group) -> str:
    """All commands in Markdown."""
    parts = [
        "# Commands",
        "",
        "Made from the commands by `python -m schedgraph.reference`; do not edit. Exit codes: "
        + "; ".join(f"{code} {meaning}" for code, meaning in _CODES)
        + ".",
    ]
    for path, context in _commands(group):
        help_text = context.command.get_help(context)
        parts += ["", f"## {path}", "", "```", help_text.rstrip(), "```"]
    return "\n".join(parts) + "\n"


def _commands(group: click.Group) -> Iterator[tuple[str, click.Context]]:
    """Every command with its verbs, each in a context as wide as a manual page."""
    waiting = [("schedgraph", _context(group, "schedgraph", None))]
    while waiting:
        path, context = waiting.pop(0)
        yield path, context
        if isinstance(context.command, click.Group):
            for name in context.command.list_commands(context):
                command = context.command.get_command(context, name)
                if command is not None:
                    waiting.append((f"{path} {name}", _context(command, name, context)))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    settings = {"terminal_width": 80, "max_content_width": 80, **command.context_settings}
    return click.Context(command, info_name=name, parent=parent, **settings)


def _page(path: str, context: click.Context) -> str:
    command = context.command
    words, _, example = (command.help or "").partition("\b\n")
    first, _, rest = words.strip().partition("\n\n")
    usage = command.get_usage(context).removeprefix("Usage: ")
    lines = [
        f'.TH "{_quoted(path.replace(" ", "-").upper())}" "1" "" "schedgraph" "User Commands"',
        ".SH NAME",
        f"{_plain(path.replace(' ', '-'))} \\- {_plain(_one_line(first).rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B {_plain(_one_line(usage))}",
    ]
    if rest.strip():
        lines.append(".SH DESCRIPTION")
        for paragraph in rest.strip().split("\n\n"):
            lines += [".PP", _plain(_one_line(paragraph))]
    wanted = [each for each in command.get_params(context) if isinstance(each, click.Option)]
    options = [record for each in wanted if (record := each.get_help_record(context))]
    if options:
        lines.append(".SH OPTIONS")
        for name, meaning in options:
            lines += [".TP", f".B {_plain(name)}", _plain(_one_line(meaning)) or "\\&"]
    if isinstance(command, click.Group):
        lines.append(".SH COMMANDS")
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            meaning = _one_line((below.help or "").strip().partition("\n\n")[0]) if below else ""
            lines += [".TP", f".B {_plain(path.replace(' ', '-'))}-{_plain(name)}(1)", _plain(meaning)]
    shown = [line for line in example.strip("\n").splitlines() if line.strip() not in ("Example:", "")]
    if shown:
        lines += [".SH EXAMPLES", ".nf", *map(_plain, shown), ".fi"]
    lines.append(".SH EXIT STATUS")
    for code, meaning in _CODES:
        lines += [".TP", f".B {code}", meaning]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Text that troff takes for text: no escapes, no requests at the start of a line."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    escaped = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in escaped)
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _quoted(text: str) -> str:
    return text.replace('"', '""')
