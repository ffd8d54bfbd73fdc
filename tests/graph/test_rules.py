"""Every rule decides something: with it the answer of its example is the one, without it the other."""

import ast
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from schedgraph.graph.errors import RuleError
from schedgraph.graph.rules.book import book, function_of, law_without, weight
from schedgraph.graph.rules.words import meaning
from schedgraph.graph.statements import Statement
from tests.graph.telling import NEW, OLD, SINCE, ask, certain, codes, flat, said, shown

ROOT = Path(__file__).resolve().parents[2]
ITEM, LATER = f"{OLD}/1", f"{NEW}/1"
STAMP = said(OLD, "stamp", "INACTIVE - ALL ITEMS SUPERSEDED")
OLDER = shown(OLD, "1")
NEWER = shown(NEW, "1", approved="2004-09-01")
CITED = said(LATER, "supersedes", ITEM)
ANNOTATED = said(ITEM, "superseded-by", LATER, dated=SINCE)


@dataclass
class Example:
    """What documents say, the item asked about, and the verdict with and without the rule.

    `code` is a finding that the rule puts beside the answer, `ends` are the authorities that are certain with it,
    where the verdict is the same.
    """

    told: list[Statement]
    verdict: str
    without: str
    code: str = ""
    item: str = ITEM
    day: date | None = None
    facts: bool = False
    ends: list[str] = field(default_factory=list)


def example(*told: list[Statement] | Statement, **more: object) -> Example:
    return Example(told=flat(*told), **more)  # type: ignore[arg-type]


GRS61, GRS_ITEM = "GRS 6.1", "GRS 6.1/010"
GRS = [*shown(GRS61, "010", approved="2015-09-16"), said(GRS61, "reach", "optional")]
MEMO = said(ITEM, "superseded-by", LATER, source="fact", dated=SINCE)
FORBIDDEN = said(NEW, "schedule-status", "Returned Without Action")
BY = {"verdict": "superseded", "without": "active"}

