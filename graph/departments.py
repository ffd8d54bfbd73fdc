"""Which department a record group belonged to on a day, with the statement that says so."""

from datetime import date

from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.statements import Statement, record_group_subject


def department(case: CaseFile, record_group: str, day: date | None) -> Statement | None:
    """The statement that gives the department of a record group on a day (None: today); None if it is not known."""
    on = day or date.today()
    told = [each for each in case.about(record_group_subject(record_group)) if each.predicate == "department"]
    known = [each for each in told if each.dated is None or each.dated <= on]
    return max(known, key=lambda each: (each.dated or date.min, each.key), default=None)
