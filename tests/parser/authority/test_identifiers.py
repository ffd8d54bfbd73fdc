"""Canonical identifiers, item designators, families, and agreement between occurrences."""

from datetime import date

import pytest

from schedgraph.parser.authority.agreement import agree, number_in_file_name, sure_numbers
from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.families import families
from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import ancestors, parse_identifier, written_together
from schedgraph.parser.authority.suffix import item_path


@pytest.mark.parametrize(
    ("identifier", "above"),
    [
        (
            "N1-567-09-006/1/b/2/c",
            ("N1-567-09-006/1/b/2", "N1-567-09-006/1/b", "N1-567-09-006/1", "N1-567-09-006"),
        ),
        ("DAA-0567-2017-0007-0001", ("DAA-0567-2017-0007",)),
        ("GRS 5.2/020", ("GRS 5.2",)),
        ("GRS 1/33/t", ("GRS 1/33", "GRS 1")),
        ("N1-567-09-006", ()),
        ("nonsense", ()),
    ],
)
def test_the_items_above_an_item_end_with_its_schedule(identifier: str, above: tuple[str, ...]) -> None:
    """Nearest first; a schedule has none."""
    assert ancestors(identifier) == above


@pytest.mark.parametrize(
    ("identifier", "record_group", "earliest"),
    [
        ("N1-567-09-006", "567", date(2008, 10, 1)),
        ("N1-361-91-010/54", "361", date(1990, 10, 1)),
        ("N1-AU-93-008", "AU", date(1992, 10, 1)),
        ("NC1-170-77-001", "170", date(1976, 10, 1)),
        ("NC1-170-76-001", "170", date(1975, 7, 1)),
        ("NN-165-119", None, date(1964, 7, 1)),
        ("DAA-0567-2017-0007-0001", "567", date(2016, 10, 1)),
        ("DAA-GRS-2013-0001", "GRS", date(2012, 10, 1)),
        ("GRS 6.1-0142-2018-0001", "142", date(2017, 10, 1)),
        ("GRS 5.2/020", None, date(2014, 1, 1)),
        ("II-NNA-936", None, None),
    ],
)
def test_a_number_tells_its_record_group_and_its_earliest_date(
    identifier: str, record_group: str | None, earliest: date | None
) -> None:
    """The fiscal year begins on 1 October of the year before, up to 1976 on 1 July."""
    number = parse_identifier(identifier)
    assert number is not None
    assert (number.id, number.record_group, number.earliest_date()) == (identifier, record_group, earliest)


@pytest.mark.parametrize(
    "text",
    [
        "N1-567-09-6",
        "n1-567-09-006",
        "N1-567-09-006/",
        "N1-567-09-006/1B",
        "N1-567-09-006/1.b",
        "GRS 5.2/20",
        "DAA-567-2017-0007",
        "",
    ],
)
def test_only_the_canonical_form_is_an_identifier(text: str) -> None:
    """Every other form goes through read_numbers."""
    assert parse_identifier(text) is None


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("1.", ("1",)),
        ("1A", ("1", "a")),
        ("1B(1)", ("1", "b", "1")),
        ("1.B.(2)c.", ("1", "b", "2", "c")),
        ("3c(2)", ("3", "c", "2")),
        ("03c(2)", ("3", "c", "2")),
        ("28a2", ("28", "a", "2")),
        ("17/1/a/1", ("17", "1", "a", "1")),
        ("1.a.(iv)", ("1", "a", "iv")),
        ("1aa", ("1", "aa")),
        ("A", ("a",)),
        ("LND-7.00", ("lnd-7.00",)),
        ("1501-16a", ("1501-16a",)),
        ("1.1", None),
        ("3c(l)", None),
        ("1st", None),
        ("05/31/2017", None),
        ("LeadTrac", None),
        ("", None),
    ],
)
def test_a_designator_has_one_level_a_segment(written: str, path: tuple[str, ...] | None) -> None:
    """None where it is not sure."""
    assert item_path(written) == path


