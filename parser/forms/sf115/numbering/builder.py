"""The outline of a schedule while its lines are read: open levels, and the items so far."""

import re
from dataclasses import dataclass, field, replace

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.numbering.attached import SEE_ATTACHED
from schedgraph.parser.forms.sf115.numbering.customs import NO_CUSTOM, Custom
from schedgraph.parser.forms.sf115.numbering.designators import Count
from schedgraph.parser.forms.sf115.numbering.placement import Level, Placement
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.labels import fold
from schedgraph.parser.passage import Passage

# Lines like "1. Case Files (continued)"
_CONTINUED = re.compile(r"\(?\bcont(?:inued|'d|d)?\.?\)?\W*$", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Node:
    levels: tuple[Level, ...]
    parent: int | None
    line: Passage
    bullet: bool
    indent: int
    entries: list[Entry] = field(default_factory=list)
    doubt: str | None = None


@dataclass(slots=True)
class Builder:
    """The outline while its lines are read."""

    preamble: list[Entry] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    levels: tuple[Level, ...] = ()
    node_of_level: dict[int, int] = field(default_factory=dict)
    cleared: dict[int, Count] = field(default_factory=dict)
    current: int | None = None
    keys: int = 0
    doubts: list[Doubt] = field(default_factory=list)
    last: Entry | None = None
    first_with: dict[tuple[str, ...], int] = field(default_factory=dict)
    met_again: dict[int, set[str]] = field(default_factory=dict)
    custom: Custom = NO_CUSTOM
    late: bool = False
    begins: bool = False
    counted: Level | None = None
    """The last item directly below a heading of the outermost level."""

    def open(self, placement: Placement, entry: Entry, shown: Passage) -> None:
        """Begins the item whose designator was placed, or goes on with it where it was only announced."""
        self.levels = placement.levels
        if len(self.levels) == 2:
            self.counted = self.levels[1]
        if placement.cleared:
            self.cleared[placement.cleared.key] = placement.cleared.count
        parent = next(
            (
                self.node_of_level[each.key]
                for each in reversed(self.levels[:-1])
                if each.key in self.node_of_level
            ),
            None,
        )
        if (known := self.same(entry)) is not None:
            node = self.nodes[known]
            self.levels = node.levels
            if node.entries and SEE_ATTACHED.match(node.entries[0].text):
                node.entries = [replace(each, passage=EMPTY) for each in node.entries]
                node.line = shown
            self.met_again.setdefault(known, {fold(each.text) for each in node.entries})
            self.current = known
            return
        self.current = len(self.nodes)
        self.first_with.setdefault(self.path(self.levels), self.current)
        self.node_of_level[self.levels[-1].key] = self.current
        self.nodes.append(
            Node(
                levels=self.levels,
                parent=parent,
                line=shown,
                bullet=entry.bullet,
                indent=entry.indent,
                doubt=placement.doubt,
            )
        )

    def path(self, levels: tuple[Level, ...]) -> tuple[str, ...]:
        """The segments of an item, as far as they are known now."""
        return tuple(self.count(level).segment for level in levels)

    def same(self, entry: Entry) -> int | None:
        """The earlier item with the same designator that this line goes on with, as a table does overleaf."""
        index = self.first_with.get(self.path(self.levels))
        if index is None:
            return None
        node = self.nodes[index]
        first = node.entries[0].text if node.entries else ""
        if not first or SEE_ATTACHED.match(first) or _CONTINUED.search(entry.text[:120]):
            return index
        begins = fold(entry.text)[:24]
        return index if begins and fold(first).startswith(begins) else None

    def count(self, level: Level) -> Count:
        """How the level is counted, now that its successors are known."""
        return self.cleared.get(level.key, level.count)

    def add(self, entry: Entry, *, opens: bool = False) -> None:
        """A line of the current item; a bullet beside bulleted items belongs to their parent."""
        target = self.current
        if entry.bullet and not opens:
            while (
                target is not None and self.nodes[target].bullet and entry.indent <= self.nodes[target].indent
            ):
                target = self.nodes[target].parent
        elif target is not None and not opens and self.announces(target):
            # Between "1. See attached sheet for: X" and its items stands the background.
            target = None
        if target in self.met_again and fold(entry.text) in self.met_again[target]:
            # What the table said already, the attached sheet says again.
            if not (entry.citation or entry.action or entry.disposition or entry.successor):
                return
            entry = replace(entry, passage=EMPTY)
        (self.preamble if target is None else self.nodes[target].entries).append(entry)

    def begin_part(self) -> None:
        """A further part, whose items may begin anew; its heading belongs to no item."""
        self.levels, self.node_of_level, self.first_with, self.current = (), {}, {}, None
        self.counted = None

    def announces(self, index: int) -> bool:
        """Whether an item only announces the attached sheets."""
        entries = self.nodes[index].entries
        return bool(entries) and bool(SEE_ATTACHED.match(entries[0].text))
