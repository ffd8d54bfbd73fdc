"""`parse`: documents read and printed, nothing stored."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schedgraph.door import PATH, Settings, formats, verb
from schedgraph.graph.wording.exits import ANSWERED, FAILED
from schedgraph.graph.wording.terminal import paper, say, say_json, tell, tell_trace

if TYPE_CHECKING:
    from schedgraph.graph.taking import Taken


@verb("parse")
@click.argument("files", nargs=-1, required=True, type=PATH)
@formats("text", "json", contacts=True)
def parse(settings: Settings, files: tuple[Path, ...], form: str, contacts: bool) -> int:
    """Read documents and print what they say.

    Nothing is stored. FILE - is standard input. JSON is one object a line and file.

    \b
    Example:
      schedgraph parse n1-567-09-006_sf115.txt --format json
    """
    from schedgraph.graph.taking import take, take_stream
    from schedgraph.graph.wording.document import document_lines
    from schedgraph.parser.transcript import transcript

    code = ANSWERED
    for number, path in enumerate(files):
        taken = take_stream(sys.stdin.buffer, "-") if str(path) == "-" else take(path)
        if _tell_failures(taken, settings):
            code = FAILED
        if taken.document is None:
            continue
        read = transcript(taken.document, contacts=contacts)
        if form == "json":
            say_json(read)
        else:
            say([*([""] if number else []), *document_lines(read, paper())])
    return code


def _tell_failures(taken: "Taken", settings: Settings) -> bool:
    if taken.trace and settings.debug:
        tell_trace(taken.trace)
    sentences = [taken.problem] if taken.problem else [sentence for _, sentence in taken.failures]
    for sentence in sentences:
        tell(f"{taken.path}: {sentence}")
    return bool(sentences)
