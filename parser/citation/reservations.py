"""What the words around a number take back of it: only a part is meant, only some items, or somebody else said so."""

import re
from typing import Literal

from schedgraph.parser.authority.finder import Mention

# "is superseded, in part, by DAA-0566-2017-0018-0001"    "partially superseded by GRS 3.1, item 011"
_IN_PART = re.compile(
    r"\bin part\b|\bpart(?:ial)?ly\b|\bpartial\b|\b(?:parts?|portions?|half|halves|share|bulk|segments?|some) of\b",
    re.IGNORECASE,
)
# "Items of N1-567-10-3 not named here remain in force": only some of its items
_OTHERS_OF = re.compile(
    r"\b(?:items?|parts?|portions?|provisions?|sections?|series|authorities|rest|remainder|ssics?|codes?|chapters?|subjects?|rules?"
    r"|paragraphs?|tables?|entries|lines?)"
    r"(?: [^;:\n]{1,40})?[ \n]{1,3}(?:of|in|on|from|under|within)[ \n]{1,3}"
    r"(?:the[ \n]{1,3})?(?:schedule[ \n]{1,3}|job[ \n]{1,3}(?:no[.]?[ ])?)?$",
    re.IGNORECASE,
)
# "Item 3, photographs only, superseded by", "only the photographs are superseded by"
_ONLY_AHEAD = re.compile(
    r"(?:[,(][ \n]{0,2}(?:[\w'-]{2,20}[ \n]{1,2}){1,6}only[,)]{0,2}[ \n]{1,2}"
    r"|\bonly[ \n](?:the[ \n])?(?!items?\b)(?:[\w'-]{2,20}[ \n]{1,2}){1,4}?)"
    r"(?:(?:is|are|was|were|has|have|been|now)[ \n]{1,2}){0,3}(?=supersed|replac|supsd|s/s)",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|none|any|all|every|each|neither|nor)\b", re.IGNORECASE)
