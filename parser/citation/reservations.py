"""What the words around a number take back of it: only a part is meant, only some items, or somebody else said so."""

import re

from schedgraph.parser.authority.finder import Mention

# "is superseded, in part, by DAA-0566-2017-0018-0001"    "partially superseded by GRS 3.1, item 011"
_IN_PART = re.compile(r"\bin part\b|\bpartial(?:ly)?\b|\b(?:parts?|portions?|some) of\b", re.IGNORECASE)
# "Items of N1-567-10-3 not named here remain in force": only some of its items
_OTHERS_OF = re.compile(
    r"\b(?:items?|parts?|portions?|provisions?|sections?|series|authorities|rest|remainder)"
    r"(?: [^;:\n]{1,40})?[ \n]{1,3}(?:of|in|on|from|under|within)[ \n]{1,3}"
    r"(?:the[ \n]{1,3})?(?:schedule[ \n]{1,3}|job[ \n]{1,3}(?:no[.]?[ ])?)?$",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|none|any|all|neither|nor)\b", re.IGNORECASE)
_OWN_BEFORE = 40
_WORD_BEFORE = len("portions of the ")
# supersedes N1-567-10-3, item 2, in part.  and  N1-276-92-1, item 6 (in part)
# replaces NC1-59-75-4 only as to paper records
# NC1-207-81-2, item 3 (microfilm only)
# N1-95-88-2 (part)  and  N1-95-88-2, item 2 (except photographs of burned areas)
_IN_PART_BEHIND = re.compile(
    r"[ ,;(\[\n]{1,3}(?:(?:only )?(?:in part\b|partial(?:ly)?\b)"
    r"|parts?[.]?(?=[ ]{0,2}(?:[)\],;.:]|[-–—] |$))|portions?\b|pt[.]?\)"
    r"|(?:except(?:ing)?|excluding|other than|but not|not including)\b"
    r"(?![ \n]{1,3}(?:for[ ])?(?:that[ ]|as[ ]|(?:sub-?)?items?\b|[0-9(]|(?:NC?1?|NN|II|DAA|GRS)[- ]?[0-9A-Z]))"
    r"|all but\b|less\b|minus\b|save\b|as to\b|(?:but )?only (?:as to|for|insofar|with respect|where|in so far)\b"
    r"|[^()\[\],;.\n]{2,60}\b(?:only|excepted|excluded)[ ]{0,2}[)\]]"
    r"|insofar as\b|in so far as\b|to the extent\b)",
    re.IGNORECASE,
)
# replaces DAA-0101-2013-0003, which was returned without action.  and  N1-1-90-1 (never approved)
_REFUSED_BEHIND = re.compile(
    r"[ ,;(\[\n]{1,3}(?:(?:which|that)[ \n](?:was|were|had been|has been)[ \n])?"
    r"(?:returned[ \n](?:without[ \n]action|unapproved|to the agency)|never[ \n]approved|not[ \n]approved|disapproved"
    r"|withdrawn[ \n](?:before|prior to)[ \n](?:its |the )?approval)\b",
    re.IGNORECASE,
)
# The letter said "item 4 of N1-95-87-2 is superseded"; the region was mistaken.
# An earlier submission was returned. It read: "supersedes N1-490-95-6, items 1 and 2".
_QUOTED = re.compile(
    r"\b(?:said|says|stated|states|wrote|claimed|claims|argued|suggested|asked|read|reads|reading|ran|noted|declared"
    r"|proposed|contained|quoted|quot(?:ed|es|ing|ation)\b[^.;\"“”]{0,80}?(?=[,:][ \n])"
    r"|(?:text|wording|words?|sentence|statement|phrase|language|citation|entry) (?:was|were))"
    r"[ \n]{0,2}(?:that[ \n]|as follows|(?:in )?(?:the|these|those|its) (?:words?|sentence|statement|phrase|text|wording"
    r"|language|citation))?"
    r"[,:]{0,1}[ \n]{0,2}"
    r"(?<=[ \n:,(])(?P<quote>[\"“](?=\S)[^\"“”]{1,400}[\"”]|[‘'](?=\S)[^‘’'\"“”]{1,400}[’'](?![A-Za-z]))",
    re.IGNORECASE,
)
_QUOTE = re.compile("[\"“‘']")
# "is amended to read", "should read", "this schedule states": the words are this schedule's own
_OWN_WORDS = re.compile(
    r"\b(?:to|should|shall|must|will|now"
    r"|(?:this|the present|the current) (?:records )?(?:schedule|job|request|submission|disposition))"
    r"[ \n]{1,3}$",
    re.IGNORECASE,
)


def is_partial(text: str, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` of a text, or those right behind them, say "in part"."""
    return bool(_IN_PART.search(text, max(0, start - _WORD_BEFORE), end) or _IN_PART_BEHIND.match(text, end))


def is_refused(text: str, end: int) -> bool:
    """Whether the words right behind a number say that it was never approved: there was no authority to replace."""
    return _REFUSED_BEHIND.match(text, end) is not None


def is_of_some(before: str) -> bool:
    """Whether a schedule is named for some of its items: "the items of", but not "none of the items of"."""
    found = _OTHERS_OF.search(before)
    return found is not None and not _NONE.search(before, max(0, found.start() - _WORD_BEFORE), found.start())


def is_quoted(text: str, mention: Mention) -> bool:
    """Whether a number stands in what somebody is reported to have said."""
    if _QUOTE.search(text, 0, mention.start) is None:
        return False
    return any(
        quoted.start("quote") < mention.start
        and mention.end < quoted.end("quote")
        and _OWN_WORDS.search(text[max(0, quoted.start() - _OWN_BEFORE) : quoted.start()]) is None
        for quoted in _QUOTED.finditer(text)
    )
