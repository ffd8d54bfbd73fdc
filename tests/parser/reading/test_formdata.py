"""The data of PDF forms: XFA packets with their template, AcroForm fields, and what is refused."""

from collections.abc import Sequence

import pytest

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.reading import formdata
from schedgraph.parser.reading.formdata import read_form_fields
from schedgraph.parser.reading.pages import FormField
from schedgraph.parser.reading.plainxml import MAXIMUM_DEPTH, parse_xml
from schedgraph.parser.reading.xfa import read_xfa

DATASETS = """<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form1>
<Row1><A>first</A><B/></Row1><Row1><A>second &amp; last</A></Row1><Box>1</Box><Box>0</Box>
</form1></xfa:data></xfa:datasets>"""

TEMPLATE = """<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="form1" layout="tb">
<pageSet><pageArea><draw y="1mm"><value><text>Page footer</text></value></draw></pageArea></pageSet>
<draw><value><text>What this is about</text></value></draw>
<subform name="Row1" layout="row"><field name="A"><caption><value><text>First answer</text></value></caption>
<assist><toolTip>Write it here</toolTip></assist></field><field name="B"/></subform>
<subform><draw y="0.5in"><value><exData><body><p>Do you<span> agree</span>?</p></body></exData></value></draw>
<draw y="40mm"><value><text>Far away</text></value></draw>
<field name="Button" y="13mm"><bind match="none"/></field>
<field name="Box" y="13mm"><caption><value><text>YES</text></value></caption></field>
<field name="Box" y="13mm"><caption><value><text>NO</text></value></caption></field></subform>
</subform></template>"""


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first being its catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


PAGES = [b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"]


def xfa_pdf(datasets: str, template: str | None = TEMPLATE) -> bytes:
    """A dynamic form with its packets in the array that Acrobat writes."""
    packets = [("datasets", datasets), *([("template", template)] if template is not None else [])]
    named = b" ".join(b"(%s) %d 0 R" % (name.encode(), 4 + index) for index, (name, _) in enumerate(packets))
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA[%s]>>>>" % named
    return pdf([catalog, *PAGES, *(stream(packet.encode()) for _, packet in packets)])


def acro_pdf(fields: Sequence[bytes]) -> bytes:
    """A form of the older kind; the fields are objects from number 4 on."""
    kids = b" ".join(b"%d 0 R" % (4 + index) for index in range(len(fields)))
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]>>>>" % kids
    return pdf([catalog, *PAGES, *fields])


def test_repeated_fields_get_an_index_and_blank_ones_are_left_out() -> None:
    found = read_form_fields(xfa_pdf(DATASETS, template=None))
    assert [(each.name, each.value) for each in found] == [
        ("form1.Row1.A", "first"),
        ("form1.Row1[1].A", "second & last"),
        ("form1.Box", "1"),
        ("form1.Box[1]", "0"),
    ]


def test_a_field_bears_what_the_template_prints_at_it() -> None:
    """Caption, then the text at its height or before it, then the captions of its row, then its tool tip."""
    labels = {each.name: each.labels for each in read_form_fields(xfa_pdf(DATASETS))}
    assert labels["form1.Row1.A"] == ("First answer", "What this is about", "Write it here")
    assert labels["form1.Row1[1].A"] == labels["form1.Row1.A"]
    assert labels["form1.Box"] == ("YES", "Do you agree?")
    assert labels["form1.Box[1]"] == ("NO", "Do you agree?")


def test_the_whole_envelope_in_one_stream_is_read_as_well() -> None:
    envelope = f'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">{TEMPLATE}{DATASETS}</xdp:xdp>'
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 4 0 R>>>>"
    found = read_form_fields(pdf([catalog, *PAGES, stream(envelope.encode())]))
    assert found == read_form_fields(xfa_pdf(DATASETS))


def test_fields_of_the_older_kind_have_names_tool_tips_and_values() -> None:
    """Text, the state of a box, UTF-16, and the names that Acrobat gives to the parts of an XFA form."""
    fields = [
        b"<</FT/Tx/T(form1[0])/Kids[5 0 R 6 0 R 8 0 R]>>",
        b"<</FT/Tx/T(#subform[0].Row1[0].A[0])/TU(Agency  name)/V(Tennessee Valley Authority)>>",
        b"<</FT/Btn/T(YES)/V/Yes/Kids[7 0 R]>>",
        b"<</Subtype/Widget/Parent 6 0 R>>",
        b"<</FT/Tx/T(B)/V<FEFF00E9>>>",
    ]
    found = read_form_fields(acro_pdf(fields))[:3]
    assert found == (
        FormField(name="form1.Row1.A", value="Tennessee Valley Authority", labels=("Agency name",)),
        FormField(name="form1.YES", value="Yes"),
        FormField(name="form1.B", value="é"),
    )


