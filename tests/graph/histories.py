"""Random histories of small schedules, and an oracle that judges them by trying every path.

The oracle knows nothing of the code under test: it works on the history itself, not on statements.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import strategies as st

from schedgraph.graph.rules.book import LAW, Law
from schedgraph.parser.document import Citation, Item, Schedule, ScheduleDocument, SignatoryEvent, Source
from schedgraph.parser.evidence import Evidence, Reading

LATER_RECORDS = "This item applies only to records created on or after October 1, 1990."
ALL_EARLIER = "This schedule supersedes all previously approved schedules of the agency."
DAYS = [date(year, 6, 1) for year in range(1991, 1999)]
SCHEDULES = 5


@dataclass(frozen=True)
class History:
    """`state` of each schedule: a date of approval, "not-shown", "returned" or "unseen".

    Every schedule has item 1 with parts a and b, which are shown if the schedule is. `annotations` are
    (old item, new item, date or None), `citations` (new item, old item). `sweeping` schedules say that they
    supersede all earlier ones, `exempt` items that they apply only to records made later. `retroactive` tells
    whether the rule of 36 CFR 1226.14(d) is in force.
    """

    state: tuple[date | str, ...]
    annotations: tuple[tuple[str, str, date | None], ...]
    citations: tuple[tuple[str, str], ...]
    stamped: tuple[int, ...]
    day: date | None
    sweeping: tuple[int, ...] = ()
    exempt: tuple[str, ...] = ()
    retroactive: bool = True

    @property
    def law(self) -> Law:
        """The rules by which the history is judged."""
        return LAW if self.retroactive else Law(off=frozenset({"retroactivity"}))


def schedule(number: int) -> str:
    return f"N1-100-90-{number + 1:03}"


def schedule_number(item: str) -> int:
    return int(item.split("/")[0][-3:]) - 1


ITEMS = [f"{schedule(number)}/{path}" for number in range(SCHEDULES) for path in ("1", "1/a", "1/b")]


@st.composite
def histories(draw: st.DrawFn) -> History:
    states = st.one_of(st.sampled_from(DAYS), st.sampled_from(["not-shown", "returned", "unseen"]))
    items = st.sampled_from(ITEMS)
    state = tuple(draw(st.lists(states, min_size=SCHEDULES, max_size=SCHEDULES)))
    shown = items.filter(lambda item: state[schedule_number(item)] != "unseen")
    if all(each == "unseen" for each in state):
        return History(state=state, annotations=(), citations=(), stamped=(), day=None)
    return History(
        state=state,
        annotations=tuple(
            draw(st.lists(st.tuples(shown, items, st.one_of(st.none(), st.sampled_from(DAYS))), max_size=6))
        ),
        citations=tuple(draw(st.lists(st.tuples(shown, items), max_size=5))),
        stamped=tuple(draw(st.lists(st.integers(0, SCHEDULES - 1), max_size=1))),
        day=draw(st.one_of(st.none(), st.sampled_from([day.replace(month=9) for day in DAYS]))),
        sweeping=tuple(draw(st.lists(st.integers(0, SCHEDULES - 1), max_size=1))),
        exempt=tuple(draw(st.lists(items, max_size=2))),
        retroactive=draw(st.sampled_from([True, True, True, False])),
    )


def documents(history: History) -> Iterator[ScheduleDocument]:
    """The history as documents, one a schedule that is seen."""
    for number, state in enumerate(history.state):
        if state == "unseen":
            continue
        place = iter(range(1, 10_000))

        def here() -> Evidence:
            start = next(place)  # noqa: B023 (used within the turn of the loop)
            return Evidence(page=1, quote=f"words {start}", start=start, end=start + 1)

        items = []
        for path in ("1", "1/a", "1/b"):
            identifier = f"{schedule(number)}/{path}"
            citations = [
                Citation(
                    relation="superseded-by",
                    target=new,
                    printed=new,
                    evidence=here(),
                    date=Reading(value=day, evidence=here()) if day else None,
                )
                for old, new, day in history.annotations
                if old == identifier
            ]
            citations += [
                Citation(relation="supersedes", target=old, printed=old, evidence=here())
                for new, old in history.citations
                if new == identifier
            ]
            parent = f"{schedule(number)}/1" if path != "1" else None
            text = Reading(value=LATER_RECORDS, evidence=here()) if identifier in history.exempt else None
            items.append(
                Item(
                    id=identifier,
                    number=path,
                    parent=parent,
                    evidence=here(),
                    text=text,
                    citations=tuple(citations),
                )
            )
        returned = SignatoryEvent(action="Return Without Action", evidence=here())
        words = Reading(value=ALL_EARLIER, evidence=here()) if number in history.sweeping else None
        stamp = Reading(value="INACTIVE - ALL ITEMS SUPERSEDED", evidence=here())
        yield ScheduleDocument(
            source=Source(name=f"{number}.txt", sha256=f"{number:064}", media_type="text/plain", pages=1),
            form="SF-115",
            schedule=Schedule(
                id=Reading(value=schedule(number), evidence=here()),
                approved=Reading(value=state, evidence=here()) if isinstance(state, date) else None,
                background=words,
                stamps=(stamp,) if number in history.stamped else (),
            ),
            items=tuple(items),
            events=(returned,) if state == "returned" else (),
        )


def within(one: str, other: str) -> bool:
    """Whether one of the two is the other or a part of it."""
    return (one + "/").startswith(other + "/") or (other + "/").startswith(one + "/")


@dataclass(frozen=True)
class _Edge:
    old: str
    new: str
    settled: bool
    happened: bool | None
    too_old: bool = False
    dated: bool = False
    sure: bool = True


class Oracle:
    """Judges one history, slowly and plainly."""

    def __init__(self, history: History) -> None:
        self.history = history

    def _claims(self, old: str) -> Iterator[tuple[str, date | None, bool]]:
        for each, new, day in self.history.annotations:
            state = self.history.state[schedule_number(new)]
            if each == old and state != "returned" and not within(old, new):
                days = [each for each in (day, state) if isinstance(each, date)]
                yield new, max(days, default=None), True
        for new, each in self.history.citations:
            state = self.history.state[schedule_number(new)]
            if each == old and state not in ("returned", "unseen") and not within(old, new):
                yield new, state if isinstance(state, date) else None, state != "not-shown"

    def own_edges(self, old: str) -> list[_Edge]:
        edges = []
        claims = list(self._claims(old))
        for new in sorted({claim[0] for claim in claims}):
            mine = [claim for claim in claims if claim[0] == new]
            days = [day for _, day, _ in mine if day]
            settled = any(sure for _, _, sure in mine)
            theirs, ours = self.history.state[schedule_number(new)], self.history.state[schedule_number(old)]
            too_old = isinstance(theirs, date) and theirs < (
                ours if isinstance(ours, date) else date(1989, 10, 1)
            )
            too_old, settled = settled and too_old, settled and not too_old
            day = self.history.day
            happened: bool | None = True
            if day and days:
                happened = min(days) <= day
            elif day:
                happened = False if day < date(1989, 10, 1) else None
            edges.append(
                _Edge(old=old, new=new, settled=settled, happened=happened, too_old=too_old, dated=bool(days))
            )
        return edges

    def edges(self, old: str) -> list[_Edge]:
        """Own ones, else those of the nearest item above, else those of schedules that sweep all earlier ones."""
        item = old
        while True:
            if found := self.own_edges(old):
                return found if old == item else self.paired(item, old, found)
            if old.count("/") < 2:
                return self.swept(item)
            old = old.rsplit("/", 1)[0]

    def paired(self, item: str, group: str, found: list[_Edge]) -> list[_Edge]:
        """Two successors that are written on a group of two items may be meant one each."""
        written = [new for old, new, _ in self.history.annotations if old == group]
        order = [new for new in dict.fromkeys(written) if new in {edge.new for edge in found}]
        if len(found) != 2 or len(order) != 2 or self.history.state[schedule_number(group)] == "unseen":
            return found
        mine = order["ab".index(item[-1])]
        return [edge if edge.new == mine else replace(edge, sure=False) for edge in found]

    def swept(self, old: str) -> list[_Edge]:
        mine = self.history.state[schedule_number(old)]
        edges = []
        for number in sorted(set(self.history.sweeping)):
            theirs = self.history.state[number]
            if mine in ("unseen", "returned") or number == schedule_number(old) or isinstance(theirs, str):
                continue
            if theirs > (mine if isinstance(mine, date) else date(1989, 10, 1)):
                day = self.history.day
                happened = day is None or theirs <= day
                edges.append(
                    _Edge(old=old, new=schedule(number), settled=False, happened=happened, dated=True)
                )
        return edges

    def keeps_older(self, item: str) -> bool:
        """Whether an item that was superseded still governs the records made before."""
        settled = [edge.new for edge in self.edges(item) if edge.settled and edge.happened]
        spared = [new for new in settled if {new, new.rsplit("/", 1)[0]} & self.exempt]
        return bool(settled) and (not self.history.retroactive or len(spared) == len(settled))

    @property
    def exempt(self) -> set[str]:
        """The items whose words a document shows."""
        return {item for item in self.history.exempt if self.history.state[schedule_number(item)] != "unseen"}

    def onward(self, item: str, *, old_too: bool = False) -> list[str]:
        found = self.edges(item)
        found = [edge for edge in found if edge.happened and edge.sure]
        return [edge.new for edge in found if edge.settled or (old_too and edge.too_old)]

    def paths(self, item: str, *, old_too: bool = False, through_parts: bool = False) -> Iterator[list[str]]:
        """Every path along settled successions, up to and with the first repetition.

        `through_parts` goes on from an item that is superseded only in its parts, all of them, to these.
        """
        waiting = [[item]]
        while waiting:
            path = waiting.pop()
            following = self.onward(path[-1], old_too=old_too)
            if (
                through_parts
                and not following
                and path[-1].count("/") == 1
                and self.verdict(path[-1]) == "superseded"
            ):
                following = [f"{path[-1]}/a", f"{path[-1]}/b"]
            if not following or path[-1] in path[:-1]:
                yield path
                continue
            waiting += [[*path, new] for new in following]

    def in_circle(self, item: str) -> bool:
        holder = item.rsplit("/", 1)[0] if item.count("/") == 2 else item
        return any(item in path[1:] or holder in path[1:] for path in self.paths(item, old_too=True))

    def verdict(self, item: str) -> str:
        if item.count("/") == 1 and not self.own_edges(item):
            return self.of_parts(item)
        return self.of_item(item)

    def of_parts(self, item: str) -> str:
        parts = [f"{item}/a", f"{item}/b"]
        if self.history.state[schedule_number(item)] == "unseen":
            parts = [part for part in parts if self.named(part)]
            found = {self.of_item(part) for part in parts}
            if not found:
                return self.of_item(item)
            found |= {self.of_item(item)}
        else:
            found = {self.of_item(part) for part in parts}
        found = found - {"never-approved"} or found
        if len(found) == 1:
            return found.pop()
        if found <= {"superseded", "inactive"}:
            return "superseded"
        if found & {"superseded", "inactive", "partially-superseded"}:
            return "partially-superseded"
        return "indeterminate"

    def names_a_refused_one(self, item: str) -> bool:
        """Whether an annotation of its own schedule gives it a successor that was never approved."""
        return any(
            old == item and self.history.state[schedule_number(new)] == "returned"
            for old, new, *_ in self.history.annotations
        )

    def named(self, item: str) -> bool:
        return any(old == item for _, old in self.history.citations)

    def of_item(self, item: str) -> str:
        number = schedule_number(item)
        state, day = self.history.state[number], self.history.day
        edges = self.edges(item)
        settled = [edge for edge in edges if edge.settled and edge.happened]
        if state == "returned":
            return "indeterminate" if settled else "never-approved"
        if self.in_circle(item):
            return "indeterminate"
        if settled:
            return "partially-superseded" if self.keeps_older(item) else "superseded"
        open_edges = [edge for edge in edges if edge.happened is None or (edge.happened and not edge.settled)]
        if state == "unseen":
            return "indeterminate" if open_edges else "unseen"
        undated = any(edge.happened is None for edge in edges)
        if number in self.history.stamped and not undated:
            if day is None:
                return "indeterminate" if self.names_a_refused_one(item) else "inactive"
            if not any(edge.dated for edge in edges):
                return "indeterminate"
        if isinstance(state, date) and day and state > day:
            return "proposed"
        if open_edges or state == "not-shown":
            return "indeterminate"
        return "active"

    def certain_ends(self, item: str) -> set[str]:
        """The last authorities of all paths of a superseded item, without circles, and those that keep older records."""
        paths = [path for path in self.paths(item, through_parts=True) if len(path) > 1]
        last = {path[-1] for path in paths if path[-1] not in path[:-1]}
        return last | {each for path in paths for each in path[1:] if self.keeps_older(each)}
