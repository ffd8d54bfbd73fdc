"""Which form a document is, from what is printed on it: weighed clues, never the file's name."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from schedgraph.parser.blocks import Block
from schedgraph.parser.document import Form
from schedgraph.parser.labels import Label, LabelMatch, find_labels, holds_short_label, match_label
from schedgraph.parser.remembered import remembered

DAMAGED_CLUE = 0.8
"""What a clue is worth where its letters had to be repaired."""

_FORMS: tuple[Form, ...] = ("SF-115", "ERA", "NA-1005", "notice")
_LONGEST_HEADING = 160
_LONGEST_PART = 40
_MOST_PARTS = 4
_LABELS_OF_A_FLAT_FORM = 3
_WIDE = re.compile(r"[ \u00a0]{3,}")
_PARTING = re.compile(r"[ ](?:[ ]{2,}|\|[ ]?|[-–—]{1,2}[ ])|\|[ ]?")


class Clue(NamedTuple):
    """Printed matter that speaks for a form, and the block where it stands."""

    form: str
    name: str
    weight: float
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """The form of a document. `revision` is the edition of an SF-115: 1970, 1975, 1983, 1991 or None.

    `covered` is the form of the schedule that a notice covers in the same document, and `covered_from`
    the block where that schedule begins.
    """

    form: Form
    revision: str | None = None
    clues: tuple[Clue, ...] = ()
    covered: Form | None = None
    covered_from: int | None = None


_Found = tuple[Label, bool]
"""A label, and whether it is printed exactly."""


@dataclass(frozen=True, slots=True)
class _Table:
    threshold: float
    labels: tuple[Label, ...]
    inside: tuple[Label, ...]
    weights: dict[str, tuple[tuple[str, ...], float]]
    revisions: tuple[Label, ...]
    revision_weights: dict[str, dict[str, float]]


def detect(blocks: Sequence[Block]) -> Detection:
    """The form that `blocks` are printed on, `unknown` where the clues do not suffice."""
    table = _table()
    clues = tuple(_clues(blocks, table))
    found = _judged(blocks, clues, table)
    if found.form != "unknown" or not blocks:
        return found
    # Dear, and needed only where a narrow column left hardly a label whole.
    broken = tuple(_broken_clues(blocks, table))
    return _judged(blocks, (*clues, *broken), table) if broken else found


def _judged(blocks: Sequence[Block], clues: tuple[Clue, ...], table: _Table) -> Detection:
    scores = _scores(clues)
    against = scores.get("unknown", 0.0)
    enough = [form for form in _FORMS if scores.get(form, 0.0) - against >= table.threshold]
    schedules = [form for form in enough if form != "notice"]
    schedule = max(schedules, key=lambda form: scores[str(form)], default=None)
    if "notice" in enough:
        start = _covered_from(clues)
        behind = _scores([clue for clue in clues if start is not None and clue.block >= start])
        forms: tuple[Form, ...] = ("SF-115", "ERA")
        covered = max(forms, key=lambda form: behind.get(form, 0.0))
        if behind.get(covered, 0.0) >= table.threshold:
            return Detection(
                form="notice",
                revision=_revision(blocks, table) if covered == "SF-115" else None,
                clues=clues,
                covered=covered,
                covered_from=start,
            )
        if schedule is None or scores["notice"] >= scores[schedule]:
            return Detection(form="notice", clues=clues)
    if schedule == "SF-115":
        return Detection(form="SF-115", revision=_revision(blocks, table), clues=clues)
    return Detection(form=schedule or "unknown", clues=clues)


def _clues(blocks: Sequence[Block], table: _Table) -> Iterator[Clue]:
    """Every clue in reading order, repeated ones too."""
    for index, block in enumerate(blocks):
        labels = _labels_on(block.passage.text)
        if not labels:
            continue
        seen: set[str] = set()
        for label, exact in labels:
            if label.name in seen:
                continue
            seen.add(label.name)
            forms, weight = table.weights[label.name]
            for form in forms:
                worth = weight if exact else weight * DAMAGED_CLUE
                yield Clue(form=form, name=label.name, weight=worth, block=index)


def _broken_clues(blocks: Sequence[Block], table: _Table) -> Iterator[Clue]:
    """The clues that a narrow column broke over several lines: `Schedule` / `Status`."""
    for index, block in enumerate(blocks):
        lines = [_first_cell(each) for each in blocks[index : index + _MOST_PARTS] if each.kind == "text"]
        if block.kind != "text" or len(_first_cell(block)) > _LONGEST_PART:
            continue
        ends = {len(" ".join(lines[:count])) for count in range(2, len(lines) + 1)}
        match = match_label(" ".join(lines), table.labels)
        if match and match.start == 0 and match.end in ends and match.exact:
            forms, weight = table.weights[match.label.name]
            for form in forms:
                yield Clue(form=form, name=match.label.name, weight=weight, block=index)


def _first_cell(block: Block) -> str:
    """What stands in the first of the columns that runs of spaces part."""
    return " ".join(_WIDE.split(block.passage.text.strip(), 1)[0].split())


@remembered(most=8192)
def _labels_on(text: str) -> tuple[_Found, ...]:
    """The labels that begin the line or a cell, or that crowd on a line which an OCR made of a whole form."""
    table = _table()
    found: list[_Found] = []
    crowd = find_labels(text, table.labels)
    if crowd or holds_short_label(text, table.labels):
        found.extend(_labels_apart(text, table, crowd))
    found.extend((match.label, match.exact) for match in find_labels(text, table.inside))
    return tuple(found)


def _labels_apart(text: str, table: _Table, crowd: Sequence[LabelMatch]) -> Iterator[_Found]:
    """The labels that begin the line or a cell of it, and those that crowd on it."""
    found = 0
    for cell in text.split("\t"):
        match = match_label(cell, table.labels)
        if match and (len(cell) <= _LONGEST_HEADING or match.end < len(cell) // 3):
            found += 1
            yield match.label, match.exact
    if len(text) <= _LONGEST_HEADING:
        # Lines like "Job No: N1-103-94-2 | Rec'd: 5-9-94" and "DEPARTMENT OF LABOR -- REQUEST FOR RECORDS ..."
        for parting in _PARTING.finditer(text):
            match = match_label(text[parting.end() :], table.labels)
            if match:
                found += 1
                yield match.label, match.exact
    if len(crowd) >= _LABELS_OF_A_FLAT_FORM or (len(crowd) > 1 and found):
        for match in crowd:
            yield match.label, match.exact


def _scores(clues: Sequence[Clue]) -> dict[str, float]:
    """What each form's clues weigh together, each clue counted once."""
    best: dict[tuple[str, str], float] = {}
    for clue in clues:
        key = clue.form, clue.name
        best[key] = max(best.get(key, 0.0), clue.weight)
    scores: dict[str, float] = {}
    for (form, _), weight in best.items():
        scores[form] = scores.get(form, 0.0) + weight
    return scores


