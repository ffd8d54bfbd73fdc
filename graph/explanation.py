"""Why an authority has its verdict: the evidence that carries it, the rules that read it, and a query that shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, cast

from schedgraph.graph.answers import Lookup, look_up
from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.counterfactual import Counterfactual
from schedgraph.graph.grounds import Ground, grounds, statements_of
from schedgraph.graph.iri import BASE
from schedgraph.graph.places import place_json
from schedgraph.graph.reproduction import reproduction
from schedgraph.graph.rules.book import Rule, book
from schedgraph.graph.rules.reading import rule_that_reads
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.graph.verdict import Bench, Verdict
from schedgraph.graph.walk import Walk, walk

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A ground of an answer: what would be said without it, and the rule that reads it.

    Several statements say the same independently: all of them would have to go. `ends_without` is where the
    lineage would end, given for what the lineage rests on and the verdict does not.
    """

    statements: tuple[Statement, ...]
    rule: str
    without: Verdict
    ends_without: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an authority has its verdict, as of a day.

    Taking a reason of `evidence` away from the corpus changes the verdict; taking one of `lineage_evidence`
    away leaves it and changes where the lineage ends. `sparql` are queries that show the same in the graph;
    there is more than one only where there is too much evidence for one.
    """

    answer: Lookup
    evidence: tuple[Reason, ...]
    lineage_evidence: tuple[Reason, ...]
    rules: tuple[Rule, ...]
    sparql: tuple[str, ...]

    def to_json(self) -> Json:
        """The object that `explain --format json` prints."""
        whole = self.answer.to_json()
        kept = ("query", "id", "as_of", "verdict", "current", "conflicts", "caveats", "horizon")
        return {
            **{key: whole[key] for key in kept},
            "evidence": [self._reason(each) for each in self.evidence],
            "lineage_evidence": [self._reason(each) for each in self.lineage_evidence],
            "rules": [{"name": each.name, "says": each.says, "source": each.source} for each in self.rules],
            "sparql": list(self.sparql),
        }

    def _reason(self, reason: Reason) -> Json:
        return {
            "rule": reason.rule,
            "without": reason.without,
            "ends_without": None if reason.ends_without is None else list(reason.ends_without),
            "statements": [
                {
                    "subject": each.subject,
                    "says": each.predicate,
                    "value": each.object,
                    "source": each.source,
                    "evidence": place_json(each, self.answer.documents),
                }
                for each in reason.statements
            ],
        }


def explain(
    case: CaseFile,
    query: str,
    identifier: str,
    day: date | None,
    documents: Mapping[str, str],
    base: str = BASE,
) -> Explanation:
    """Finds what the verdict on `identifier` rests on, by judging it anew without each piece of evidence."""
    answer = look_up(case, query, identifier, day, documents)
    for_verdict = grounds(Counterfactual(case, partial(_verdict, identifier), day))
    known = {each.key for each in statements_of(for_verdict)}
    for_ends = tuple(
        each
        for each in grounds(Counterfactual(case, partial(_ends, identifier), day))
        if not known.issuperset(statement.key for statement in each.statements)
    )
    rule_of = _rules_of_successions(walk(Bench(case, day), identifier))
    evidence = tuple(_reason(each, rule_of) for each in for_verdict)
    lineage = tuple(_reason(each, rule_of) for each in for_ends)
    cited = statements_of((*for_verdict, *for_ends))
    return Explanation(
        answer=answer,
        evidence=evidence,
        lineage_evidence=lineage,
        rules=_rules(answer, (*evidence, *lineage)),
        sparql=reproduction(identifier, cited, base, with_verdict=day is None),
    )


def _verdict(identifier: str, bench: Bench) -> tuple[Verdict]:
    return (bench.judge(identifier).verdict,)


def _ends(identifier: str, bench: Bench) -> tuple[Verdict, tuple[tuple[str, str, str], ...]]:
    walked = walk(bench, identifier)
    return walked.judgement.verdict, tuple((each.id, each.verdict, each.scope) for each in walked.ends)


def _reason(ground: Ground, rule_of: Mapping[str, str]) -> Reason:
    first = ground.statements[0]
    of_succession = rule_of.get(first.key) if first.predicate in RELATIONS else None
    rule = of_succession or rule_that_reads(first)
    verdict, *ends = cast("tuple[Any, ...]", ground.without)
    return Reason(
        statements=ground.statements,
        rule=rule,
        without=verdict,
        ends_without=tuple(end for end, _, _ in ends[0]) if ends else None,
    )


def _rules_of_successions(walked: Walk) -> dict[str, str]:
    return {
        statement.key: succession.rule
        for succession, _ in walked.links
        for statement in succession.statements
    }


def _rules(answer: Lookup, reasons: Iterable[Reason]) -> tuple[Rule, ...]:
    """The rules that were used: those that read the evidence, in its order, and the one that decided."""
    names = dict.fromkeys([*(each.rule for each in reasons), *answer.rules[:1]])
    return tuple(book()[name] for name in names)
