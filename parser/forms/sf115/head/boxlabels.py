"""The printed labels of the form's boxes, found in a cell of its head."""

import re
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.dates import find_dates
from schedgraph.parser.labels import Label, LabelMatch, find_labels, load_labels, match_label
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

# Lines like "DATE ARCHIVIST OF THE UNITED STATES"    "C. DATE D. SIGNATURE OF AGENCY REPRESENTATIVE E. TITLE"
_JOINED = re.compile(r"(?:date\W{1,4}(?:[A-E]\W{1,3})?(?:archiv|signat)|title\W{1,4}date)", re.IGNORECASE)
# The label proper behind what is the end of a number: the 3 of "NC1-95-78-3  DATE RECEIVED"
_WORD = re.compile(r"(?:[A-E][.:] ?)?[A-Za-z]{3}")
_DATE_WORD = re.compile(r"\b(?:[BC][.:] ?)?date[:. ]{1,3}$", re.IGNORECASE)
# Cells like "SEP 4 1981 DATE", signed over the label
_DATE_BELOW = re.compile(r"\s+(?P<label>\(?date\)?)[:.]?$", re.IGNORECASE)
_AROUND = " <>[]"
_NEAR = 6
_SIGNERS = frozenset({"archivist", "signature", "signer-title"})


@cache
def box_labels() -> tuple[Label, ...]:
    """The labels of boxes.toml."""
    return load_labels(files("schedgraph.parser.forms.sf115").joinpath("boxes.toml"))


@cache
def _labels_apart() -> tuple[Label, ...]:
    """The labels without those that join two boxes in one."""
    return tuple(label for label in box_labels() if not label.name.startswith("date-and-"))


def labels_in(passage: Passage) -> tuple[LabelMatch, ...]:
    """The labels of a cell, left to right."""
    return _labels_in(passage.text)


# "Date Reported: 02/11/2020" on the cover of an inactive schedule is no date of the form.
_OTHER_DATE = re.compile(r"[ ]{1,2}[A-Za-z]{3,12}[ ]?:")


@remembered(most=2048)
def _labels_in(text: str) -> tuple[LabelMatch, ...]:
    if text.startswith("(") and text.find(")") == len(text) - 1:
        # "(Date)" below a line for the pen is a label as "Date" is.
        text = f" {text[1:-1]} "
    table = box_labels() if _JOINED.search(text) else _labels_apart()
    first = match_label(text, table)
    if first and first.label.name == "date" and _OTHER_DATE.match(text, first.end):
        return ()
    found = [_own_start(text, match) for match in find_labels(text, table)]
    found = [match for match in found if not first or match.start >= first.end]
    found = [match for match in found if not _stands_in(text, match)]
    first = None if first and _stands_in(text, first) else first
    # An agency may be the National Archives itself.
    found = [match for match in found if match.label.name != "to"]
    if not first and not found and (alone := _date_below(text) or _damaged_date(text)):
        return (alone,)
    if first is None and found and found[0].start > 40 and found[0].label.kind != "wording":
        return ()
    matches = [first, *found] if first else found
    small_print = next((index for index, match in enumerate(matches) if match.label.kind == "wording"), None)
    if small_print is None:
        return tuple(_with_dates(text, matches))
    # What follows in the small print ("Title 8 of the GAO Manual") is no label, but for the Archivist's date.
    archivist = [match for match in matches[small_print + 1 :] if match.label.name == "archivist"][-1:]
    signed = _with_dates(text, archivist)
    dated = _dated_behind(text, matches[small_print + 1 :])
    return (*matches[: small_print + 1], *(dated or (signed if len(signed) > 1 else ())))


def _stands_in(text: str, match: LabelMatch) -> bool:
    """Whether a transcript says that somebody signed there: "[signature]", "<signature>"; "(Signature)" is print."""
    behind = text[match.end :].lstrip(" .:")
    opens = text[: match.start][-1:] in ("[", "<", "{") or text[match.start : match.start + 1] in (
        "[",
        "<",
        "{",
    )
    return match.label.name == "signature" and opens and behind[:1] in ("]", ">", "}")


def _dated_behind(text: str, matches: list[LabelMatch]) -> list[LabelMatch]:
    """The labels behind the small print from a "DATE" with its day on, where one cell holds print and signature."""
    for index, match in enumerate(matches):
        day = next(iter(find_dates(text[match.end :])), None) if match.label.name == "date" else None
        if day is not None and day.start <= _NEAR:
            return [each for each in matches[index:] if each.label.name in (*_SIGNERS, "date")]
    return []


def _date_below(text: str) -> LabelMatch | None:
    """The label behind a date that fills the rest of its cell, where a short label is at no edge."""
    word, days = _DATE_BELOW.search(text), find_dates(text)
    if (
        word is None
        or len(days) != 1
        or (text[: days[0].start] + text[days[0].end : word.start()]).strip(_AROUND)
    ):
        return None
    label = next(label for label in box_labels() if label.name == "date")
    return LabelMatch(label=label, start=word.start("label"), end=word.end("label"), exact=True)


def _damaged_date(text: str) -> LabelMatch | None:
    """The label "DATE" that fills its cell with one letter lost or misread: as short a label is else read as printed."""
    word = text.strip(" .:")
    if not (word.isupper() and len(word) > 2 and Levenshtein.distance(word, "DATE") == 1):
        return None
    label = next(label for label in box_labels() if label.name == "date")
    start = text.index(word)
    return LabelMatch(label=label, start=start, end=start + len(word), exact=False)


def _own_start(text: str, match: LabelMatch) -> LabelMatch:
    """The match without the end of a date or number that was taken for the box's number."""
    head = text[max(0, match.start - 1) : match.end]
    if not head.strip() or head.lstrip()[0] not in "-–/.,":
        return match
    word = _WORD.search(text, match.start, match.end)
    return match._replace(start=word.start()) if word else match


def _with_dates(text: str, matches: list[LabelMatch]) -> list[LabelMatch]:
    """The labels with those of "Date AUG 9 1978 Archivist of the United States" on a single-spaced line."""
    signers = [match for match in matches if match.label.name in _SIGNERS and match.start]
    label = next((label for label in box_labels() if label.name == "date"), None)
    if not signers or label is None:
        return matches
    days = find_dates(text)
    added: list[LabelMatch] = []
    for signer in signers:
        day = next((day for day in days if 0 <= signer.start - day.end <= _NEAR), None)
        word = _DATE_WORD.search(text[: day.start]) if day else None
        if word and not any(match.start < word.end() and word.start() < match.end for match in matches):
            added.append(LabelMatch(label=label, start=word.start(), end=word.end(), exact=True))
    return sorted((*matches, *added), key=lambda match: match.start)
