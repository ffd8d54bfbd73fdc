"""The lines within a cell of the description: breaks of the markup, lists, notes that were added."""

import re
from itertools import pairwise

from schedgraph.parser.forms.announced import CROSSED_OUT, NOTE_IN_BRACKETS
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

# Lines like "Manifests of aliens arriving by air. (1) Paper. Destroy"    "Case files. a. Criminal. Destroy"
_MEMBER = re.compile(
    r"(?<!\b[NV]o[.])(?<!\bSec[.])(?<!\bVol[.])(?<!\bNos[.])(?<=[.:;)])[ ]{1,3}"
    r"(?P<printed>\([0-9A-Za-z]\)|[0-9A-Za-z][.)])[ ]{1,3}(?=[A-Z\"“])"
)
_MAY_BE_MEMBER = re.compile(r"[.:;)][ ]{1,3}(?:\([0-9A-Za-z]\)|[0-9A-Za-z][.)])[ ]")
# Lines like "Destroy 1 year after expiration. OBSOLETE 3/4/98"    "Destroy. Superseded by N1-64-91-1"
#   "Destroy when 2 years old. Withdrawn by agency"    "Destroy. Item 3 rescinded by NARA, 03/02/2004."
_ADDED = re.compile(
    r"(?<=[.;)])[ ]{1,3}(?="
    r"(?:SUPERSEDED|Superseded)[ ](?:BY|by)\b"
    r"|(?:OBSOLETE|Obsolete|RESCINDED|Rescinded|WITHDRAWN|Withdrawn)[ ,:]{1,3}"
    r"(?:[0-9]|by[ ](?:NAR|the[ ]|agen|Agen))"
    r"|(?:OBSOLETE|RESCINDED|WITHDRAWN)(?:[ ]?[-–—]|[.]?\s*$)"
    r"|(?:LINED|Lined)[ ](?:OFF|off|OUT|out)\b"
    r"|[\[({<](?:(?i:lined[ ]o|withdrawn|obsolete|rescinded|superseded|disapproved|(?:disposition[ ])?not[ ]approved|stamp"
    r"|margin))[^\[\](){}<>]{0,60}[\])}>][ ]{0,2}$"
    r"|[\[({<]{1,2}(?i:hand-?writ|penned|pencil|in[ ](?:red[ ]|blue[ ])?(?:ink|pen)|annot|sticker|pasted"
    r"|typed(?::|[ ](?:label|note|later|addition|added|below|beside|above|over|next|in[ ]the)\b)"
    r"|label(?:[ ](?:pasted|added|typed))?[:\]]"
    r"|crossed[ ]out|written[ ]in|rubber|note[ ]by)[^\[\]{}<>]{0,160}(?:[\])}>]{1,2}[ ]{0,2}$|\][ ])"
    r"|Items?[ ][0-9][0-9a-z(), ]{0,12}(?:(?:and|was|were|is|are|has|been)[ ]){0,2}"
    r"(?:rescinded|withdrawn|obsolete|superseded)\b)"
    rf"|(?<=[A-Za-z0-9.;)])[ ]{{1,3}}(?={NOTE_IN_BRACKETS}[ ]{{0,2}}(?:$|(?=\[)))"
)
_FIRST_MEMBERS = frozenset({"(1)", "(a)", "(A)", "1.", "a.", "A.", "1)", "a)"})


def lines_of_cell(passage: Passage) -> list[Passage]:
    """The lines within a passage: a `<br>` parts them, and so does a list that begins in the line."""
    starts = [0]
    end = -1
    for piece in passage.pieces if len(passage.around) > 1 else ():
        between = piece.source.text[end : piece.run.end] if 0 <= end <= piece.run.end <= end + 400 else ""
        if "<br" in between[: len(between) - len(piece.run.text.lstrip())].lower():
            starts.append(piece.offset)
        end = piece.run.end
    starts.extend(_starts_within(passage.text))
    bounds = [*sorted(set(starts)), len(passage.text)]
    parts = [passage.part(low, high) for low, high in pairwise(bounds)]
    return [part for part in parts if part]


@remembered(most=4096)
def _starts_within(text: str) -> tuple[int, ...]:
    """Where a list begins within a line, where its later members do, and where a note was added."""
    starts: list[int] = []
    wanted: set[str] = set()
    for match in _MEMBER.finditer(text) if _MAY_BE_MEMBER.search(text) else ():
        printed = match["printed"]
        if printed not in wanted and printed not in _FIRST_MEMBERS:
            continue
        core = printed.strip("().")
        following = str(int(core) + 1) if core.isdigit() else chr(ord(core) + 1)
        wanted.add(printed.replace(core, following))
        starts.append(match.start("printed"))
    return (*starts, *(_begin_of_note(text, match) for match in _ADDED.finditer(text)))


def _begin_of_note(text: str, added: re.Match[str]) -> int:
    """Where a note begins: what says that it was crossed out again is of it."""
    before = CROSSED_OUT.search(text, 0, added.start())
    return before.start() if before and before.end() == added.start() else added.end()
