"""The labels of one line: the one that begins it, and those that stand behind its value."""

from collections.abc import Sequence

from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.era.alignment import begins_like, fits, split_sequence
from schedgraph.parser.forms.era.field import era_labels, labels_before_colons
from schedgraph.parser.labels import LabelMatch, find_labels, match_label, only
from schedgraph.parser.passage import collapsed
from schedgraph.parser.remembered import remembered

_FLAT = 3
_LONG_LINE = 120
_BETWEEN = " \t\u00a0.,;|/•·()[]–—-"
_SENTENCE_ENDS = (".", ";", "|", "•", "·")
_ANSWERS = ("item-status", "final-disposition", "yes-no", "status")
_CLOSED = (*_ANSWERS, "applies-to", "schedule-number", "item-number", "sequence", "count", "record-group")
_MOST_OF_DATE = 24


@remembered(most=4096)
def labels_on(text: str) -> tuple[LabelMatch, ...]:
    """The label that begins a line, and those that stand beside it or behind its value."""
    if split_sequence(collapsed(text)) and (behind := number_behind_title(text)):
        return behind, *labels_behind(text, behind)
    first = match_label(text, era_labels())
    if first is None and len(text) <= _LONG_LINE:
        return _behind_answer(text)
    everywhere = _everywhere(text)
    if len(everywhere) >= _FLAT:
        return _merged(text, everywhere)
    if first is None or _begins_prose(text, first):
        return ()
    return first, *labels_behind(text, first)


def without_separators(text: str, start: int, end: int) -> int:
    """Where a value ends that another label follows: before the marks that part the two."""
    return start + len(text[start:end].rstrip(" \t\u00a0;|/•·,–—"))


def number_behind_title(text: str) -> LabelMatch | None:
    """The label in `1 Cultural Landscape Inventories Disposition Authority Number: DAA-0079-2017-0005-0001`."""
    label = next(label for label in era_labels() if label.name == "item-number")
    for match in find_labels(text, only(label)):
        behind = text[match.end :].strip()
        end = next((each.start for each in _everywhere(text) if each.start >= match.end), len(text))
        value = text[match.end : end].strip(_BETWEEN)
        if match.start and match.exact and (fits("item-number", behind) or fits("item-number", value)):
            return match
    return None


def _everywhere(text: str) -> tuple[LabelMatch, ...]:
    return tuple(_nearest(text, match) for match in find_labels(text, era_labels()))


def _merged(text: str, found: Sequence[LabelMatch]) -> tuple[LabelMatch, ...]:
    """The labels of a paragraph, those in short wordings among them."""
    short = [
        match
        for match in labels_before_colons(text)
        if not any(match.start < each.end and each.start < match.end for each in found)
        and text[: match.start].rstrip(" \t").endswith(_SENTENCE_ENDS)
    ]
    return tuple(sorted((*found, *short), key=lambda match: match.start))


def labels_behind(text: str, first: LabelMatch) -> tuple[LabelMatch, ...]:
    """The labels behind the value of `first`, in long and in short wordings."""
    found: list[LabelMatch] = []
    before = first
    full = [match for match in _everywhere(text) if match.start >= first.end]
    short = [
        match
        for match in labels_before_colons(text)
        if match.start >= first.end
        and not any(match.start < each.end and each.start < match.end for each in full)
    ]
    for match in sorted((*full, *short), key=lambda each: each.start):
        if match.exact and _is_parted(text, before, match):
            found.append(match)
            before = match
    return tuple(found)


def _is_parted(text: str, before: LabelMatch, match: LabelMatch) -> bool:
    """Whether a label begins here: behind blanks, a whole answer or a sentence, or itself with its answer."""
    if before.label.name == "applies-to" and match.label.name.endswith("-subdivision"):
        return False
    between = text[before.end : match.start]
    if len(between) <= 1 or between.endswith(("  ", "\t", "\u00a0")):
        return True
    value = between.strip(_BETWEEN)
    if _is_whole(before, value):
        return True
    if not text[match.start].isupper():
        return False
    if text[match.start : match.end].rstrip().endswith((":", "?")):
        return between.rstrip().endswith(_SENTENCE_ENDS)
    return _is_answered(text, match)


def _is_whole(label: LabelMatch, value: str) -> bool:
    """Whether a value of a closed kind, or a day, is said in full."""
    kind = (label.label.kind or "").rstrip("?")
    if kind in _CLOSED and fits(kind, value):
        return not (kind == "record-group" and not value.isdigit())
    day = read_date(value) if len(value) <= _MOST_OF_DATE else None
    return day is not None and day.start == 0 and day.end == len(value)


def _is_answered(text: str, match: LabelMatch) -> bool:
    """Whether the one word behind a label can be nothing but its answer."""
    kind = (match.label.kind or "").rstrip("?")
    return kind in _ANSWERS and begins_like(kind, text[match.end :].strip())


def _behind_answer(text: str) -> tuple[LabelMatch, ...]:
    """The label behind an answer that its own label stands above of: "Temporary   Item Status Withdrawn"."""
    for match in (*_everywhere(text), *labels_before_colons(text)):
        value = text[: match.start].strip(_BETWEEN)
        if (
            match.start
            and match.exact
            and any(fits(kind, value) for kind in _ANSWERS)
            and (_is_answered(text, match) or text[match.start : match.end].rstrip().endswith(":"))
        ):
            return match, *labels_behind(text, match)
    return ()


def _nearest(text: str, match: LabelMatch) -> LabelMatch:
    """Without the words that an approximate match took from the value before the label.

    "N1-115-94-6/LND-7.00 Disposition Instruction": the form has no box numbers, so the digits are the value's.
    """
    if match.start == 0 or (match.exact and not text[match.start].isdigit()):
        return match
    position = match.start
    while (gap := text.find(" ", position, match.end)) >= 0:
        position = gap + 1
        later = match_label(text[position : match.end], only(match.label))
        digits = text[match.start : position].replace(".", "").strip().isdigit()
        if later and later.start == 0 and (later.cost < match.cost or (digits and later.cost <= match.cost)):
            return match._replace(start=position, exact=later.exact, cost=later.cost)
    return match


def _begins_prose(text: str, match: LabelMatch) -> bool:
    """A closed answer cannot be a sentence: `Final Disposition Authority for the records is sought ...`."""
    rest = text[match.end :].strip()
    kind = (match.label.kind or "").rstrip("?")
    if not rest or text[match.start : match.end].rstrip().endswith((":", "?")):
        return False
    if kind in ("status", "item-status", "final-disposition", "yes-no"):
        return len(rest) > 60 and not fits(kind, rest.split()[0].strip(".,;"))
    return False
