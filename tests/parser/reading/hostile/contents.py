"""Files whose pages draw without end, or on paper that does not exist."""

from schedgraph.parser.reading.isolate.outcome import Outcome
from tests.parser.reading.hostile.build import TEXT, deflated, one_page, page_objects, pdf, stream
from tests.parser.reading.hostile.cases import READ, hostile, hostile_set


def drawn(operators: bytes, **parts: object) -> bytes:
    """A page of one line of text and these operators, deflated as such files are sent."""
    return one_page(deflated(TEXT + operators), **parts)


def forms(levels: int, calls: int, last: bytes = TEXT) -> bytes:
    """Forms that each draw the next one so many times."""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]"
    nested = {
        n: stream(b"/X Do " * calls, head + b"/Resources<</XObject<</X %d 0 R>>>>" % (n + 1))
        for n in range(10, 10 + levels)
    }
    nested[10 + levels] = stream(last, head + b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 10 0 R>>>>")
    return one_page(stream(TEXT + b"/X Do"), resources=b"/XObject<</X 10 0 R>>", more=nested)


hostile_set(
    {
        "a form that draws itself": lambda: forms(0, 1, b"/X Do"),
        "forms in a cycle": lambda: forms(3, 1, b"/X Do"),
        "forms in a cycle that draw each other twice": lambda: forms(3, 2, b"/X Do /X Do"),
        "forms nested 5,000 deep": lambda: forms(5_000, 1),
        "forms that double thirty times": lambda: forms(30, 2),
        "forms that grow tenfold eight times": lambda: forms(8, 10),
        "a million operators": lambda: drawn(b"0 0 m 9 9 l S\n" * 333_334),
        "a million lines of text": lambda: drawn(b"BT /F1 9 Tf 1 0 0 1 72 300 Tm (item) Tj ET\n" * 250_000),
        "a million characters on one spot": lambda: drawn(
            b"BT /F1 9 Tf 72 300 Td (" + b"i" * 1_000_000 + b") Tj ET"
        ),
        "a path of a million points": lambda: drawn(b"0 0 m " + b"3 4 l 5 6 l " * 500_000 + b"S"),
        "a million states saved": lambda: drawn(b"q " * 1_000_000),
        "a million states restored": lambda: drawn(b"Q " * 1_000_000),
        "a million operands": lambda: drawn(b"1 " * 1_000_000 + b"re f"),
        "marked contents nested 200,000 deep": lambda: drawn(b"/P <</MCID 1>> BDC " * 200_000),
        "arrays nested in contents": lambda: drawn(b"[" * 500_000 + b"1" + b"]" * 500_000 + b" TJ"),
        "dictionaries nested in contents": lambda: drawn(b"/P " + b"<</A " * 200_000 + b" BDC"),
        "numbers that are none": lambda: drawn(
            b"nan inf -inf 1e999 .. -- +-3 0x1F NaN Infinity m 1 2 l S BT /F1 nan Tf (x) Tj ET"
        ),
        "numbers of ten thousand digits": lambda: drawn(
            b"9" * 10_000 + b" 0." + b"0" * 10_000 + b"1 m 3 4 l S"
        ),
        "a matrix of zeros": lambda: drawn(
            b"0 0 0 0 0 0 cm 0 0 m 9 9 l S BT 0 0 0 0 0 0 Tm /F1 0 Tf (lost) Tj ET"
        ),
        "a matrix that grows": lambda: drawn(
            b"9e9 0 0 9e9 9e9 9e9 cm " * 500 + b"0 0 9 9 re f BT /F1 9 Tf (far) Tj ET"
        ),
        "type of a size beyond measure": lambda: drawn(
            b"BT /F1 1e38 Tf (huge) Tj 1e-38 0 0 1e-38 0 0 Tm (tiny) Tj ET"
        ),
        "a dash of no length": lambda: drawn(
            b"[0 0 0 0] 0 d [1e-9] 0 d 0 0 m 600 700 l S [-1 -1] -5 d 0 0 m 600 700 l S"
        ),
        "strings that are never closed": lambda: drawn(b"BT /F1 9 Tf " + b"(" * 100_000),
        "a page of noise": lambda: drawn(bytes(range(256)) * 4_000),
        "operators without operands": lambda: drawn(
            b"cm Tm Td Tj TJ ' \" re m l c v y Do gs sh scn SCN BI ID EI d0 d1 " * 5_000
        ),
        "a tiling of tiny tiles": lambda: drawn(
            b"/Pattern cs /T scn 0 0 612 792 re f",
            resources=b"/Pattern<</T 6 0 R>>",
            more={
                6: stream(
                    b"/Pattern cs /T scn 0 0 1 1 re f",
                    b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 1e-9/YStep 1e-9"
                    b"/Resources<</Pattern<</T 6 0 R>>>>",
                )
            },
        ),
        "a shading by functions in a cycle": lambda: drawn(
            b"/S sh",
            resources=b"/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Function 6 0 R>>>>",
            more={6: b"<</FunctionType 3/Domain[0 1]/Functions[6 0 R 6 0 R]/Bounds[.5]/Encode[0 1 0 1]>>"},
        ),
        "a function of nested braces": lambda: drawn(
            b"/S sh",
            resources=b"/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Function 6 0 R>>>>",
            more={6: stream(b"{" * 100_000, b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1]")},
        ),
        "a sampled function of billions": lambda: drawn(
            b"/S sh",
            resources=b"/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Function 6 0 R>>>>",
            more={
                6: stream(
                    b"x", b"/FunctionType 0/Domain[0 1 0 1]/Range[0 1]/Size[65535 65535]/BitsPerSample 32"
                )
            },
        ),
        "a state that masks with itself": lambda: drawn(
            b"/G gs 0 0 99 99 re f",
            resources=b"/ExtGState<</G 6 0 R>>",
            more={
                6: b"<</SMask<</S/Alpha/G 7 0 R>>>>",
                7: stream(
                    b"/G gs 0 0 9 9 re f",
                    b"/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>/Resources<</ExtGState<</G 6 0 R>>>>",
                ),
            },
        ),
        "contents in 50,000 parts": lambda: one_page(
            b"[" + b"6 0 R " * 50_000 + b"]", more={6: stream(TEXT)}
        ),
        "contents that list themselves": lambda: one_page(b"[6 0 R 4 0 R 4 0 R]", more={6: stream(TEXT)}),
        "contents that are the page": lambda: one_page(b"3 0 R"),
        "resources that are the page": lambda: one_page(page=b"/Resources 3 0 R"),
        "a layer that depends on itself": lambda: drawn(
            b"/OC /L BDC 0 0 9 9 re f EMC",
            resources=b"/Properties<</L 6 0 R>>",
            more={6: b"<</Type/OCMD/OCGs[6 0 R]/VE[/And 6 0 R 7 0 R]>>", 7: b"[/Not 7 0 R]"},
        ),
    }
)


def paper(box: bytes) -> bytes:
    return one_page(box=box)


hostile_set(
    {
        "paper of a hundred kilometres": lambda: paper(b"/MediaBox[0 0 300000000 300000000]"),
        "paper of 1e38 points": lambda: paper(b"/MediaBox[-1e38 -1e38 1e38 1e38]"),
        "paper upside down": lambda: paper(b"/MediaBox[612 792 0 0]"),
        "paper below zero": lambda: paper(b"/MediaBox[-612 -792 -1 -1]"),
        "paper of no size": lambda: paper(b"/MediaBox[0 0 0 0]"),
        "paper of three numbers": lambda: paper(b"/MediaBox[0 0 612]"),
        "paper of no numbers": lambda: paper(b"/MediaBox[nan inf (x) /y]"),
        "paper of itself": lambda: paper(b"/MediaBox 3 0 R"),
        "paper that is not told": lambda: paper(b""),
        "a crop beside the paper": lambda: paper(b"/MediaBox[0 0 612 792]/CropBox[9000 9000 9001 9001]"),
        "a unit of a billion": lambda: paper(b"/MediaBox[0 0 612 792]/UserUnit 1000000000"),
        "paper turned by 45 degrees": lambda: paper(b"/MediaBox[0 0 612 792]/Rotate 45"),
        "paper turned for ever": lambda: paper(b"/MediaBox[0 0 612 792]/Rotate 999999999999"),
    }
)

hostile_set(
    {
        "a page without contents": lambda: pdf(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
            }
        ),
        "a page of blanks": lambda: one_page(stream(b"BT /F1 12 Tf (   ) Tj ET")),
        "a page of lines alone": lambda: one_page(stream(b"0 0 m 99 99 l S")),
    },
    Outcome.REFUSED,
    READ,
)


@hostile("a good page and one without anything", Outcome.REFUSED, READ, doubt="page-empty")
def good_and_empty() -> bytes:
    return pdf(
        {
            **page_objects(),
            2: b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
            6: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
        }
    )
