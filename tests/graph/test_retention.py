"""What a supersession changes for the records themselves."""

import pytest

from schedgraph.graph.casefile import Statements
from schedgraph.graph.lineage import trace
from schedgraph.graph.retention import retention_change
from schedgraph.graph.statements import Statement
from tests.graph.test_verdict_claims import NEW, OLD, ask, said, shown

KEYS = {
    "final": "final-disposition",
    "period": "retention-period",
    "trigger": "retention-trigger",
    "text": "retention-text",
    "cutoff": "cutoff",
}


def kept(item: str, **stated: str) -> list[Statement]:
    return [said(item, KEYS[key], value) for key, value in stated.items()]


def change(old: dict[str, str], new: dict[str, str]) -> str:
    told = [*kept("A", **old), *kept("B", **new)]
    return retention_change(Statements(told), "A", "B").change


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"period": "P3Y"}, {"period": "P3Y"}, "same"),
        ({"period": "P3Y"}, {"period": "P36M"}, "same"),
        ({"period": "P3Y"}, {"period": "P75Y"}, "longer"),
        ({"period": "P6Y3M"}, {"period": "P6Y"}, "shorter"),
        ({"period": "P10M"}, {"period": "P11M"}, "longer"),
        ({"period": "P90D"}, {"period": "P2Y"}, "longer"),
        ({"period": "P30D"}, {"period": "P1M"}, "not-comparable"),
        ({"period": "P2Y", "trigger": "cutoff"}, {"period": "P3Y", "trigger": "cut off"}, "longer"),
        ({"period": "P5Y"}, {"period": "P3Y", "trigger": "superseded"}, "trigger-moved"),
        ({"period": "P5Y"}, {"period": "P5Y", "trigger": "date of creation"}, "same"),
        ({"trigger": "use"}, {"period": "P3Y", "trigger": "use"}, "longer"),
        (
            {"period": "P3Y", "trigger": "cutoff", "cutoff": "Cut off at end of fiscal year"},
            {"period": "P3Y", "trigger": "cutoff", "cutoff": "Cut off when the case is closed"},
            "trigger-moved",
        ),
        (
            {"period": "P3Y", "text": "Destroy when 3 years old"},
            {"period": "P3Y", "text": "Destroy when 3 years old or when superseded, whichever is later"},
            "not-comparable",
        ),
        ({"final": "temporary", "period": "P3Y"}, {"final": "permanent"}, "temporary-to-permanent"),
        (
            {"final": "permanent", "period": "P25Y"},
            {"final": "temporary", "period": "P75Y"},
            "permanent-to-temporary",
        ),
        ({"final": "permanent"}, {"final": "permanent"}, "same"),
        ({"final": "temporary"}, {"final": "temporary", "period": "P3Y"}, "not-known"),
        ({"period": "P3Y"}, {}, "not-known"),
    ],
)
def test_two_retentions_are_compared_only_where_they_can_be(
    old: dict[str, str], new: dict[str, str], expected: str
) -> None:
    assert change(old, new) == expected


def test_five_years_old_can_be_over_before_three_years_after_superseded() -> None:
    told = [*kept("A", period="P5Y"), *kept("B", period="P3Y", trigger="superseded")]
    found = retention_change(Statements(told), "A", "B")
    assert found.alarm
    assert "which is longer is not known" in found.message
    assert "P5Y from their making, now P3Y from superseded" in found.message


def test_documents_that_disagree_on_a_period_leave_the_change_unknown() -> None:
    told = [*kept("A", period="P5Y"), *kept("A", period="P6Y"), *kept("B", period="P5Y")]
    found = retention_change(Statements(told), "A", "B")
    assert (found.change, found.alarm) == ("not-known", False)
    assert "disagree" in found.message


def test_the_retention_of_a_grs_item_may_be_stated_under_its_other_number() -> None:
    told = [
        *kept(f"{OLD}/1", period="P5Y"),
        *kept("DAA-GRS-2013-0001-0001", period="P3Y"),
        said("GRS 4.3/010", "same-as", "DAA-GRS-2013-0001-0001"),
    ]
    assert retention_change(Statements(told), f"{OLD}/1", "GRS 4.3/010").change == "shorter"


def test_every_link_of_a_chain_and_every_edge_of_a_lineage_tells_it() -> None:
    told = [
        *shown(OLD, "1"),
        *shown(NEW, "1", approved="2004-09-01"),
        said(f"{NEW}/1", "supersedes", f"{OLD}/1"),
        *kept(f"{OLD}/1", final="temporary", period="P3Y"),
        *kept(f"{NEW}/1", final="permanent"),
    ]
    (link,) = ask(f"{OLD}/1", told).to_json()["chain"]
    assert link["retention_change"]["change"] == "temporary-to-permanent"
    assert link["retention_change"]["alarm"] is True
    assert link["retention_change"]["from"]["period"] == "P3Y"
    (edge,) = trace(Statements(told), f"{OLD}/1", "both").to_json()["edges"]
    assert edge["retention_change"] == link["retention_change"]