def test_every_family_and_every_weight_can_be_justified() -> None:
    """Each family names its source; weights are shares, and a certain repair does not exist."""
    assert all(family.source for family in families())
    table = confusions()
    substitutions = [*table.digits.values(), *table.groups.values()]
    substitutions += [row for rows in table.prefixes.values() for row in rows.values()]
    assert all(0 < row.weight < 1 for row in substitutions)
    assert all(0 < weight < 1 for weight in (*table.shape.values(), *table.item.values()))


def test_a_repair_is_sure_once_an_undamaged_occurrence_agrees() -> None:
    """The repairs are kept."""
    (mention,) = agree(find_numbers("NI-567-09-6"), ["N1-567-09-006"])
    assert (mention.id, mention.sure, mention.repairs) == ("N1-567-09-006", True, ("I→1",))


def test_a_schedule_that_occurs_elsewhere_does_not_cut_a_damaged_item_number_short() -> None:
    """The header has DAA-0085-2014-0023; its item -0O04 is still an item, and not the schedule for sure."""
    (mention,) = agree(find_numbers("DAA-0085-2014-0023-0O04"), ["DAA-0085-2014-0023"])
    assert mention.id == "DAA-0085-2014-0023-0004"
    assert mention.readings[0].target == "DAA-0085-2014-0023-0004"


def test_a_runner_up_that_occurs_elsewhere_wins() -> None:
    """DAA-AU-20170008 is DAA-AU-2017-0006 where the outline says so."""
    (mention,) = agree(find_numbers("DAA-AU-20170008"), ["DAA-AU-2017-0006"])
    assert (mention.id, mention.sure) == ("DAA-AU-2017-0006", True)
    assert [reading.target for reading in mention.readings][:2] == ["DAA-AU-2017-0006", "DAA-AU-2017-0008"]


def test_a_schedule_that_occurs_confirms_an_item_only_where_the_item_itself_is_sound() -> None:
    """The file name tells the job, not whether the l of 3c(l) is a 1."""
    sound, damaged = find_numbers("NI-567-09-6 item 1a. NI-567-09-6 item 3c(l)")
    assert [mention.sure for mention in agree((sound, damaged), ["N1-567-09-006"])] == [True, False]


def test_occurrences_of_two_readings_settle_nothing() -> None:
    """Both items exist: the writing stays ambiguous."""
    (mention,) = agree(find_numbers("N1-563-04-1a"), ["N1-563-04-001/a", "N1-563-04-001/1/a"])
    assert (mention.id, mention.sure) == (None, False)


def test_damaged_occurrences_confirm_nothing() -> None:
    """The same damage twice is no evidence."""
    mentions = find_numbers("NI-567-09-6 and again NI-567-09-6")
    assert not any(mention.sure for mention in agree(mentions, sure_numbers(mentions)))


@pytest.mark.parametrize(
    ("name", "schedule"),
    [
        ("n1-567-09-006_sf115.pdf", "N1-567-09-006"),
        ("rg-0567/n1-567-09-006_sf115.pdf", "N1-567-09-006"),
        ("C:\\files\\NC1-170-77-001.PDF", "NC1-170-77-001"),
        ("daa-0567-2017-0007_sf115.pdf", "DAA-0567-2017-0007"),
        ("n1_567_09_006.txt", "N1-567-09-006"),
        ("000_570d94ea105cce14.txt", None),
        ("004_b78231fe35ef310f.txt", None),
        ("ni-412-94-319.pdf", None),
        ("n1-567-09-006_and_n1-567-09-007.pdf", None),
        ("", None),
    ],
)
def test_a_file_name_is_a_hint_only_where_it_is_sound(name: str, schedule: str | None) -> None:
    """It must fit the grammar as written and name one schedule."""
    assert number_in_file_name(name) == schedule


@pytest.mark.parametrize(
    ("identifier", "together"),
    [
        ("NC1-370-82-003/1301-01/a", "NC1-370-82-003/1301-01a"),
        ("N1-NU-93-012/4700.1/a/2", "N1-NU-93-012/4700.1a/2"),
        ("N1-NU-93-012/4700.1", None),
        ("N1-NU-93-012/1/a", None),
        ("N1-NU-93-012/1501-16a", None),
        ("DAA-0370-2018-0002-0001", None),
    ],
)
def test_an_item_below_a_code_is_as_often_written_with_it(identifier: str, together: str | None) -> None:
    assert written_together(identifier) == together
