"""What all evidence on an authority comes to. The rules are asked in the order of their weight; the first answer counts.

Order: what says that it was never approved; what replaced it; what declares it dead; what only proposes it;
what leaves its approval open; a strike, which proves little alone; and else it is active.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from schedgraph.graph.casefile import above, named, schedule_of, told
from schedgraph.graph.rules.book import rule
from schedgraph.graph.rules.marks import is_of_another
from schedgraph.graph.rules.notices import left_out_of_notice, notice_against_note
from schedgraph.graph.rules.words import meaning
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import Statement

if TYPE_CHECKING:
    from schedgraph.graph.judgement import Verdict
    from schedgraph.graph.standing import Mark
    from schedgraph.graph.succession import Succession
    from schedgraph.graph.trial import Trial

__all__ = ["decide", "left_out_of_notice", "notice_against_note"]


def decide(trial: "Trial") -> "tuple[str, Verdict]":
    """The verdict, and the rule that gave it."""
    for name, function in trial.law.of("decision"):
        verdict: Verdict | None = function(trial)
        if verdict is not None:
            return name, verdict
    raise AssertionError("the rule “active” always decides")


@rule("never-approved")
def never_approved(trial: "Trial") -> "Verdict | None":
    """Withdrawn, not approved or returned: it confers nothing, and nothing can supersede it.

    Who replaces a whole schedule that came back may mean the request, and who replaces one in its entirety need not
    mean the items that were refused in it; what is said of such an item itself leaves open whether it was refused.
    """
    refused = trial.approval.statements if trial.approval.state == "never-approved" else _refusals(trial)
    if not refused:
        return None
    if trial.settled:
        message = f"{trial.identifier} was never approved, yet it is said to be superseded."
        trial.conflict("never-approved-yet-superseded", message, (*refused, *_said(trial.settled)))
        return "never-approved" if _is_replaced_as_a_whole(trial) else "indeterminate"
    return "never-approved"


def _is_replaced_as_a_whole(trial: "Trial") -> bool:
    """Whether all that is said to be superseded is the schedule, and its documents agree on its approval."""
    schedule = schedule_of(trial.identifier)
    whole = all((each.written_for or each.old) == schedule for each in trial.settled)
    return whole and not trial.approval.disputed


def _refusals(trial: "Trial") -> tuple[Statement, ...]:
    found = [
        mark
        for mark in trial.marks
        if mark.standing == "never-approved"
        and mark.rule != "stamp"
        and (mark.rule != "item-status" or mark in trial.latest)
    ]
    trial.rests_on += [mark.rule for mark in found]
    return tuple(mark.statement for mark in found)


@rule("cycle")
def cycle(trial: "Trial") -> "Verdict | None":
    """Authorities that replace each other are neither of them current."""
    circle = [each for each in trial.happened if trial.leads_back(each)]
    if not circle:
        return None
    trial.conflict("cycle", f"The supersessions of {trial.identifier} lead back to itself.", _said(circle))
    return "indeterminate"


@rule("superseded")
def superseded(trial: "Trial") -> "Verdict | None":
    """A later approved authority for the same records takes the place of the older one.

    Where one source says so of all of it and another of a part, the part counts.
    """
    if not trial.settled:
        return None
    if trial.law.has("in-part") and all(each.partial and not each.excepted for each in trial.settled):
        return None
    if not any(each.target_certain for each in trial.settled):
        message = "It was replaced; by which of the successors named is not certain."
        trial.caveat("successor-not-certain", message)
    since = max((each.since for each in trial.settled if each.since), default=None)
    for mark in trial.latest:
        held = mark.statement.known_by
        if mark.standing == "active" and held and since and held >= since:
            message = (
                f"Its status was printed as “{mark.statement.object}” on {held}, after it was superseded."
            )
            trial.conflict("active-after-supersession", message, (mark.statement, *_said(trial.settled)))
    if not is_seen(trial.case, trial.identifier):
        trial.caveat("not-in-corpus", "No document of it is in the corpus; only others tell of it.")
    if trial.approval.state == "not-shown":
        trial.caveat("approval-not-shown", "Its document does not show the Archivist's approval.")
    if any(each.since is None for each in trial.settled):
        trial.caveat("undated", "The source does not say when it was superseded.", _said(trial.settled))
    spared = any(each.excepted for each in trial.settled)
    return "partially-superseded" if older_records_stay(trial) or spared else "superseded"


@rule("retroactivity")
def older_records_stay(trial: "Trial") -> bool:
    """Whether records made before the successor stay under the old authority (36 CFR 1226.14(d))."""
    if not trial.law.has("retroactivity"):
        message = "With the rule of retroactivity switched off, it still governs the records made before it was superseded."
        trial.caveat("not-retroactive", message, _said(trial.settled))
        return True
    trial.rests_on.append("retroactivity")
    exempt = [each for each in trial.settled if each.not_retroactive]
    if not exempt or len(exempt) < len(trial.settled):
        return False
    words = [said for each in exempt for said in each.not_retroactive]
    message = (
        "The successor says that it does not apply to older records (36 CFR 1226.14(d)); "
        f"{trial.identifier} still governs those."
    )
    trial.caveat("not-retroactive", message, [*_said(exempt), *words])
    return True


@rule("successor-unreadable")
def successor_unreadable(trial: "Trial") -> "Verdict | None":
    """An annotation whose number is lost still says that the item was superseded."""
    unreadable = [
        mark for mark in trial.marks if mark.standing == "superseded" and mark.on(trial.day) is not False
    ]
    if not unreadable:
        return None
    message = "An annotation says that it was superseded; the number of what replaced it cannot be read."
    trial.conflict("successor-unreadable", message, (mark.statement for mark in unreadable))
    return "superseded" if any(mark.on(trial.day) for mark in unreadable) else "indeterminate"


@rule("unseen")
def unseen(trial: "Trial") -> "Verdict | None":
    """What no document shows and no mark speaks of is only known by name."""
    if trial.is_seen or trial.marks:
        return None
    doubtful = trial.undated or trial.happened
    in_part = doubtful and all(each.partial and each.written_for is None for each in doubtful)
    if in_part and trial.law.has("partly-superseded"):
        return None
    if doubtful:
        if not trial.is_explained:
            named = ", ".join(sorted({each.new for each in doubtful}))
            message = f"{named} may have replaced it; the corpus does not settle it."
            trial.conflict("succession-not-settled", message, _said(doubtful))
        return "indeterminate"
    if trial.approval.state != "unseen":
        message = f"The corpus holds {schedule_of(trial.identifier)}, but no such item was read in it."
        trial.conflict("no-such-item", message, trial.approval.statements)
    return "unseen"


@rule("partly-superseded")
def partly_superseded(trial: "Trial") -> "Verdict | None":
    """A supersession in part leaves the rest in force, whatever a printed status says.

    Of an item in what was superseded in part it is not known whether the part includes it.
    """
    in_part = [each for each in trial.happened if each.partial]
    if not in_part:
        return None
    if any(each.written_for in (None, trial.identifier) for each in in_part):
        return "partially-superseded"
    whole = ", ".join(sorted({each.written_for for each in in_part if each.written_for}))
    message = f"Part of {whole} was superseded; whether that part includes {trial.identifier} is not known."
    trial.conflict("part-not-named", message, _said(in_part))
    return "indeterminate"


@rule("declared-dead")
def declared_dead(trial: "Trial") -> "Verdict | None":
    """A stamp, a status, column 10 or an annotation ends an item without naming a successor."""
    dead = [
        mark
        for mark in trial.marks
        if mark.standing in ("inactive", "rescinded") and (mark.rule != "item-status" or mark in trial.latest)
    ]
    if not dead or trial.undated:
        return None
    trial.rests_on += [mark.rule for mark in dead]
    certain = [mark for mark in dead if mark.on(trial.day)]
    if not certain:
        return _dead_on_a_day(trial, dead)
    if trial.refused_successors and all(mark.rule in ("stamp", "end-annotated") for mark in certain):
        # Whoever wrote or stamped so believed in a successor that never came to be; the conflict is told.
        return "indeterminate"
    alive = [mark for mark in trial.latest if mark.standing == "active"]
    only_stamped = {mark.rule for mark in certain} == {"stamp"}
    if alive and only_stamped:
        message = "A stamp declares all items dead, and a printed status says that this one is active."
        trial.conflict("stamp-against-status", message, (mark.statement for mark in (*certain, *alive)))
        return "indeterminate"
    if only_stamped:
        message = "A stamp says that all items are superseded, and nothing names what replaced this one."
        trial.conflict("stamp-without-successor", message, (mark.statement for mark in certain))
        spared = named(trial.case, trial.identifier, "does-not-supersede")
        if spared:
            later = spared[0].subject
            message = f"A stamp says that all items are superseded; {later} says that it does not supersede this one."
            trial.conflict("stamp-against-denial", message, (*(mark.statement for mark in certain), *spared))
    else:
        message = "It is declared dead and nothing names a successor."
        trial.caveat("no-named-successor", message, (mark.statement for mark in certain))
    return "rescinded" if any(mark.standing == "rescinded" for mark in certain) else "inactive"


def _dead_on_a_day(trial: "Trial", dead: "list[Mark]") -> "Verdict | None":
    """Marks without a date may have been put on before the day or after it."""
    replaced_later = any(each.since or each.on(trial.day) is False for each in trial.told)
    if replaced_later or all(mark.on(trial.day) is False for mark in dead):
        return None
    message = "It was declared dead at a time that the documents do not give; on that day it may have been in force."
    trial.conflict("declared-dead-undated", message, (mark.statement for mark in dead))
    return "indeterminate"


@rule("not-yet-approved")
def not_yet_approved(trial: "Trial") -> "Verdict | None":
    """A schedule that is submitted, or that was approved after the day, is proposed."""
    if trial.approval.on(trial.day) != "proposed":
        return None
    when = f" on {trial.day}" if trial.day and trial.approval.state == "approved" else ""
    message = f"The documents show it as proposed, not as approved{when}."
    trial.caveat("not-yet-approved", message, trial.approval.statements)
    return "proposed"


@rule("succession-open")
def succession_open(trial: "Trial") -> "Verdict | None":
    """A succession of which it is not known whether, or since when, it holds leaves the item open."""
    unsettled = [each for each in trial.happened if not each.settled] + trial.undated
    if not unsettled:
        return None
    if not trial.is_explained or trial.undated:
        named = ", ".join(sorted({each.new for each in unsettled}))
        message = f"Whether {named} had replaced {trial.identifier} on that day is not known: the source gives no date."
        trial.conflict("supersession-undated", message, _said(unsettled))
    return "indeterminate"


@rule("approval-not-shown")
def approval_not_shown(trial: "Trial") -> "Verdict | None":
    """A blank Archivist date leaves open whether there is an authority at all."""
    if trial.approval.on(trial.day) not in ("not-shown", "unseen") or trial.approval.state == "unseen":
        return None
    message = "The document does not show that the Archivist approved the schedule, or not when."
    trial.conflict("approval-not-shown", message, trial.approval.statements)
    return "indeterminate"


@rule("strike-alone")
def strike_alone(trial: "Trial") -> "Verdict | None":
    """A line through an item may mean never approved, superseded or withdrawn; alone it proves none of them."""
    struck = [mark for mark in trial.marks if mark.standing == "struck"]
    if not struck or trial.day is not None:
        return None
    trial.rests_on.append("strike")
    message = "The item is struck and nothing says why: never approved, superseded or withdrawn."
    trial.conflict("struck-without-reason", message, (mark.statement for mark in struck))
    return "indeterminate"


def _is_understood(said: Statement) -> bool:
    if said.predicate == "annotation" and is_of_another(said):
        return False
    table = "noted" if said.predicate == "annotation" else "understood"
    return bool(meaning("action", said.object) or meaning(table, said.object))


@rule("active")
def active(trial: "Trial") -> "Verdict | None":
    """Approved, and nothing known supersedes it; until when that is known is said."""
    strikes = told(trial.case, trial.identifier, "strike")
    if strikes:
        message = f"Words of {trial.identifier} are struck; a strike alone does not say why."
        trial.caveat("partly-struck", message, strikes)
    for said in told(trial.case, trial.identifier, "action-taken", "annotation"):
        if not said.uncertain and not _is_understood(said):
            message = f"Beside {trial.identifier} stands “{said.object}”; what that means for its standing is not known here."
            trial.caveat("action-not-understood", message, (said,))
    for name in (trial.identifier, *above(trial.identifier)):
        for said in told(trial.case, name, "annotation"):
            if said.uncertain:
                message = f"Of {name} a document says “{said.object}”; whether it is at an end by that is not known here."
                trial.caveat("action-not-understood", message, (said,))
    for said in told(trial.case, schedule_of(trial.identifier), "stamp"):
        if not meaning("stamp", said.object):
            message = (
                f"Over the schedule of {trial.identifier} stands “{said.object}”; what that means for its standing is not "
                "known here."
            )
            trial.caveat("action-not-understood", message, (said,))
    statuses = [mark.statement for mark in trial.latest if mark.standing == "active"]
    held = max((each.known_by for each in statuses if each.known_by), default=None)
    if held:
        message = f"“Item Status Active” was true when the document was made, on {held}; it is no evidence about later."
        trial.caveat("status-of-print-date", message, statuses)
    message = "Nothing in the corpus supersedes it; a later schedule that is not in the corpus could (36 CFR 1225.26)."
    trial.caveat("silent-supersession", message)
    return "active"


def _said(found: "Iterable[Succession]") -> list[Statement]:
    return [statement for each in found for statement in each.statements]