EXAMPLES = {
    "approval-date": example(OLDER, verdict="active", without="indeterminate"),
    "printed-schedule-status": example(
        shown(OLD, "1", approved=None, form="ERA"),
        said(OLD, "schedule-status", "Approved"),
        verdict="active",
        without="indeterminate",
    ),
    "returned": example(
        shown(OLD, "1", approved=None),
        said(OLD, "event", "Return Without Action"),
        verdict="never-approved",
        without="indeterminate",
    ),
    "approval-stamp": example(
        shown(OLD, "1", approved=None),
        said(OLD, "stamp", "WITHDRAWN"),
        verdict="never-approved",
        without="indeterminate",
    ),
    "notice-issued": example(
        shown(OLD, "1", approved=None, form="notice"), verdict="active", without="indeterminate"
    ),
    "column-10": example(
        OLDER, said(ITEM, "action-taken", "WITHDRAWN"), verdict="never-approved", without="active"
    ),
    "item-status": example(
        OLDER, said(ITEM, "item-status", "Superseded"), verdict="inactive", without="active"
    ),
    "end-annotated": example(
        OLDER, said(ITEM, "annotation", "Rescinded by NARA"), verdict="rescinded", without="active"
    ),
    "unreadable-annotation": example(OLDER, said(ITEM, "successor-unreadable", "Nl-15/-0?"), **BY),
    "stamp": example(OLDER, STAMP, verdict="inactive", without="active"),
    "schedule-status": example(
        OLDER, said(OLD, "schedule-status", "Inactive"), verdict="inactive", without="active"
    ),
    "strike": example(OLDER, said(ITEM, "strike", "full"), verdict="indeterminate", without="active"),
    "correction": example(OLDER, said(ITEM, "superseded-by", LATER, source="correction"), **BY),
    "annotation": example(OLDER, ANNOTATED, **BY),
    "notice": example(
        shown(OLD, "1", approved=None, form="notice"), said(ITEM, "superseded-by", LATER), **BY
    ),
    "successor-citation": example(OLDER, NEWER, CITED, **BY),
    "crosswalk": example(OLDER, MEMO, **BY),
    "statement-elsewhere": example(
        OLDER, said(ITEM, "superseded-by", LATER, document="a memo", dated=SINCE), **BY
    ),
    "self-reference": example(
        OLDER, said(ITEM, "superseded-by", OLD), verdict="active", without="indeterminate"
    ),
    "corrected-crosswalk": example(
        OLDER,
        MEMO,
        said(ITEM, "misprinted-in", NEW, source="fact", group="m", dated=date(2017, 10, 4)),
        said(ITEM, "misprinted-for", f"{OLD}/10", source="fact", group="m"),
        verdict="active",
        without="superseded",
        code="crosswalk-corrected",
    ),
    "proposed-relation": example(
        OLDER, said(ITEM, "superseded-by", LATER, proposed=True), verdict="active", without="superseded"
    ),
    "successor-never-approved": example(
        OLDER, ANNOTATED, shown(NEW, "1", approved=None), FORBIDDEN, verdict="active", without="superseded"
    ),
    "successor-proposed": example(
        OLDER,
        CITED,
        shown(NEW, "1", approved=None),
        said(NEW, "schedule-status", "Submitted for Concurrence"),
        verdict="active",
        without="superseded",
    ),
    "grs-election": example(
        OLDER,
        GRS,
        said(GRS_ITEM, "supersedes", ITEM),
        verdict="indeterminate",
        without="superseded",
        code="grs-election-unknown",
    ),
    "successor-approval-not-shown": example(
        OLDER, CITED, shown(NEW, "1", approved=None), verdict="indeterminate", without="superseded"
    ),
    "ambiguous-number": example(
        shown(OLD, "1", "1/a"),
        NEWER,
        said(LATER, "supersedes", f"{OLD}/1/a", group="g", printed="1a"),
        said(LATER, "supersedes", f"{OLD}/1", group="g", printed="1a"),
        item=f"{OLD}/1/a",
        verdict="indeterminate",
        without="superseded",
    ),
    "target-not-stated": example(
        OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, uncertain="target"),
        verdict="superseded",
        without="superseded",
        code="successor-not-certain",
    ),
    "in-part": example(
        OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, uncertain="part"),
        verdict="partially-superseded",
        without="superseded",
    ),
    "disputed": example(
        OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, uncertain="disputed"),
        verdict="indeterminate",
        without="superseded",
    ),
    "left-out-of-notice": example(
        shown(OLD, "1", "2"),
        said(OLD, "form", "notice", document="notice"),
        said(f"{OLD}/2", "item-status", "Active", document="notice"),
        verdict="inactive",
        without="active",
        code="left-out-of-notice",
    ),
    "taken-back-elsewhere": example(
        OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, document="crosswalk"),
        said(LATER, "does-not-supersede", ITEM, document="memorandum"),
        verdict="active",
        without="indeterminate",
        code="taken-back",
    ),
    "item-not-stated": example(
        OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, uncertain="succession"),
        verdict="indeterminate",
        without="superseded",
    ),
    "repaired-number": example(
        OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, repairs=("I→1",), printed="NI-95-04-2"),
        verdict="superseded",
        without="superseded",
        code="repaired-number",
    ),
    "contradicted": example(
        OLDER,
        ANNOTATED,
        NEWER,
        said(LATER, "does-not-supersede", ITEM),
        verdict="indeterminate",
        without="superseded",
    ),
    "successor-older": example(
        OLDER,
        NEWER,
        said(ITEM, "supersedes", LATER),
        item=LATER,
        verdict="indeterminate",
        without="superseded",
    ),
    "other-department": example(
        OLDER,
        said(ITEM, "superseded-by", "DAA-0567-2017-0007-0001", dated=date(2017, 6, 1)),
        facts=True,
        verdict="superseded",
        without="superseded",
        code="other-department",
    ),
    "temporary-over-permanent": example(
        OLDER,
        NEWER,
        CITED,
        said(ITEM, "final-disposition", "permanent"),
        said(LATER, "final-disposition", "temporary"),
        verdict="superseded",
        without="superseded",
        code="temporary-over-permanent",
    ),
    "not-retroactive": example(
        OLDER,
        NEWER,
        CITED,
        said(LATER, "reach", "not-retroactive"),
        verdict="partially-superseded",
        without="superseded",
        code="not-retroactive",
    ),
    "inheritance": example(
        shown(OLD, "1"), said(OLD, "superseded-by", NEW, dated=SINCE), **BY, code="inherited"
    ),
    "item-over-schedule": example(
        OLDER,
        NEWER,
        CITED,
        said(NEW, "supersedes", ITEM),
        verdict="superseded",
        without="superseded",
        ends=[LATER],
    ),
    "spared-elsewhere": example(
        shown(OLD, "1"),
        shown(NEW, "1", "2", approved="2004-09-01"),
        said(LATER, "supersedes", OLD),
        said(f"{NEW}/2", "does-not-supersede", ITEM),
        verdict="indeterminate",
        without="superseded",
    ),
    "excepted-items": example(
        shown(OLD, "1", "1/a"),
        NEWER,
        said(LATER, "supersedes", f"{OLD}/1"),
        said(LATER, "does-not-supersede", f"{OLD}/1/b"),
        item=f"{OLD}/1",
        verdict="partially-superseded",
        without="superseded",
    ),
    "scope-of-annotation": example(
        shown(OLD, "1", "1/a", "1/b"),
        STAMP,
        said(f"{OLD}/1/b", "superseded-by", LATER, dated=SINCE),
        item=f"{OLD}/1/a",
        verdict="inactive",
        without="inactive",
        code="scope-of-annotation",
    ),
    "pairwise-annotation": example(
        shown(OLD, "1", "1/a", "1/b"),
        said(ITEM, "superseded-by", f"{NEW}/1", dated=SINCE),
        said(ITEM, "superseded-by", f"{NEW}/2", dated=SINCE),
        item=f"{OLD}/1/a",
        verdict="superseded",
        without="superseded",
        code="pairwise-annotation",
    ),
    "all-schedules": example(
        OLDER,
        NEWER,
        said("RG 095", "all-superseded-by", NEW),
        verdict="indeterminate",
        without="active",
        code="all-schedules-superseded",
    ),
    "never-approved": example(
        OLDER, said(ITEM, "item-status", "Withdrawn"), verdict="never-approved", without="active"
    ),
    "cycle": example(
        OLDER,
        NEWER,
        ANNOTATED,
        said(LATER, "superseded-by", ITEM),
        verdict="indeterminate",
        without="superseded",
    ),
    "superseded": example(OLDER, ANNOTATED, **BY),
    "successor-unreadable": example(OLDER, said(ITEM, "successor-unreadable", "Nl-15/-0?"), **BY),
    "unseen": example(said("x", "cites", ITEM), verdict="unseen", without="active"),
    "partly-superseded": example(
        OLDER,
        said(ITEM, "superseded-by", LATER, dated=SINCE, uncertain="part"),
        verdict="partially-superseded",
        without="indeterminate",
    ),
    "notice-against-note": example(
        OLDER,
        said(OLD, "form", "notice", document="n"),
        said(ITEM, "item-status", "Active", document="n", known_by=date(2021, 10, 18)),
        said(ITEM, "superseded-by", LATER),
        verdict="indeterminate",
        without="superseded",
    ),
    "declared-dead": example(
        OLDER, said(ITEM, "item-status", "Obsolete"), verdict="inactive", without="active"
    ),
    "not-yet-approved": example(
        shown(OLD, "1", approved=None),
        said(OLD, "schedule-status", "Submitted for Concurrence"),
        verdict="proposed",
        without="active",
    ),
    "succession-open": example(
        OLDER,
        said(ITEM, "superseded-by", LATER),
        day=date(2006, 1, 1),
        verdict="indeterminate",
        without="active",
    ),
    "approval-not-shown": example(shown(OLD, "1", approved=None), verdict="indeterminate", without="active"),
    "strike-alone": example(OLDER, said(ITEM, "strike", "full"), verdict="indeterminate", without="active"),
    "by-its-items": example(
        shown(OLD, "1", "2"), ANNOTATED, item=OLD, verdict="partially-superseded", without="active"
    ),
    "retroactivity": example(OLDER, NEWER, CITED, verdict="superseded", without="partially-superseded"),
    "newest-print": example(
        shown(OLD, "1", approved=None, form="ERA"),
        said(OLD, "schedule-status", "Returned Without Action", known_by=date(2016, 1, 1)),
        said(OLD, "schedule-status", "Approved", known_by=date(2017, 1, 1), document="later"),
        verdict="active",
        without="never-approved",
    ),
    "earliest-date": example(
        OLDER,
        ANNOTATED,
        said(ITEM, "superseded-by", LATER, document="e", dated=date(2008, 1, 1)),
        day=date(2006, 1, 1),
        verdict="superseded",
        without="active",
    ),
    "withdrawn": example(
        OLDER, said(ITEM, "action-taken", "WITHDRAWN"), verdict="never-approved", without="active"
    ),
    "not-approved": example(
        OLDER,
        said(ITEM, "action-taken", "Disposition not approved"),
        verdict="never-approved",
        without="active",
    ),
    "rescinded": example(
        OLDER, said(ITEM, "annotation", "Rescinded 3/4/98"), verdict="rescinded", without="active"
    ),
    "obsolete": example(
        OLDER, said(ITEM, "annotation", "Obsolete 3/98"), verdict="inactive", without="active"
    ),
    "documents-disagree": example(
        OLDER,
        said(OLD, "schedule-status", "Returned Without Action"),
        verdict="never-approved",
        without="never-approved",
        code="documents-disagree",
    ),
    "values-differ": example(
        OLDER,
        said(OLD, "approved", "1991-03-01", document="another print"),
        verdict="active",
        without="active",
        code="documents-disagree",
    ),
    "successors-differ": example(
        OLDER,
        ANNOTATED,
        said(ITEM, "superseded-by", f"{NEW}/2", document="a notice"),
        verdict="superseded",
        without="superseded",
        code="successors-differ",
    ),
    "number-repeated": example(
        OLDER,
        said(ITEM, "item-of", OLD),
        verdict="active",
        without="active",
        code="item-number-repeated",
    ),
    "part-named": example(
        shown(OLD, "1", "2"),
        NEWER,
        said(NEW, "supersedes", OLD, uncertain="part"),
        said(LATER, "supersedes", f"{OLD}/2"),
        verdict="active",
        without="indeterminate",
    ),
    "replaced-item-not-read": example(
        OLDER,
        said(LATER, "supersedes", f"{OLD}/7"),
        verdict="active",
        without="active",
        code="replaced-item-not-read",
    ),
    "approved-before-certified": example(
        OLDER,
        said(OLD, "certified", "1990-05-01"),
        verdict="active",
        without="active",
        code="approved-before-certified",
    ),
    "signature-chain": example(
        OLDER,
        said(OLD, "event", "Concur", dated=date(1990, 1, 5)),
        said(OLD, "event", "Submit for Concurrence", dated=date(1990, 2, 5)),
        verdict="active",
        without="active",
        code="signatures-out-of-order",
    ),
    "cites-later": example(
        OLDER,
        said(ITEM, "cites", "DAA-0567-2017-0007-0001"),
        verdict="active",
        without="active",
        code="cites-later-authority",
    ),
    "named-by-a-later-item": example(
        OLDER,
        NEWER,
        said(LATER, "cites", ITEM),
        verdict="active",
        without="active",
        code="named-by-a-later-item",
    ),
    "successor-excludes": example(
        OLDER,
        NEWER,
        CITED,
        said(LATER, "title", "Assay records, excluding the tally books"),
        verdict="superseded",
        without="superseded",
        code="successor-excludes",
    ),
    "awaits-event": example(
        OLDER,
        said(LATER, "cites", ITEM, proposed=True),
        verdict="active",
        without="active",
        code="succession-awaits-event",
    ),
    "cites-withdrawn": example(
        OLDER,
        shown(NEW, "1", approved=None),
        FORBIDDEN,
        said(ITEM, "cites", LATER),
        verdict="active",
        without="active",
        code="cites-withdrawn",
    ),
}


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_rule_that_is_switched_off_changes_the_answer_of_its_example(name: str) -> None:
    """With the rule one verdict or finding, without it another."""
    given = EXAMPLES[name]
    before = ask(given.item, given.told, day=given.day, facts=given.facts)
    after = ask(given.item, given.told, day=given.day, facts=given.facts, without=(name,))
    assert (before.verdict, after.verdict) == (given.verdict, given.without)
    if given.ends:
        assert certain(before) == given.ends != certain(after)
    elif given.code:
        assert (given.code in codes(before), given.code in codes(after)) == (True, False)
    else:
        assert given.verdict != given.without


