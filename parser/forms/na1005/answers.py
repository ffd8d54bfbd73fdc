"""What was filled into an NA-1005: each field known by what the form prints at it, with its place."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.page import PageText, Run
from schedgraph.parser.passage import Passage, Piece
from schedgraph.parser.reading.pages import FormField

_INDEX = re.compile(r"\[\d+\]")
# The stop behind "Cutoff Instructions", the bracket behind "Component/Office".
_ENDS_LABEL = ".:(?*;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A way to know a field; see fields.toml."""

    name: str
    kind: str
    labels: tuple[str, ...]
    beside: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """fields.toml."""

    known: tuple[Known, ...]
    says: dict[str, str]
    roles: dict[str, str]
    ticked: frozenset[str]
    unticked: frozenset[str]
    blank: frozenset[str]
    item: re.Pattern[str]
    items_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box whose state is known, what is printed at it, and where it stands."""

    ticked: bool
    printed: str
    place: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The filled fields by name. A box is there where the form tells its state: ticked or not."""

    texts: dict[str, Passage] = field(default_factory=dict)
    boxes: dict[str, Box] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked for certain."""
        return name in self.boxes and self.boxes[name].ticked

    def text(self, name: str) -> Passage | None:
        """What was written into a field; None where nothing was."""
        passage = self.texts.get(name)
        return passage if passage else None


def read_answers(fields: Sequence[FormField]) -> Answers:
    """The answers among the fields of a form; the page that they are quoted from is made of all fields."""
    texts: dict[str, Passage] = {}
    boxes: dict[str, Box] = {}
    doubts: list[Doubt] = []
    for one, (line, passage) in zip(fields, _placed(fields), strict=True):
        name = field_name(one)
        if name is None:
            continue
        if name in texts or name in boxes:
            same = (
                passage.text == texts[name].text if name in texts else _state(passage) == boxes[name].ticked
            )
            if not same:
                message = (
                    f'The field "{_label(one)}" is there twice with different values; the first was taken.'
                )
                doubts.append(Doubt(code="field-repeated", message=message, evidence=passage.evidence()))
            continue
        if kind_of(name) != "box":
            texts[name] = passage
            continue
        state = _state(passage)
        if state is None:
            message = f'The box "{_label(one)}" holds "{passage.text[:40]}", which is neither ticked nor not.'
            doubts.append(Doubt(code="box-unread", message=message, evidence=passage.evidence()))
            continue
        boxes[name] = Box(ticked=state, printed=_label(one), place=line)
    return Answers(texts=texts, boxes=boxes, doubts=tuple(doubts))


def page_text(fields: Iterable[FormField]) -> str:
    """The fields as the page that evidence quotes, a line each: `name: value`, `name [label]: value`."""
    return "".join(f"{_head(each)}{each.value}\n" for each in fields)


def field_name(one: FormField) -> str | None:
    """Which field of an NA-1005 this is; None where it is none that is read."""
    if not one.labels:
        return _by_path(one.name) or _by_labels((one.name.rpartition(".")[2],))
    return _by_labels(one.labels) or _by_labels((one.labels[-1],))


def kind_of(name: str) -> str:
    """What a field holds: text, number, date or box."""
    return "box" if name.startswith("item-") else _kinds()[name]


def is_blank(written: str) -> bool:
    """Whether people write this into a field that does not apply."""
    value = " ".join(written.casefold().split()).strip(" .")
    return not any(character.isalnum() for character in value) or value in vocabulary().blank


@cache
def vocabulary() -> Vocabulary:
    """fields.toml, read once."""
    resource = files("schedgraph.parser.forms.na1005").joinpath("fields.toml")
    data = tomllib.loads(resource.read_text(encoding="utf-8"))
    known = tuple(
        Known(
            name=row["name"],
            kind=row["kind"],
            labels=tuple(_folded(each) for each in row["labels"]),
            beside=tuple(_folded(each) for each in row.get("beside", ())),
            paths=tuple(row.get("paths", ())),
        )
        for row in data["field"]
    )
    return Vocabulary(
        known=known,
        says={row["name"]: row["says"] for row in data["field"] if "says" in row},
        roles=data["roles"],
        ticked=frozenset(data["ticked"]),
        unticked=frozenset(data["unticked"]),
        blank=frozenset(each.strip(" .") for each in data["blank"]),
        item=re.compile(data["item"], re.IGNORECASE),
        items_of=data["items_of"],
    )


@cache
def _kinds() -> dict[str, str]:
    return {each.name: each.kind for each in vocabulary().known}


def _placed(fields: Sequence[FormField]) -> Iterator[tuple[Passage, Passage]]:
    """Each field's line on the page, and its value alone."""
    source = PageText(number=1, text=page_text(fields), method="form-data")
    position = 0
    for each in fields:
        start = position + len(_head(each))
        end = start + len(each.value)
        run = Run(text=source.text[position:end], start=position, end=end)
        line = Passage(text=run.text, around=(Piece(offset=0, run=run, source=source),))
        yield line, line.part(start - position)
        position = end + 1


def _head(one: FormField) -> str:
    return f"{one.name} [{_label(one)}]: " if one.labels else f"{one.name}: "


def _state(passage: Passage) -> bool | None:
    """Whether a box that holds this is ticked; None where that cannot be told."""
    value = passage.text.casefold()
    if value in vocabulary().ticked:
        return True
    return False if value in vocabulary().unticked else None


def _label(one: FormField) -> str:
    return one.labels[0][:60] if one.labels else one.name


def _by_labels(labels: Sequence[str]) -> str | None:
    first, *others = (_folded(each) for each in labels)
    item = vocabulary().item.fullmatch(first)
    if item:
        return f"item-{item['item']}"
    return next(
        (
            known.name
            for known in vocabulary().known
            if _begins(first, known.labels)
            and (not known.beside or any(_begins(each, known.beside) for each in others))
        ),
        None,
    )


def _by_path(name: str) -> str | None:
    # Which of two fields of one name is meant (CheckBox12, CheckBox12[1]) counts; which container does not.
    container, _, last = name.rpartition(".")
    path = f".{_INDEX.sub('', container)}.{last}"
    return next(
        (known.name for known in vocabulary().known for each in known.paths if path.endswith(f".{each}")),
        None,
    )


def _begins(printed: str, labels: Iterable[str]) -> bool:
    """Whether the print is one of the labels, or goes on after it with a new sentence or a remark."""
    return any(
        printed == label or (printed.startswith(label) and printed[len(label) :].lstrip()[:1] in _ENDS_LABEL)
        for label in labels
        if label
    )


def _folded(printed: str) -> str:
    return " ".join(printed.casefold().split()).rstrip(" :.?*")
