"""Where an instruction begins and ends, and what its readings point to."""

from collections.abc import Callable

import pytest

from schedgraph.parser.disposition import find_instruction, read_disposition
from schedgraph.parser.passage import Passage

# a description, and the instruction in it
DESCRIPTIONS = [
    ("Correspondence files. Destroy when 2 years old.", "Destroy when 2 years old."),
    ("Case files\nDisposition:\nTemporary. Destroy when obsolete.", "Temporary. Destroy when obsolete."),
    ("Case files. DISPOSITION: Destroy when 2 years old.", "Destroy when 2 years old."),
    ("DISPOSITION (Media Neutral): Temporary. Delete when obsolete.", "Temporary. Delete when obsolete."),
    (
        "Disposition (Media Neutral): N1-563-04-1a\nTemporary. Delete when obsolete.",
        "Temporary. Delete when obsolete.",
    ),
    ("Disp.: Destroy when 2 years old.", "Destroy when 2 years old."),
    ("D1spos1t1on: Temporary. Destroy when obsolete.", "Temporary. Destroy when obsolete."),
    ("Disposition Instruction: Cut off annually.", "Cut off annually."),
    ("Disposition Instruction\nCutoff Instruction Cut off annually.", "Cut off annually."),
    ("Time cards - destroy when 2 years old", "destroy when 2 years old"),
    ("Time cards: Destroy when 2 years old.", "Destroy when 2 years old."),
    ("Time cards (Destroy when 2 years old.)", "Destroy when 2 years old.)"),
    ("a. Official copy. Permanent. Transfer to NARA.", "Permanent. Transfer to NARA."),
    ("1. Destroy when 2 years old.", "1. Destroy when 2 years old."),
    ("Reports\nPERMANENT - Offer to NARS when 10 years old", "PERMANENT - Offer to NARS when 10 years old"),
    ("Part B. Destroy when 2 years old.", "Destroy when 2 years old."),
    ("Cards. Retain 2 yrs. then destroy.", "Retain 2 yrs. then destroy."),
    ("Vouchers. Cut off at end of FY. Destroy after audit.", "Cut off at end of FY. Destroy after audit."),
    ("Reading files. Transfer to FRC after 2 years. Destroy.", "Transfer to FRC after 2 years. Destroy."),
    ("Ledgers. Close at end of fiscal year. Destroy when 3 years old.",
     "Close at end of fiscal year. Destroy when 3 years old."),
    ("Ledgers. Files are cut off annually. Destroy when 3 years old.",
     "Files are cut off annually. Destroy when 3 years old."),
    ("Disposable when 3 years old", "Disposable when 3 years old"),
    ("Logs. Disposition not authorized.", "Disposition not authorized."),
    (
        "Temporary. Destroy after upload.\nSuperseded by job / item number:\nDAA-0563-2013-0001-0006",
        "Temporary. Destroy after upload.",
    ),
    ("Destroy when superseded by\na later issue.", "Destroy when superseded by\na later issue."),
    ("Destroy after cutoff.\nAdditional Information\nGAO Approval Not Required", "Destroy after cutoff."),
    ("Temporary.\nINACTIVE - ALL ITEMS SUPERSEDED", "Temporary."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "instruction"), DESCRIPTIONS)
def test_an_instruction_begins_and_ends(
    passage: Callable[[str], Passage], text: str, instruction: str
) -> None:
    """The instruction without its label and without the next field of the form."""
    found = find_instruction(passage(text))
    assert found is not None
    assert found.text == instruction


MERE_MENTIONS = [
    "",
    "Correspondence with other agencies.",
    "Files on records destroyed by fire in 1973.",
    "Certificates of destruction of classified documents.",
    "Records of temporary employees, arranged by name.",
    "Temporary employees. Folders arranged by name.",
    "Permanent change of station orders.",
    "Transfer of property between offices, with receipts.",
    "Disposition Authority Number: DAA-0567-2017-0007-0001",
    "The committee may order that weapons be destroyed.",
    "Cutoff scores of the examination.",
    "Disposable medical supplies inventory.",
    "Retention of personnel. Statistics by grade.",
]


@pytest.mark.parametrize("text", MERE_MENTIONS)
def test_a_mention_is_no_instruction(passage: Callable[[str], Passage], text: str) -> None:
    """A sentence that only speaks of destroying, keeping or transferring orders nothing."""
    assert find_instruction(passage(text)) is None
    assert read_disposition(passage(text)).final is None


def test_a_labelled_passage_is_an_instruction_however_it_is_worded(passage: Callable[[str], Passage]) -> None:
    """The form's label announces it; alone the sentence would be a description."""
    text = passage(
        "Fingerprint cards will be stored at the site for 30 days after data entry, and then destroyed."
    )
    assert read_disposition(text).instruction is None
    disposition = read_disposition(text, labelled=True)
    assert disposition.final is not None
    assert disposition.retention is not None
    assert (disposition.final.value, disposition.retention.value.period) == ("temporary", "P30D")
    assert disposition.retention.value.trigger == "data entry"


