"""How a program wrote the PDF: what does not change the page's look but what a reader of its objects meets."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """`crop` is the offset of the CropBox in the MediaBox; `rotate` is the page's /Rotate, which shows it upright."""

    scrambled: bool = False
    rotate: int = 0
    crop: tuple[float, float] = (0, 0)
    glyph_by_glyph: bool = False
    ligatures: bool = False


def choose(rng: Random) -> Production:
    """A production; half of them are plain."""
    if rng.random() < 0.5:
        return Production()
    return Production(
        scrambled=rng.random() < 0.4,
        rotate=rng.choice([0, 0, 0, 90, 270, 180]),
        crop=rng.choice([(0, 0), (0, 0), (18, 27), (40, 12.5)]),
        glyph_by_glyph=rng.random() < 0.2,
        ligatures=rng.random() < 0.4,
    )
