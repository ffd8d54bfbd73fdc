"""Affine maps of the plane: (a, b, c, d, e, f) sends (x, y) to (a·x + c·y + e, b·x + d·y + f), as PDF writes them."""

from math import hypot

Affine = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def after(inner: Affine, outer: Affine) -> Affine:
    """First `inner`, then `outer` (PDF 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(affine: Affine, x: float, y: float) -> Point:
    """Where the map sends (x, y)."""
    a, b, c, d, e, f = affine
    return (a * x + c * y + e, b * x + d * y + f)


def scale(affine: Affine) -> float:
    """How much longer the map makes a length, the mean of its two axes."""
    a, b, c, d, _, _ = affine
    return (hypot(a, b) + hypot(c, d)) / 2
