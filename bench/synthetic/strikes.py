"""Lines through words, in every way in which a PDF can draw them."""

from random import Random

from bench.synthetic.sheet import Ink, Sheet, Text

HEIGHT = (0.2, 0.34)
"""Where strikes stand: share of the font size above the baseline."""
SHAPES = {
    "stroke": "line",
    "fill": "fill",
    "curve": "curve",
    "image": "image",
    "strikeout": "strikeout",
    "line-annotation": "line-annotation",
    "ink-annotation": "ink-annotation",
    "form": "form",
    "dashed": "dashed",
}


def strike(sheet: Sheet, rng: Random) -> None:
    """Draw the line through every struck stretch of the page's words."""
    width = rng.uniform(0.5, 1.3)
    color = rng.choice([(0, 0, 0), (0, 0, 0), (0.1, 0.1, 0.4), (0.6, 0.05, 0.05)])
    blocks: dict[str, list[Text]] = {}
    for text in list(sheet.texts):
        if text.kind == "diagonal" and text.origin:
            blocks.setdefault(text.origin.item, []).append(text)
            continue
        for start, end in text.struck:
            _one(sheet, text, start, end, width, color, rng)
    for texts in blocks.values():
        _diagonal(sheet, texts, width, color)


def _one(
    sheet: Sheet,
    text: Text,
    start: int,
    end: int,
    width: float,
    color: tuple[float, float, float],
    rng: Random,
) -> None:
    edges = text.edges()
    x0, x1 = edges[start] - rng.uniform(0, 1.5), edges[end] + rng.uniform(0, 1.5)
    y = text.baseline - text.size * rng.uniform(*HEIGHT)
    kind = text.kind or "stroke"
    if kind in {"hyphens", "crosses"}:
        _overtype(sheet, text, start, end, "-" if kind == "hyphens" else "x", rng)
    elif kind == "pieces":
        at = x0
        while at < x1 - 1.5:
            end_at = min(x1, at + rng.uniform(25, 70))
            level = y + rng.uniform(-0.5, 0.5)
            sheet.ink.append(
                Ink(shape="line", points=(at, level, end_at, level), width=width, color=color, strike=True)
            )
            at = end_at - rng.uniform(0.2, 1.5)
    elif kind == "slanted":
        _slanted(sheet, text, x0, x1, width, color, rng)
    elif kind == "curve":
        third = (x1 - x0) / 3
        bend = rng.uniform(-0.08, 0.08) * text.size
        points = (x0, y, x0 + third, y + bend, x0 + 2 * third, y - bend, x1, y)
        sheet.ink.append(Ink(shape="curve", points=points, width=width, color=color, strike=True))
    else:
        sheet.ink.append(
            Ink(shape=SHAPES[kind], points=(x0, y, x1, y), width=width, color=color, strike=True)
        )


def _slanted(
    sheet: Sheet,
    text: Text,
    x0: float,
    x1: float,
    width: float,
    color: tuple[float, float, float],
    rng: Random,
) -> None:
    """Lines of a hand that is not level: each so long that it stays within the letters."""
    low, high = text.baseline - 0.16 * text.size, text.baseline - 0.5 * text.size
    slope = rng.choice([-1, 1]) * rng.uniform(0.5, 3.0)
    reach = (low - high) / abs(slope / 57.3)
    at = x0
    while at < x1:
        end = min(x1, at + reach)
        rise = (end - at) * slope / 57.3
        middle = (low + high) / 2
        sheet.ink.append(
            Ink(
                shape="line",
                points=(at, middle + rise / 2, end, middle - rise / 2),
                width=width,
                color=color,
                strike=True,
            )
        )
        at = end


def _overtype(sheet: Sheet, text: Text, start: int, end: int, mark: str, rng: Random) -> None:
    """Hyphens or x's typed over the words, as a typewriter does, on nearly the same baseline."""
    edges = text.edges()
    baseline = text.baseline + rng.uniform(-0.4, 0.4)
    size = text.size
    mono = text.font.startswith("Courier")
    if mono:
        sheet.texts.append(
            Text(
                text=mark * (end - start),
                x=edges[start] + rng.uniform(-0.4, 0.4),
                baseline=baseline,
                font=text.font,
                size=size,
                kind="overtype",
            )
        )
        return
    one = Text(text=mark, x=0, baseline=0, font=text.font, size=size).width
    count = max(1, round((edges[end] - edges[start]) / one))
    sheet.texts.append(
        Text(text=mark * count, x=edges[start], baseline=baseline, font=text.font, size=size, kind="overtype")
    )


def _diagonal(sheet: Sheet, texts: list[Text], width: float, color: tuple[float, float, float]) -> None:
    """One long line from corner to corner of a block of several lines."""
    left, right = min(text.x for text in texts), max(text.x + text.width for text in texts)
    top, bottom = min(text.baseline - text.size for text in texts), max(text.baseline for text in texts)
    sheet.ink.append(
        Ink(
            shape="line",
            points=(left - 4, bottom + 2, right + 4, top - 2),
            width=max(width, 1.0),
            color=color,
            strike=True,
        )
    )
