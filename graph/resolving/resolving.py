"""Resolves everything: schedule by schedule from the ends of the lineages, so that each way is gone once."""

from collections.abc import Hashable, Sequence

from schedgraph.graph.casefile import above
from schedgraph.graph.conclusions.leaning import region
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.resolving.bare import Bare
from schedgraph.graph.resolving.case import BareCase
from schedgraph.graph.resolving.circles import from_the_ends
from schedgraph.graph.resolving.fence import Unlike, judged_alike
from schedgraph.graph.resolving.following import Following, Place, Resolved
from schedgraph.graph.resolving.kinds import Kind, kind_of, kind_of_group
from schedgraph.graph.resolving.likeness import Level, Likeness, Region
from schedgraph.graph.rules.book import deciding
from schedgraph.graph.scope import annotated_beside, possible_successions
from schedgraph.graph.statements import RECORD_GROUP, RELATIONS
from schedgraph.graph.verdict import Bench
from schedgraph.parser.uncollected import without_collection


def resolve(ledger: Ledger) -> dict[str, Resolved]:
    """The verdict and the ends of every authority that a statement in force names, by today's knowledge.

    Of one state of the ledger; nothing is written. Raises UnheardError where a rule reads what no rule says it reads.
    """
    with ledger.snapshot(), without_collection():
        return Resolving(Bare(ledger.connection)).all()


