"""Written numbers and dates by themselves, each with what it was made from, damaged in all the ways of a scan.

Whole schedules hold too few doubtful numbers to measure how doubtful they are: a thousand of these take a second.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from bench.accuracy.stated import Stated
from bench.synthetic import numbers
from bench.synthetic.damage import damaged, misshapen, misshapen_day
from bench.synthetic.sf115 import printed_day
from bench.synthetic.stock import AGENCIES
from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.dates import read_date

RATES = (0.006, 0.015, 0.03, 0.06)
"""How often a character is confused, from a fair scan to a bad one."""
KINDS = ("item", "item", "item", "job", "glued", "apart", "era", "era", "general", "old general")
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
        case "apart":
            return apart(rng, *numbers.older(rng, group, rng.randint(1978, 2012)))
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


# How an item stands after a job without a word that says so, the item, and the trust in it beside that in none.
APART = (
    (" {}", ("1a", "12c", "2b(3)"), "after_space", "no_item"),
    ("-{}", ("1", "2", "14"), "glued_hyphen", "no_item"),
    (".{}", ("1", "3", "12"), "glued_dot", "no_item"),
    (" ({})", ("1", "4"), "after_space", "no_item"),
)


def apart(rng: Random, printed: str, identifier: str) -> tuple[str, str]:
    """`N1-563-04-1 2b`: an item or none as often as the reader supposes, for nobody has counted."""
    joined, items, held, none = rng.choice(APART)
    item = rng.choice(items)
    trust = confusions().item
    meant = rng.random() < trust[held] / (trust[held] + trust[none])
    path = "".join(f"/{level}" for level in re.findall(r"[0-9]+|[a-z]", item)) if meant else ""
    return printed + joined.format(item), identifier + path


def writings(seed: int, count: int, rates: Sequence[float]) -> Iterator[tuple[str, str, Mention]]:
    """`count` written numbers at each rate of damage, as they came out, what was meant, and how each is read."""
    for rate in rates:
        rng = Random(f"{seed}/written/{rate}")
        for _ in range(count):
            printed, identifier = written(rng)
            shown = damaged(misshapen(printed, rng, rate), rng, rate)
            for mention in find_numbers(shown)[:1]:
                yield shown, identifier, mention


def sample(seed: int, count: int, rates: Sequence[float]) -> Iterator[Stated]:
    """The readings of `count` written numbers at each rate of damage."""
    for shown, identifier, mention in writings(seed, count, rates):
        for place, reading in enumerate(mention.readings):
            yield Stated(
                kind="runner-up" if place else "written",
                printed=shown,
                target=reading.target,
                repairs=mention.repairs,
                confidence=reading.confidence,
                right=reading.target == identifier,
            )


def days(seed: int, count: int, rates: Sequence[float]) -> Iterator[Stated]:
    """The readings of `count` written dates at each rate of damage."""
    for rate in rates:
        rng = Random(f"{seed}/days/{rate}")
        for _ in range(count):
            day = date(1975, 1, 1) + timedelta(days=rng.randrange(17_000))
            printed = rng.choice([printed_day(day, rng) or "", day.strftime("%m/%d/%Y"), day.isoformat()])
            shown = damaged(misshapen_day(printed, rng, rate), rng, rate)
            found = read_date(shown)
            if found is not None and found.value is not None:
                yield Stated(
                    kind="date",
                    printed=shown,
                    target=found.value.isoformat(),
                    repairs=found.repairs,
                    confidence=found.confidence,
                    right=found.value == day,
                )