def _covered_from(clues: Sequence[Clue]) -> int | None:
    """The block where a schedule follows the lists of its notice."""
    lists = [clue.block for clue in clues if clue.form == "notice" and clue.name != "title"]
    titles = [clue.block for clue in clues if clue.form == "notice"]
    last = max(lists, default=max(titles, default=0))
    stamps = {"inactive-stamp", "successor-stamp"}
    behind = [
        clue.block
        for clue in clues
        if clue.block > last and clue.form in ("SF-115", "ERA") and clue.name not in stamps
    ]
    return min(behind, default=None)


def _revision(blocks: Sequence[Block], table: _Table) -> str | None:
    """The edition that most of the printed wording belongs to, the later of two that are equal."""
    scores: dict[str, float] = {}
    seen: set[str] = set()
    for block in blocks:
        for match in find_labels(block.passage.text, table.revisions):
            if match.label.name in seen:
                continue
            seen.add(match.label.name)
            for revision, weight in table.revision_weights[match.label.name].items():
                worth = weight if match.exact else weight * DAMAGED_CLUE
                scores[revision] = scores.get(revision, 0.0) + worth
    return max(scores, key=lambda revision: (scores[revision], revision), default=None)


@cache
def _table() -> _Table:
    data = tomllib.loads(files("schedgraph.parser.forms").joinpath("detect.toml").read_text(encoding="utf-8"))
    labels: list[Label] = []
    inside: list[Label] = []
    weights: dict[str, tuple[tuple[str, ...], float]] = {}
    for row in data["clue"]:
        name = row["form"][0] + " " + row["name"]
        label = Label(name=name, wordings=tuple(row["wordings"]))
        (inside if row.get("inside") else labels).append(label)
        weights[name] = tuple(row["form"]), float(row["weight"])
    return _Table(
        threshold=float(data["threshold"]),
        labels=tuple(labels),
        inside=tuple(inside),
        weights=weights,
        revisions=tuple(Label(name=row["name"], wordings=tuple(row["wordings"])) for row in data["revision"]),
        revision_weights={row["name"]: row["weights"] for row in data["revision"]},
    )