def test_every_rule_has_a_function_a_source_and_a_test_that_exists() -> None:
    """The book and the code are one: no row without a function, no example without a row."""
    for name, each in book().items():
        assert (function_of(name) is not None) != (name in WORDS), name
        assert each.says.endswith(".")
        assert each.source
        assert each.weight > 0
        path, _, test = each.test.partition("::")
        assert f"def {test.partition('[')[0]}(" in (ROOT / path).read_text(encoding="utf-8")
        assert name == "active" or name in EXAMPLES
    assert set(EXAMPLES) < set(book())


def test_rules_of_one_kind_that_are_asked_in_order_differ_in_weight() -> None:
    """Which rule comes first is never left to chance."""
    for kind in ("claim", "limit", "pair", "decision", "remark"):
        weights = [each.weight for each in book().values() if each.kind == kind]
        assert len(weights) == len(set(weights)), kind


def test_every_conflict_and_caveat_belongs_to_a_rule() -> None:
    """A code that the rules raise is one that docs/rules.md explains."""
    raised = set()
    for path in [*(ROOT / "graph" / "rules").glob("*.py"), *(ROOT / "graph" / f"{m}.py" for m in MODULES)]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if called in ("finding", "conflict", "caveat"):
                    raised.add(node.args[0].value)
    explained = {code for each in book().values() for code in each.codes}
    assert raised == explained