class Resolving:
    """Everything that is known while all authorities are resolved.

    `kinds` are the judgements that hold for all of a likeness, or why there is none;
    `alone` tells how many authorities were judged for themselves.
    """

    def __init__(self, bare: Bare) -> None:
        self._bare = bare
        self._likeness = Likeness(bare)
        self._case = BareCase(bare)
        self._bench = Bench(self._case, None, deciding())
        claimed = {each.new for claims in bare.claims.values() for each in claims}
        self._following = Following(self._bench, claimed | {each.object for each in bare.others})
        self.kinds: dict[Hashable, Kind | Unlike] = {}
        self.alone = 0
        self._plain: dict[int, Place] = {}
        self._groups: dict[Hashable, Kind] = {}

    @property
    def walked(self) -> int:
        """How many lineages were walked each for itself."""
        return self._following.walked

    def all(self) -> dict[str, Resolved]:
        """Every authority with its verdict and its ends."""
        regions = self._likeness.regions
        for part in from_the_ends(self._onward()):
            if part.is_circle:
                members = [regions[name] for name in part.nodes]
                for each in members:
                    each.is_circular = True
                places = {name: place for each in members for name, place in self._places(each).items()}
                self._following.resolve_circle(places)
            else:
                self._following.resolve(self._places(regions[part.nodes[0]]))
        return self._following.found

    def _onward(self) -> dict[str, tuple[str, ...]]:
        """The regions to which lineages lead from each: by a claim, by identity or membership, over a record group."""
        regions, of = self._likeness.regions, self._likeness.region_of
        found: dict[str, set[str]] = {name: set() for name in regions}
        for old, claims in self._bare.claims.items():
            onward = found[of[old].name]
            for each in claims:
                onward.add(of[each.new].name)
        swept: dict[str, set[str]] = {}
        for other in self._bare.others:
            if other.subject.startswith(RECORD_GROUP):
                swept.setdefault(other.subject, set()).add(region(other.object))
            elif other.predicate in RELATIONS:
                found[of[other.subject].name].add(of[other.object].name)
                found[of[other.object].name].add(of[other.subject].name)
        for one in regions.values():
            found[one.name] |= swept.get(one.group, set()) & regions.keys()
        return {name: tuple(onward) for name, onward in found.items()}

    def _places(self, mine: Region) -> dict[str, Place]:
        """What is known of each authority of a schedule before its lineage is followed, the parts of a group before it."""
        levels = self._levels(mine)
        parts: dict[str, list[str]] = {}
        for each in reversed(mine.identifiers):
            parent = mine.parents.get(each)
            if parent is not None:
                parts.setdefault(parent, []).append(each)
        found: dict[str, Place] = {}
        plain, groups, parents = self._plain, self._groups, mine.parents
        standings, kinds, is_odd, is_circular = mine.standings, self.kinds, mine.is_odd, mine.is_circular
        for each in reversed(mine.identifiers):
            standing = standings.get(each)
            told = levels.get(each)
            if standing is None or is_odd or (told is not None and is_circular):
                found[each] = self._alone(each)
                continue
            under: Sequence[str] = self._shown(parts[each]) if each in parts else ()
            key: Hashable = standing if not under else (standing, "group")
            targets: Sequence[str] = ()
            if told is None:
                if not under and (place := plain.get(standing)) is not None:
                    found[each] = place
                    continue
                kind = kinds[key] if key in kinds else self._judged(key, each, (), under)
            else:
                kind, targets = self._replaced(mine, each, key, told, under)
            if isinstance(kind, Unlike) or (kind.is_guess and annotated_beside(self._bench, each)):
                found[each] = self._alone(each)
                continue
            if under and not kind.is_whole:
                verdicts = frozenset([found[part].kind.verdict for part in under])
                shown = self._bare.shown
                is_shown = any(shown[part] for part in under)
                group = (kind.verdict, verdicts, is_shown, each in parents)
                if group not in groups:
                    groups[group] = kind_of_group(each, kind.verdict, verdicts, shown=is_shown)
                kind = groups[group]
                targets = ()
            found[each] = place = Place(kind, targets, under)
            if told is None and not under and not kind.is_guess:  # then it is the same for all
                plain[standing] = place
        return found

    def _levels(self, mine: Region) -> dict[str, tuple[Level, ...]]:
        """The claims on each authority and on what holds it, where there are any, the nearest first."""
        claims, parents, depths = self._bare.claims, mine.parents, mine.depths
        found: dict[str, tuple[Level, ...]] = {}
        for each in mine.identifiers:
            told: tuple[Level, ...] = ()
            if found:
                holder = parents.get(each)
                while holder is not None and holder not in found:
                    holder = parents.get(holder)
                if holder is not None:
                    told = found[holder]
            if each in claims:
                found[each] = ((depths.get(each, 0), claims[each]), *told)
            elif told:
                found[each] = told
        return found

    def _replaced(
        self, mine: Region, identifier: str, standing: Hashable, told: Sequence[Level], parts: Sequence[str]
    ) -> tuple[Kind | Unlike, Sequence[str]]:
        """The kind of an authority that is said to be replaced, or to lie in such a one, with its successors.

        It is like others by as many of the claims as the rules ask for, the nearest first.
        """
        kinds = self.kinds
        for last in range(1, len(told) + 1):
            key, targets = self._likeness.likeness(mine, standing, told[:last])
            if key in kinds:
                kind = kinds[key]
            else:
                outermost = told[last - 1][0]
                uncompared = above(identifier)[::-1][:outermost]
                kind = self._judged(key, identifier, targets, parts, uncompared)
            if kind is not Unlike.CLAIMS_ABOVE:
                return kind, targets
        key = (key, "nothing else above")
        return kinds[key] if key in kinds else self._judged(key, identifier, targets, parts), targets

    def _judged(
        self,
        key: Hashable,
        identifier: str,
        targets: Sequence[str],
        parts: Sequence[str],
        uncompared: Sequence[str] = (),
    ) -> Kind | Unlike:
        """The kind of all that are like `identifier`, found by judging it; or why it would not hold for all."""
        found = judged_alike(self._bench, self._case, self._likeness, identifier, targets, uncompared)
        if isinstance(found, Unlike):
            kind: Kind | Unlike = found
        else:
            judgement, whole = found
            kind = kind_of(judgement, targets, is_whole=whole, with_parts=bool(parts) and whole)
        self.kinds[key] = kind
        return kind

    def _alone(self, identifier: str) -> Place:
        """What the full rules say of an authority for itself."""
        self.alone += 1
        judgement = self._bench.judge(identifier)
        told = possible_successions(self._bench, judgement) or judgement.successions
        targets = tuple(dict.fromkeys(each.new for each in (*told, *judgement.successions)))
        kind = kind_of(judgement, targets, told, with_parts=bool(judgement.children))
        return Place(kind, targets, judgement.children)

    def _shown(self, under: Sequence[str]) -> list[str]:
        """The parts that count: what a document shows, or a succession names."""
        shown = self._bare.shown
        return [each for each in under if shown[each] or self._bench.is_told_of(each)]
