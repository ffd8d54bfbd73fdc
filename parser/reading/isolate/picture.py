"""A piece of a PDF page as a PNG picture with a place marked; drawn in a process of its own.

Started as `python -m schedgraph.parser.reading.isolate.picture PAGE X0 TOP X1 BOTTOM`; the PDF comes on
standard input and the picture goes to standard output.
"""

import io
import os
import subprocess
import sys
from collections.abc import Sequence

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.isolate.process import import_path

_SCALE = 2.0
"""Pixels to the point: 144 to the inch, which a screen shows sharply."""
_ABOVE_AND_BELOW = 72.0
"""Points of the page that are shown around the place, an inch, so that a reader sees where it stands."""
_MARK = (255, 214, 0)
_SECONDS = 60
_LARGEST_ANSWER = 64 * 1024 * 1024


def page_picture(data: bytes, page: int, bbox: BoundingBox, limits: Limits | None = None) -> bytes:
    """A PNG of the lines around `bbox` on page `page` (from 1), the place marked like with a felt pen.

    Raises DocumentError where the page cannot be drawn.
    """
    limits = limits or Limits()
    try:
        ended = subprocess.run(  # noqa: S603 (our own interpreter and module)
            [
                *(sys.executable, "-B", "-P", "-m", __name__),
                *(str(limits.memory_bytes), str(page), *map(str, bbox)),
            ],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            env={**os.environ, "PYTHONPATH": import_path()},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DocumentError(
            f"page {page} was not drawn within {_SECONDS} seconds; open it in a viewer"
        ) from None
    if ended.returncode or not ended.stdout.startswith(b"\x89PNG") or len(ended.stdout) > _LARGEST_ANSWER:
        raise DocumentError(f"page {page} cannot be drawn; open the PDF in a viewer")
    return ended.stdout


def main(arguments: Sequence[str]) -> None:
    """Draw one picture; any failure ends the process with a code that is not 0."""
    from schedgraph.parser.reading.isolate.confinement import allow_seconds, confine

    confine(int(arguments[0]))
    allow_seconds(_SECONDS)
    x0, top, x1, bottom = map(float, arguments[2:6])
    sys.stdout.buffer.write(_drawn(sys.stdin.buffer.read(), int(arguments[1]), (x0, top, x1, bottom)))


def _drawn(data: bytes, number: int, bbox: BoundingBox) -> bytes:
    import pypdfium2
    from PIL import Image, ImageChops

    page = pypdfium2.PdfDocument(data)[number - 1]
    width, height = page.get_size()
    scale = min(_SCALE, (Limits().pixels_per_page / max(1.0, width * height)) ** 0.5)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    felt = Image.new("RGB", picture.size, (255, 255, 255))
    x0, top, x1, bottom = (round(each * scale) for each in bbox)
    felt.paste(_MARK, (max(0, x0 - 2), max(0, top - 2), x1 + 2, bottom + 2))
    marked = ImageChops.multiply(picture, felt)
    around = round(_ABOVE_AND_BELOW * scale)
    cut = marked.crop((0, max(0, top - around), picture.width, min(picture.height, bottom + around)))
    stream = io.BytesIO()
    cut.save(stream, "PNG")
    return stream.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
