"""What the cells of a crosswalk say beside numbers: that an authority stands, that only a part is meant, nothing."""

import re
from typing import Literal

# Cells like "not superseded, continues in use"    "not covered; remains in force"    "no change"
STANDS = re.compile(
    r"\b(?:not (?:superseded|covered|replaced|affected|included|changed)|no change|unchanged|remains?|continues?|stays?|still"
    r"|in (?:force|effect|use))\b",
    re.IGNORECASE,
)
# A remark like "paper copies only", "in part", "partly"
IN_PART = re.compile(
    r"\b(?:in part|part|partly|partial(?:ly)?|only|except(?:ing|ed)?|excluding|other than|but not|limited to|insofar as)\b",
    re.IGNORECASE,
)
# A remark that says of what an authority stands, so that the rest is replaced: "remains in force for paper copies"
_STANDS_FOR = re.compile(
    r"\b(?:for|to|over|as (?:to|regards)|with (?:respect|regard) to)\s(?!(?:now|the (?:time being|present)|reference)\b)\w",
    re.IGNORECASE,
)
# Remarks that deny all of it, though another word limits something: "not superseded; only the title was changed"
_DENIED = re.compile(
    r"\b(?:not (?:yet )?(?:superseded|replaced|affected|changed)|no change|unchanged)\b"
    r"(?!,?\s(?:in part|for|as to|except|other than|with))",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?<!not )(?<!never )(?<!not yet )\b(?:superseded|replaced)\b", re.IGNORECASE)
# Remarks about a successor that is none yet: "proposed; at NARA, not approved", "will be superseded when approved"
_AWAITED = re.compile(
    r"\bproposed(?=\W*$|[;,.]|\s(?:to|at|in|by)\b)|\bpending(?=\W*$|[;,.]|\s(?:at|with|in|by|approval|NARA)\b)"
    r"|\b(?:not (?:yet )?(?:been )?approved|unapproved|in draft|at NARA|awaiting (?:approval|NARA|signature)"
    r"|(?:up)?on approval|(?:when|once|if|until) approved"
    r"|(?:will|would|may|might|could|should|to) be (?:superseded|replaced))\b",
    re.IGNORECASE,
)
Reach = Literal["all", "part", "nothing"]
"""How much of an old authority a row replaces by the successor that it names."""
# Titles and headings like "PART 2 - PROPOSED", "New authority (pending)", "DRAFT crosswalk", "will be superseded when approved"
TO_COME = re.compile(
    r"\b(?:propos\w{1,3}|draft|pending|planned|future|(?:will|would|may|might|could|should) be|to be|not yet"
    r"|upon approval|when approved|if approved)\b",
    re.IGNORECASE,
)
# Why a paper names an item that is at no end: "item 4c: keep applying it", "item 4 covers the case files", "destroy
# after 3 years"; and what only will be
AS_IT_IS = re.compile(
    r"\b(?:will|would|shall|should|might|could|unaffected|keep(?:s|ing)?|without change|(?<!in)active|current|valid"
    r"|appl(?:y|ies)|covers?|see also|destroy|retain|permanent|temporary)\b",
    re.IGNORECASE,
)
# A status like "Obsolete - no longer created"    "Rescinded 3/4/98"    "none - rescinded"
ENDS = re.compile(
    r"\W*(?:(?:none|n/?a|no successor)\W{1,4})?"
    r"(?:obsolete|rescinded|inactive|discontinued|cancel{1,2}ed|withdrawn|no longer)\b",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"\W*(?:new(?: (?:item|series|records))?|none|n/?a|not applicable|[-–—]+)?\W*", re.IGNORECASE
)


def reach_of(remark: str) -> Reach:
    """How much is replaced by the successor beside a remark.

    A remark that keeps an authority in force keeps it wholly, or as far as its words go: then a part of it is replaced.
    """
    stands = STANDS.search(remark)
    limited = IN_PART.search(remark) is not None
    if stands is None:
        return "part" if limited else "all"
    # Lines like "Superseded: posters only. Leaflets remain under item 6" tell of a part.
    if _ENDED.search(remark):
        return "part"
    if _DENIED.search(remark):
        return "nothing"
    return "part" if limited or _STANDS_FOR.search(remark, stands.end()) else "nothing"


def is_awaited(remark: str) -> bool:
    """Whether a remark says that the successor beside it is only proposed, and not that anything was replaced."""
    found = _AWAITED.search(remark)
    return found is not None and _ENDED.search(_AWAITED.sub("", remark)) is None
