"""Where something is written, in words: the quote, the document, the page."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from schedgraph.graph.wording.plain import plain, quoted

if TYPE_CHECKING:
    from schedgraph.graph.statements import Statement

RULES = {
    "annotation": "an annotation on its own schedule names the successor",
    "notice": "a notice of the National Archives names the successor",
    "successor-citation": "the later schedule cites it as superseded (36 CFR 1225.26)",
    "crosswalk": "a published crosswalk or transmittal says so",
    "correction": "a correction says so",
    "statement-elsewhere": "another document says so",
    "all-schedules": "a later schedule says that it replaces all earlier ones of its agency",
}
"""What the rules of succession mean."""

VERDICTS = {
    "active": "approved, and nothing the corpus knows supersedes it",
    "superseded": "a later authority took its place",
    "partially-superseded": "a later authority took the place of some of it",
    "inactive": "declared dead, and no successor is named",
    "never-approved": "withdrawn, not approved or returned: it confers nothing",
    "rescinded": "approved once and then taken back",
    "proposed": "submitted, and no decision is shown",
    "indeterminate": "the evidence conflicts or does not suffice",
    "unseen": "only cited; the corpus holds no document of it",
}
"""What the verdicts mean."""


def rule_in_words(rule: str) -> str:
    """What a rule of succession means."""
    return RULES.get(rule, rule.replace("-", " "))


def place(statement: "Statement", documents: Mapping[str, str]) -> str:
    """What a statement quotes and where it stands; for a shipped fact, the source that the row names."""
    evidence = statement.evidence
    if statement.source == "fact":
        *_, note = cells = evidence.quote.split("\t")
        said = note or " · ".join(cell for cell in cells if cell)
        table = statement.document.removeprefix("fact:")
        return f"{quoted(said)} — {plain(table)}, source: {plain(statement.printed or 'not named')}"
    name = plain(documents.get(statement.document, statement.document))
    if statement.source == "correction":
        return f"{quoted(evidence.quote)} — {name}"
    if not evidence.quote:
        return f"{plain(statement.predicate)}: {quoted(statement.object)} — {name}"
    confidence = statement.read_confidence
    sure = "" if confidence >= 1 else f", confidence {confidence:.0%}"
    return f"{quoted(evidence.quote)} — {name}, page {evidence.page}{sure}"


def place_in(evidence: Mapping[str, Any] | None, document: str) -> str:
    """The same for the evidence of a transcript."""
    if not evidence or not evidence["quote"]:
        return f"in {plain(document)}"
    return f"{quoted(evidence['quote'], 160)} — {plain(document)}, page {evidence['page']}"
