"""Written numbers by themselves, each with the authority that it was made from, damaged in all the ways of a scan.

Whole schedules hold too few doubtful numbers to measure how doubtful they are: a thousand of these take a second.
"""

from collections.abc import Iterator, Sequence
from random import Random

from bench.accuracy.stated import Stated
from bench.synthetic import numbers
from bench.synthetic.damage import damaged, misshapen
from bench.synthetic.stock import AGENCIES
from schedgraph.parser.authority.finder import find_numbers

KINDS = ("item", "item", "item", "job", "glued", "era", "era", "general", "old general")
"""Which numbers are written, by how often."""


def written(rng: Random) -> tuple[str, str]:
    """A number as a schedule cites it: as printed, and its identifier."""
    agency = rng.choice(AGENCIES)
    group = str(agency["group"])
    match rng.choice(KINDS):
        case "item":
            return numbers.item_of(rng, *numbers.older(rng, group, rng.randint(1978, 2012)))
        case "job":
            return numbers.job(rng, group, rng.randint(1974, 2010))
        case "glued":
            return glued(rng, *numbers.older(rng, group, rng.randint(1978, 2012)))
        case "era":
            return numbers.era_item(rng, group, rng.randint(2010, 2022))
        case "general":
            return numbers.general(rng)
        case _:
            return numbers.old_general(rng)


def glued(rng: Random, printed: str, identifier: str) -> tuple[str, str]:
    """`N1-563-04-1a`: job 1 item a as often as job 1 item 1a, for nobody has counted which is meant."""
    letter = rng.choice("abcdefgh")
    shown = letter.upper() if rng.random() < 0.3 else letter
    own = f"/{printed.rpartition('-')[2].lstrip('0')}" if rng.random() < 0.5 else ""
    return printed + shown, f"{identifier}{own}/{letter}"


def sample(seed: int, count: int, rates: Sequence[float]) -> Iterator[Stated]:
    """The readings of `count` written numbers at each rate of damage."""
    for rate in rates:
        rng = Random(f"{seed}/written/{rate}")
        for _ in range(count):
            printed, identifier = written(rng)
            shown = damaged(misshapen(printed, rng, rate), rng, rate)
            for mention in find_numbers(shown)[:1]:
                for place, reading in enumerate(mention.readings):
                    yield Stated(
                        kind="runner-up" if place else "written",
                        printed=shown,
                        target=reading.target,
                        repairs=mention.repairs,
                        confidence=reading.confidence,
                        right=reading.target == identifier,
                    )
