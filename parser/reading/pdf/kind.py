"""What kind of page it is: digital, a scan with a text layer over it, or a picture only."""

import re
from collections.abc import Sequence
from typing import Literal

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.content import Glyph, PageContent

PageKind = Literal["digital", "hybrid", "image", "empty"]

_COVERED = 0.5
# A scan whose layer holds fewer characters than this was not read by anybody.
_FEWEST = 25
# Bullets and rules of a font of signs are fewer than this.
_UNKNOWN = 0.1
_POOREST = 0.7
_JUDGED_FROM = 8

#   disposition   Records,   (b)   N1-567-09-6   $1,200.00
_PLAIN = re.compile(r"[\"'(\[]?[A-Za-z]?[a-z]*[\"')\].,;:?!]{0,3}|[\"'(\[]?[A-Z]+[\"')\].,;:?!]{0,3}")
_NUMERIC = re.compile(r"[A-Z0-9][A-Z0-9()/.,:;#%$&-]*")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")


def page_kind(content: PageContent) -> PageKind:
    """The kind of a page by what lies on it."""
    letters = len(content.glyphs) + len(content.hidden)
    if _picture_share(content) >= _COVERED:
        return "hybrid" if letters >= _FEWEST else "image"
    if content.glyphs or content.unset:
        return "digital"
    return "image" if content.pictures or content.inks else "empty"


def is_unmapped(content: PageContent) -> bool:
    """Whether the page's fonts do not say which characters they show, so that only its picture can tell."""
    unknown = sum(not glyph.style.known and not glyph.style.signs for glyph in content.glyphs)
    return unknown > _UNKNOWN * len(content.glyphs)


def _picture_share(content: PageContent) -> float:
    """How much of the page pictures cover: scanners cut a page into strips, so their areas are added."""
    area = sum(_area(box) for box in content.pictures)
    return min(1.0, area / (content.width * content.height))


def _area(box: BoundingBox) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def is_legible(words: Sequence[str]) -> bool:
    """Whether a text layer reads like text: most of its letters stand in words that could be words.

    A layer of too few words to judge counts as legible; its numbers are repaired and doubted like any other.
    """
    if len(words) < _JUDGED_FROM:
        return True
    good = sum(len(word) for word in words if _is_plausible(word))
    return good >= _POOREST * sum(map(len, words))


def _is_plausible(word: str) -> bool:
    if _NUMERIC.fullmatch(word) and any(character.isdigit() for character in word):
        return True
    if not _PLAIN.fullmatch(word):
        parts = [part for part in re.split(r"[-/&'’,.]", word) if part]
        return len(parts) > 1 and all(_is_plausible(part) for part in parts)
    letters = [character for character in word if character.isalpha()]
    return len(letters) < 4 or bool(_VOWEL.search(word))


def layer_glyphs(content: PageContent) -> tuple[Glyph, ...]:
    """The characters of a scan's text layer, shown or not: a picture may lie over characters that are drawn."""
    return (*content.glyphs, *content.hidden)
