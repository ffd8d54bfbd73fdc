"""Which department a record group belonged to on a day, with the statement that says so."""

from datetime import date

from schedgraph.graph.casefile import CaseFile, told
from schedgraph.graph.statements import Statement, record_group_subject


def department(case: CaseFile, record_group: str, day: date | None) -> Statement | None:
    """The statement that gives the department of a record group on a day (None: today); None if it is not known."""
    on = day or date.today()
    said = told(case, record_group_subject(record_group), "department")
    known = [each for each in said if each.dated is None or each.dated <= on]
    return max(known, key=lambda each: (each.dated or date.min, each.key), default=None)
