"""The two bundled documents as the parser is to read them, made by hand: tests of the graph need no parser.

Every quote is found in the bundled text, so that each offset is true.
"""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from schedgraph.corpus import documents
from schedgraph.parser.document import (
    Citation,
    Disposition,
    Item,
    ItemCounts,
    Retention,
    Schedule,
    ScheduleDocument,
    SignatoryEvent,
    Source,
)
from schedgraph.parser.evidence import Doubt, Evidence, Reading

T = TypeVar("T")


class _Paper:
    """A text whose passages can be quoted; a text is one page here."""

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        self.text = content.decode()
        self.source = Source(
            name=path.name, sha256=hashlib.sha256(content).hexdigest(), media_type="text/plain", pages=1
        )

    def at(self, quote: str, nth: int = 0, **more: Any) -> Evidence:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(quote, start + 1)
        return Evidence(page=1, quote=quote, start=start, end=start + len(quote), **more)

    def read(self, value: T, quote: str, nth: int = 0, repairs: tuple[str, ...] = ()) -> Reading[T]:
        return Reading(value=value, evidence=self.at(quote, nth), repairs=repairs)


def leadtrac() -> ScheduleDocument:
    """000: SF-115, N1-567-09-006, printed NI-567-09-6, stamped INACTIVE - ALL ITEMS SUPERSEDED."""
    paper = _Paper(next(path for path in documents() if path.name.startswith("000")))
    at, read = paper.at, paper.read

    def item(path: str, number: str, parent: str | None, quote: str, **more: Any) -> Item:
        schedule = "N1-567-09-006/"
        parent = schedule + parent if parent else None
        title = read(quote.strip("*~"), quote)
        return Item(id=schedule + path, number=number, parent=parent, evidence=at(quote), title=title, **more)

    def instruction(quote: str) -> Disposition:
        return Disposition(instruction=read(quote.strip("~"), quote), final=read("temporary", "Temporary", 0))  # type: ignore[arg-type]

    destroyed = (
        "~~Temporary. Cutoff at end of fiscal year case closes. Destroy 75 years after cutoff, and only after "
        "verification that it is no longer needed for Agency business.~~"
    )
    deleted = (
        "~~Temporary. Delete/Destroy after the data has been transferred to the master file and verified.~~"
    )
    retention = Retention(text="Destroy 75 years after cutoff", action="destroy", period="P75Y", trigger="cutoff")
    master = Disposition(
        final=read("temporary", "Temporary. Cutoff"),
        instruction=read(destroyed.strip("~"), destroyed),
        cutoff=read("Cutoff at end of fiscal year case closes.", "Cutoff at end of fiscal year case closes."),
        retention=read(retention, "Destroy 75 years after cutoff"),
    )
    to_grs = tuple(
        Citation(
            relation="superseded-by",
            target=f"DAA-GRS-2013-0001-{number}",
            printed=f"DAA-GRS-2013-0001-0005 + 0006"[: 22 if number == "0005" else None],
            evidence=at("DAA-GRS-2013-0001-0005 + 0006"),
            date=read(date(2014, 9, 16), "09/16/2014"),
        )
        for number in ("0005", "0006")
    )
    ambiguous = Citation(
        relation="cites",
        target=None,
        printed="N1-563-04-1a",
        evidence=at("N1-563-04-1a"),
        readings=(_ranked("N1-563-04-001/1/a", 0.6), _ranked("N1-563-04-001/a", 0.4)),
        sure=False,
    )
    inline = Citation(
        relation="cites", target="N1-563-04-002/1", printed="N1-563-04-2(1)", evidence=at("N1-563-04-2(1)")
    )
    successor = Citation(
        relation="superseded-by",
        target="DAA-0563-2013-0001-0006",
        printed="PAA - 0563 - 2013 - 0001 - 0006",
        evidence=at("PAA - 0563 - 2013 - 0001 - 0006", confidence=0.8),
        date=read(date(2013, 8, 28), "08/28/2013"),
        repairs=("P→D",),
        sure=False,
    )
    struck = ("**~~B. Input~~**", "~~SEVIS data is input into LeadTrac.~~", "**~~(2) NSEERS and ENFORCE Data~~**")
    items = (
        item("1", "1.", None, "**1. LeadTrac**"),
        item("1/a", "A.", "1", "**A. Master File/Data**", strike="partial", struck=(read(destroyed.strip("~"), destroyed),),
             disposition=master, citations=(successor,)),
        item("1/b", "B.", "1", "**~~B. Input~~**", strike="full", struck=(read("B. Input", struck[0]),)),
        item("1/b/1", "(1)", "1/b", "**~~(1) Student and Exchange Visitor Information System (SEVIS)~~**", strike="full",
             struck=(read(struck[1].strip("~"), struck[1]), read(deleted.strip("~"), deleted)),
             disposition=instruction(deleted), citations=(ambiguous,)),
        item("1/b/2", "(2)", "1/b", "**~~(2) NSEERS and ENFORCE Data~~**", strike="full",
             struck=(read("(2) NSEERS and ENFORCE Data", struck[2]),), citations=(inline,)),
        item("1/c", "C.", "1", "**C. Output**"),
        item("1/c/1", "(1)", "1/c", "**(1) Information Transferred to Treasury Enforcement  \nCommunications System (TECS)**"),
        item("1/c/2", "(2)", "1/c", "**(2) Reports Used as Case Notes**", citations=to_grs),
    )  # fmt: skip
    schedule = Schedule(
        id=read("N1-567-09-006", "NI-567-09-6", repairs=("I→1",)),
        printed="NI-567-09-6",
        agency=read("Immigration and Customs Enforcement (ICE)", "Immigration and Customs Enforcement (ICE)"),
        major_subdivision=read("Office of Investigations (OI)", "Office of Investigations (OI)"),
        subject=read("LeadTrac", "<b>LeadTrac</b>"),
        stamps=(read("INACTIVE - ALL ITEMS SUPERSEDED", "**INACTIVE - ALL ITEMS SUPERSEDED**"),),
        received=read(date(2009, 9, 15), "9/15/09"),
        certified=read(date(2009, 9, 11), "09/11/2009"),
    )
    doubt = Doubt(code="repaired-number", message="“NI-567-09-6” was read as N1-567-09-006.", evidence=at("NI-567-09-6"))
    return ScheduleDocument(source=paper.source, form="SF-115", schedule=schedule, items=items, doubts=(doubt,))


