"""What a schedule or a group of items comes to, by its items."""

from collections.abc import Sequence

from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.judgement import DEAD, Judgement, Verdict
from schedgraph.graph.rules.book import rule


@rule("by-its-items")
def by_its_items(
    own: Judgement, parts: Sequence[Judgement], *, shown: bool, children: tuple[str, ...]
) -> Judgement:
    """The judgement on a group that has no succession of its own.

    `own` is what the group comes to without its items, `shown` whether a document shows any of them: an item
    that is shown without the parts that others cite stands for those it does not show.
    """
    verdicts = {part.verdict for part in parts}
    if not shown and own.verdict != "unseen":
        verdicts.add(own.verdict)
    if not shown and own.verdict == "unseen" and verdicts != {"unseen"}:
        verdicts.add("unseen")
    verdict, caveats = _together(verdicts - {"never-approved"} or verdicts)
    if "never-approved" in verdicts and len(verdicts) > 1:
        caveats.append(finding("some-never-approved", "Some of the items were never approved."))
    conflicts = {(each.code, each.message): each for part in parts for each in part.conflicts}
    rules = ("by-its-items", *(name for part in parts for name in part.rules))
    return Judgement(
        id=own.id,
        verdict=verdict,
        children=children,
        conflicts=tuple(conflicts.values()),
        caveats=(*caveats, *own.caveats),
        approval=own.approval,
        rules=tuple(dict.fromkeys(rules)),
    )


def _together(verdicts: set[Verdict]) -> tuple[Verdict, list[Finding]]:
    if len(verdicts) == 1:
        return next(iter(verdicts)), []
    if verdicts <= DEAD:
        return "superseded", [
            finding("no-named-successor", "Some of the items are dead without a named successor.")
        ]
    if verdicts & {"superseded", "partially-superseded", "inactive", "rescinded"}:
        living = verdicts - DEAD - {"partially-superseded"}
        if living <= {"active", "proposed"}:
            return "partially-superseded", []
        message = "Some of the items are superseded; of others the corpus does not say enough."
        return "partially-superseded", [finding("some-not-known", message)]
    if "indeterminate" in verdicts:
        return "indeterminate", [
            finding("some-not-known", "Of some of the items the corpus does not say enough.")
        ]
    if "active" in verdicts:
        return "active", [finding("some-not-active", "Not all of the items are active; see each of them.")]
    return "indeterminate", [finding("items-differ", "The items differ; see each of them.")]
