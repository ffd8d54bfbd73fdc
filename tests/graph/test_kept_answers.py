"""A kept answer is the answer that the rules give now, whatever came, went, was corrected and taken back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schedgraph.graph.conclusions.proof import verify
from schedgraph.graph.conclusions.table import AnswerTable
from schedgraph.graph.conclusions.upkeep import Upkeep
from schedgraph.graph.correction import Correction, CorrectionError
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Asked, Store
from schedgraph.parser.authority.reader import read_numbers
from schedgraph.parser.document import ScheduleDocument
from tests.graph.histories import ITEMS, History, documents, histories, schedule

CORRECTED_ON = date(2024, 5, 6)


def drawn_now(store: Store, asked: Asked) -> object:
    return store._judged(asked, None, store_law(store))


def store_law(store: Store):  # type: ignore[no-untyped-def]
    from schedgraph.graph.rules.book import LAW

    return LAW


def assert_kept_as_drawn(folder: Path, *, complete: bool = True) -> None:
    """Every answer that is kept, read back, equals a fresh one field by field, statements included."""
    with Store.open(folder) as store:
        kept = 0
        for each in store.ledger.identifiers():
            asked = Asked(query=each, id=each, reading=read_numbers(each)[0])
            with store.ledger.snapshot() as version:
                answer = store._kept_answer(each, each, version)
            if answer is not None:
                kept += 1
                assert answer == drawn_now(store, asked), each
        assert not complete or kept == len(store.ledger.identifiers())
        proof = verify(store.ledger)
        assert proof.is_complete if complete else proof.holds, proof


def reread(document: ScheduleDocument, chance: Random) -> ScheduleDocument:
    """The same bytes as a better reader would read them: some citations or items less."""
    items = tuple(
        replace(each, citations=tuple(one for one in each.citations if chance.random() < 0.5))
        for each in document.items
        if chance.random() < 0.8
    )
    return replace(document, items=items)


def corrections(chance: Random, found: list[ScheduleDocument]) -> Correction:
    """A correction of something that one of the documents says."""
    cited = [(item.id, each) for one in found for item in one.items for each in item.citations]
    more: dict[str, object] = {"author": "Records office", "day": CORRECTED_ON}
    if cited and chance.random() < 0.5:
        about, citation = chance.choice(cited)
        wrong, right = citation.target, chance.choice(ITEMS)
        return Correction(kind="reading", about=about, instead_of=wrong, value=right, **more)  # type: ignore[arg-type]
    if cited and chance.random() < 0.5:
        about, citation = chance.choice(cited)
        if citation.relation == "superseded-by":
            holds = (chance.choice(ITEMS),)
            return Correction(kind="scope", about=about, value=citation.target, holds_for=holds, **more)  # type: ignore[arg-type]
    about = schedule(chance.randrange(5))
    return Correction(kind="fact", about=about, predicate="approved", value="1997-03-04", **more)  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.integers(0, 10_000))
def test_kept_answers_follow_every_change_of_the_ledger(
    tmp_path_factory: pytest.TempPathFactory, history: History, seed: int
) -> None:
    """Documents come one by one, are read again, are corrected, and corrections are withdrawn."""
    folder, chance = tmp_path_factory.mktemp("kept"), Random(seed)
    found = list(documents(history))
    made: list[str] = []
    with Ledger.create(folder) as ledger:
        Upkeep(ledger).keep_up()
        for document in chance.sample(found, len(found)):
            ledger.add(document)
            Upkeep(ledger).keep_up()
            step = chance.random()
            if step < 0.3:
                ledger.add(reread(document, chance))
            elif step < 0.7:
                correction = corrections(chance, found)
                try:
                    ledger.correct([correction])
                    made.append(correction.id)
                except CorrectionError:
                    pass
            elif made and step < 0.8:
                ledger.withdraw(made.pop())
            Upkeep(ledger).keep_up()
    assert_kept_as_drawn(folder)
    with Ledger.create(folder) as ledger:
        before = verify(ledger)
        for correction in made:
            ledger.withdraw(correction)
        Upkeep(ledger).keep_up()
    assert_kept_as_drawn(folder)
    with Ledger.create(folder) as ledger:
        kept = verify(ledger)
        Upkeep(ledger).rebuild()
        assert verify(ledger) == kept
        assert made or kept == before


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_what_is_touched_and_not_yet_drawn_again_is_judged_when_asked_for(
    tmp_path_factory: pytest.TempPathFactory, history: History
) -> None:
    """Between a change and the drawing of what it touches no reader is given what was true before."""
    folder = tmp_path_factory.mktemp("dirty")
    found = list(documents(history))
    with Ledger.create(folder) as ledger:
        for document in found[:-1]:
            ledger.add(document)
        Upkeep(ledger).keep_up()
        for document in found[-1:]:
            ledger.add(document)
    with Store.open(folder) as store:
        for each in store.ledger.identifiers():
            asked = Asked(query=each, id=each, reading=read_numbers(each)[0])
            assert store.answer(asked) == drawn_now(store, asked)
    assert_kept_as_drawn(folder, complete=False)
    with Ledger.create(folder) as ledger:
        Upkeep(ledger).keep_up()
    assert_kept_as_drawn(folder)


@pytest.fixture
def filled(tmp_path: Path, seeds: dict[str, Path]) -> Path:
    from schedgraph.parser.read import read_document

    with Ledger.create(tmp_path) as ledger:
        for path in seeds.values():
            ledger.add(read_document(path))
        Upkeep(ledger).keep_up()
    return tmp_path


def test_the_two_real_documents_and_all_facts_are_kept_as_they_are_drawn(filled: Path) -> None:
    assert_kept_as_drawn(filled)


def test_what_waits_for_an_event_touches_the_item_that_it_would_replace(
    filled: Path, seeds: dict[str, Path]
) -> None:
    """A citation says nothing of what it cites, but for one that says what may come: that is told there, and taken back."""
    from schedgraph.parser.document import Citation
    from schedgraph.parser.read import read_document

    document, item = read_document(seeds["004"]), "N1-567-09-006/1/b"
    first, *others = document.items
    waits = Citation(
        relation="cites", target=item, printed=item, evidence=first.evidence, proposed=True, sure=True
    )

    def remarks() -> set[str]:
        assert_kept_as_drawn(filled)
        with Store.open(filled) as store:
            return {each.code for each in store.lookup(item).caveats}

    for citation, waited_for in ((waits, True), (replace(waits, proposed=False), False)):
        read = replace(first, citations=(*first.citations, citation))
        with Ledger.create(filled) as ledger:
            ledger.add(replace(document, items=(read, *others)))
            Upkeep(ledger).keep_up()
        assert ("succession-awaits-event" in remarks()) is waited_for


def test_a_new_document_has_only_what_it_touches_drawn_again(filled: Path, seeds: dict[str, Path]) -> None:
    from schedgraph.parser.read import read_document

    document = read_document(seeds["004"])
    with Ledger.create(filled) as ledger:
        everything = len(ledger.identifiers())
        assert ledger.add(replace(document, events=()))
        assert 0 < Upkeep(ledger).keep_up() < everything / 10
        assert Upkeep(ledger).keep_up() == 0
    assert_kept_as_drawn(filled)


def test_an_open_store_calls_a_document_by_the_name_that_it_has_been_given_since(
    filled: Path, seeds: dict[str, Path]
) -> None:
    """Names of documents are remembered between lookups, and only as long as nothing is written."""
    from schedgraph.parser.read import read_document

    document = read_document(seeds["000"])
    digest = document.source.sha256
    with Store.open(filled) as store:
        before = store.lookup("N1-567-09-006/1/a").documents
        with Ledger.create(filled) as ledger:
            ledger.add(replace(document, source=replace(document.source, name="0-copy.txt")))
            Upkeep(ledger).keep_up()
        after = store.lookup("N1-567-09-006/1/a").documents
    assert before[digest] == document.source.name
    assert after[digest] == "0-copy.txt"


@pytest.mark.parametrize("wrong", ["verdict", "left over", "leaning"])
def test_a_wrong_row_is_found_and_a_rebuilding_mends_it(filled: Path, wrong: str) -> None:
    spoil = {
        "verdict": "UPDATE answer SET verdict = 'active' WHERE id = 'N1-567-09-006/1/a'",
        "left over": "INSERT INTO answer (id, verdict, body, leans) SELECT 'N1-001-01-001', verdict, body, leans "
        "FROM answer LIMIT 1",
        "leaning": "DELETE FROM leaning WHERE region = 'DAA-0563-2013-0001'",
    }
    with Ledger.create(filled) as ledger, ledger.writing():
        ledger.connection.execute(spoil[wrong])
    with Ledger.create(filled) as ledger:
        assert not verify(ledger).holds
        Upkeep(ledger).rebuild()
        assert verify(ledger).is_complete


def test_answers_of_other_rules_are_not_given(filled: Path) -> None:
    with Ledger.create(filled) as ledger, ledger.writing():
        AnswerTable(ledger.connection).note("edition", "another")
        ledger.connection.execute("UPDATE answer SET verdict = 'active'")
    with Store.open(filled) as store:
        assert store.lookup("N1-567-09-6 item 1A").verdict == "superseded"
    with Ledger.create(filled) as ledger:
        Upkeep(ledger).keep_up()
    assert_kept_as_drawn(filled)


def test_answers_hold_up_to_the_day_on_which_a_record_group_passes_to_another_department(
    filled: Path,
) -> None:
    with Ledger.create(filled) as ledger, ledger.writing():
        AnswerTable(ledger.connection).note("until", date.today().isoformat())
        ledger.connection.execute("UPDATE answer SET verdict = 'active'")
    with Store.open(filled) as store:
        assert store.lookup("N1-567-09-6 item 1A").verdict == "superseded"


def test_the_edition_is_that_of_the_rules_as_they_stand() -> None:
    """Whoever changes a rule must run `python -m schedgraph.graph.conclusions.source --write`."""
    from schedgraph.graph.conclusions import edition, source

    assert source.edition() == edition.EDITION
    named = {path.name for path in source.deciding_files()}
    assert {"rules.toml", "standing.toml", "limits.py", "walk.py", "retention.py", "families.toml"} <= named


def test_the_successions_of_all_generations_are_a_question_to_the_file(filled: Path) -> None:
    everything = """
        WITH RECURSIVE later(id) AS (
          SELECT new FROM succession WHERE old = 'GRS 1/9'
          UNION SELECT new FROM succession JOIN later ON old = later.id
        ) SELECT id FROM later ORDER BY id
    """
    with Ledger.open(filled) as ledger:
        found = [row[0] for row in ledger.connection.execute(everything)]
    assert found == ["GRS 2.2/072"]
