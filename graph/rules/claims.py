"""Who says that an authority was replaced: the annotation on it, a notice, its successor, a crosswalk, a memo.

Each rule tells whether a statement is a claim of its kind; a statement that no rule in force takes is no claim.
Where several name the same two authorities, the heavier one gives the succession its rule.
"""

from schedgraph.graph.casefile import CaseFile, schedule_of, told
from schedgraph.graph.rules.book import Law, rule
from schedgraph.graph.statements import Statement


def kind_of_claim(case: CaseFile, claim: Statement, law: Law) -> str | None:
    """The rule that takes the statement for a claim; None where none in force does."""
    return next((name for name, function in law.of("claim") if function(case, claim)), None)


@rule("correction")
def correction(case: CaseFile, claim: Statement) -> bool:
    """A person corrected what was read or published."""
    return claim.source == "correction"


@rule("annotation")
def annotation(case: CaseFile, claim: Statement) -> bool:
    """ "Superseded by job / item number: …", written on the old schedule."""
    return _by_itself(claim) and bool(_forms(case, claim) & {"SF-115", "ERA", "NA-1005"})


@rule("notice")
def notice(case: CaseFile, claim: Statement) -> bool:
    """The list of superseded items on a NOTICE cover sheet."""
    return _by_itself(claim) and "notice" in _forms(case, claim)


@rule("successor-citation")
def successor_citation(case: CaseFile, claim: Statement) -> bool:
    """Column 9, or the ERA field, of the successor."""
    return claim.source == "document" and claim.predicate == "supersedes"


@rule("crosswalk")
def crosswalk(case: CaseFile, claim: Statement) -> bool:
    """A published crosswalk, transmittal or memo, as a shipped fact."""
    return claim.source == "fact"


@rule("statement-elsewhere")
def statement_elsewhere(case: CaseFile, claim: Statement) -> bool:
    """Any other document that names both sides."""
    return _by_itself(claim) and not _forms(case, claim) & {"SF-115", "ERA", "NA-1005", "notice"}


def _by_itself(claim: Statement) -> bool:
    return claim.source == "document" and claim.predicate == "superseded-by"


def _forms(case: CaseFile, claim: Statement) -> set[str]:
    """The form of the document that says it, where it is a document of the old schedule."""
    return {
        each.object
        for each in told(case, schedule_of(claim.subject), "form")
        if each.document == claim.document
    }
