"""Files whose streams and images grow without measure when they are decoded."""

import struct
import zlib
from functools import cache

from tests.parser.reading.hostile.build import TEXT, one_page, stream
from tests.parser.reading.hostile.cases import hostile, hostile_set


@cache
def bomb(times: int, megabytes: int) -> bytes:
    """So many megabytes of blanks, deflated several times."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def flate(times: int, megabytes: int) -> bytes:
    return one_page(stream(bomb(times, megabytes), b"/Filter[" + b"/FlateDecode" * times + b"]"))


def filtered(data: bytes, keys: bytes) -> bytes:
    return one_page(stream(data, keys))


hostile_set(
    {
        "contents that inflate to 768 MB": lambda: flate(1, 768),
        "contents that inflate twice to 1 GB": lambda: flate(2, 1024),
        "contents that inflate three times to 1 GB": lambda: flate(3, 1024),
        "contents under a thousand filters": lambda: filtered(
            TEXT.hex().encode(), b"/Filter[" + b"/ASCIIHexDecode" * 1000 + b"]"
        ),
        "contents under LZW of noise": lambda: filtered(
            b"\x80" + bytes(range(256)) * 4_000, b"/Filter/LZWDecode"
        ),
        "contents of run lengths without end": lambda: filtered(
            b"\x81 " * 2_000_000, b"/Filter/RunLengthDecode"
        ),
        "contents under a filter that nobody has": lambda: filtered(TEXT, b"/Filter/NobodyDecode"),
        "contents whose filter is their own stream": lambda: filtered(TEXT, b"/Filter 4 0 R"),
        "a predictor of two billion columns": lambda: filtered(
            zlib.compress(TEXT),
            b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 255>>",
        ),
        "a predictor of columns below zero": lambda: filtered(
            zlib.compress(TEXT), b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns -4>>"
        ),
        "deflated contents with a flaw within": lambda: filtered(
            zlib.compress(TEXT * 50)[:60] + b"\xff" * 60, b"/Filter/FlateDecode"
        ),
        "contents deflated and cut off": lambda: filtered(
            zlib.compress(TEXT * 500)[:80], b"/Filter/FlateDecode"
        ),
    }
)


def image(keys: bytes, data: bytes = b"\0" * 64, more: dict[int, bytes] | None = None) -> bytes:
    """A page with one line of text and an image."""
    return one_page(
        stream(TEXT + b"q 600 0 0 700 0 0 cm /I Do Q"),
        resources=b"/XObject<</I 6 0 R>>",
        more={6: stream(data, b"/Type/XObject/Subtype/Image" + keys), **(more or {})},
    )


GREY = b"/ColorSpace/DeviceGray/BitsPerComponent 8"


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG of the given size, and noise for its body."""
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xda\0\x08\1\1\0\0\x3f\0" + bytes(range(1, 255)) * 9


hostile_set(
    {
        "an image of 100,000 by 100,000": lambda: image(b"/Width 100000/Height 100000" + GREY),
        "an image of two billion by two billion": lambda: image(
            b"/Width 2147483647/Height 2147483647" + GREY
        ),
        "an image of a size below zero": lambda: image(b"/Width -5/Height -5" + GREY),
        "an image of no size": lambda: image(b"/Width 0/Height 0" + GREY),
        "an image that inflates to 1 GB": lambda: image(
            b"/Width 32768/Height 32768/Filter[/FlateDecode/FlateDecode]" + GREY, bomb(2, 1024)
        ),
        "an image of 77 bits": lambda: image(b"/Width 8/Height 8/BitsPerComponent 77/ColorSpace/DeviceRGB"),
        "a JBIG2 image of noise": lambda: image(
            b"/Width 99/Height 99/Filter/JBIG2Decode" + GREY, bytes(range(256))
        ),
        "a JBIG2 image that refers to itself": lambda: image(
            b"/Width 99/Height 99/Filter/JBIG2Decode/DecodeParms<</JBIG2Globals 6 0 R>>" + GREY,
            b"\0\0\0\0\x30\0\1\0\0\0\x13\x7f\xff\xff\xff\x7f\xff\xff\xff\0\0\0\0\0\0\0\0\0\0\0",
        ),
        "a JPX image of noise": lambda: image(
            b"/Width 99/Height 99/Filter/JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(range(256)) * 9
        ),
        "a JPX image of great size": lambda: image(
            b"/Width 99/Height 99/Filter/JPXDecode",
            b"\xff\x4f\xff\x51"
            + struct.pack(">HHIIIIIIIIH", 41, 0, *[2**31 - 1] * 2, 0, 0, *[2**31 - 1] * 2, 0, 0, 1)
            + b"\7\1\1\xff\x52\0\x0c\0\0\0\1\0\1\4\4\0\1\xff\x5c\0\4\x40\x40\xff\x90\0\x0a\0\0\0\0\0\0\0\1\xff\x93"
            + b"\xaa" * 99,
        ),
        "a JPEG of noise": lambda: image(b"/Width 99/Height 99/Filter/DCTDecode" + GREY, jpeg(99, 99)),
        "a JPEG of 65,500 by 65,500": lambda: image(
            b"/Width 65500/Height 65500/Filter/DCTDecode" + GREY, jpeg(65_500, 65_500)
        ),
        "a fax of two billion columns": lambda: image(
            b"/Width 2147483647/Height 9/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2147483647/Rows 9>>"
            b"/ColorSpace/DeviceGray/BitsPerComponent 1",
            b"\x26\xa0" * 99,
        ),
        "an image that is its own mask": lambda: image(b"/Width 8/Height 8/SMask 6 0 R" + GREY),
        "a colour space of itself": lambda: image(
            b"/Width 8/Height 8/BitsPerComponent 8/ColorSpace 7 0 R", more={7: b"[/Indexed 7 0 R 255 7 0 R]"}
        ),
        "a colour space of a cycle of profiles": lambda: image(
            b"/Width 8/Height 8/BitsPerComponent 8/ColorSpace[/ICCBased 7 0 R]",
            more={7: stream(b"noise", b"/N 3/Alternate[/ICCBased 7 0 R]")},
        ),
        "colour spaces in one another": lambda: image(
            b"/Width 8/Height 8/BitsPerComponent 8/ColorSpace"
            + b"[/Indexed" * 20_000
            + b"/DeviceRGB"
            + b" 1(xxxxxx)]" * 20_000
        ),
    }
)


@hostile("an image placed 200,000 times")
def many_images() -> bytes:
    return one_page(
        stream(TEXT + b"/I Do " * 200_000),
        resources=b"/XObject<</I 6 0 R>>",
        more={6: stream(b"\0" * 64, b"/Subtype/Image/Width 8/Height 8" + GREY)},
    )


@hostile("an inline image without end")
def inline_image() -> bytes:
    return one_page(stream(TEXT + b"BI /W 99999 /H 99999 /BPC 8 /CS /G ID " + b"x" * 50_000))
