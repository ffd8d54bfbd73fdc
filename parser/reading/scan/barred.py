"""Numbers whose letters no family has: a stroke that goes through them made them so, or an I was taken for a 1.

A bar through a C is read as G or E, one through a 1 as 4, H or a plus sign. What is changed here is never sure: the
word as it was read stays beside it.
"""

import re
from dataclasses import replace

from schedgraph.parser.reading.scan.vote import DIFFERING_LIMIT, Voted

_FAMILIES = {
    "NC": ("NG", "NE", "N€", "N¢", "MC", "MG", "Ne", "Nc"),
    "NC1": (
        "NG1",
        "NE1",
        "N€1",
        "N¢1",
        "NCi",
        "NCl",
        "NCI",
        "NC+",
        "NC4",
        "NCH",
        "NG+",
        "NGl",
        "MC1",
        "NCt",
        "Ne1",
        "Ne4",
    ),
    "N1": ("NH", "N4", "N+", "Ni", "Nl", "NI", "M1"),
    "NN": ("MN", "NM"),
    "DAA": ("ĐAA", "BAA", "PAA", "ÐAA", "OAA"),
}
_LOOK_ALIKES = frozenset({"NI", "Nl", "Ni", "NCI", "NCl", "NCi"})
"""What no stroke is needed for: an I, an l and a 1 look alike in most typefaces."""
_MEANT = {read: family for family, reads in _FAMILIES.items() for read in reads}
_FIGURES = str.maketrans({"+": "1", "&": "8", "G": "6"})
# NG1-237-81-4   NH-64-89-13   NC-172-+   N1-85-11-4G   ĐAA-0563-2018-0014
_NUMBER = re.compile(
    r"(?P<family>[^\W\d_]{1,3}[14+]?|N[€¢]1?)-(?P<groups>[0-9+&G]{1,4}(?:-[0-9+&G]{1,4}){1,3})(?P<tail>(?:/[0-9a-z()]*)?[.,;:]?)"
)
# N1-567-09-6   NC-178-15   DAA-0567-2020-0014-0003
_WHOLE = re.compile(
    r"NC?1-[0-9]{2,3}-[0-9]{2}-[0-9]{1,3}|N[CN]-1[5-7][0-9]-[0-9]{1,3}|DAA-[0-9]{4}-20[0-9]{2}-[0-9]{4}(?:-[0-9]{4})?"
)
# NN-472-1: the figures are 1 and a year
_YEAR = re.compile(r"4(?=[0-9]{2}-)")


def named(voted: Voted, *, struck: bool) -> Voted:
    """A number with the family that it must have, and a `struck` one with figures where only figures stand."""
    match = _NUMBER.fullmatch(voted.word.text)
    if match is None:
        return voted
    meant = f"{_MEANT.get(match['family'], '')}-{match['groups']}"
    if not struck and match["family"] not in _LOOK_ALIKES and _WHOLE.fullmatch(meant) is None:
        # Nobody has such numbers, but no stroke is known that would say which are meant.
        damaged = match["family"] in _MEANT
        return replace(voted, confidence=min(voted.confidence, DIFFERING_LIMIT)) if damaged else voted
    # A stroke that was not seen may have gone through the family of a number that is whole otherwise.
    family = _MEANT.get(match["family"], match["family"])
    if family not in _FAMILIES:
        return voted
    groups = match["groups"].translate(_FIGURES) if struck else match["groups"]
    if struck and family in ("NC", "NN"):
        groups = _YEAR.sub("1", groups, count=1) if groups.startswith("4") else groups
    text = f"{family}-{groups}{match['tail']}"
    if text == voted.word.text:
        return voted
    return Voted(
        word=replace(voted.word, text=text),
        confidence=min(voted.confidence, DIFFERING_LIMIT),
        other=voted.word.text,
    )
