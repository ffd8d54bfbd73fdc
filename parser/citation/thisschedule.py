"""What the words right beside a number say of the schedule, or of the item, in which it stands."""

import re

_THIS = r"(?:this|the\s(?:present|new|above|following))\s(?:new\s)?(?:items?|schedule|job|request|series|authority|disposition)"
# "This item takes the place of", "The present item is to be used instead of"
_AHEAD = re.compile(
    rf"\b{_THIS}\s(?:(?:is|are)\s(?:to\sbe\s)?(?:used|applied|cited|followed)\s(?:instead|in\splace|in\slieu)\sof|takes?\s(?:the\splace\sof|over\sfrom)"
    r"|stands?\s(?:instead|in\s(?:the\s)?place)\sof)\s(?:the\s)?$"
    r"|(?:^|[(\[]|[.;:]\s)\s{0,4}(?:takes?\s(?:the\splace\sof|over\sfrom)|succeeds?|supplants?)\s(?:the\s)?"
    r"(?:items?\s[0-9(][0-9A-Za-z(),& ]{0,40}?(?:,|\sand|\s&)\s)?$",
    re.IGNORECASE,
)
# ", which this item supersedes", "is replaced hereby"
_BEHIND = re.compile(
    rf"[\s,]{{1,3}}(?:\([^()]{{1,60}}\)\s?,?\s?)?(?:(?:which|that)\s{_THIS}\s(?:supersedes?|replaces?|rescinds?|cancels?)\b"
    r"|(?:(?:which|that)\s)?(?:is|are)\s(?:(?:superseded|replaced|rescinded)\shereby|hereby\s(?:superseded|replaced))\b)",
    re.IGNORECASE,
)
# "Upon approval of this schedule N1-434-98-12, item 4, is no longer to be used"
_UPON_THIS = re.compile(
    rf"\b(?:upon|on|with|by|after|following)\s(?:the\s)?(?:final\s)?(?:approval|signature|signing)\sof\s{_THIS}\b",
    re.IGNORECASE,
)
_LAPSES = re.compile(
    r"[\s,]{1,3}(?:\([^()]{1,60}\)\s?,?\s?)?(?:(?:is|are|will|shall|be)\s){0,2}"
    r"(?:no\slonger|ceases?|lapses?|expires?|void|dead|cancel{1,2}ed)\b",
    re.IGNORECASE,
)
# ", approved 11/06/14, which supersedes this item"
_SUPERSEDES_THIS = re.compile(
    r"[\s,]{0,3}(?:\(?(?:approved|appr[.]?|dated)\s(?:[0-9/.-]{4,10}|[A-Za-z]{3,9}\s[0-9]{1,2},\s[0-9]{4})[)]?,?\s)?(?:which|that)\s"
    r"(?:(?:now|has|have)\s){0,2}(?:supersede[sd]|replace[sd])\s(?:this|the\sabove|these)\s"
    r"(?:items?|one|authority|series|disposition)\b",
    re.IGNORECASE,
)
# "Earlier this schedule proposed to replace N1-434-98-12, item 4, but withdrew that part of its request"
_PROPOSED = re.compile(
    r"\b(?:propos\w{1,3}|request|plan|asked|sought|wanted|requested|intended|meant)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"[^.]{0,60}(?:[,;]\s(?:but|and|then|later|which\swas|that\s(?:part|citation|request|proposal))|,?\s(?:was|were|has\sbeen))\b[^.]{0,40}"
    r"\b(?:withdrew|withdrawn|dropped|removed|abandoned|struck|deleted)\b",
    re.IGNORECASE,
)
_NEAR = 120


def replaced_by_this(text: str, start: int, end: int) -> bool:
    """Whether the words beside the number at `start` to `end` say that this schedule or item takes its place."""
    if _AHEAD.search(text, max(0, start - _NEAR), start) or _BEHIND.match(text, end):
        return True
    begins = max(text.rfind(". ", 0, start), text.rfind(";", 0, start)) + 1
    stops = min((at for at in (text.find(". ", end), text.find(";", end)) if at >= 0), default=len(text))
    return _LAPSES.match(text, end) is not None and _UPON_THIS.search(text, begins, stops) is not None


def supersedes_this(text: str, end: int) -> re.Match[str] | None:
    """The words right behind a number by which it supersedes the item at which it stands."""
    return _SUPERSEDES_THIS.match(text, end)


def was_dropped(text: str, start: int, end: int) -> bool:
    """Whether what was proposed for the number at `start` to `end` is said to have been given up."""
    return (
        _PROPOSED.search(text, max(0, start - _NEAR), start) is not None
        and _DROPPED.match(text, end) is not None
    )
