"""The labels that stand at the start of an item's lines: "Disposition:", "Superseded by:"."""

import re
from functools import cache
from importlib.resources import files

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.contents.sorter import LONGEST_STATUS
from schedgraph.parser.forms.sf115.table.narrowcells import is_action
from schedgraph.parser.labels import Label, LabelMatch, load_labels, match_label
from schedgraph.parser.passage import Passage

_WORD = re.compile(r"[a-z]{5}")


@cache
def item_labels() -> tuple[Label, ...]:
    """The labels of items.toml."""
    return load_labels(files("schedgraph.parser.forms.sf115").joinpath("items.toml"))


def item_label(passage: Passage) -> LabelMatch | None:
    """The label at the start of a line of an item."""
    match = match_label(passage.text, item_labels())
    if match is None or (match.label.name == "disposition" and is_action(passage)):
        # "DISPOSITION NOT APPROVED" announces no instruction.
        return None
    rest = passage.text[match.end :].strip()
    colon = passage.text[match.start : match.end].rstrip().endswith(":")
    if match.label.name == "superseded-by" and passage.text[: match.end].rstrip().endswith("."):
        # "superseded. This item does not supersede N1-22-90-6" below "Destroy when": a sentence ends, no label stands.
        return None
    if match.label.name == "description":
        return match if colon and not match.cost and not passage.text[: match.start].strip() else None
    if match.label.name in ("superseded-by", "supersedes", "authority") and rest and not colon:
        damaged = match.label.name == "superseded-by" and like_a_number(rest)
        return match if damaged or find_numbers(rest) else None
    if match.label.name == "disposition" and not colon:
        printed = passage.text[match.start : match.end].lstrip("0123456789.() ")
        ends_sentence = match.cost and printed[:1].islower() and printed.rstrip().endswith(".")
        if (
            (rest and (rest[:1].islower() or match.cost))
            or (match.cost and printed[:1] not in "RrDdPpA")
            or ends_sentence
        ):
            # "rejection." below "Destroy 1 year after" is no damaged "Retention".
            return None
    return match


def like_a_number(text: str) -> bool:
    """Whether a short text can be a number that is too damaged to read."""
    digits = sum(character.isdigit() for character in text)
    return len(text) < LONGEST_STATUS and not _WORD.search(text) and (digits >= 2 or "-" in text)
