"""The ledger as a case file that reads whole regions at once: what draws many answers asks about all of a schedule."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import itemgetter

from schedgraph.graph.conclusions.leaning import HEARD_WHERE_PROPOSED, heard_of, region
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.ledger.row_statement import RowStatement
from schedgraph.graph.ledger.statement_table import Row
from schedgraph.graph.statements import RECORD_GROUP, Statement


class _Region:
    """The rows about and naming everything in one region, as statements only where they are asked for."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        table = ledger.statements
        self.about = _by(itemgetter(0), table.rows_about(name, name + "0"), name)
        always = heard_of(name)
        naming = table.rows_naming(name, name + "0", always, HEARD_WHERE_PROPOSED)
        heard = (row for row in naming if row[1] in always or RowStatement(row).proposed)
        self.naming = _by(itemgetter(2), heard, name)
        named = (each for each in table.named_between(name, name + "0") if region(each) == name)
        self.identifiers = sorted({*self.about, *named})


def _by(authority: Callable[[Row], str], rows: Iterable[Row], name: str) -> dict[str, list[Row]]:
    """The rows by an authority that they name, without those of which it lies in another region."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[authority(row)].append(row)
    return {each: kept for each, kept in found.items() if region(each) == name}


class RegionCase:
    """What the ledger says, of those who name an authority only what is heard (`leaning.heard_of`, `HEARD_WHERE_PROPOSED`).

    For one state of the ledger: it must not change meanwhile.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._regions: dict[str, _Region] = {}
        self._about: dict[str, tuple[Statement, ...]] = {}
        self._naming: dict[str, tuple[Statement, ...]] = {}
        self._known: dict[int, RowStatement] = {}

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
        if isinstance(said, RowStatement):
            return said.number
        raise TypeError(f"{said.key} is no statement of this case file")

    def _region(self, identifier: str) -> _Region:
        name = region(identifier)
        if name not in self._regions:
            self._regions[name] = _Region(self._ledger, name)
        return self._regions[name]

    def _said(self, rows: Iterable[Row]) -> tuple[Statement, ...]:
        known = self._known
        found = []
        for row in rows:
            each = known.get(row[5])
            if each is None:
                each = known[row[5]] = RowStatement(row)
            found.append(each)
        return tuple(found)
