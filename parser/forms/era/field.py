"""A field of the ERA form: a printed label and the lines that belong to it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import Label, load_labels
from schedgraph.parser.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label, where it is printed, and the lines of its value; `confidence` is that of the assignment."""

    name: str
    kind: str
    label: Passage
    lines: tuple[Token, ...] = ()
    confidence: float = 1.0


@cache
def era_labels() -> tuple[Label, ...]:
    """Every label of the ERA form."""
    return load_labels(files("schedgraph.parser.forms.era") / "labels.toml")