GROUP = """<template><subform name="form1"><draw><value><text>Is this form superseding another?</text></value></draw>
<exclGroup name="Asked"><field name="Y"><caption><value><text>YES</text></value></caption><items><text>1</text></items>
</field><field name="N"><caption><value><text>NO</text></value></caption><items><text>2</text></items></field>
</exclGroup><field name="Comments"><caption><value><text>Scope</text></value></caption></field></subform></template>"""


@pytest.mark.parametrize(("pressed", "states"), [("1", ["1", "0"]), ("2", ["0", "1"])])
def test_of_buttons_in_a_group_each_says_whether_it_is_pressed(pressed: str, states: list[str]) -> None:
    """The data holds one value for the group; the template tells whose it is."""
    data = f"<datasets><data><form1><Asked>{pressed}</Asked></form1></data></datasets>"
    found = read_form_fields(xfa_pdf(data, GROUP))
    assert [each.value for each in found] == states
    assert [each.labels for each in found] == [
        ("YES", "Is this form superseding another?"),
        ("NO", "Is this form superseding another?"),
    ]


def test_styled_text_is_one_answer_with_its_paragraphs_as_lines() -> None:
    """Its XHTML is no container of fields."""
    styled = "<body><p>Office of <b>Records</b></p><p>Room 5</p></body>"
    data = f"<datasets><data><form1><Comments>{styled}</Comments></form1></data></datasets>"
    (found,) = read_form_fields(xfa_pdf(data, GROUP))
    assert (found.name, found.value) == ("form1.Comments", "Office of Records\nRoom 5")
    assert found.labels[0] == "Scope"


def test_several_choices_of_a_list_are_one_answer() -> None:
    data = "<datasets><data><form1><Comments><value>010</value><value>011</value></Comments></form1></data></datasets>"
    (found,) = read_form_fields(xfa_pdf(data, GROUP))
    assert (found.name, found.value) == ("form1.Comments", "010\n011")


def test_a_pdf_without_a_form_has_no_fields() -> None:
    assert read_form_fields(pdf([b"<</Type/Catalog/Pages 2 0 R>>", *PAGES])) == ()


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
HOSTILE = {
    "entities that multiply": LAUGHS + "<datasets><data><a>&c;</a></data></datasets>",
    "a file of the machine": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><datasets><data>&x;</data></datasets>',
    "a document type alone": "<!DOCTYPE datasets><datasets><data><a>1</a></data></datasets>",
    "parameter entities": '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/x">%p;]><datasets/>',
    "depth": "<datasets><data>" + "<a>" * 5000 + "</a>" * 5000 + "</data></datasets>",
    "an end that is missing": "<datasets><data><a>1</a>",
    "an entity that is not declared": "<datasets><data><a>&x;</a></data></datasets>",
    "no XML": "GRS 6.1-0142-2018-0001",
}


@pytest.mark.parametrize("packet", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("place", ["datasets", "template"])
def test_hostile_xml_is_refused_with_a_sentence(packet: str, place: str) -> None:
    """Neither the data nor the template may declare anything or be deeper than a form is."""
    data = xfa_pdf(packet) if place == "datasets" else xfa_pdf(DATASETS, packet)
    with pytest.raises(DocumentError, match=r"the form (data|template) of the PDF"):
        read_form_fields(data)


def test_form_data_beyond_the_size_of_a_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formdata, "MAXIMUM_BYTES", len(DATASETS) - 1)
    with pytest.raises(DocumentError, match="more than any form"):
        read_form_fields(xfa_pdf(DATASETS, template=None))


def test_a_tree_as_deep_as_is_allowed_is_read_without_recursion() -> None:
    inner = MAXIMUM_DEPTH - 2
    packet = "<datasets><data>" + "<a>" * inner + "x" + "</a>" * inner + "</data></datasets>"
    (found,) = read_xfa(parse_xml(packet.encode(), "the data"), None)
    assert found.value == "x"


def test_fields_that_hold_themselves_end_with_a_sentence() -> None:
    """A Kids array that leads back to its own field."""
    with pytest.raises(DocumentError, match="more or deeper"):
        read_form_fields(acro_pdf([b"<</FT/Tx/T(a)/V(1)/Kids[4 0 R]>>"]))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"GRS 6.1-0142-2018-0001", b"%PDF-1.7\n" + b"\0" * 500])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(DocumentError, match="cannot be opened"):
        read_form_fields(data)
