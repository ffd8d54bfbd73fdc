"""Whatever the construction of a sentence, the verdict is what a reader would say; where it is not, nothing is silent.

Each row of the tables is a probe: the verdict that is expected (`/` parts verdicts that are both right), and what a
memorandum of the agency says (memos.tsv), what somebody added below item 4 of its schedule (notes.tsv), or what the
prose of a later schedule says (descriptions.tsv). Successors are in no document.
"""

from pathlib import Path

import pytest

from schedgraph.graph.answers import Lookup, look_up
from schedgraph.graph.casefile import Statements
from schedgraph.graph.statements import statements
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode

SCHEDULE = """REQUEST FOR RECORDS DISPOSITION AUTHORITY          JOB NUMBER  N1-434-98-12
TO: NATIONAL ARCHIVES AND RECORDS ADMINISTRATION     DATE RECEIVED 3/2/98
1. FROM (Agency or establishment)  Department of Energy
2. MAJOR SUBDIVISION  Richland Operations Office
NOTIFICATION TO AGENCY   DATE 9/9/98   ARCHIVIST OF THE UNITED STATES (signed)

7. ITEM NO.  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN
1.  Waste Characterization Records. Destroy after 75 years.
2.  Tank Logs. Destroy after 10 years.
3.  Permits. Destroy after 10 years.
4.  Vendor Brochures. Destroy when 2 years old.
{}5.  Drawings. Destroy when 20 years old.

STANDARD FORM 115 (REV. 3-91)
"""
MEMO = """DEPARTMENT OF ENERGY
MEMORANDUM FOR: Records Liaison Officers
FROM: Departmental Records Officer
SUBJECT: Disposition authorities
DATE: October 21, 2010

{}

(signed)
"""
LATER = """REQUEST FOR RECORDS DISPOSITION AUTHORITY          JOB NUMBER  N1-434-12-3
TO: NATIONAL ARCHIVES AND RECORDS ADMINISTRATION     DATE RECEIVED 3/2/12
1. FROM (Agency or establishment)  Department of Energy
NOTIFICATION TO AGENCY   DATE 9/9/12   ARCHIVIST OF THE UNITED STATES (signed)

7. ITEM NO.  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN
1.  Laboratory Notebooks. Notebooks of the analytical laboratories. Destroy after 75 years.
2.  Catalog Files. Catalogs and brochures that were received before 2012. {}
    Destroy when 3 years old.

STANDARD FORM 115 (REV. 3-91)
"""
PRINTOUT = """Request for Records Disposition Authority

Records Schedule Number              DAA-0434-2014-0001
Schedule Status                      Approved
Agency or Establishment              Department of Energy
Schedule Subject                     Catalogs
Background Information               {}

Records Schedule Items
1        Catalog files
         Disposition Authority Number         DAA-0434-2014-0001-0001
         Catalogs and brochures that were received before 2012.
         Final Disposition                    Temporary
         Item Status                          Active
         Disposition Instruction
         Retention Period                     Destroy 3 year(s) after cutoff.

Signatory Information
Date         Action      By          Title                         Organization
01/10/2014   Certify     (signed)    Records Officer               Department of Energy
08/20/2014   Approve     (signed)    Archivist of the United States   Office of the Archivist
"""
ITEM = "N1-434-98-012/4"


def rows(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    parted = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(expected, text.replace("\\n", "\n")) for expected, text in parted]


def answer(*texts: str) -> Lookup:
    documents = [read_text(decode(text.encode(), f"{place}.txt")) for place, text in enumerate(texts)]
    case = Statements([each for document in documents for each in statements(document)])
    return look_up(case, ITEM, ITEM, None, {})


def verdict(found: Lookup) -> str:
    ends = sorted(str(each["id"]) for each in found.to_json()["current"] if each["scope"] == "certain")
    return f"superseded:{','.join(ends)}" if found.verdict == "superseded" else str(found.verdict)


def is_told(found: Lookup) -> bool:
    said = found.to_json()
    return bool(said["conflicts"]) or any(
        each["code"] not in ("silent-supersession", "corpus-horizon") for each in said["caveats"]
    )


@pytest.mark.parametrize(("expected", "text"), rows("memos.tsv"))
def test_what_a_memorandum_says_of_an_item(expected: str, text: str) -> None:
    assert verdict(answer(SCHEDULE.format(""), MEMO.format(text))) in expected.split(" / ")


@pytest.mark.parametrize(("expected", "text"), rows("notes.tsv"))
def test_what_a_note_below_an_item_says_of_it(expected: str, text: str) -> None:
    note = "".join(f"    {line}\n" for line in text.split("\n"))
    assert verdict(answer(SCHEDULE.format(note))) in expected.split(" / ")


@pytest.mark.parametrize(("expected", "text"), rows("descriptions.tsv"))
def test_what_the_prose_of_a_later_schedule_says_of_an_item(expected: str, text: str) -> None:
    """In the description of an item of an SF-115, and in the background of an ERA schedule."""
    for form in (LATER, PRINTOUT):
        assert verdict(answer(SCHEDULE.format(""), form.format(text))) in expected.split(" / ")


@pytest.mark.parametrize("text", [text for _, text in rows("not_understood.tsv")])
def test_what_is_not_understood_is_told(text: str) -> None:
    """The verdict may be another than a reader's, and says that something was not understood."""
    assert is_told(answer(SCHEDULE.format(""), MEMO.format(text)))
