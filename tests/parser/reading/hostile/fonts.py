"""Files whose fonts lead astray."""

from tests.parser.reading.hostile.build import deflated, one_page, stream
from tests.parser.reading.hostile.cases import hostile_set

SHOWN = stream(b"BT /F1 12 Tf 72 700 Td (N1-567-09-6) Tj <0041004200430044> Tj ET")
HEAD = b"<</Type/Font/Subtype/"
WIDE = b"Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts"


def font(value: bytes, more: dict[int, bytes] | None = None) -> bytes:
    return one_page(SHOWN, more={5: value, **(more or {})})


def to_unicode(cmap: bytes, keys: bytes = b"") -> bytes:
    """A font whose map to Unicode is given."""
    head = b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <0000><ffff> endcodespacerange\n"
    return font(
        HEAD + WIDE + b"[<</Type/Font/Subtype/CIDFontType2/BaseFont/X>>]/ToUnicode 6 0 R>>",
        {6: deflated(head + cmap + b"endcmap end", keys)},
    )


def embedded(kind: bytes, data: bytes) -> bytes:
    return font(
        HEAD + b"TrueType/BaseFont/X/FirstChar 0/LastChar 255/FontDescriptor 6 0 R>>",
        {6: b"<</Type/FontDescriptor/FontName/X/Flags 4/%b 7 0 R>>" % kind, 7: deflated(data)},
    )


NOISE = bytes(range(256)) * 20

hostile_set(
    {
        "a font that is a number": lambda: font(b"42"),
        "a font without anything": lambda: font(b"<<>>"),
        "a font that is its own descendant": lambda: font(HEAD + WIDE + b"[5 0 R]>>"),
        "a font whose descendants are a cycle": lambda: font(HEAD + WIDE + b" 6 0 R>>", {6: b"[6 0 R]"}),
        "a font whose encoding is itself": lambda: font(HEAD + b"Type1/BaseFont/Helvetica/Encoding 5 0 R>>"),
        "a font whose map to Unicode is itself": lambda: font(
            HEAD + b"Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>"
        ),
        "a map to Unicode that uses itself": lambda: to_unicode(b"/Identity-H usecmap ", b"/UseCMap 6 0 R"),
        "a map to Unicode of two million rows": lambda: to_unicode(
            b"2000000 beginbfchar\n" + b"<0041> <0042>\n" * 2_000_000 + b"endbfchar\n"
        ),
        "a map to Unicode of a range of billions": lambda: to_unicode(
            b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange\n"
        ),
        "a thousand ranges of 65,536": lambda: to_unicode(
            b"1000 beginbfrange\n" + b"<0000> <ffff> <0041>\n" * 1000 + b"endbfrange\n"
        ),
        "a map to Unicode of long words": lambda: to_unicode(
            b"1 beginbfrange <0000> <ffff> <" + b"0041" * 20_000 + b"> endbfrange\n"
        ),
        "a map to Unicode of noise": lambda: to_unicode(NOISE),
        "a code space that is empty": lambda: to_unicode(
            b"1 begincodespacerange <> <> endcodespacerange 1 beginbfchar <> <> endbfchar\n"
        ),
        "a range of character codes of billions": lambda: to_unicode(
            b"1 begincidrange <00000000> <ffffffff> 0 endcidrange\n"
        ),
        "a TrueType font of noise": lambda: embedded(b"FontFile2", NOISE),
        "a TrueType font of a head alone": lambda: embedded(
            b"FontFile2", b"\0\1\0\0\xff\xff\0\0\0\0\0\0" + b"glyf" * 3000
        ),
        "a Type 1 font of noise": lambda: embedded(b"FontFile", b"%!PS-AdobeFont-1.0\n" + NOISE),
        "a compact font of noise": lambda: embedded(b"FontFile3", b"\1\0\4\4" + NOISE),
        "a font file that is its own descriptor": lambda: font(
            HEAD + b"TrueType/BaseFont/X/FontDescriptor 6 0 R>>",
            {6: b"<</FontFile2 6 0 R/FontDescriptor 6 0 R>>"},
        ),
        "a drawn font whose glyph shows itself": lambda: font(
            HEAD + b"Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 0/LastChar 255/Widths[9]"
            b"/Encoding<</Differences[0/a 49/a 78/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F1 5 0 R>>>>>>",
            {6: stream(b"9 0 d0 BT /F1 9 Tf (N1N1N1N1) Tj ET")},
        ),
        "a million widths": lambda: font(
            HEAD + b"Type1/BaseFont/X/FirstChar 0/LastChar 999999/Widths[" + b"500 " * 1_000_000 + b"]>>"
        ),
        "widths of a range of billions": lambda: font(
            HEAD + WIDE + b"[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[0 2147483647 500]>>]>>"
        ),
        "differences from a code of billions": lambda: font(
            HEAD + b"Type1/BaseFont/Helvetica/Encoding<</Differences[2147483647/A/B -9/C (x) nan]>>>>"
        ),
        "widths that are none": lambda: font(
            HEAD + b"Type1/BaseFont/X/FirstChar -5/LastChar nan/Widths[nan inf (x) 5 0 R]>>"
        ),
        "20,000 fonts on a page": lambda: one_page(
            SHOWN, resources=b"/Font<<" + b"".join(b"/G%d 5 0 R" % n for n in range(20_000)) + b"/F1 5 0 R>>"
        ),
    }
)
