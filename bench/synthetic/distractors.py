"""Ink that is no strike: underlines, leaders, highlights, redactions, stamps at an angle, lines that nobody can see."""

from random import Random

from bench.synthetic.sheet import Ink, Sheet, Text


def distract(sheet: Sheet, rng: Random, stamps: tuple[str, ...], *, unseen: bool) -> None:
    """Add some of each to a page. `unseen`: also invisible strokes, which only a PDF can hold."""
    words = [
        text
        for text in sheet.texts
        if text.origin and text.origin.part in {"text", "title"} and not text.struck and len(text.text) > 12
    ]
    if words and rng.random() < 0.7:
        _underline(sheet, rng.choice(words), rng)
    if words and rng.random() < 0.35:
        _highlight(sheet, rng.choice(words), rng)
    if rng.random() < 0.3:
        _margin_note(sheet, rng)
    if words and unseen and rng.random() < 0.5:
        _unseen(sheet, rng.choice(words), rng)
    for stamp in stamps:
        _stamp(sheet, stamp, rng)


def _underline(sheet: Sheet, text: Text, rng: Random) -> None:
    edges = text.edges()
    start = rng.randrange(0, len(text.text) // 2)
    end = rng.randrange(start + 4, len(text.text) + 1)
    y = text.baseline + text.size * rng.uniform(0.08, 0.2)
    shape = rng.choice(["line", "fill", "dashed", "underline-annotation"])
    sheet.ink.append(Ink(shape=shape, points=(edges[start], y, edges[end], y), width=rng.uniform(0.4, 0.9)))


def _highlight(sheet: Sheet, text: Text, rng: Random) -> None:
    y = text.baseline - text.size * 0.3
    shape = rng.choice(["fill", "highlight-annotation"])
    ink = Ink(
        shape=shape,
        points=(text.x, y, text.x + text.width * 0.6, y),
        width=text.size * 1.1,
        color=(1, 0.95, 0.3),
        under=True,
    )
    sheet.ink.append(ink)


def _margin_note(sheet: Sheet, rng: Random) -> None:
    """A redaction bar over nothing that is read, or a row of leaders."""
    if rng.random() < 0.5:
        sheet.ink.append(Ink(shape="fill", points=(470, 782, 470 + rng.uniform(40, 90), 782), width=9))
    else:
        sheet.write("File copy ............ 1", 440, 784, "Courier", 7)


def _unseen(sheet: Sheet, text: Text, rng: Random) -> None:
    y = text.baseline - text.size * 0.28
    shape = rng.choice(["white", "clipped", "transparent", "mode3"])
    if shape == "white":
        sheet.ink.append(
            Ink(
                shape="line",
                points=(text.x, y, text.x + text.width, y),
                width=0.7,
                color=(1, 1, 1),
                under=True,
            )
        )
    elif shape == "mode3":
        count = len(text.text) // 2
        sheet.texts.append(
            Text(
                text="-" * count,
                x=text.x,
                baseline=text.baseline,
                font=text.font,
                size=text.size,
                mode=3,
                kind="unseen",
            )
        )
    else:
        sheet.ink.append(Ink(shape=shape, points=(text.x, y, text.x + text.width, y), width=0.8))


def _stamp(sheet: Sheet, words: str, rng: Random) -> None:
    """Large red or grey letters, level above the form or at an angle across its foot."""
    color = rng.choice([(0.75, 0.1, 0.1), (0.1, 0.1, 0.1), (0.2, 0.2, 0.55)])
    size = rng.uniform(11, 15)
    lowest = max((text.baseline for text in sheet.texts if text.origin), default=700.0)
    # A stamp over words would hide in a scan what the truth says is printed.
    if rng.random() < 0.4 or lowest > 610:
        sheet.write(words, 150 + rng.uniform(-40, 40), 26, "Helvetica-Bold", size, color=color)
    else:
        x, baseline = rng.uniform(120, 260), rng.uniform(lowest + 75, 690)
        sheet.write(
            words,
            x,
            baseline,
            "Helvetica-Bold",
            size,
            color=color,
            angle=rng.choice([-1, 1]) * rng.uniform(4, 16),
        )
