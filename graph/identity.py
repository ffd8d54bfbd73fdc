"""Which numbers name one authority, and which authorities hold another: by number, and by what sources state."""

from schedgraph.graph.casefile import CaseFile, above, is_below, named, once, told


def same_authorities(case: CaseFile, identifier: str) -> tuple[str, ...]:
    """`identifier` and every other number of the same authority (GRS 1.1/010 is DAA-GRS-2013-0003-0001), sorted."""
    return once(case, _same_authorities, identifier)


def _same_authorities(case: CaseFile, identifier: str) -> tuple[str, ...]:
    known, waiting = {identifier}, [identifier]
    while waiting:
        current = waiting.pop()
        others = {each.object for each in told(case, current, "same-as")}
        others |= {each.subject for each in named(case, current, "same-as")}
        waiting.extend(others - known)
        known |= others
    return tuple(sorted(known))


def holders(case: CaseFile, identifier: str) -> tuple[str, ...]:
    """The authorities above `identifier`, nearest first: by its number, then by stated membership (part-of)."""
    return once(case, _holders, identifier)


def _holders(case: CaseFile, identifier: str) -> tuple[str, ...]:
    found: list[str] = []
    for name in same_authorities(case, identifier):
        found.extend(holder for holder in above(name) if holder not in found)
    for name in (identifier, *tuple(found)):
        for each in told(case, name, "part-of"):
            if each.object not in found:
                found.append(each.object)
    return tuple(found)


def is_same_or_below(identifier: str, holder: str) -> bool:
    """Whether `identifier` is `holder` or written under it."""
    return identifier == holder or is_below(identifier, holder)


def is_general(identifier: str) -> bool:
    """Whether it is a General Records Schedule or an item of one, under any of their numbers."""
    return identifier.startswith(("GRS ", "DAA-GRS-", "N1-GRS-", "NC1-GRS-"))
