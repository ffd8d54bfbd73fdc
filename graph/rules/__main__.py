"""`python -m schedgraph.graph.rules`: writes docs/rules.md out of the book of rules; `--check` only compares."""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from schedgraph.graph.rules.book import Rule, book

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"

HEAD = """# Rules

Every rule by which an answer is found. This page is generated from `graph/rules/rules.toml` (`python -m
schedgraph.graph.rules`). Each rule is one small function in `graph/`, and each can be switched off
(`schedgraph lookup NUMBER --without RULE`), so that what hangs on it can be seen. Weights order the rules of one
kind: the heavier one is asked first, or outweighs the other. They are judgement, not measurement.
"""

KINDS = {
    "approval": ("What shows whether a schedule was approved", "The newest document counts."),
    "mark": (
        "What declares the standing of an item",
        "Marks on the item, on those above it and on its schedule. They count where no successor is named for certain.",
    ),
    "claim": (
        "Who says that an authority was replaced",
        "Where several name the same two authorities, the heaviest gives the succession its rule.",
    ),
    "limit": (
        "What such a claim is worth",
        "Each may drop the claim, or leave open whether or by which it was replaced.",
    ),
    "pair": (
        "What the two sides of a succession are to each other",
        "Asked once for each pair, in this order.",
    ),
    "scope": (
        "For which items a succession holds",
        "What is certain in all readings is certain; the rest is possible.",
    ),
    "decision": (
        "What all evidence comes to",
        "Asked in this order; the first that gives a verdict decides.",
    ),
    "group": ("What a schedule comes to", ""),
    "time": ("For which records a verdict holds", ""),
    "word": (
        "What words mean never approved, rescinded, obsolete",
        "Rows of `graph/standing.toml`, by the rule that each names.",
    ),
    "remark": ("What is shown whatever the verdict", ""),
}


def page() -> str:
    """The text of docs/rules.md."""
    parts = [HEAD]
    for kind, rules in groupby(book().values(), key=lambda each: each.kind):
        title, note = KINDS[kind]
        parts.append(f"## {title}\n" + (f"\n{note}\n" if note else ""))
        parts.append(
            "| rule | weight | says | source | conflicts and caveats | test |\n|---|---|---|---|---|---|\n"
            + "".join(_row(each) for each in rules)
        )
    return "\n".join(parts)


def _row(each: Rule) -> str:
    codes = ", ".join(f"`{code}`" for code in each.codes)
    test = f"`{each.test.removeprefix('tests/graph/')}`"
    return f"| **{each.name}** | {each.weight} | {each.says} | {each.source} | {codes} | {test} |\n"


def main(arguments: Sequence[str]) -> int:
    """Writes the page, or with `--check` says whether it is the one that would be written."""
    if list(arguments) not in ([], ["--check"]):
        sys.stderr.write("usage: python -m schedgraph.graph.rules [--check]\n")
        return 2
    text = page()
    if not arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
        sys.stderr.write("docs/rules.md is not what the rules say; run `python -m schedgraph.graph.rules`\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
