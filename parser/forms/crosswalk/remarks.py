"""What the cells of a crosswalk say beside numbers: that an authority stands, that only a part is meant, nothing."""

import re

# Cells like "not superseded, continues in use"    "not covered; remains in force"    "no change"
STANDS = re.compile(
    r"\b(?:not (?:superseded|covered|replaced|affected|included|changed)|no change|unchanged|remains?|continues?|still"
    r"|in (?:force|effect|use))\b",
    re.IGNORECASE,
)
# A remark like "paper copies only", "in part", "partly"
IN_PART = re.compile(
    r"\b(?:in part|part|partly|partial(?:ly)?|only|except(?:ing)?|excluding)\b", re.IGNORECASE
)
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
# A status like "Obsolete - no longer created"    "Rescinded 3/4/98"
ENDS = re.compile(
    r"\W*(?:obsolete|rescinded|inactive|discontinued|cancel{1,2}ed|withdrawn|no longer)\b", re.IGNORECASE
)
NOTHING = re.compile(
    r"\W*(?:new(?: (?:item|series|records))?|none|n/?a|not applicable|[-–—]+)?\W*", re.IGNORECASE
)
