"""The book of rules: every rule by its name, with its source, its weight and its test.

A rule is a row of `rules.toml` and a function that is registered under its name. The law of an answer is
the book with some rules left out, so that each can be switched off and its effect be seen.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar, get_args

from schedgraph.graph.errors import RuleError

Kind = Literal[
    "approval", "mark", "claim", "limit", "pair", "scope", "decision", "group", "time", "remark", "word"
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Function = TypeVar("Function", bound=Callable[..., Any])

_FUNCTIONS: dict[str, Callable[..., Any]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. Among rules of one kind the heavier one comes first, or outweighs the other.

    `says` is the rule in a sentence, `source` where it is taken from (36 CFR section, form revision, page of
    NARA, or the practice of this project), `codes` the findings that it may put beside an answer, `test` the
    test that fails without it, `reads` the predicates of the statements that it reads, where no function tells,
    `decides` whether a verdict or an end of a lineage can hang on it, or it only shows something beside them.
    """

    name: str
    kind: Kind
    weight: int
    says: str
    source: str
    codes: tuple[str, ...]
    test: str
    reads: tuple[str, ...] = ()
    decides: bool = True


@cache
def book() -> dict[str, Rule]:
    """Every rule by its name: by kind in the order of `Kind`, the heavier ones first."""
    text = files("schedgraph.graph.rules").joinpath("rules.toml").read_text(encoding="utf-8")
    rules = [
        Rule(
            name=row["name"],
            kind=row["kind"],
            weight=row["weight"],
            says=row["says"],
            source=row["source"],
            codes=tuple(row.get("codes", ())),
            test=row["test"],
            reads=tuple(row.get("reads", ())),
            decides=row.get("decides", row["kind"] != "remark"),
        )
        for row in tomllib.loads(text)["rule"]
    ]
    rules.sort(key=lambda each: (KINDS.index(each.kind), -each.weight, each.name))
    return {each.name: each for each in rules}


def rule(name: str) -> Callable[[Function], Function]:
    """Registers the function that carries out the rule `name`."""

    def register(function: Function) -> Function:
        _FUNCTIONS[name] = function
        return function

    return register


def function_of(name: str) -> Callable[..., Any] | None:
    """The function that carries out a rule."""
    return _FUNCTIONS.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The rules by which an answer is found: the whole book, less those that are switched off."""

    off: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        # Much is remembered by law; this takes a fifth of the time of the hash that is made from the fields.
        return hash(self.off)

    def has(self, name: str) -> bool:
        """Whether the rule is in force."""
        return name not in self.off

    def of(self, kind: Kind) -> tuple[tuple[str, Callable[..., Any]], ...]:
        """Names and functions of the rules of one kind that are in force, the heaviest first."""
        return _in_force(self.off, kind)


@cache
def _in_force(off: frozenset[str], kind: Kind) -> tuple[tuple[str, Callable[..., Any]], ...]:
    return tuple(
        (name, _FUNCTIONS[name]) for name, each in book().items() if each.kind == kind and name not in off
    )


LAW = Law()
"""The law with every rule in force."""


@cache
def deciding() -> Law:
    """The law without the rules that only show something: the same verdicts and ends, with fewer findings."""
    return Law(off=frozenset(name for name, each in book().items() if not each.decides))


NEEDED = "active"
"""What is left when no other rule decides; without it there would be no verdict."""


def law_without(names: tuple[str, ...]) -> Law:
    """The law with some rules switched off. Raises RuleError for a name that is no rule."""
    for name in names:
        if name not in book():
            raise RuleError(f"there is no rule “{name}”; docs/rules.md lists them")
        if name == NEEDED:
            raise RuleError(
                f"the rule “{name}” cannot be switched off: it is what is left without the others"
            )
    return Law(off=frozenset(names))


def weight(name: str) -> int:
    """The weight of a rule."""
    return book()[name].weight
