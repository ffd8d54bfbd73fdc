"""What follows from an NA-1005 once it is in a store: verdicts, and what an export gives away."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from schedgraph.graph.answers import Lookup, look_up
from schedgraph.graph.casefile import Statements
from schedgraph.graph.export import EXPORT_FORMATS, export
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import statements
from schedgraph.parser.document import ScheduleDocument

Read = Callable[..., ScheduleDocument]
OLD, NEW = "GRS 6.1-0142-2017-0002", "GRS 6.1-0142-2018-0001"


def older(read: Read) -> ScheduleDocument:
    """The earlier form, approved and superseding none."""
    days = {"received": "2017-05-02", "officer date": "2017-05-01", "senior date": "2017-05-01"}
    changes = {"number": OLD, "yes": "0", "no": "1", "previous": "", "decided": "2017-06-01"} | days
    document = read(changes, name=f"{OLD}.pdf")
    return replace(document, source=replace(document.source, sha256="1" * 64))


def ask(identifier: str, *documents: ScheduleDocument) -> Lookup:
    told = [each for document in documents for each in statements(document)]
    return look_up(Statements(told), identifier, identifier, None, {})


def conflicts(answer: Lookup) -> list[str]:
    return [each.code for each in answer.conflicts]


def test_an_approved_form_is_active_and_the_one_that_it_names_superseded(read: Read) -> None:
    both = (older(read), read())
    assert ask(NEW, *both).verdict == "active"
    answer = ask(OLD, *both)
    assert (answer.verdict, answer.chain[0].to) == ("superseded", NEW)
    assert str(answer.chain[0].since) == "2018-03-26"


def test_a_denied_form_was_never_approved_and_supersedes_nothing(read: Read) -> None:
    both = (older(read), read({"approved": "0", "denied": "1"}))
    assert ask(NEW, *both).verdict == "never-approved"
    assert ask(OLD, *both).verdict == "active"


def test_a_form_whose_approval_is_not_ticked_is_not_called_active(read: Read) -> None:
    """Its agency's approval does not count as NARA's."""
    assert ask(NEW, read({"approved": "0"})).verdict == "indeterminate"


def test_a_supersession_against_the_box_leaves_the_older_form_open(read: Read) -> None:
    """Neither superseded nor active is said; the conflict says why."""
    answer = ask(OLD, older(read), read({"yes": "0", "no": "1"}))
    assert answer.verdict == "indeterminate"
    assert "disputed-by-itself" in conflicts(answer)


def test_a_tick_without_a_number_supersedes_nothing(read: Read) -> None:
    assert ask(OLD, older(read), read({"previous": "N/A"})).verdict == "active"


def test_no_export_names_a_contact_person_and_the_store_keeps_it(read: Read, tmp_path: Path) -> None:
    with Ledger.create(tmp_path) as ledger:
        ledger.add(read())
        written = b"".join(
            part if isinstance(part, bytes) else part.encode()
            for name in EXPORT_FORMATS
            for part in export(ledger, name, "https://w3id.org/schedgraph")
        )
        (kept,) = ledger.documents()
    assert b"GRS%206.1-0142-2018-0001" in written
    assert not any(word in written for word in (b"555-0100", b"Help Desk", b"ro@agency.example"))
    assert kept["schedule"]["contact"]["telephone"] == "202-555-0100"
