"""What the NOTICE on an older schedule decides: its two lists of items, and what neither of them names."""

from typing import TYPE_CHECKING

from schedgraph.graph.casefile import schedule_of, told
from schedgraph.graph.identity import is_same_or_below
from schedgraph.graph.rules.book import rule
from schedgraph.graph.rules.words import meaning

if TYPE_CHECKING:
    from schedgraph.graph.judgement import Verdict
    from schedgraph.graph.standing import Mark
    from schedgraph.graph.trial import Trial


@rule("notice-against-note")
def notice_against_note(trial: "Trial") -> "Verdict | None":
    """A NOTICE lists an item as active, and a note without a day names its successor; or both of its lists name it."""
    twice = [
        mark.statement for mark in trial.latest if mark.standing == "contradicted" and mark.on(trial.day)
    ]
    if twice:
        message = f"The notice lists {trial.identifier} as active and among the items that are not."
        trial.conflict(
            "notice-contradicts-itself",
            message,
            (*twice, *(said for each in trial.settled for said in each.statements)),
        )
        return "indeterminate"
    listed = [
        mark.statement for mark in trial.latest if mark.standing == "active" and _on_notice(trial, mark)
    ]
    if not listed or not trial.settled:
        return None
    if any(each.since or each.rule not in ("annotation", "notice") for each in trial.settled):
        return None
    held = max((each.known_by for each in listed if each.known_by), default=None)
    if held is None or any(each.known_by and each.known_by > held for each in trial.settled):
        return None
    named = ", ".join(sorted({each.new for each in trial.settled}))
    message = (
        f"The notice lists {trial.identifier} as active on {held}; a note that gives no day says that {named} took its "
        "place. One of them is wrong, or the note is younger."
    )
    trial.conflict(
        "notice-against-note",
        message,
        (*listed, *(said for each in trial.settled for said in each.statements)),
    )
    return "indeterminate"


def _on_notice(trial: "Trial", mark: "Mark") -> bool:
    forms = told(trial.case, schedule_of(trial.identifier), "form")
    return any(each.object == "notice" and each.document == mark.statement.document for each in forms)


@rule("left-out-of-notice")
def left_out_of_notice(trial: "Trial") -> "Verdict | None":
    """A NOTICE lists the items that may still be used: the remaining ones may not, whether or not it names them.

    It says so of its own day; before that day it says nothing.
    """
    schedule = schedule_of(trial.identifier)
    notices = {each.document for each in told(trial.case, schedule, "form") if each.object == "notice"}
    if not notices or trial.identifier == schedule:
        return None
    for document in sorted(notices):
        listed = [
            each
            for item in trial.case.below(schedule)
            for each in told(trial.case, item, "item-status")
            if each.document == document and not each.uncertain
        ]
        used = [each for each in listed if meaning("item", each.object) == "active"]
        names = {each.subject for each in listed}
        held = max((each.known_by for each in used if each.known_by), default=None)
        related = any(
            is_same_or_below(name, trial.identifier) or is_same_or_below(trial.identifier, name)
            for name in names
        )
        if not used or related or (trial.day and (held is None or trial.day < held)):
            continue
        message = (
            f"A notice lists the items that may still be used, and {trial.identifier} is not among them."
        )
        trial.conflict("left-out-of-notice", message, used)
        return "inactive"
    return None
