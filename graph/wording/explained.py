"""An explanation in words: the verdict, what carries it and what would be said without it, the rules, the query."""

from collections.abc import Mapping

from schedgraph.graph.explanation import Explanation, Reason
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import VERDICTS, place
from schedgraph.graph.wording.plain import plain, shortened


def explained_lines(explanation: Explanation, paper: Paper) -> list[str]:
    """The explanation as lines of text."""
    answer = explanation.answer
    on = f" on {answer.as_of}" if answer.as_of else ""
    verb = "was" if answer.as_of else "is"
    lines = [paper.heading(f"{answer.id} {verb} {answer.verdict.upper().replace('-', ' ')}{on}.")]
    lines += paper.wrap(f"That is: {VERDICTS[answer.verdict]}.", 2)
    lines += ["", paper.heading("Evidence: without any one of these the verdict would be another")]
    if not explanation.evidence:
        lines += paper.wrap("None: it follows from what the corpus does not say.", 2)
    for number, reason in enumerate(explanation.evidence, start=1):
        lines += _reason(number, reason, answer.documents, paper)
    if explanation.lineage_evidence:
        lines += ["", paper.heading("Lineage: without any one of these it would end elsewhere")]
        first = len(explanation.evidence) + 1
        for number, reason in enumerate(explanation.lineage_evidence, start=first):
            lines += _reason(number, reason, answer.documents, paper)
    if answer.conflicts:
        lines += ["", paper.heading("Conflicts")]
        for each in answer.conflicts:
            lines += paper.wrap(f"- {plain(each.message)} [{each.code}]", 2, 4)
    if corrected := [each for each in answer.caveats if each.code == "corrected"]:
        lines += ["", paper.heading("Corrected")]
        for each in corrected:
            lines += paper.wrap(f"- {plain(each.message)}", 2, 4)
    lines += ["", paper.heading("Rules")]
    for rule in explanation.rules:
        lines += paper.wrap(f"{rule.name}: {rule.says} ({rule.source})", 2, 4)
    lines += ["", paper.heading("The same in SPARQL")]
    for query in explanation.sparql:
        lines += [f"  {line}" for line in query.splitlines()]
    return lines


def said(statement: Statement) -> str:
    """What a statement says, as a sentence."""
    predicate = statement.predicate.replace("-", " ")
    value = (
        plain(statement.object)
        if statement.predicate in RELATIONS
        else f"“{shortened(statement.object, 80)}”"
    )
    since = f", {statement.dated}" if statement.dated else ""
    return f"{statement.subject}: {predicate} {value}{since}"


def _reason(number: int, reason: Reason, documents: Mapping[str, str], paper: Paper) -> list[str]:
    together = "all of these together" if len(reason.statements) > 1 else "this"
    without = reason.without.upper().replace("-", " ")
    if reason.ends_without is not None:
        without = f"it ends with {', '.join(reason.ends_without) or 'no authority'}"
    lines = paper.wrap(f"{number}. Rule {reason.rule}; without {together}: {without}", 2, 5)
    for each in reason.statements:
        lines += paper.wrap(said(each), 5, 7)
        lines += paper.wrap(place(each, documents), 7, 9)
    return lines
