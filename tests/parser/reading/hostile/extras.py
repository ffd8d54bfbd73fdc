"""Files whose annotations, forms, outlines or scripts mislead."""

from tests.parser.reading.hostile.build import deflated, one_page, stream
from tests.parser.reading.hostile.cases import hostile_set
from tests.parser.reading.hostile.streams import bomb


def xfa(packet: bytes, keys: bytes | None = None) -> bytes:
    """A form with one line of text on its page, whose data is `packet`."""
    held = deflated(packet) if keys is None else stream(packet, keys)
    return one_page(
        catalog=b"/AcroForm<</Fields[]/XFA[(datasets) 6 0 R]>>/NeedsRendering true", more={6: held}
    )


def datasets(value: bytes, prolog: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0"?>%b<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/">'
        b"<xfa:data><form1><Number>%b</Number></form1></xfa:data></xfa:datasets>" % (prolog, value)
    )


LAUGHS = b'<!DOCTYPE l [<!ENTITY a0 "ha">%b]>' % b"".join(
    b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
)
FETCHED = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
FETCHED_DTD = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'
QUADRATIC = b'<!DOCTYPE q [<!ENTITY q "%b">]>' % (b"q" * 100_000)


def annotated(annotations: bytes, more: dict[int, bytes] | None = None) -> bytes:
    return one_page(page=b"/Annots " + annotations, more=more)


RECT = b"/Rect[9 9 99 99]"

hostile_set(
    {
        "form data with a billion laughs": lambda: xfa(datasets(b"&a11;", LAUGHS)),
        "form data with an entity from a file": lambda: xfa(datasets(b"&f;", FETCHED)),
        "form data with a grammar from the network": lambda: xfa(datasets(b"x", FETCHED_DTD)),
        "form data with a long entity many times": lambda: xfa(datasets(b"&q;" * 50_000, QUADRATIC)),
        "form data that inflates to 1 GB": lambda: xfa(bomb(2, 1024), b"/Filter[/FlateDecode/FlateDecode]"),
        "form data nested without end": lambda: xfa(b"<a>" * 1_000_000),
        "form data of noise": lambda: xfa(bytes(range(256)) * 99),
        "form data that is its own form": lambda: one_page(
            catalog=b"/AcroForm 6 0 R", more={6: b"<</XFA 6 0 R/Fields 6 0 R>>"}
        ),
        "form data in packets without streams": lambda: one_page(catalog=b"/AcroForm<</XFA[(a) 1 (b)]>>"),
        "fields that are their own kids": lambda: one_page(
            catalog=b"/AcroForm<</Fields[6 0 R]>>", more={6: b"<</T(a)/Kids[6 0 R]/Parent 6 0 R>>"}
        ),
        "fields nested 20,000 deep": lambda: one_page(
            catalog=b"/AcroForm<</Fields[10 0 R]>>",
            more={n: b"<</T(a)/Parent %d 0 R/Kids[%d 0 R]>>" % (n - 1, n + 1) for n in range(10, 20_010)},
        ),
        "annotations in a cycle": lambda: annotated(
            b"[6 0 R 7 0 R]",
            {
                6: b"<</Type/Annot/Subtype/Text/Popup 7 0 R/IRT 7 0 R/Parent 7 0 R%b>>" % RECT,
                7: b"<</Type/Annot/Subtype/Popup/Parent 6 0 R/IRT 6 0 R/Popup 7 0 R%b>>" % RECT,
            },
        ),
        "annotations that list themselves": lambda: annotated(b"6 0 R", {6: b"[6 0 R 6 0 R 3 0 R]"}),
        "100,000 annotations": lambda: annotated(
            b"[" + b"6 0 R " * 100_000 + b"]",
            {6: b"<</Type/Annot/Subtype/StrikeOut/QuadPoints[1 2 3 4 5 6 7 8]%b>>" % RECT},
        ),
        "a strike of a million corners": lambda: annotated(
            b"[<</Type/Annot/Subtype/StrikeOut/QuadPoints[" + b"1 2 3 4 5 6 7 8 " * 125_000 + b"]%b>>]" % RECT
        ),
        "ink of numbers that are none": lambda: annotated(
            b"[<</Type/Annot/Subtype/Ink/InkList[[nan inf 1e999][(x)][[[[1]]]]]/Rect[nan nan 3]>>]"
        ),
        "an annotation that looks like itself": lambda: annotated(
            b"[6 0 R]",
            {
                6: b"<</Type/Annot/Subtype/Stamp/AP<</N 7 0 R>>%b>>" % RECT,
                7: stream(b"/X Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 7 0 R>>>>"),
            },
        ),
        "an outline in a cycle": lambda: one_page(
            catalog=b"/Outlines 6 0 R",
            more={
                6: b"<</First 7 0 R/Last 7 0 R/Count 1>>",
                7: b"<</Title(a)/Next 7 0 R/First 6 0 R/Parent 7 0 R>>",
            },
        ),
        "a tree of names in a cycle": lambda: one_page(
            catalog=b"/Names<</Dests 6 0 R/EmbeddedFiles 6 0 R>>/PageLabels 6 0 R/Dests 6 0 R",
            more={6: b"<</Kids[6 0 R 6 0 R]/Limits[(a)(z)]>>"},
        ),
        "a structure tree in a cycle": lambda: one_page(
            catalog=b"/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>",
            page=b"/StructParents 0",
            more={
                6: b"<</Type/StructTreeRoot/K[7 0 R]/ParentTree 6 0 R/Kids[6 0 R]>>",
                7: b"<</S/P/P 7 0 R/K[7 0 R 6 0 R]/Pg 3 0 R>>",
            },
        ),
        "scripts and files to launch": lambda: one_page(
            catalog=b"/OpenAction<</S/JavaScript/JS(while\\(1\\);)/Next<</S/Launch/F(/bin/sh)/Next<</S/URI/URI(http://127.0.0.1:9)>>>>>>",
            page=b"/AA<</O<</S/JavaScript/JS(while\\(1\\);)>>>>",
        ),
        "actions in a cycle": lambda: one_page(
            catalog=b"/OpenAction 6 0 R", more={6: b"<</S/GoTo/D[3 0 R/Fit]/Next[6 0 R 6 0 R]>>"}
        ),
    }
)
