"""A schedule out of a seed: real agencies and offices, dispositions in the wording of their time, no real record."""

from dataclasses import replace
from datetime import date
from random import Random

from bench.synthetic import electronic, numbers, request
from bench.synthetic.schedule import Cited, Entry, Schedule

FORMS = ("ERA", "r1991", "ERA", "r1983", "r1975", "r1970", "notice")


def invent(seed: int, form: str) -> Schedule:
    """The schedule of this seed on a form: ERA, notice, or a revision of the SF-115 (r1970, r1975, r1983, r1991)."""
    rng = Random(f"{seed}/{form}/content")
    if form == "ERA":
        return electronic.invent(rng, seed)
    if form == "notice":
        return _notice(rng, seed)
    return request.invent(rng, seed, form)


def _notice(rng: Random, seed: int) -> Schedule:
    """A cover sheet, with the schedule that it covers half of the time."""
    covered = request.invent(rng, seed, rng.choice(["r1975", "r1983", "r1991"]))
    leaves = [entry for entry in covered.entries if entry.wording]
    dead = rng.sample(leaves, k=max(1, len(leaves) // 2))
    as_of = date(rng.randint(2019, 2023), rng.randint(1, 12), rng.randint(1, 28))
    entries = []
    for entry in leaves:
        if entry not in dead:
            continue
        replaced = rng.random() < 0.75
        citations: tuple[Cited, ...] = ()
        if replaced:
            written, target = (
                numbers.general(rng)
                if rng.random() < 0.25
                else numbers.era_item(rng, covered.record_group, rng.randint(2013, as_of.year - 1))
            )
            citations = (Cited(printed=written, target=target, relation="superseded-by", where="notice"),)
        entries.append(
            Entry(
                path=entry.path,
                identifier=entry.identifier,
                number=entry.number,
                title="",
                text="",
                wording=None,
                instruction=None,
                citations=citations,
                status="Superseded" if replaced else "Obsolete",
            )
        )
    return replace(
        covered,
        form="notice",
        revision=covered.revision,
        entries=tuple(entries),
        as_of=as_of,
        received=None,
        certified=None,
        approved=None,
        major=None,
        minor=None,
        telephone=None,
        stamps=("NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE",),
        covers=covered if rng.random() < 0.5 else None,
        file_name=f"{covered.identifier.lower()}_notice",
    )
