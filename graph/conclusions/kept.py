"""Reads kept answers, where they are as good as new: drawn by the rules in force, of the ledger as it stands."""

from datetime import date

from schedgraph.graph.answers import Lookup
from schedgraph.graph.conclusions.edition import EDITION
from schedgraph.graph.conclusions.packing import numbers_in, unpacked
from schedgraph.graph.conclusions.table import AnswerTable
from schedgraph.graph.ledger import Ledger


class KeptAnswers:
    """The kept answers of a store. To be asked within a snapshot of its ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._table = AnswerTable(ledger.connection)
        self._version: int | None = None
        self._holds = False

    def answer(self, query: str, identifier: str, version: int) -> Lookup | None:
        """The answer for all that the corpus knows; None where it is not kept, or something has changed since.

        `version` is the number of the snapshot.
        """
        if version != self._version:
            self._version, self._holds = version, is_current(self._ledger)
        row = self._table.find(identifier) if self._holds else None
        if row is None:
            return None
        numbers, fields = numbers_in(row[1])
        statements = self._ledger.statements.numbered(numbers)
        documents = self._ledger.names_of({each.document for each in statements})
        return unpacked(query, identifier, row[0], fields, statements, documents)


def is_current(ledger: Ledger) -> bool:
    """Whether answers that are kept hold: by these rules, to this day, without a change that nobody took notice of."""
    table = AnswerTable(ledger.connection)
    if not table.is_made or not ledger.changes.is_followed or ledger.changes.any:
        return False
    state = table.state()
    return state.get("edition") == EDITION and date.today().isoformat() < state.get("until", "9999")