def secure_communities() -> ScheduleDocument:
    """004: ERA, DAA-0567-2017-0007, approved 2017-05-31, printed 2017-06-12, one active item."""
    paper = _Paper(next(path for path in documents() if path.name.startswith("004")))
    at, read = paper.at, paper.read
    number = "DAA-0567-2017-0007"
    retention = Retention(text="Destroy 3 year(s) after cut off.", action="destroy", period="P3Y", trigger="cut off")
    item = Item(
        id=f"{number}-0001",
        number="1",
        parent=None,
        evidence=at("Master File Data", 1),
        title=read("Master File Data", "Master File Data", 1),
        text=read("RMS collected and maintained", "RMS collected and maintained"),
        disposition=Disposition(
            final=read("temporary", "Temporary"),
            instruction=read("Destroy 3 year(s) after cut off.", "Destroy 3 year(s) after cut off."),
            media_neutral=read(False, "Is this item media neutral? No"),
            retention=read(retention, "Destroy 3 year(s) after cut off."),
        ),
        status_printed=read("Active", "**Active**"),
    )
    rows = (
        ("02/22/2017", 0, "Certify", "Rachel Frier"),
        ("05/25/2017", 0, "Submit for Concurrence", "Ashby Crowder"),
        ("05/30/2017", 0, "Concur", "Margaret Hawkins"),
        ("05/30/2017", 1, "Concur", "Margaret Hawkins"),
        ("05/31/2017", 0, "Approve", "David Ferriero"),
    )
    events = tuple(
        SignatoryEvent(action=action, name=name, evidence=at(day, nth), date=read(_american(day), day, nth))
        for day, nth, action, name in rows
    )
    schedule = Schedule(
        id=read(number, number),
        printed=number,
        agency=read("Immigration and Customs Enforcement", "Immigration and Customs Enforcement"),
        record_group=read("Records of the Bureau of Immigration and Customs Enforcement",
                          "Records of the Bureau of Immigration and Customs Enforcement"),
        subject=read("Secure Communities Relationship Management System (RMS)", "Secure Communities Relationship Management System (RMS)"),
        status=read("Approved", "Approved"),
        approved=read(date(2017, 5, 31), "05/31/2017"),
        certified=read(date(2017, 2, 22), "02/22/2017"),
        printed_on=read(date(2017, 6, 12), "06/12/2017"),
        item_counts=ItemCounts(total=1, permanent=0, temporary=1, withdrawn=0),
    )  # fmt: skip
    return ScheduleDocument(source=paper.source, form="ERA", schedule=schedule, items=(item,), events=events)


def _american(day: str) -> date:
    month, number, year = map(int, day.split("/"))
    return date(year, month, number)


def _ranked(target: str, confidence: float) -> Any:
    from schedgraph.parser.document import RankedTarget

    return RankedTarget(target=target, confidence=confidence)
