"""Scans: rendered pages, degraded as scanners and copiers do, wrapped into PDFs that hold images only."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Pixels = np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What a scanner did to one page. `skew` in degrees, anticlockwise; `noise` and `shade` in grey levels of 255."""

    dpi: int
    skew: float
    blur: float
    noise: float
    shade: float
    quality: int | None
    specks: int

    @property
    def bilevel(self) -> bool:
        """Black and white only, as fax and early scanners; then no JPEG."""
        return self.quality is None


def choose(rng: Random, dpi: int, *, bilevel: bool | None = None) -> Damage:
    """Damage of an ordinary scan."""
    black_and_white = rng.random() < 0.3 if bilevel is None else bilevel
    return Damage(
        dpi=dpi,
        skew=rng.uniform(-1.5, 1.5) if rng.random() < 0.8 else 0.0,
        blur=rng.uniform(0.2, 0.9) * dpi / 300,
        noise=rng.uniform(2, 12),
        shade=rng.uniform(0, 28),
        quality=None if black_and_white else rng.randint(45, 88),
        specks=rng.randint(0, 60),
    )


def pages_of(pdf: bytes, damages: Sequence[Damage], seed: int) -> list[Image.Image]:
    """Each page of a PDF as its damaged picture."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    for number, damage in enumerate(damages):
        picture = document[number].render(scale=damage.dpi / 72, may_draw_forms=True).to_pil().convert("L")
        pictures.append(degraded(picture, damage, seed + number))
    document.close()
    return pictures


def degraded(picture: Image.Image, damage: Damage, seed: int) -> Image.Image:
    """The picture after paper, glass and sensor."""
    noise = np.random.default_rng(seed)
    if damage.skew:
        picture = picture.rotate(damage.skew, Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(damage.blur))
    pixels = np.asarray(picture, dtype=np.float32)
    pixels = pixels - _shade(pixels.shape, damage.shade, noise)
    pixels = 24 + pixels * (231 / 255) + noise.normal(0, damage.noise, pixels.shape).astype(np.float32)
    for _ in range(damage.specks):
        y, x = int(noise.integers(0, pixels.shape[0] - 4)), int(noise.integers(0, pixels.shape[1] - 4))
        size = int(noise.integers(1, 4))
        pixels[y : y + size, x : x + size] = noise.uniform(20, 120)
    result = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "L")
    return result.point(lambda value: 255 if value > 140 else 0).convert("1") if damage.bilevel else result


def _shade(shape: tuple[int, ...], depth: float, noise: np.random.Generator) -> Pixels:
    """Uneven paper: a few broad shadows and one dark edge."""
    coarse = noise.uniform(0, 1, (6, 5)).astype(np.float32) * 255
    broad = Image.fromarray(coarse.astype(np.uint8), "L").resize(
        (shape[1], shape[0]), Image.Resampling.BICUBIC
    )
    shadow: Pixels = np.asarray(broad, dtype=np.float32) / 255 * depth
    shadow[:, : shape[1] // 60] += depth
    return shadow


def wrapped(pictures: Sequence[Image.Image], damages: Sequence[Damage]) -> bytes:
    """A PDF of the pictures alone."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    for picture, damage in zip(pictures, damages, strict=True):
        size = (picture.width * 72 / damage.dpi, picture.height * 72 / damage.dpi)
        canvas.setPageSize(size)
        canvas.drawImage(reader(picture, damage), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def reader(picture: Image.Image, damage: Damage) -> ImageReader:
    """The picture as it is stored in the PDF."""
    if damage.bilevel:
        return ImageReader(picture)
    stored = BytesIO()
    picture.save(stored, "JPEG", quality=damage.quality)
    stored.seek(0)
    return ImageReader(stored)