WORDS = {
    row["rule"]
    for rows in tomllib.loads((ROOT / "graph" / "standing.toml").read_text(encoding="utf-8")).values()
    for row in rows
    if "rule" in row
} - {"returned"}

MODULES = ("succession", "trial", "parts", "scope", "verdict", "standing")


def test_an_annotation_outweighs_a_stamp_and_a_stamp_a_strike() -> None:
    """By the order of decisions: what names a successor, then what declares dead, then a line."""
    assert weight("superseded") > weight("declared-dead") > weight("strike-alone")
    struck = said(ITEM, "strike", "full")
    assert ask(ITEM, OLDER, struck, STAMP).verdict == "inactive"
    assert ask(ITEM, OLDER, struck, STAMP, ANNOTATED).verdict == "superseded"


def test_an_answer_names_the_rule_that_decided_and_those_it_rests_on() -> None:
    """Decision first, then the law, then who said so."""
    assert ask(ITEM, OLDER, ANNOTATED).rules == ("superseded", "retroactivity", "annotation")
    assert ask(ITEM, OLDER, STAMP).rules == ("declared-dead", "stamp")


def test_the_words_of_every_standing_mean_what_their_row_says() -> None:
    """Each row of standing.toml matches its own example, before any other row of its table."""
    data = tomllib.loads((ROOT / "graph" / "standing.toml").read_text(encoding="utf-8"))
    for table, rows in data.items():
        for row in rows:
            assert meaning(table, row["example"]) == row["standing"], row["example"]


def test_what_else_an_action_says_leaves_it_its_meaning() -> None:
    """Records that "appear to be permanent" are no plan to end an item."""
    refused = "Disposition not approved. Records appear to be permanent - resubmit."
    assert meaning("action", refused) == "never-approved"
    assert meaning("action", "To be formally superseded by N1-34-99-2") == ""


def test_a_rule_that_does_not_exist_cannot_be_switched_off() -> None:
    with pytest.raises(RuleError, match="there is no rule “gravity”"):
        law_without(("gravity",))
    with pytest.raises(RuleError, match="“active” cannot be switched off"):
        law_without(("active",))


def test_the_page_of_rules_is_generated_from_the_book() -> None:
    """`make check` runs the same."""
    ran = subprocess.run(
        [sys.executable, "-m", "schedgraph.graph.rules", "--check"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_what_is_certain_with_the_example_of_a_split_is_named() -> None:
    """A supersession by an annotation keeps its certain end whatever else is switched off."""
    answer = ask(ITEM, OLDER, ANNOTATED, STAMP, without=("stamp", "strike"))
    assert certain(answer) == [LATER]
