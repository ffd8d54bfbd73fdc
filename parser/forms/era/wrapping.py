"""Labels that a narrow column broke over several lines, perhaps with their value beside the first."""

from collections.abc import Sequence
from functools import cache, lru_cache

from schedgraph.parser.forms.era.field import era_labels
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import SHORT, Label, LabelMatch, fold, match_label, may_begin, only

_MOST_WRAPS = 8
_LINE = 400
"""Characters; what is longer is not remembered."""


def wrapped_label(
    tokens: Sequence[Token], index: int, found: Sequence[LabelMatch]
) -> tuple[Label, list[Token], int] | None:
    """A label that a narrow column broke, its value perhaps at the end of the first line or in the cell beside it.

    "Internal agency concurrences will   No" / "be provided"
    """
    if found and found[0].label.kind == "section":
        return None
    if match_label(tokens[index].passage.text, _all_beginnings()) is None:
        return None
    # "Records Schedule" alone is what the running header begins with.
    reached = found[0].end if found and found[0].label.kind != "furniture" else 0
    breakable, labels = _breakable()
    near = may_begin(tokens[index].passage.text, labels)
    for beginnings in filter(near.__contains__, labels):
        label, words = breakable[beginnings]
        # A wording may be the beginning of a longer one of the same label.
        least = reached - 1 if found and found[0].label.name == label.name else reached
        parts = _rest_of_label(tokens, index, words, 0, max(least, 8))
        if parts:
            return label, [part for part in parts[0] if part.passage], parts[1]
    return None


def _rest_of_label(
    tokens: Sequence[Token], index: int, words: tuple[str, ...], depth: int, least: int
) -> tuple[list[Token], int] | None:
    if index >= len(tokens) or depth > _MOST_WRAPS:
        return None
    token = tokens[index]
    text = token.passage.text
    longest = _longest_of_line if len(text) <= _LINE else _longest_beginning
    match = longest(text, _beginnings(words, whole=depth > 0))
    if match is None or match.end <= least:
        return None
    values, following = [token.part(match.end)], index + 1
    if token.cell is not None and following < len(tokens) and tokens[following].block == token.block:
        values.append(tokens[following])
        following += 1
    taken = int(match.label.name)
    if taken == len(words):
        return values, following
    rest = _rest_of_label(tokens, following, words[taken:], depth + 1, 0)
    return ([*values, *rest[0]], rest[1]) if rest else None


def _longest_beginning(text: str, beginnings: tuple[Label, ...]) -> LabelMatch | None:
    """The longest beginning that is printed undamaged, else the nearest: the `Yes` behind it is no damaged `be`."""
    match = match_label(text, beginnings)
    if match and not match.cost:
        return match
    # What is printed undamaged stands in the folded text, but for the shortest, which are compared as printed.
    letters, written = fold(text), text.casefold()
    each = (
        match_label(text, only(label))
        for label in beginnings
        if (
            folded in letters
            if len(folded := fold(label.wordings[0])) > SHORT
            else label.wordings[0].casefold() in written
        )
    )
    return next((one for one in each if one and not one.cost), match)


_longest_of_line = lru_cache(maxsize=8192)(_longest_beginning)


@cache
def _all_beginnings() -> tuple[Label, ...]:
    """The beginnings of every label that may be broken: a line without one is soon left alone."""
    return tuple(
        Label(
            name="beginning",
            wordings=tuple(dict.fromkeys(" ".join(words[:size]) for size in range(2, len(words)))),
        )
        for label in era_labels()
        if label.kind not in ("section", "furniture")
        for wording in label.wordings
        for words in (wording.split(),)
        if len(words) > 2
    )


@cache
def _breakable() -> tuple[dict[Label, tuple[Label, tuple[str, ...]]], tuple[Label, ...]]:
    """Each wording of a label that may be broken, by all its beginnings as one label; the latter once more."""
    wordings = dict.fromkeys(
        (label, words)
        for label in era_labels()
        if label.kind != "section"
        for wording in label.wordings
        for words in (tuple(wording.split()),)
        if len(words) > 2
    )
    breakable = {
        Label(name="beginning", wordings=tuple(" ".join(words[:size]) for size in range(2, len(words)))): (
            label,
            words,
        )
        for label, words in wordings
    }
    return breakable, tuple(breakable)


@cache
def _beginnings(words: tuple[str, ...], *, whole: bool) -> tuple[Label, ...]:
    """The first words of a label, as labels named by their number."""
    least, most = (1, len(words)) if whole else (2, len(words) - 1)
    return tuple(
        Label(name=str(size), wordings=(" ".join(words[:size]),)) for size in range(most, least - 1, -1)
    )
