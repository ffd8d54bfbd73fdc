"""The labels that stand at the start of an item's lines: "Disposition:", "Superseded by:"."""

import re
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.contents.sorter import LONGEST_STATUS
from schedgraph.parser.forms.sf115.table.awaiting import LABEL_WORDS, awaits_successor
from schedgraph.parser.forms.sf115.table.narrowcells import is_action
from schedgraph.parser.labels import Label, LabelMatch, fold, load_labels, match_label
from schedgraph.parser.passage import Passage

_WORD = re.compile(r"[a-z]{5}")
_FIRST_WORD = re.compile(r"\W*(?P<word>[s5$][A-Za-z0-9|]{7,13})(?P<by>\s{1,3}[bh]y\b)?", re.IGNORECASE)
# not the "item number" of "Superseded by job / item number N1-95-03-2/3"
_ITEM_LAST = re.compile(r"(?<!/)(?<!/\s)\bitems?\s{0,3}$", re.IGNORECASE)
_BY_LAST = re.compile(r"\b[bh]y\b", re.IGNORECASE)
_MOST_DAMAGED = 2
_ACTIVE, _PASSIVE = ("supersedes", "supersede", "superseding"), "superseded"


@cache
def item_labels() -> tuple[Label, ...]:
    """The labels of items.toml."""
    return load_labels(files("schedgraph.parser.forms.sf115").joinpath("items.toml"))


def item_label(passage: Passage) -> LabelMatch | None:
    """The label at the start of a line of an item."""
    match = match_label(
        passage.text, _active_labels() if says_what_it_replaces(passage.text) else item_labels()
    )
    if match is None or (match.label.name == "disposition" and is_action(passage)):
        # "DISPOSITION NOT APPROVED" announces no instruction.
        return None
    if match.label.name == "superseded-by":
        match = _whole_label(passage.text, match)
    rest = passage.text[match.end :].strip()
    colon = passage.text[match.start : match.end].rstrip().endswith(":")
    if match.label.name == "superseded-by" and _ends_sentence(passage.text[match.start : match.end]):
        # "superseded. This item does not supersede N1-22-90-6" below "Destroy when": a sentence ends, no label stands.
        return None
    if match.label.name == "description":
        return match if colon and not match.cost and not passage.text[: match.start].strip() else None
    if match.label.name in ("superseded-by", "supersedes", "authority") and rest and not colon:
        if find_instruction(passage.slice(match.end)) is not None:
            # "supersedes NN-165-119, item 2. Destroy when 10" over "years old.": a sentence of the item runs on.
            return None
        match = _without_item_word(passage.text, match)
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


def _whole_label(text: str, match: LabelMatch) -> LabelMatch:
    """The label with the words and marks behind it that are its own: the "no." of "Superseded by job / item no."."""
    if not _BY_LAST.search(text, match.start, match.end):
        return match
    further = LABEL_WORDS.fullmatch(text, match.end)
    return match._replace(end=further.end()) if further else match


def _ends_sentence(printed: str) -> bool:
    """Whether the full stop behind a label is one: behind "superseded by" no sentence can end, but a label read badly."""
    return printed.rstrip().endswith(".") and not (printed[:1].isupper() and _BY_LAST.search(printed))


def label_of_number(passage: Passage) -> LabelMatch | None:
    """The label that a line is for the number on the next line, in whatever words: "Replaced by job / item no."."""
    if not awaits_successor(passage.text):
        return None
    label = next(each for each in item_labels() if each.name == "superseded-by")
    return LabelMatch(label=label, start=0, end=len(passage.text), exact=False)


def _without_item_word(text: str, match: LabelMatch) -> LabelMatch:
    """The label as far as it is none of the number: the "item" of "Superseded by item 3 of N1-95-03-2" names the item."""
    item = _ITEM_LAST.search(text, match.start, match.end)
    return match._replace(end=item.start()) if item and text[item.end() :].strip() else match


def says_what_it_replaces(text: str) -> bool:
    """Whether a line begins with the verb of the newer side: "supersedes item 3 of Job No. II-NNA-936".

    Few letters part it from the label "Superseded by item", and it says the opposite.
    """
    found = _FIRST_WORD.match(text)
    if found is None or found["by"]:
        return False
    word = fold(found["word"])
    nearest = min(Levenshtein.distance(fold(verb), word) for verb in _ACTIVE)
    return nearest <= _MOST_DAMAGED and nearest < Levenshtein.distance(fold(_PASSIVE), word)


@cache
def _active_labels() -> tuple[Label, ...]:
    return tuple(label for label in item_labels() if label.name != "superseded-by")


def like_a_number(text: str) -> bool:
    """Whether a short text can be a number that is too damaged to read."""
    digits = sum(character.isdigit() for character in text)
    return len(text) < LONGEST_STATUS and not _WORD.search(text) and (digits >= 2 or "-" in text)
