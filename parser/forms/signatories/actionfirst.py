"""Signatures that name the action before its day: "Approve 08/31/2022 (signed) Acting Archivist of the United States"."""

import re
from collections.abc import Sequence

from schedgraph.parser.dates import find_dates
from schedgraph.parser.forms.signatories.vocabulary import actions
from schedgraph.parser.labels import match_label
from schedgraph.parser.passage import Passage

_BETWEEN = re.compile(r"[\s:,(–—-]*(?:on|date[d]?)?[\s:,(–—-]*", re.IGNORECASE)
# Where the next signature may begin: "... of the United States. Certify 12/03/2020."
_NEXT = re.compile(r"[.;|,)][ \t]+(?=[A-Z])|[ \t]{2,}(?=[A-Z])")
_MARKS = " \t\u00a0,;|.–—-"
# "Approved by David S. Ferriero, Archivist of the United States, on 02/20/2020"
_SIGNER = re.compile(
    r"\s*(?:by\b|[:–—|-]|\()\s*(?P<who>[^;]{3,120}?)[\s,:(–—-]*(?:\bon\b|\bdated?\b)?[\s,:(|–—-]*$"
)
_LONGEST_DATE = 20


def signed_after_action(text: str) -> tuple[int, int, int] | None:
    """Where the action that begins a text ends, and where the day behind it begins and ends."""
    match = match_label(text, actions())
    if match is None or not text.lstrip(" *-•(")[:1].isupper():
        return None
    between = _BETWEEN.match(text, match.end)
    start = between.end() if between else match.end
    days = find_dates(text[start : start + _LONGEST_DATE])
    return (match.end, start, start + days[0].end) if days and days[0].start == 0 else None


def signed_before_day(text: str) -> tuple[int, int, int, int, int] | None:
    """Where the action ends that begins a text, and where signer and day behind it begin and end."""
    match = match_label(text, actions())
    days = find_dates(text) if match and text.lstrip(" *-•(")[:1].isupper() else ()
    if match is None or len(days) != 1 or text[days[0].end :].strip(" .)|"):
        return None
    # The match takes the colon with it.
    end = match.end - text[: match.end].endswith(":")
    signer = _SIGNER.match(text[: days[0].start], end)
    if signer is None:
        return None
    return end, signer.start("who"), signer.end("who"), days[0].start, days[0].end


def days_first(passage: Passage) -> list[Sequence[Passage]] | None:
    """Each signature of a line as day, action and what stands behind them; None where no action begins the line."""
    text = passage.text
    if signed_after_action(text) is None:
        alone = signed_before_day(text)
        if alone is None:
            return None
        action, start, end, first, last = alone
        return [(passage.part(first, last), passage.part(0, action), passage.part(start, end))]
    starts = [0, *(gap.end() for gap in _NEXT.finditer(text) if signed_after_action(text[gap.end() :]))]
    rows: list[Sequence[Passage]] = []
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        part = passage.slice(start, end)
        found = signed_after_action(part.text)
        if found:
            action, first, last = found
            closed = part.text[last : last + 1] == ")"
            behind = part.part(last + closed).strip(_MARKS)
            rows.append([each for each in (part.part(first, last), part.part(0, action), behind) if each])
    return rows
