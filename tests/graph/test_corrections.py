"""What a correction does: it defeats the earlier assertion, both stay visible, and no order matters."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from schedgraph.graph.answers import look_up
from schedgraph.graph.casefile import Statements
from schedgraph.graph.correction import Correction, CorrectionError, NothingToCorrectError, effect
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_document, read_text
from schedgraph.parser.reading.source import decode
from tests.cli.written import NEW, OLD
from tests.graph.telling import said, shown

ITEM = "N1-567-09-006/1/a"
READ, RIGHT = "DAA-0563-2013-0001-0006", "DAA-0563-2013-0001-0007"
PRINTED = "PAA - 0563 - 2013 - 0001 - 0006"


def correction(kind: str, about: str, day: date = date(2026, 1, 2), **more: object) -> Correction:
    return Correction(kind=kind, about=about, author="Records office", day=day, **more)  # type: ignore[arg-type]


def reading(value: str = RIGHT, day: date = date(2026, 1, 2), printed: str = PRINTED) -> Correction:
    return correction("reading", ITEM, day, instead_of=printed, value=value)


@pytest.fixture
def filled(tmp_path: Path, seeds: dict[str, Path]) -> Path:
    with Ledger.create(tmp_path) as ledger:
        for path in seeds.values():
            ledger.add(read_document(path))
    return tmp_path


def corrected(folder: Path, *found: Correction) -> None:
    with Ledger.create(folder) as ledger:
        ledger.correct(found)


def ends(folder: Path, number: str, day: date | None = None) -> tuple[str, list[str]]:
    with Store.open(folder) as store:
        answer = store.lookup(number, day)
    return answer.verdict, [each.id for each in answer.current]


def test_a_corrected_reading_leads_elsewhere_and_the_old_one_is_told_with_its_place(filled: Path) -> None:
    corrected(filled, reading())
    assert ends(filled, ITEM) == ("superseded", [RIGHT])
    with Store.open(filled) as store:
        answer = store.lookup(ITEM)
        (defeat,) = store.ledger.defeats()
    assert (defeat[0].object, defeat[0].evidence.quote, defeat[1].value) == (READ, PRINTED, RIGHT)
    (caveat,) = [each for each in answer.caveats if each.code == "corrected"]
    assert PRINTED in caveat.message and "Records office" in caveat.message and "2026-01-02" in caveat.message
    assert answer.chain[0].rule == "correction"
    assert answer.chain[0].since == date(2013, 8, 28)


def test_the_wrong_number_itself_names_the_reading_too(filled: Path) -> None:
    corrected(filled, reading(printed=READ))
    assert ends(filled, ITEM) == ("superseded", [RIGHT])


def test_a_reading_can_be_confirmed_and_is_then_no_doubt_any_more(filled: Path) -> None:
    corrected(filled, reading(value=READ))
    with Store.open(filled) as store:
        answer = store.lookup(ITEM)
    assert [each.id for each in answer.current] == [READ]
    assert "repaired-number" not in {each.code for each in answer.caveats}


def test_a_correction_does_not_move_the_horizon(filled: Path) -> None:
    """That someone looked at a reading in 2026 says nothing about later schedules."""
    with Store.open(filled) as store:
        before = store.lookup(ITEM).horizon
    corrected(filled, reading())
    with Store.open(filled) as store:
        assert store.lookup(ITEM).horizon == before


def test_one_of_several_readings_is_settled(filled: Path) -> None:
    item, right = "N1-567-09-006/1/b/1", "N1-563-04-001/1/a"
    corrected(filled, correction("reading", item, instead_of="N1-563-04-1a", value=right))
    with Store.open(filled) as store:
        assert [each.object for each in store.ledger.about(item) if each.predicate == "cites"] == [right]


def test_whatever_comes_first_documents_or_corrections_the_answers_are_the_same(
    tmp_path: Path, seeds: dict[str, Path]
) -> None:
    documents = [read_document(path) for path in seeds.values()]
    steps: list[object] = [*documents, reading(), reading(READ, date(2026, 3, 4))]
    told = set()
    for number, order in enumerate(permutations(steps)):
        with Ledger.create(tmp_path / str(number)) as ledger:
            for step in order:
                if isinstance(step, ScheduleDocument):
                    ledger.add(step)
                else:
                    _keep(ledger, step)
            told.add(
                (tuple(each.key for each in ledger.all()), tuple(said.key for said, _ in ledger.defeats()))
            )
    assert len(told) == 1


def _keep(ledger: Ledger, step: object) -> None:
    """Keeps a correction whether or not its document is there yet."""
    assert isinstance(step, Correction)
    with ledger.writing() as connection:
        connection.execute("INSERT OR IGNORE INTO correction VALUES (?, ?)", (step.id, step.to_text()))
        ledger._corrections.apply()


def test_reading_the_document_again_does_not_lose_the_correction(
    filled: Path, seeds: dict[str, Path]
) -> None:
    corrected(filled, reading())
    with Ledger.create(filled) as ledger:
        assert ledger.add(replace(read_document(seeds["000"]), doubts=()))
    assert ends(filled, ITEM) == ("superseded", [RIGHT])


def test_of_two_corrections_the_later_one_holds_and_the_earlier_stays_visible(filled: Path) -> None:
    corrected(filled, reading())
    corrected(filled, reading("DAA-0563-2013-0001-0008", date(2026, 2, 3)))
    assert ends(filled, ITEM) == ("superseded", ["DAA-0563-2013-0001-0008"])
    with Store.open(filled) as store:
        assert {said.source for said, _ in store.ledger.defeats()} == {"document", "correction"}


def test_two_corrections_of_one_day_that_contradict_each_other_are_refused(filled: Path) -> None:
    corrected(filled, reading())
    with pytest.raises(CorrectionError, match="contradict each other"):
        corrected(filled, reading("DAA-0563-2013-0001-0008"))
    assert ends(filled, ITEM) == ("superseded", [RIGHT])


def test_a_document_made_after_the_correction_is_not_defeated_by_it(filled: Path) -> None:
    """The print of 2017 cannot have been meant by someone who wrote in 2016."""
    about = "DAA-0567-2017-0007"
    corrected(filled, correction("fact", about, date(2016, 1, 1), predicate="approved", value="2015-05-05"))
    with Store.open(filled) as store:
        assert store.ledger.defeats() == ()
        assert len([each for each in store.ledger.about(about) if each.predicate == "approved"]) == 2


def test_an_approval_that_the_scan_does_not_show_can_be_stated(filled: Path) -> None:
    with Store.open(filled) as store:
        assert store.lookup(ITEM, date(2011, 1, 1)).verdict == "indeterminate"
    corrected(filled, correction("fact", "N1-567-09-006", predicate="approved", value="2010-02-03"))
    with Store.open(filled) as store:
        answer = store.lookup("N1-567-09-006/1/c/2", date(2009, 12, 31))
    assert answer.verdict == "proposed"


def test_a_stamp_that_is_not_there_stops_counting(filled: Path) -> None:
    item = "N1-567-09-006/1/b/1"
    assert ends(filled, item)[0] == "inactive"
    corrected(filled, correction("fact", "N1-567-09-006", predicate="stamp", value=None))
    assert ends(filled, item)[0] == "indeterminate"


def test_the_scope_of_an_annotation_can_be_widened_and_narrowed(filled: Path) -> None:
    """The annotation after 1C(2) holds for 1C(1) as well: then both are superseded for certain."""
    one, two = "N1-567-09-006/1/c/1", "N1-567-09-006/1/c/2"
    assert ends(filled, one)[0] == "inactive"
    new = "DAA-GRS-2013-0001-0005"
    corrected(filled, correction("scope", two, value=new, holds_for=(one, two)))
    assert ends(filled, one)[0] == "superseded"
    with Store.open(filled) as store:
        assert new in [link.to for link in store.lookup(one).chain]
    corrected(
        filled, correction("scope", two, date(2026, 5, 6), value="DAA-GRS-2013-0001-0006", holds_for=(one,))
    )
    with Store.open(filled) as store:
        assert [link.to for link in store.lookup(two).chain if link.origin == two] == [new]


def test_a_grs_item_that_was_not_taken_supersedes_nothing_of_that_record_group(filled: Path) -> None:
    item, grs = "N1-567-09-006/1/c/2", "DAA-GRS-2013-0001-0005"
    corrected(filled, correction("election", grs, value="567", taken=False))
    with Store.open(filled) as store:
        chain = [link.to for link in store.lookup(item).chain if link.origin == item]
    assert chain == ["DAA-GRS-2013-0001-0006"]


def test_another_record_group_is_not_touched_by_an_election(filled: Path) -> None:
    item, grs = "N1-567-09-006/1/c/2", "DAA-GRS-2013-0001-0005"
    corrected(filled, correction("election", grs, value="142", taken=False))
    with Store.open(filled) as store:
        assert grs in [link.to for link in store.lookup(item).chain]


def test_a_grs_item_that_was_taken_supersedes_the_item_that_took_it(filled: Path) -> None:
    item = "DAA-0567-2017-0007-0001"
    corrected(
        filled,
        correction("election", "GRS 5.2/020", value=item, taken=True, since=date(2020, 1, 1)),
    )
    assert ends(filled, item, date(2019, 1, 1)) == ("active", [item])
    assert ends(filled, item) == ("superseded", ["GRS 5.2/020"])


CAPSTONE_OLD = "N1-567-09-006/1/c/1"


def of_capstone(election: Correction | None) -> tuple[str, set[str]]:
    """What becomes of an item that a crosswalk gives to an optional general schedule."""
    told = [
        *shown("N1-567-09-006", "1/c/1", approved="2010-02-01"),
        *shown("GRS 6.1", "010", approved="2015-09-16"),
        said("GRS 6.1", "reach", "optional"),
        said(CAPSTONE_OLD, "superseded-by", "GRS 6.1/010", source="fact", dated=date(2015, 9, 16)),
    ]
    case = Statements(told)
    made = effect(election, case, {}).made if election else ()
    answer = look_up(Statements([*told, *made]), "", CAPSTONE_OLD, None, {})
    return answer.verdict, {each.code for each in (*answer.conflicts, *answer.caveats)}


def test_an_election_of_a_whole_record_group_is_read_by_the_rules() -> None:
    """Without it both answers stand with their condition; taken by group 567, the item is superseded."""
    verdict, codes = of_capstone(None)
    assert (verdict, "grs-election-unknown" in codes) == ("indeterminate", True)
    verdict, codes = of_capstone(correction("election", "GRS 6.1", value="567", taken=True))
    assert (verdict, "grs-taken" in codes) == ("superseded", True)
    verdict, _ = of_capstone(correction("election", "GRS 6.1/010", value="N1-567-09-006", taken=True))
    assert verdict == "superseded"


def test_an_election_of_another_record_group_settles_nothing() -> None:
    verdict, codes = of_capstone(correction("election", "GRS 6.1", value="142", taken=True))
    assert (verdict, "grs-election-unknown" in codes) == ("indeterminate", True)


def test_a_general_schedule_that_a_record_group_left_supersedes_nothing_of_it() -> None:
    verdict, codes = of_capstone(correction("election", "GRS 6.1", value="567", taken=False))
    assert (verdict, "grs-declined" in codes) == ("active", True)


def test_a_correction_that_nothing_matches_changes_nothing(filled: Path) -> None:
    with pytest.raises(NothingToCorrectError):
        corrected(filled, reading(), reading(printed="N1-001-01-1"))
    with Store.open(filled) as store:
        assert store.ledger.corrections() == ()
        assert store.ledger.defeats() == ()


def test_a_correction_that_is_withdrawn_leaves_no_trace(filled: Path) -> None:
    corrected(filled, reading())
    with Ledger.create(filled) as ledger:
        assert ledger.withdraw(reading().id)
        assert not ledger.withdraw(reading().id)
    assert ends(filled, ITEM) == ("superseded", [READ])


def test_a_shipped_fact_can_be_corrected(filled: Path) -> None:
    corrected(
        filled,
        correction(
            "fact", "GRS 4.3/040", predicate="superseded-by", instead_of="GRS 5.1/020", value="GRS 5.1/010"
        ),
    )
    assert ends(filled, "GRS 4.3/040")[1] == ["GRS 5.1/010"]


def test_the_graph_keeps_what_was_defeated_and_says_by_what(filled: Path) -> None:
    """As a statement of its document, without the links that queries follow."""
    corrected(filled, reading())
    with Store.open(filled) as store:
        asked = store.sparql(
            "SELECT ?quote ?who { ?said prov:wasInvalidatedBy ?by ; sg:evidence/sg:quote ?quote . ?by dcterms:creator ?who }"
        )
        cited = store.sparql(
            f'ASK {{ ?item sg:identifier "{ITEM}" ; sg:citation/sg:target/sg:identifier "{READ}" }}'
        )
    assert [tuple(map(str, row)) for row in asked.rows] == [(PRINTED, "Records office")]
    assert not cited.truth


def test_a_corrected_store_breaks_no_shape(filled: Path) -> None:
    from schedgraph.graph.rdf.quads import quads
    from schedgraph.graph.shapes_check import check_shapes

    corrected(
        filled, reading(), correction("fact", "N1-567-09-006", predicate="approved", value="2010-02-03")
    )
    with Store.open(filled) as store:
        found = check_shapes(quads(store.ledger, store.base), store.base)
    assert [each for each in found if "correction" in each.focus or each.severity == "violation"] == []


def test_a_correction_can_move_a_supersession_of_column_9(tmp_path: Path) -> None:
    with Ledger.create(tmp_path) as ledger:
        for name, text in (("old.txt", OLD), ("new.txt", NEW)):
            ledger.add(read_text(decode(text.encode(), name)))
    three, four = "N1-142-84-006/3", "N1-142-84-006/4"
    assert (ends(tmp_path, three)[0], ends(tmp_path, four)[0]) == ("superseded", "active")
    corrected(tmp_path, correction("scope", three, value="N1-142-97-008/1", holds_for=(four,)))
    assert (ends(tmp_path, three)[0], ends(tmp_path, four)[0]) == ("active", "superseded")
