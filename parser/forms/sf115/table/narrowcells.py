"""What the narrow columns 9 and 10 hold: authority numbers alone, and what NARA did with an item."""

import re

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.damagedwords import repaired_words
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.look_alikes import as_words
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

# "b. Withdrawn by sponsor.  Destroy 2 years after withdrawal": applications that were, and no action
_TITLE_ALONE = re.compile(
    r"\W{0,3}(?:withdrawn|(?:not[ ])?approved|disapproved|deleted|changed)"
    r"(?![^\n]{0,60}\b(?:nar[as]|gsa|archiv\w+|agency|grs)\b)[^\n]{0,60}?[.:][ ]{1,4}"
    r"(?:temporary|permanent|destroy|delete|dispose|transfer|retain|offer|retire|erase|close|cut ?off)\b",
    re.IGNORECASE,
)
# What NARA wrote into column 10: "withdrawn", "disposition not approved", "Approved 9/3/86", "Withdrawn -
# covered by GRS"; but "Approved loans" are records.
_ACTION = re.compile(
    r"\W{0,3}(?:items?\s)?(?:withdrawn|with\s?drawn|w/d(?:rawn)?|wdn|(?:dispos\w{2,6}\s)?not\sapproved|disapproved|approved"
    r"|deleted|changed|lined\s(?:off|out)|returned\s(?:without|w/o)\s(?:action|approval))(?:\W*|\s*[-–—,;:.(/].{0,60}"
    r"|\s+(?:by|per|as|at|see|on|to|because|pending|except|covered|[0-9]).{0,60})",
    re.IGNORECASE | re.DOTALL,
)
_WORDS_OF_A_CITATION = re.compile(
    r"\b(?:items?|and|or|of|the|part|parts|see|cf|job|nos?|number|in|thru|through|sup|supersedes|supercedes|schedule)\b|[\W\d_]+",
    re.IGNORECASE,
)
# "(video only)"    ", in part (reports of 2003 and later)": which part is meant
_SCOPE = re.compile(
    r",?\s{0,2}\bin part\b(?:\s?\([^()]{2,60}\))?"
    r"|\((?=[^()]{0,60}\b(?:only|part|partly|except|excluding|portions?)\b)[^()]{2,60}\)",
    re.IGNORECASE,
)
# "(FN 902-05)", "(file 1305-02)": what the agency's own manual calls the item
_ALIAS = re.compile(
    r"\((?:(?:FN|files?|series|manual|man|ARIMS|MSC|SSIC|RCS|rule|code|para|no|nos|number|[A-Z]{2,6})[.:]?\s{1,2}){1,3}"
    r"[0-9][0-9A-Za-z./-]{0,12}\)",
)
# "NC1-399-77-" over "3, item 2"
BEGUN_CITATION = re.compile(r"[A-Za-z]{1,3}[0-9Il]{0,2}(?:-[0-9A-Za-z]{1,5}){1,3}-")

# a cell that goes on: "NC1-374-81-1,", "items 9 and"
OPEN_END = re.compile(r"(?:[,&/-]|\b(?:and|or|to|thru|through|items?))$", re.IGNORECASE)

# column 10 that names a successor: "Superseded by N1-79-92-4"
SUCCEEDED = re.compile(r"\W*superseded\s{1,3}by\b", re.IGNORECASE)

EMPTY_CELL = re.compile(r"(?:new(?: item)?|none|n/?a)[.]?", re.IGNORECASE)


def is_citation(passage: Passage) -> bool:
    """Whether a passage holds authority numbers and nothing else."""
    mentions = find_numbers(passage.text)
    if not mentions:
        return False
    text, position = "", 0
    for mention in mentions:
        text += passage.text[position : mention.start] + " "
        position = max(position, mention.end)
    text = _ALIAS.sub(" ", _SCOPE.sub(" ", text + passage.text[position:]))
    return not _WORDS_OF_A_CITATION.sub("", text).strip()


def is_action(passage: Passage) -> bool:
    """Whether a passage is NARA's action on an item and nothing else, but for who says where it stands."""
    return _acts(passage.text)


@remembered(most=4096)
def _acts(text: str) -> bool:
    words = repaired_words(as_words(text[place_end(text) :].strip()))
    return _ACTION.fullmatch(words) is not None and _TITLE_ALONE.match(words) is None


def is_ninth(passage: Passage) -> bool:
    """Whether a passage can be a whole cell of column 9: numbers, the beginning of one, or a word for none."""
    text = " ".join(passage.text.split())
    return (
        is_citation(passage)
        or BEGUN_CITATION.fullmatch(text) is not None
        or EMPTY_CELL.fullmatch(text) is not None
    )
