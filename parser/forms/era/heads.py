"""What stands before the label of an item's number: sequence number, title, and the headings above the item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schedgraph.parser.forms.era.alignment import DASH, split_sequence
from schedgraph.parser.forms.era.entry import Entry, Section
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.steps import Step, dotted, follows, may_follow, step_of
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import fold

SECTIONS: Mapping[str, Section] = {
    "outline": "outline",
    "item-list": "list",
    "certification": "end",
    "signatories": "end",
}
# Fields of one line; what follows it begins the next item.
_ONE_LINE = frozenset(
    {
        "item-number",
        "final-disposition",
        "item-status",
        "media-neutral",
        "electronic-formats",
        "structured-data",
        "gao-approval",
    }
)
_LONGEST_HEAD, _LONGEST_TITLE = 12, 3


@dataclass(slots=True)
class Head:
    """What stands before the label of an item's number."""

    rest: tuple[Token, ...]
    sequence: str | None = None
    sequence_printed: str | None = None
    title: tuple[Token, ...] = ()
    headings: tuple[Entry, ...] = ()


def read_heads(fields: Sequence[Field]) -> dict[int, Head]:
    """For each label of an item's number what stands before it, by the index of that label.

    So also for a second final disposition behind one number: it belongs to an item that has none.
    """
    heads: dict[int, Head] = {}
    disposed = False
    headings: dict[Step, str] = {}
    outlined: dict[str, str] = {}
    section = ""
    last: Step = ()
    for index, one in enumerate(fields):
        if one.name in SECTIONS:
            section, last = one.name, ()
        if one.name == "sequence" or one.name in SECTIONS:
            disposed = False
        if one.name == "final-disposition" and one.lines and index:
            if disposed and (head := _head(fields[index - 1 : index], last, headings)).sequence:
                heads[index] = head
                last = step_of(head.sequence or "") or last
            disposed = True
        if one.name == "item-number" and index:
            disposed = False
            head = _head(fields[max(0, index - 2) : index], last, headings)
            if section == "outline" and head.sequence:
                outlined.setdefault(fold(" ".join(token.text for token in head.title)), head.sequence)
            elif head.sequence is None and not head.title:
                head = _as_outlined(head.rest, last, outlined)
            heads[index] = head
            for heading in head.headings:
                headings.setdefault(step_of(heading.sequence or "") or (), fold(heading.title_text))
            last = (step_of(head.sequence) if head.sequence else None) or last
    return heads


def _head(before_label: Sequence[Field], last: Step, known: Mapping[Step, str]) -> Head:
    """Sequence number and title, which stand at the end of what comes before the number's label."""
    before = before_label[-1]
    if before.name == "item-title":
        number = before_label[0].lines if before_label[0].name == "sequence" else ()
        found = split_sequence(number[0].text) if number else None
        return Head(rest=before.lines, sequence=found[0] if found else None, title=before.lines)
    lines = before.lines
    first = min(1, len(lines)) if before.name in _ONE_LINE else 0
    start = _sequence_at(lines, first, last)
    if start is None:
        if before.name == "sequence" or before.name in _ONE_LINE:
            return Head(rest=lines[:first], title=lines[first:])
        return Head(rest=lines)
    printed, title = _after_sequence(lines[start:])
    sequence = dotted(printed, last) or printed
    headings: list[Entry] = []
    end = start
    step = step_of(sequence) or ()
    while (above := _heading_before(lines[:end], first, step, last, known)) is not None:
        headings.insert(0, without_number(lines[above:end]))
        step = step_of(headings[0].sequence or "") or ()
        end = above
    return Head(
        rest=lines[:end],
        sequence=sequence,
        sequence_printed=printed if printed != sequence else None,
        title=title,
        headings=tuple(headings),
    )


def _as_outlined(lines: tuple[Token, ...], last: Step, outlined: Mapping[str, str]) -> Head:
    """The title at the end of `lines` that the outline has, where the sequence number before it was not read."""
    for start in range(len(lines) - 1, max(0, len(lines) - _LONGEST_TITLE) - 1, -1):
        title = lines[start:]
        sequence = outlined.get(fold(" ".join(token.text for token in title)))
        if sequence and may_follow(last, step_of(sequence) or ()):
            return Head(rest=lines[:start], sequence=sequence, title=title)
    return Head(rest=lines)


def _sequence_at(lines: Sequence[Token], first: int, last: Step) -> int | None:
    """The line that begins the next item: best the number that follows, else the nearest greater one."""
    candidates: list[int] = []
    for index in range(len(lines) - 1, max(first, len(lines) - _LONGEST_HEAD) - 1, -1):
        found = split_sequence(lines[index].text)
        step = step_of(found[0]) if found else None
        restarts = step in ((1,), (1, 1))
        if step is None or not (restarts or may_follow(last, step)):
            continue
        if follows(last, step) or (found and dotted(found[0], last)):
            return index
        candidates.append(index)
    return candidates[0] if candidates else None


def _heading_before(
    lines: Sequence[Token], first: int, step: Step, last: Step, known: Mapping[Step, str]
) -> int | None:
    """The line of a heading above the item, such as `1 Mission Records` above `1.1`.

    `known` are the headings that stand further up: where one comes again, a longer text may follow it.
    """
    for index in range(len(lines) - 1, first - 1, -1):
        found = split_sequence(lines[index].text)
        above = step_of(found[0]) if found else None
        # Between 1.1 and 1.2 no heading 1 can stand.
        if not above or len(above) >= len(step) or step[: len(above)] != above or above == last[: len(above)]:
            continue
        if index >= len(lines) - _LONGEST_HEAD // 2:
            return index
        _, title = _after_sequence(lines[index:])
        if above in known and fold(" ".join(token.text for token in title)).startswith(known[above]):
            return index
    return None


def without_number(lines: Sequence[Token]) -> Entry:
    """What begins with a sequence number and has no authority number: a heading, as far as nothing disposes."""
    sequence, title = _after_sequence(lines)
    return Entry(section="header", sequence=sequence or None, title=title, number=(), labelled=False)


def _after_sequence(lines: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
    found = split_sequence(lines[0].text)
    if found is None:
        return "", _without_label(lines)
    sequence, rest = found
    if not rest:
        return sequence, _without_label(lines[1:])
    end_of_number = len(lines[0].passage.text.split(maxsplit=1)[0])
    title = lines[0].part(end_of_number)
    dash = DASH.match(title.passage.text)
    return sequence, (title.part(dash.end()) if dash else title, *lines[1:])


def _without_label(lines: Sequence[Token]) -> tuple[Token, ...]:
    """The title without the bare word "Title" in the cell before it."""
    labelled = len(lines) > 1 and lines[0].cell is not None and lines[0].block == lines[1].block
    return tuple(lines[1:] if labelled and lines[0].text.strip(" :").casefold() == "title" else lines)
