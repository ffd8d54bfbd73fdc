"""What follows from all documents together, as triples: supersessions, verdicts, ends of lineages, remarks.

Everything here is drawn by `verdict` and `walk`; this module only writes it down.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from schedgraph.graph.answers import horizon, look_up_as_known
from schedgraph.graph.casefile import CaseFile, above, schedule_of
from schedgraph.graph.finding import Finding
from schedgraph.graph.rdf.nodes import TYPE, Mint, authority_types
from schedgraph.graph.rdf.notation import Term, Triple, day, term, text, truth
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.standing import is_seen
from schedgraph.graph.standpoint import NOW, Standpoint
from schedgraph.graph.statements import Statement
from schedgraph.graph.succession import Succession, same_authorities
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import End, Scope, Walk, walk
from schedgraph.ontology import terms
from schedgraph.parser.authority.number import parse_identifier

_IS_REPLACED_BY = term(prefixes()["dcterms"] + "isReplacedBy")
_NOTATION = term(prefixes()["skos"] + "notation")


def known_authorities(case: CaseFile, identifiers: Iterable[str]) -> tuple[str, ...]:
    """Every authority that is named, and those above it; a text that shows no schedule is none."""
    named = {
        each for each in identifiers if not each.startswith("unknown-") or is_seen(case, schedule_of(each))
    }
    return tuple(sorted(named | {holder for each in named for holder in above(each)}))


def derived_graph(
    case: CaseFile, identifiers: Iterable[str], mint: Mint, standpoint: Standpoint = NOW
) -> Iterator[Triple]:
    """What follows for each of `identifiers`, from a standpoint; of what was not known by then, nothing."""
    then = standpoint.known(case)
    bench = Bench(then, standpoint.as_of, standpoint.law)
    written: set[Term] = set()
    for identifier in identifiers:
        walked = walk(bench, identifier)
        if then is not case:
            if not any(
                then.about(each) or then.naming(each) for each in (identifier, *then.below(identifier))
            ):
                continue
            walked = _as_known(walked, case, identifier, standpoint)
        yield from _authority(then, identifier, mint)
        yield from _answer(then, identifier, walked, mint)
        for succession, scope in walked.links:
            if succession.old == identifier:
                yield from _supersession(succession, scope, mint)
        yield from _remarks(identifier, walked, written, mint)


def _as_known(walked: Walk, case: CaseFile, identifier: str, standpoint: Standpoint) -> Walk:
    """What was walked with all that may have been known, as far as it stands without what is not known to have been."""
    if standpoint.known_on is None:
        return walked
    answer = look_up_as_known(
        case, identifier, identifier, standpoint.as_of, standpoint.known_on, {}, standpoint.law
    )
    agreed = len(answer.conflicts) == len(walked.conflicts)
    return replace(
        walked,
        judgement=replace(walked.judgement, verdict=answer.verdict),
        links=walked.links if agreed else tuple((link, "possible") for link, _ in walked.links),
        ends=tuple(End(id=each.id, verdict=each.verdict, scope=each.scope) for each in answer.current),
        conflicts=answer.conflicts,
    )


def _authority(case: CaseFile, identifier: str, mint: Mint) -> Iterator[Triple]:
    """What the number and its place in the schedule say."""
    node, holders = mint.authority(identifier), above(identifier)
    said = case.about(identifier)
    yield from authority_types(node, item=bool(holders) or any(each.predicate == "item-of" for each in said))
    yield node, term(terms.IDENTIFIER), text(identifier)
    yield node, term(terms.IN_CORPUS), truth(is_seen(case, identifier))
    if holders:
        schedule = mint.authority(holders[-1])
        yield node, term(terms.PART_OF), schedule
        yield schedule, term(terms.HAS_ITEM), node
    if len(holders) > 1 and not any(each.predicate == "under" for each in said):
        yield node, term(terms.PARENT_ITEM), mint.authority(holders[0])
    parsed = parse_identifier(identifier)
    if parsed and parsed.record_group:
        yield node, term(terms.RECORD_GROUP), text(parsed.record_group)
    for name in same_authorities(case, identifier):
        if name != identifier:
            yield node, term(terms.SAME_AUTHORITY_AS), mint.authority(name)


def _answer(case: CaseFile, identifier: str, walked: Walk, mint: Mint) -> Iterator[Triple]:
    node = mint.authority(identifier)
    yield node, term(terms.VERDICT), term(terms.VERDICT_BY_WORD[walked.judgement.verdict])
    for end in walked.ends:
        certain = end.scope == "certain"
        predicate = terms.CURRENT_AUTHORITY if certain else terms.POSSIBLE_CURRENT_AUTHORITY
        yield node, term(predicate), mint.authority(end.id)
    known_until = horizon(case, identifier, walked.links)
    if known_until:
        yield node, term(terms.HORIZON), day(known_until)


def supersession_node(succession: Succession, scope: Scope, mint: Mint) -> Term:
    """The node of a succession: who, by whom, since when, how sure, by which rule."""
    parts = (succession.old, succession.new, succession.since, scope, succession.settled, succession.rule)
    return mint.node("supersession", *parts)


def _supersession(succession: Succession, scope: Scope, mint: Mint) -> Iterator[Triple]:
    node = supersession_node(succession, scope, mint)
    old, new = mint.authority(succession.old), mint.authority(succession.new)
    yield node, TYPE, term(terms.SUPERSESSION_CLASS)
    yield node, term(terms.SUPERSEDED), old
    yield node, term(terms.SUCCESSOR), new
    yield node, term(terms.SCOPE), term(terms.SCOPE_BY_WORD[scope])
    yield node, term(terms.RULE_NAME), text(succession.rule)
    if succession.since:
        yield node, term(terms.EFFECTIVE_DATE), day(succession.since)
    for statement in succession.statements:
        yield from _grounds(node, statement, mint)
    if scope == "certain":
        yield old, term(terms.SUPERSEDED_BY), new
        yield old, _IS_REPLACED_BY, new
        yield new, term(terms.SUPERSEDES), old
        return
    yield old, term(terms.POSSIBLY_SUPERSEDED_BY), new
    yield new, term(terms.POSSIBLY_SUPERSEDES), old
    yield from _openness(node, succession, mint)


def _openness(node: Term, succession: Succession, mint: Mint) -> Iterator[Triple]:
    """What a possible supersession leaves open: whether there was one, or only by which authority."""
    code, message = (
        "supersession-not-settled",
        f"Whether {succession.old} was replaced at all is not settled by this.",
    )
    if succession.settled:
        code = "successor-not-certain"
        message = f"{succession.old} was replaced; whether by {succession.new} is not certain."
    elif succession.readings:
        code = "scope-of-annotation"
        message = f"It is written after {succession.written_for} and may be meant for {succession.old} too."
    remark = mint.node("remark", "caveat", code, message)
    yield node, term(terms.REMARK), remark
    yield remark, TYPE, term(terms.CAVEAT_CLASS)
    yield remark, term(terms.ABOUT), node
    yield remark, term(terms.CODE), text(code)
    yield remark, term(terms.MESSAGE), text(message)


def _grounds(node: Term, statement: Statement, mint: Mint) -> Iterator[Triple]:
    if mint.evidence:
        yield node, term(terms.BASED_ON), mint.statement(statement)
        yield node, term(terms.EVIDENCE), mint.place(statement.document, statement.evidence)


def _remarks(identifier: str, walked: Walk, written: set[Term], mint: Mint) -> Iterator[Triple]:
    """A remark belongs to every answer that shows it and is about the authority it was made on.

    Long lineages share their remarks; what is in `written` needs no second description.
    """
    own = {each.message for each in (*walked.judgement.conflicts, *walked.judgement.caveats)}
    kinds = ((terms.CONFLICT_CLASS, walked.conflicts), (terms.CAVEAT_CLASS, walked.caveats))
    for kind, findings in kinds:
        for each in findings:
            node = _remark_node(kind, each, mint)
            yield mint.authority(identifier), term(terms.REMARK), node
            if each.message in own:
                yield node, term(terms.ABOUT), mint.authority(identifier)
            if node in written:
                continue
            written.add(node)
            yield node, TYPE, term(kind)
            yield node, term(terms.CODE), text(each.code)
            yield node, term(terms.MESSAGE), text(each.message)
            for statement in each.statements:
                yield from _grounds(node, statement, mint)


def _remark_node(kind: str, finding: Finding, mint: Mint) -> Term:
    return mint.node(
        "remark", kind, finding.code, finding.message, *(each.key for each in finding.statements)
    )


def concepts() -> Iterator[Triple]:
    """The words of verdicts, scopes, relations and marks, so that a query can print them."""
    tables = (
        (terms.VERDICT_CLASS, terms.VERDICT_BY_WORD),
        (terms.SCOPE_CLASS, terms.SCOPE_BY_WORD),
        (terms.RELATION_CLASS, terms.RELATION_BY_WORD),
        (terms.OBSERVATION_KIND_CLASS, terms.OBSERVATION_KIND_BY_WORD),
        (terms.SIGNATORY_ACTION_CLASS, terms.SIGNATORY_ACTION_BY_WORD),
    )
    for kind, words in tables:
        for word, concept in words.items():
            yield term(concept), TYPE, term(kind)
            yield term(concept), _NOTATION, text(word)
