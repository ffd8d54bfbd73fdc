"""What authorities are alike: all that the rules can read of them is the same, but for names and for days.

Two authorities stand alike if the same is said of them, of what holds them and of their schedules, by as many documents
in the same way, and if the days in it follow each other in the same order. Rules compare days and never count them.
Of authorities of which something is said that concerns others as well (`rules.heard.seldom`) nothing is alike.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from schedgraph.graph.casefile import above, is_below
from schedgraph.graph.conclusions.leaning import region
from schedgraph.graph.identity import is_general
from schedgraph.graph.resolving.bare import Bare, Claim, Said
from schedgraph.graph.statements import RECORD_GROUP, record_group_subject
from schedgraph.parser.authority.number import parse_identifier

DAYS = frozenset({"approved"})
"""Predicates whose words are a day."""

Level = tuple[int, Sequence[Claim]]
"""How deep an authority lies in its schedule, and who is said to have replaced it."""


@dataclass(slots=True, eq=False)
class Region:
    """A schedule with all its items. `is_odd` where nothing in it is compared.

    `parents` gives the authority above each (also of those that hold one and are named by nothing themselves), `depths`
    how deep it lies, `standings` a number that those have in common that stand alike; an authority whose number is none
    has none of them. `days` are all days that are told, in order, `sources` the documents that tell anything, counted.
    """

    name: str
    number: int
    identifiers: list[str] = field(default_factory=list)
    group: str = RECORD_GROUP
    is_odd: bool = False
    is_circular: bool = False
    days: tuple[str, ...] = ()
    sources: dict[int, int] = field(default_factory=dict)
    standings: dict[str, int] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)


class Likeness:
    """The regions of a ledger, and what is alike in them."""

    def __init__(self, bare: Bare) -> None:
        self._bare = bare
        self.regions: dict[str, Region] = {}
        self.region_of: dict[str, Region] = {}
        self._numbers: dict[Hashable, int] = {}
        self._above: dict[tuple[str, str], tuple[str, ...] | None] = {}
        self._patterns: dict[Hashable, int] = {}
        self._part()
        odd = self._odd()
        for each in self.regions.values():
            self._compare(each, odd)

    def likeness(
        self, mine: Region, standing: Hashable, levels: Sequence[Level]
    ) -> tuple[Hashable, Sequence[str]]:
        """What an authority of a region has in common with those like it, and its successors in the order of that.

        `levels` are the claims on it and on what holds it.
        """
        of = self.region_of
        if len(levels) == 1 and len(levels[0][1]) == 1:
            depth, (claim,) = levels[0]
            new = claim.new
            theirs = of[new]
            place = (mine.number, theirs.number, id(claim.wording), claim.source)
            pattern = self._patterns.get(place)
            if pattern is None:
                pattern = self._patterns[place] = self._pattern(mine, [claim])
            key = (
                standing,
                depth,
                claim.cites,
                claim.wording.manner,
                theirs.standings.get(new, new),
                pattern,
            )
            return key, (new,)
        claims = [each for _, some in levels for each in some]
        if len(levels) == 1:
            claims.sort(
                key=lambda each: (each.cites, str(of[each.new].standings.get(each.new, each.new)), each.new)
            )
            levels = ((levels[0][0], claims),)
        targets = {new: place for place, new in enumerate(dict.fromkeys(each.new for each in claims))}
        told = tuple(
            (depth, each.cites, each.wording.manner, targets[each.new])
            for depth, some in levels
            for each in some
        )
        known = tuple(of[new].standings.get(new, new) for new in targets)
        inside = tuple(
            (targets[one], targets[other]) for one in targets for other in targets if is_below(one, other)
        )
        return (standing, told, known, inside, self._pattern(mine, claims)), tuple(targets)

    def _part(self) -> None:
        current, prefix = None, "\0"
        regions, region_of = self.regions, self.region_of
        for each in self._bare.identifiers:
            if not each.startswith(prefix):
                name = region(each)
                current = regions.get(name)
                if current is None:
                    current = regions[name] = Region(name, len(regions))
                prefix = name + ("-" if name.startswith("DAA-") else "/")
            assert current is not None  # noqa: S101 (nothing begins with the first prefix)
            current.identifiers.append(each)
            region_of[each] = current

    def _odd(self) -> set[str]:
        """The regions and record groups of which something is said that concerns others, or can be read in several ways."""
        odd = {region(name) for each in self._bare.others for name in (each.subject, each.object)}
        for old, claims in self._bare.claims.items():
            for each in claims:
                if each.wording.is_one_of_several:
                    odd |= {region(old), region(each.new)}
        return odd

    def _compare(self, mine: Region, odd: set[str]) -> None:
        number = parse_identifier(mine.name)
        if number and number.record_group:
            mine.group = record_group_subject(number.record_group)
        mine.is_odd = number is None or mine.name in odd or mine.group in odd
        said, shown = self._bare.said, self._bare.shown
        earliest = number.earliest_date() if number else None
        days = {earliest.isoformat()} if earliest else set()
        looked_at = set()
        for each in mine.identifiers:
            told = said.get(each)
            if told is not None and id(told) not in looked_at:
                looked_at.add(id(told))
                for one in told:
                    days.update(_days(one))
                    mine.sources.setdefault(one.source, len(mine.sources))
            for source in shown.get(each, ()):
                if source not in mine.sources:
                    mine.sources[source] = len(mine.sources)
        mine.days = tuple(sorted(days))
        if number is None or mine.is_odd:
            return
        places = {day: place for place, day in enumerate(mine.days)}
        start = places.get(earliest.isoformat()) if earliest else None
        root = self._numbered(("schedule", number.family, is_general(mine.name), start))
        self._stand(mine, number.family, root, places)

    def _stand(self, mine: Region, family: str, root: int, places: dict[str, int]) -> None:
        name, standings, parents, depths = mine.name, mine.standings, mine.parents, mine.depths
        said, shown, lines = self._bare.said, self._bare.shown, self._above
        begin = len(name)
        alike: dict[Hashable, int] = {}
        held: dict[str, int] = {}

        def stand(identifier: str, before: int) -> int:
            told, by = said.get(identifier), shown.get(identifier)
            key = (before, by, id(told))
            found = alike.get(key)
            if found is None:
                found = alike[key] = self._numbered(self._content(mine, before, by or (), told or (), places))
            return found

        def holder(path: str, line: tuple[str, ...]) -> int:
            """The standing of what holds an authority, be it named anywhere or not."""
            if path not in held:
                if line:
                    parents[name + path] = name + line[0]
                held[path] = stand(name + path, holder(line[0], line[1:]) if line else root)
            return held[path]

        for each in mine.identifiers:
            path = each[begin:]
            place = (family, path)
            line = lines[place] if place in lines else lines.setdefault(place, self._line(name, each))
            if line is None:
                continue
            if line:
                parent = line[0]
                before = held[parent] if parent in held else holder(parent, line[1:])
                parents[each] = name + parent
            else:
                before = root
            depths[each] = len(line)
            held[path] = standings[each] = stand(each, before)

    def _line(self, name: str, identifier: str) -> tuple[str, ...] | None:
        """What lies above an authority, as paths below its schedule: the same for every schedule of a family."""
        line = above(identifier)
        if identifier == name:
            return ()
        if not line or line[-1] != name or not all(each.startswith(name) for each in line):
            return None
        return tuple(each[len(name) :] for each in line)

    def _content(
        self,
        mine: Region,
        before: int,
        by: Iterable[int],
        told: Iterable[Said],
        places: dict[str, int],
    ) -> Hashable:
        sources = mine.sources
        said = [
            (
                each.predicate,
                places[each.object] if each.predicate in DAYS else each.object,
                each.wording.manner,
                places.get(each.wording.dated or "", -1),
                places.get(each.wording.known_by or "", -1),
                sources[each.source],
            )
            for each in told
        ]
        return (before, tuple(sorted(sources[each] for each in by)), tuple(sorted(said, key=repr)))

    def _pattern(self, mine: Region, claims: Sequence[Claim]) -> int:
        """How the days and documents of a schedule, of claims on it and of its successors' schedules lie to each other."""
        others = [self.region_of[each.new] for each in claims]
        told = [(each.wording.dated, each.wording.known_by) for each in claims]
        days = {*mine.days, *(day for each in others for day in each.days)}
        days.update(day for pair in told for day in pair if day)
        places: dict[str | None, int] = {day: place for place, day in enumerate(sorted(days))}
        return self._numbered(
            (
                tuple(places[day] for day in mine.days),
                tuple(
                    (
                        places.get(dated, -1),
                        places.get(known, -1),
                        tuple(places[day] for day in other.days),
                        mine.sources.get(claim.source, -1),
                        other.sources.get(claim.source, -1),
                        tuple(other.sources.get(source, -1) for source in mine.sources),
                    )
                    for claim, other, (dated, known) in zip(claims, others, told, strict=True)
                ),
            )
        )

    def _numbered(self, content: Hashable) -> int:
        return self._numbers.setdefault(content, len(self._numbers))


def _days(said: Said) -> Iterable[str]:
    if said.predicate in DAYS:
        yield said.object
    if said.wording.dated:
        yield said.wording.dated
    if said.wording.known_by:
        yield said.wording.known_by
