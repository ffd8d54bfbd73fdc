"""The ledger as a case file that reads whole regions at once: what draws many answers asks about all of a schedule."""

from bisect import bisect_left
from collections import defaultdict

from schedgraph.graph.conclusions.leaning import HEARD, region
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.ledger.statement_table import Row, statement
from schedgraph.graph.statements import RECORD_GROUP, Statement


class _Region:
    """The rows about and naming everything in one region, as statements only where they are asked for."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        table = ledger.statements
        self.about: defaultdict[str, list[Row]] = defaultdict(list)
        self.naming: defaultdict[str, list[Row]] = defaultdict(list)
        for row in table.rows_about(name, name + "0"):
            if region(row[0]) == name:
                self.about[row[0]].append(row)
        for row in table.rows_naming(name, name + "0", HEARD):
            if region(row[2]) == name:
                self.naming[row[2]].append(row)
        named = (each for each in table.named_between(name, name + "0") if region(each) == name)
        self.identifiers = sorted({*self.about, *named})


class RegionCase:
    """What the ledger says, of those who name an authority only what is heard (`leaning.HEARD`).

    For one state of the ledger: it must not change meanwhile.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._regions: dict[str, _Region] = {}
        self._about: dict[str, tuple[Statement, ...]] = {}
        self._naming: dict[str, tuple[Statement, ...]] = {}
        self._known: dict[int, Statement] = {}
        self._numbers: dict[int, int] = {}

    def about(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._about:
            self._about[identifier] = self._said(self._region(identifier).about.get(identifier, []))
        return self._about[identifier]

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._naming:
            self._naming[identifier] = self._said(self._region(identifier).naming.get(identifier, []))
        return self._naming[identifier]

    def below(self, identifier: str) -> tuple[str, ...]:
        every = self._region(identifier).identifiers
        found = every[bisect_left(every, identifier + "/") : bisect_left(every, identifier + "0")]
        if identifier.startswith("DAA-") and identifier.count("-") == 3:
            found = every[bisect_left(every, identifier + "-") : bisect_left(every, identifier + ".")] + found
        return tuple(found)

    def authorities(self, name: str) -> list[str]:
        """The authorities in a region of which anything is said."""
        return [each for each in self._region(name).identifiers if not each.startswith(RECORD_GROUP)]

    def number(self, said: Statement) -> int:
        """The number of the row behind a statement that this case file gave."""
        return self._numbers[id(said)]

    def _region(self, identifier: str) -> _Region:
        name = region(identifier)
        if name not in self._regions:
            self._regions[name] = _Region(self._ledger, name)
        return self._regions[name]

    def _said(self, rows: list[Row]) -> tuple[Statement, ...]:
        found = []
        for row in rows:
            number = row[5]
            if number not in self._known:
                # Kept here as long as its number is known by its place in memory.
                self._known[number] = statement(row[:5])
                self._numbers[id(self._known[number])] = number
            found.append(self._known[number])
        return tuple(found)