MEDIA_NEUTRAL = [
    ("Disposition (Media Neutral): Temporary.", True),
    ("Is this item media neutral? No", False),
    ("Is this item media neutral?\nYes", True),
    ("Is this item media neutral?", None),
    ("Media Neutral: Yes", True),
    ("This schedule is media neutral.", True),
    ("This item is not media neutral.", False),
    ("Temporary.", None),
]


@pytest.mark.parametrize(("text", "neutral"), MEDIA_NEUTRAL)
def test_media_neutral(passage: Callable[[str], Passage], text: str, neutral: bool | None) -> None:
    """Said by the label, the answer or a sentence; an unanswered question says nothing."""
    reading = read_disposition(passage(text)).media_neutral
    assert (reading.value if reading else None) is neutral


TRANSFERS = [
    (
        "Permanent. Transfer to FRC when 3 years old. Offer to NARS in 5 year blocks when 20 years old.",
        "Offer to NARS in 5 year blocks when 20 years old",
    ),
    (
        "Transfer to the National Archives 15 year(s) after cutoff.",
        "Transfer to the National Archives 15 year(s) after cutoff",
    ),
    ("Transfer to the National Archives Federal Records Center. Destroy when 10 years old.", None),
    ("Temporary. Destroy when 10 years old.", None),
    ("Permanent.", None),
]


@pytest.mark.parametrize(("text", "transfer"), TRANSFERS)
def test_a_transfer_to_the_national_archives(
    passage: Callable[[str], Passage], text: str, transfer: str | None
) -> None:
    """A records center is a stop on the way, not the National Archives."""
    reading = read_disposition(passage(text)).transfer
    assert (reading.value if reading else None) == transfer


TEXTS = [
    (
        "Temporary. Cut off annually. Destroy 3 years\nafter cutoff, or earlier.",
        "Destroy 3 years after cutoff, or earlier",
    ),
    ("Cut off annually and destroy 3 years thereafter.", "destroy 3 years thereafter"),
    ("Hold 2 years and destroy.", "Hold 2 years and destroy"),
    ("Retain in office for 3 years. Destroy.", "Retain in office for 3 years. Destroy"),
    ("When 5 years old, destroy.", "When 5 years old, destroy"),
    ("a. Destroy when 2 years old.", "Destroy when 2 years old"),
]


@pytest.mark.parametrize(("text", "retention"), TEXTS)
def test_the_text_of_a_retention(passage: Callable[[str], Passage], text: str, retention: str) -> None:
    """The words that state it, white space collapsed, alternatives included."""
    reading = read_disposition(passage(text)).retention
    assert reading is not None
    assert reading.value.text == retention


def test_readings_point_to_the_source(passage: Callable[[str], Passage]) -> None:
    """Struck text counts as text, and evidence quotes it with its marks."""
    source = "~~Temporary. Cut off annually.\nDestr0y 3 years~~ after cutoff."
    disposition = read_disposition(passage(source))
    for reading in (disposition.final, disposition.instruction, disposition.cutoff, disposition.retention):
        assert reading is not None
        assert reading.evidence.quote == source[reading.evidence.start : reading.evidence.end]
    assert disposition.instruction is not None
    assert disposition.instruction.value == "Temporary. Cut off annually. Destr0y 3 years after cutoff."
    assert disposition.retention is not None
    assert disposition.retention.evidence.quote == "Destr0y 3 years~~ after cutoff"


def test_a_repair_is_listed(passage: Callable[[str], Passage]) -> None:
    """The word as printed and as read travel together."""
    final = read_disposition(passage("Temp0rary. Destroy when obsolete.")).final
    assert final is not None
    assert (final.value, final.repairs) == ("temporary", ("Temp0rary→temporary",))


@pytest.mark.parametrize(
    ("text", "instruction", "final"),
    [
        ("Addenda.  Perrnanent.  0ffer to NARA.", "Perrnanent.  0ffer to NARA.", "permanent"),
        ("Ledgers. TERNPORARY. De1ete when obsolete.", "TERNPORARY. De1ete when obsolete.", "temporary"),
        ("Charts - 0ffer to NARA when 5 years old", "0ffer to NARA when 5 years old", "permanent"),
    ],
)
def test_an_instruction_begins_with_a_word_that_a_scan_shows_as_a_look_alike(
    passage: Callable[[str], Passage], text: str, instruction: str, final: str
) -> None:
    found = find_instruction(passage(text))
    assert found is not None
    assert found.text == instruction
    read = read_disposition(passage(text)).final
    assert read and read.value == final


@pytest.mark.parametrize("text", ["Perrnanent change of station orders.", "Ternporary duty and 0ffers."])
def test_a_look_alike_is_no_more_an_instruction_than_its_word(
    passage: Callable[[str], Passage], text: str
) -> None:
    assert find_instruction(passage(text)) is None
