"""How a written number finds its authority in a store."""

from pathlib import Path

import pytest

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store, UnknownAuthority
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode

OLD = """Request for Records Disposition Authority
Job Number: N1-142-84-6
1. From: Tennessee Valley Authority
Date: 08/08/1984 Archivist of the United States
7. Item No.\t8. Description of Item and Proposed Disposition\t9. GRS or Superseded Job Citation\t10. Action Taken
3.\tReservoir charts. Destroy when 10 years old.\t\t
"""
NEW = (
    OLD.replace("N1-142-84-6", "N1-142-97-8")
    .replace("3.\tRes", "1.\tRes")
    .replace("old.\t\t", "old.\tN1-142-84-6(3)\t")
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with Ledger.create(tmp_path) as ledger:
        for name, text in (("old.txt", OLD), ("new.txt", NEW)):
            ledger.add(read_text(decode(text.encode(), name)))
    return Store.open(tmp_path)


def test_of_two_readings_the_one_that_a_document_shows_is_meant(store: Store) -> None:
    """The citation in the other document names both readings; only one of them is an item."""
    with store:
        assert [each.id for each in store.resolve("N1-142-84-6(3)")] == ["N1-142-84-006/3"]


def test_an_unknown_item_is_refused_with_near_numbers(store: Store) -> None:
    with store, pytest.raises(UnknownAuthority) as caught:
        store.lookup("N1-142-84-6 item 9")
    assert "N1-142-84-006/3" in caught.value.near


def test_a_list_is_several_authorities(store: Store) -> None:
    with store, pytest.raises(ValueError, match="names 2 authorities"):
        store.lookup("N1-142-84-6, item 3 and N1-142-97-8, item 1")
