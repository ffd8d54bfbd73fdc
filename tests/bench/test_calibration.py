"""What a confidence states is measured, on enough readings, and held against the bar."""

import pytest

from bench.accuracy import calibration, written
from bench.accuracy.fitting import Writing, fitted, main, staircase
from bench.accuracy.stated import Band, Stated, bands
from schedgraph.parser.authority.stating import confidences, measurement, places


def test_a_staircase_rises_and_no_step_stands_on_too_few_readings() -> None:
    """0.3 was right more often than 0.5: both are one step; the single reading at 0.9 joins its neighbour."""
    measured = [(0.1, False)] * 90 + [(0.1, True)] * 10 + [(0.3, True)] * 60 + [(0.3, False)] * 40
    measured += [(0.5, True)] * 40 + [(0.5, False)] * 60 + [(0.7, True)] * 99 + [(0.7, False)] + [(0.9, True)]
    steps = staircase(measured, least=50)
    assert (steps.starts, steps.right) == ((0.0, 0.3, 0.7), (0.1, 0.5, 0.99))
    assert [steps.at(value) for value in (0.0, 0.29, 0.3, 0.69, 0.7, 1.0)] == [0.1, 0.1, 0.5, 0.5, 0.99, 0.99]


def test_a_value_at_the_foot_of_a_step_belongs_to_it() -> None:
    """Values are discrete: one that rounding pushed below its step would be stated as the step below."""
    third = 1 / 3
    steps = staircase([(0.1, False)] * 9 + [(third, True)] * 9, least=5)
    assert steps.at(third) == 1.0


def test_what_is_fitted_is_the_share_that_is_right() -> None:
    """Of two equal readings each is right as often as the other, whichever comes first."""
    even = [Writing(judged=False, trusts=(0.5, 0.5), right=(turn, not turn)) for turn in (True, False) * 50]
    alone = [Writing(judged=False, trusts=(0.5,), right=(turn < 8,)) for turn in range(10)] * 10
    tables = fitted([*even, *alone], least=10)
    assert set(tables["level"].right) == {0.5}
    assert set(tables["clear"].right) == {0.8}


def test_the_seeds_that_are_measured_on_are_never_fitted_on() -> None:
    with pytest.raises(SystemExit):
        main(["--seed", "9100"])


@pytest.mark.parametrize("judged", [False, True])
@pytest.mark.parametrize(
    "trusts", [(0.9,), (0.9, 0.85), (0.9, 0.3, 0.2), (0.5, 0.5, 0.5), (0.4, 0.39, 0.1), (0.03,)]
)
def test_the_readings_of_a_writing_share_at_most_one(trusts: tuple[float, ...], judged: bool) -> None:
    stated = confidences(trusts, judged=judged)
    assert sum(stated) <= 1.0 + 1e-9
    assert all(0.0 <= each <= 1.0 for each in stated)
    assert list(stated) == sorted(stated, reverse=True)
    level = [share for place, share in zip(places(trusts), stated, strict=True) if place == "level"]
    assert len(level) != 1


def test_a_number_that_is_sound_as_written_is_stated_as_one() -> None:
    assert confidences((1.0,), judged=False) == (1.0,)
    assert confidences((), judged=False) == ()


@pytest.mark.parametrize("judged", [False, True])
def test_more_trust_never_states_less(judged: bool) -> None:
    for steps in (measurement(judged=judged).readable, *measurement(judged=judged).places.values()):
        assert list(steps.starts) == sorted(set(steps.starts))
        assert list(steps.right) == sorted(steps.right)


def test_a_band_is_thin_where_its_interval_cannot_tell() -> None:
    assert Band(low=0.4, count=200, stated=0.48, right=0.42).is_thin
    assert not Band(low=0.4, count=500, stated=0.48, right=0.42).is_thin
    assert Band(low=0.4, count=500, stated=0.48, right=0.42).is_off
    assert not Band(low=0.9, count=500, stated=0.96, right=0.95).is_off


def readings(confidence: float, right: int, count: int) -> list[Stated]:
    return [
        Stated(
            kind="citation", printed="x", target="x", repairs=(), confidence=confidence, right=turn < right
        )
        for turn in range(count)
    ]


def test_a_confidence_that_is_too_high_is_marked_in_the_report() -> None:
    """The check can fail: 0.9 stated, 0.7 right."""
    page = calibration.report("command", {"scans": readings(0.9, 700, 1000)})
    assert "| citation | 0.9 | 1,000 | 0.900 | 0.700 |" in page
    assert "off |" in page
    assert "off |" not in calibration.report("command", {"scans": readings(0.9, 890, 1000)})


@pytest.mark.slow
def test_stated_confidence_is_the_share_that_is_right() -> None:
    """Unseen numbers and dates: every band that holds enough readings keeps the bar, and few readings lie in others."""
    found = [*written.sample(9950, 2500, written.RATES), *written.days(9950, 1000, written.RATES)]
    assert [band for band in bands(found) if band.is_off] == []
    assert sum(band.count for band in bands(found) if band.is_thin) < 0.02 * len(found)