_OWN_BEFORE = 40
_WORD_BEFORE = len("portions of the ")
# supersedes N1-567-10-3, item 2, in part.  and  N1-276-92-1, item 6 (in part)
# replaces NC1-59-75-4 only as to paper records
# NC1-207-81-2, item 3 (microfilm only), also where a narrow column broke the bracket
# NC1-58-79-6/2a (agreements signed before 2010 stay under NC1-58-79-6/2a)
# N1-95-88-2 (part)  and  N1-95-88-2, item 2 (except photographs of burned areas)
_IN_PART_BEHIND = re.compile(
    r"[ ,;(\[\n]{1,3}(?:(?:only |supersed\w{1,3} |replac\w{1,3} )?(?:in part\b|partial(?:ly)?\b)"
    r"|parts?[.]?(?=[ ]{0,2}(?:[)\],;.:]|[-–—] |$))|portions?\b|pt[.]?\)"
    r"|(?:except(?:ing)?|excluding|other than|but not|not including)\b"
    r"(?![ \n]{1,3}(?:for[ ])?(?:that[ ]|as[ ](?!to\b|regards\b)|(?:sub-?)?items?\b|[0-9(]"
    r"|(?:NC?1?|NN|II|DAA|GRS)[- ]?[0-9A-Z]))"
    r"|as (?:regards|concerns)\b|with re(?:gard|spect) to\b|but for\b(?!\s(?:that|the\stitle))|prospectively\b"
    r"|(?:beginning|starting|commencing) with\b"
    r"|for (?:the[ \n])?(?:[a-z-]{3,14}[ \n]){1,4}?(?:only|alone)\b"
    r"|(?:only )?as (?:it|they) (?:appl|relat|pertain)\w{1,4}\b"
    r"|with the exception of\b(?![ \n]{1,3}(?:(?:sub-?)?items?\b|[0-9(]|(?:NC?1?|NN|II|DAA|GRS)[- ]?[0-9A-Z]))"
    r"|for (?:[a-z-]{3,14}[ \n]){1,4}?(?:created|received|dated|made|accumulated|cut[ ]off|closed|filed|opened|signed"
    r"|issued|generated)[ \n]"
    r"(?:(?:on|in)[ \n]or[ \n])?(?:after|since|from|before|prior[ ]to|through|beginning|until)\b"
    r"|for (?:[a-z-]{3,14}[ \n]){1,4}?(?:dated|of|from)[ \n][^.;()]{2,25}[ \n](?:and|or)[ \n]"
    r"(?:later|after|earlier|before|older|newer)\b"
    r"|all but\b|less\b|minus\b|save\b|as to\b|(?:but )?only (?:as to|for|insofar|with respect|where|in so far)\b"
    r"|[^()\[\],;.\n]{2,60}\b(?:only|excepted|excluded)[ ]{0,2}[)\];,]"
    r"|(?<=[(\[])[^()\[\];]{2,90}?\b(?:only|excepted|excluded)[ \n]{0,2}[)\]]"
    r"|(?<=[(\[])[^()\[\]]{2,90}?\b(?:stays?|remains?|continues?|kept)[ \n](?:under|in|with|on|covered|governed)\b"
    r"[^()\[\];]{0,60}[)\]]"
    r"|(?<=[(\[])[^()\[\]]{0,60}?\b(?:received|created|dated|made|accumulated|closed|filed|opened|issued|generated"
    r"|cut[ ]off)[ \n](?:(?:on|in)[ \n]or[ \n])?(?:after|since|before|prior[ ]to|through|until)\b[^()\[\]]{0,40}[)\]]"
    r"|[-–—][ ](?:the[ ])?[a-z][^;:.()\n]{2,40}?\bonly\b"
    r"|(?:[a-z-]{3,14}[ \n]){1,4}only[ ]{0,2}\Z"
    r"|insofar as\b|in so far as\b|to the extent\b)",
    re.IGNORECASE,
)
# "A.1 and A.2 (filings received on or after October 1, 2003 only)": all of a list is limited so
_LIMITED_LIST = re.compile(
    r"(?:(?:,?[ \n]{1,3}(?:and|&|or)|,)[ \n]{1,3}(?:items?[ ])?[0-9A-Z(][0-9A-Za-z.()/-]{0,10}){1,8}[ \n]{1,40}"
    r"[(\[][^()\[\]]{0,90}?\b(?:received|created|dated|made|closed|cut[ ]off|begun|opened|filed|issued|approved|before|after"
    r"|since|through)\b"
    r"[^()\[\]]{0,60}?\bonly\b[ \n]{0,2}[)\]]",
    re.IGNORECASE,
)
# Words like "(video brochures). Others: no change.", "; the remainder stands.", "; other sites continue to use this item"
_OTHERS_STAY = re.compile(
    r"[^;:.]{0,60}[.;,]\s(?:(?:(?:the\s)?(?:rest|remainder|balance)|others?(?=:))(?!\s(?:of\sthe\s)?(?:items?|schedule|job|authorit))[^.;]{0,20}?"
    r"(?:\b(?:no\schange|unchanged|remains?|stays?|stands?|continues?|still|unaffected)\b)"
    r"|(?:other|all\sother|the\sother|remaining)\s[a-z]{3,14}\s(?:still|continue|keep|may\scontinue)\b[^.;]{0,30}\b(?:this|the\s(?:old|present))\s(?:item|authority|disposition)\b)",
    re.IGNORECASE,
)
# Finds a day that stands before such words, with what makes it the day of the change:
# "on June 30, 2015, except for maps" or "which NARA approved on 6/30/2015, except maps"
_DAY_BEHIND = re.compile(
    r"[ ,(\n]{1,3}[A-Za-z.'’ \n]{0,50}?\b(?:approved|appr|signed|effective|eff|dated|on|as of|since|in)"
    r"\b[. \n]{1,2}(?:on[ \n])?[A-Za-z0-9,/ \n.-]{0,18}?"
    r"(?:[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}|(?:19|20)[0-9]{2})(?![0-9])[)]?",
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
# superseded (electronic index only) by  and  superseded in part, as to maps, by item  and  replaced for film copies by
_SCOPED_END = re.compile(
    r"\b(?:superseded|replaced)[ \n](?P<scope>(?:in part[ \n])?(?:[(\[][^()\[\]]{2,60}[)\]]"
    r"|,?[ ]?(?:for|as to|as regards|with (?:regard|respect) to|insofar as)[ \n][^.;:()\[\]]{3,60}?))"
    r",?[ \n]by[ \n](?:the[ ])?(?:(?:job|item|schedule|authority)[ ](?:no[.]?[ ])?)?$",
    re.IGNORECASE,
)
# "Some sites have asked whether N1-434-98-12, item 4, was replaced by": nobody says that it was; nor does whoever
# tells what becomes of "the line that mapped it to"
_ASKED = re.compile(
    r"\b(?:(?:rows?|lines?|entry|entries)\s(?:that|which)\s[^.;]{0,80}$|(?:disregard|ignore)\s(?:the|any|our)\s[^.;]{0,30}\bthat\s[^.;]{0,80}$|(?:ask(?:s|ed|ing)?|wonder\w{0,3}|question\w{0,3}|inquir\w{1,4}|unclear|unsure|uncertain|unknown|doubt\w{0,4}|know|sure|clear|determin\w{1,4}|decid\w{1,3}"
    r"|check\w{0,3})\s(?:us\s|me\s|NARA\s|of\s|as\sto\s|about\s)?(?:whether|if)\s[^.;]{0,80}$)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|nor|no|if|when|unless|until|will|would|shall|may|might|to)\b", re.IGNORECASE
)
_OF_ANOTHER = re.compile(r"\b(?:N[0-9CNl]{1,2}|II|DAA|GRS)[- ][0-9A-Z][^.;:\n]{0,80}$")
_WHOLE = re.compile(
    r"[0-9]{1,2}/|\b(?:19|20)[0-9]{2}\b|\b(?:whole|full|entirety|entirely|all)\b", re.IGNORECASE
)
_FARTHEST_SCOPE, _NEAR_DENIAL = 120, 20
_QUOTE = re.compile("[\"“‘']")
# "is amended to read", "should read", "this schedule states": the words are this schedule's own
_OWN_WORDS = re.compile(
    r"\b(?:to|should|shall|must|will|now"
    r"|(?:this|the present|the current) (?:records )?(?:schedule|job|request|submission|disposition))"
    r"[ \n]{1,3}$",
    re.IGNORECASE,
)


def scoped_end(text: str, start: int) -> Literal["whole", "part"] | None:
    """Whether the words before a number say that it superseded something, and name what between "superseded" and "by".

    What they name is a part of it, but where they are a day or say that all of it is meant.
    """
    found = _SCOPED_END.search(text, max(0, start - _FARTHEST_SCOPE), start)
    if found is None or _DENIED.search(text, max(0, found.start() - _NEAR_DENIAL), found.start()):
        return None
    if _OF_ANOTHER.search(text, max(0, found.start() - _FARTHEST_SCOPE), found.start()):
        # "N1-58-97-13, item 4 was superseded (paper only) by" speaks of that one.
        return None
    return "whole" if _WHOLE.search(found["scope"]) else "part"


def is_asked(text: str, start: int) -> bool:
    """Whether what is said of a number is what somebody asks or does not know."""
    return _ASKED.search(text, max(0, start - _FARTHEST_SCOPE), start) is not None


def is_partial(text: str, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` of a text, or those right behind them or behind a day there, say "in part"."""
    day = _DAY_BEHIND.match(text, end)
    if _OTHERS_STAY.match(text, end) or _LIMITED_LIST.match(text, end):
        return True
    return bool(
        _IN_PART.search(text, max(0, start - _WORD_BEFORE), end)
        or _IN_PART_BEHIND.match(text, end)
        or (day is not None and _IN_PART_BEHIND.match(text, day.end()))
        or _ONLY_AHEAD.search(text, max(0, start - _FARTHEST_SCOPE), end)
    )


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
