"""Schedules that say that they replace everything earlier: "supersedes all previously approved schedules"."""

from schedgraph.graph.casefile import CaseFile, schedule_of, told
from schedgraph.graph.finding import finding
from schedgraph.graph.rules.book import Law, rule
from schedgraph.graph.standing import approval
from schedgraph.graph.statements import record_group_subject
from schedgraph.graph.successor import Succession, Successions
from schedgraph.parser.authority.number import parse_identifier


@rule("all-schedules")
def all_schedules(case: CaseFile, identifier: str, law: Law, result: Successions) -> None:
    """A later schedule of the same record group that replaces all earlier ones may have replaced this one.

    Only for the same records does a later schedule supersede (36 CFR 1225.26), and the words do not say for
    which it has items: so it is possible, never certain.
    """
    number = parse_identifier(identifier)
    if number is None or not number.record_group:
        return
    mine = approval(case, schedule_of(identifier), law)
    for said in told(case, record_group_subject(number.record_group), "all-superseded-by"):
        new = said.object
        later = approval(case, new, law)
        if schedule_of(identifier) == new or later.state != "approved" or later.since is None:
            continue
        earliest = mine.since or number.earliest_date()
        if mine.state not in ("approved", "not-shown") or (earliest and later.since <= earliest):
            continue
        message = (
            f"{new}, approved on {later.since}, says that it supersedes all earlier schedules of its agency; "
            f"whether it has an item for the records of {identifier} is not stated."
        )
        result.conflicts.append(finding("all-schedules-superseded", message, (said, *later.statements)))
        result.found.append(
            Succession(
                old=identifier,
                new=new,
                rule="all-schedules",
                statements=(said,),
                written_for=said.subject,
                since=later.since,
                known_by=said.known_by,
                settled=False,
                target_certain=False,
                approved=later.since,
                condition=f"{new} covers the same records",
            )
        )
