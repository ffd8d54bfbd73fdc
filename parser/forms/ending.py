"""Acts and lists by which a letter ends authorities: "the authority for the following items is hereby rescinded:"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation import is_partial
from schedgraph.parser.citation.cited import cited, stated_day, words_of
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.letterhead import Letter
from schedgraph.parser.passage import Passage

# A sentence that ends "the disposition authority approved for the following items is hereby rescinded, effective this date:"
_LISTED = r"\b(?:following|below|listed|these)\b"
_OPENS_LIST = re.compile(
    rf"(?:^|[.;]\s)(?P<said>[^.;]{{0,240}}{_LISTED}[^.;]{{0,120}}?\b(?:is|are|was|were|(?:has|have)\sbeen)\s"
    r"(?:(?:now|hereby|also|therefore|both|all)\s){0,2}"
    r"(?:superseded|replaced|rescinded|revoked|obsolete|inactive|withdrawn|cancel{1,2}ed|no\slonger\s(?:valid|in\s(?:force|effect|use)))\b"
    r"[^.;:]{0,200}):[ \t]*(?:$|\n)"
    r"|(?:^|[.;]\s)(?P<done>[^.;]{0,120}\b(?:rescind(?:s|ing)?|revok(?:es?|ing)|cancel(?:s|ling|ing)?)\b"
    rf"[^.;]{{0,120}}{_LISTED}[^.;:]{{0,200}}):[ \t]*(?:$|\n)",
    re.IGNORECASE,
)
_MAY_OPEN = re.compile(rf"{_LISTED}[^:]{{0,400}}:[ \t]*(?:$|\n)", re.IGNORECASE)
# How a letter of the archives names them: "we", "this office", "the National Archives and Records Administration (NARA)"
_ARCHIVES = (
    r"(?:nara|we|i|(?:the\s)?national\sarchives(?:\s(?:and|&)\srecords\s(?:administration|service))?(?:,?\s\(nara\))?"
    r"|the\s(?:(?:acting|deputy)\s)?archivist(?:\sof\sthe\sunited\sstates)?"
    r"|this\s(?:office|division|branch|letter|memo(?:randum)?|notice))"
)
END_IT = (
    rf"(?:{_ARCHIVES},?\s(?:(?:is|are|am|have|has|now|also|therefore|accordingly)\s){{0,3}}"
    r"(?:rescind|revok|cancel)\w{1,4})"
)
"""The pattern of the words by which they end what these name next: "NARA hereby revokes", "this office is rescinding"."""
# The act itself, as only the archives can do it: "is hereby rescinded", "NARA hereby revokes", "we are rescinding"
_ACT = re.compile(
    r"\b(?:hereby\s(?:rescind\w{0,3}|revok\w{1,3}|cancel\w{0,4})|(?:rescinded|revoked|cancel{1,2}ed),?\s(?:effective|as\sof)\s(?:this|today|the\sdate)"
    r"|(?:(?<=\bis\s)|(?<=\b(?:are|now)\s))(?:rescinded|revoked|cancel{1,2}ed)(?!,?\s(?:effective|as\sof)\s(?:this|today|the\sdate))"
    rf"|{END_IT})\b",
    re.IGNORECASE,
)
# "At your request of May 7": the month is no modal verb
_NOT_DONE = re.compile(
    r"\b(?:not|never|nor|neither|whether|if|unless|until|when|once|will|would|shall|should|may(?!\s(?:[0-9]{1,4}|no\slonger)\b)|might|could|can|to\sbe"
    r"|propos\w{1,3}|pending|draft|request\w{0,3}\s(?:that|the)|ask\w{0,3}|claim\w{1,3}|says|asserts?|believ\w{1,3}|argu\w{1,3}"
    r"|alleg\w{1,3}|suggest\w{0,3})\b",
    re.IGNORECASE,
)
# "we have marked N1-442-09-1, item 5 as inactive": the archives note it so
_NOTED = re.compile(
    r"\b(?P<verb>noted|recorded|marked|listed|annotated|designated|declared|coded|reclassified)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_NOTED_AS = re.compile(
    r"(?:[\s,;&()/-]|\([^()]{1,80}\))*(?P<as>(?:as|to\sbe)\s(?:now\s)?(?:inactive|obsolete|rescinded|withdrawn))\b",
    re.IGNORECASE,
)
# "As you asked in your letter, we rescind …": the request is granted
_GRANTED = re.compile(
    r"\bas\s(?:you(?:r\s(?:\w+\s){1,3})?|the\s(?:\w+\s){1,3}?)\s?(?:ha(?:ve|s|d)\s)?(?:request|ask|suggest)(?:s|ed)?\b[^,.;]{0,60},",
    re.IGNORECASE,
)
# "because of pending litigation": why it is done is no condition of it
_REASON = re.compile(
    r"\b(?:because|due\sto|owing\sto|on\saccount\sof|in\sview\sof|in\slight\sof|as\sa\sresult\sof|by\sreason\sof)\b[^,.;:]*",
    re.IGNORECASE,
)
# "N1-185-97-1, item 1, is inactive": the archives find it so
_FOUND = re.compile(
    r"(?:[\s,;&()/-]|\b(?:and|items?|[0-9]{1,4}[a-z]?)\b)*(?P<act>\b(?:is|are)\s(?:(?:now|also|both|all|therefore)\s)?"
    r"(?:inactive|obsolete))\b(?P<behind>[^.;]*)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"[^.;]{0,80}[.;]\s{1,3}(?:the\s)?effective(?:\sdate)?(?:\sis)?\s?:?\s", re.IGNORECASE)
_LONGEST_DAY = 24
_SUCCEEDED = re.compile(r"\b(?:super[sc]eded|replaced)\b", re.IGNORECASE)
_FARTHEST, _BEHIND = 240, 40
_STOP = re.compile(r"\.\s")
_STAYS = re.compile(
    r"\b(?:unaffected|remains?|continues?|still|except|not|stays?|superseded\sby|replaced\sby|(?:now|see|use))\b",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    r"(?:[\s\W]|\b(?:[0-9]{1,2}|[a-z]|items?|job|schedule|no|number|the)\b)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The words that open a list of what is at an end, and the day that they state.

    `act`: by these words the archives end it themselves, `succeeded`: they say that something took its place.
    """

    words: Passage
    act: bool
    succeeded: bool
    stated: Reading[date] | None
    letter: Letter

    @property
    def day(self) -> Reading[date] | None:
        """The day since when it is at an end, the letter's where none is stated."""
        return self.stated or self.letter.day


def opened_list(passage: Passage, letter: Letter) -> Opening | None:
    """What a paragraph says of the list that follows it."""
    found = _opening(passage.text)
    if found is None:
        return None
    name = "said" if found["said"] is not None else "done"
    words = passage.slice(found.start(name), found.end(name)).strip(" \n\t,")
    if not is_done(words.text):
        return None
    done = _ACT.search(words.text) if letter.of_archives else None
    return Opening(
        words=words.slice(*done.span()) if done else words,
        act=done is not None,
        succeeded=_SUCCEEDED.search(words.text) is not None,
        stated=stated_day(words),
        letter=letter,
    )


def _opening(text: str) -> re.Match[str] | None:
    return _OPENS_LIST.search(text) if _MAY_OPEN.search(text) else None


def lists_apart(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The paragraphs, the lines of a list apart from the words that open it."""
    for passage in passages:
        found = _opening(passage.text)
        if found and passage.text[found.end() :].strip():
            yield passage.slice(0, found.end())
            yield passage.slice(found.end())
        else:
            yield passage


def listed(passage: Passage, opening: Opening) -> Iterator[Citation] | None:
    """What a list says, where `passage` is one of numbers at the beginnings of lines; None where it is none.

    A second number in the line is the successor where the list is one of what was superseded.
    """
    found: list[Citation] = []
    start = 0
    for line in passage.text.split("\n"):
        mentions = [each for each in find_numbers(passage.text) if start <= each.start < start + len(line)]
        if mentions:
            apart = _BEFORE_NUMBER.fullmatch(passage.text, start, mentions[0].start)
            old = [each for each in mentions if _stem(each) == _stem(mentions[0])]
            new = [each for each in mentions if each not in old]
            if apart is None or _STAYS.search(line) or any(each.id is None for each in mentions):
                return None
            if new and (not opening.succeeded or new[0].start < old[-1].start):
                return None
            found += [_succeeded(passage, one, each, opening) for one in old for each in new]
            found += [_ended(passage, each, opening) for each in old if not new]
        start += len(line) + 1
    return iter(found) if found else None


def _stem(mention: Mention) -> str:
    number = parse_identifier(mention.id) if mention.id else None
    return number.schedule if number else ""


def done_by_archives(passage: Passage, cited: Sequence[Citation], letter: Letter) -> Iterator[Citation]:
    """The citations of a letter; what the archives rescind by its words is said to be rescinded."""
    for each in cited:
        quote = each.evidence.quote
        act = None
        if letter.of_archives and each.relation == "supersedes":
            act = _act_of(passage.text, quote) or _noted_of(passage.text, quote)
        elif letter.of_archives and each.relation == "cites" and not each.words:
            act = _found_of(passage.text, quote) or _noted_of(passage.text, quote)
        if act and not each.proposed and not each.partial:
            words = Reading(value=act, evidence=each.evidence)
            day = each.date or _day_behind(passage, quote) or letter.day
            yield replace(each, relation="cites", words=words, date=day)
        else:
            yield each


def _act_of(text: str, quote: str) -> str | None:
    """The words of the act by which the archives end what is quoted; None where these are a report or a plan."""
    place = _place(text, quote)
    clause = quote
    if place:
        start, end = place
        stop = _STOP.search(text, end, end + _BEHIND)
        # "is rescinded effective today": the day may stand behind what was quoted.
        clause = text[_clause_start(text, start) : stop.start() if stop else end + _BEHIND]
    clause = " ".join(clause.split())
    found = _ACT.search(clause)
    return found[0] if found and is_done(clause) else None


def _found_of(text: str, quote: str) -> str | None:
    """The words by which the archives find what is quoted at an end: "is inactive"."""
    place = _place(text, quote)
    found = _FOUND.match(text, place[1]) if place else None
    if place is None or found is None:
        return None
    ahead = text[_clause_start(text, place[0]) : place[0]]
    return " ".join(found["act"].split()) if is_done(f"{ahead} {found[0]}") else None


def _noted_of(text: str, quote: str) -> str | None:
    """The words by which the archives note what is quoted as at an end, without saying of whose doing."""
    place = _place(text, quote)
    if place is None:
        return None
    ahead = text[_clause_start(text, place[0]) : place[0]]
    verb, behind = _NOTED.search(ahead), _NOTED_AS.match(text, place[1])
    if verb is None or behind is None or not is_done(ahead):
        return None
    return f"{verb['verb']} {' '.join(behind['as'].split())}"


def _day_behind(passage: Passage, quote: str) -> Reading[date] | None:
    """The day that a sentence of its own states behind the act: "Item 4 is rescinded. Effective date: July 2, 2003."."""
    place = _place(passage.text, quote)
    since = _SINCE.match(passage.text, place[1]) if place else None
    return stated_day(passage.slice(since.end(), since.end() + _LONGEST_DAY)) if since else None


def _place(text: str, quote: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, in which the lines of a page are joined without their margins."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return found.span() if found else None


def _clause_start(text: str, at: int) -> int:
    stops = [each.end() for each in _STOP.finditer(text, max(0, at - _FARTHEST), at)]
    return stops[-1] if stops else max(0, at - _FARTHEST)


def is_done(clause: str) -> bool:
    """Whether a clause tells what is done, and no plan, condition or request."""
    return _NOT_DONE.search(without_reasons(_GRANTED.sub("", clause))) is None


def without_reasons(clause: str) -> str:
    """A clause without why it is so: what was "rescinded because the maps were never made" is rescinded."""
    return _REASON.sub("", clause)


def _succeeded(passage: Passage, old: Mention, new: Mention, opening: Opening) -> Citation:
    named = cited(new, "superseded-by", passage.evidence(old.start, new.end))
    return replace(named, date=opening.stated, sure=new.sure and old.sure, of=old.id)


def _ended(passage: Passage, mention: Mention, opening: Opening) -> Citation:
    place = passage.evidence(mention.start, mention.end)
    if opening.act:
        return replace(cited(mention, "cites", place), date=opening.day, words=words_of(opening.words))
    partial = is_partial(passage.text, mention.start, mention.end)
    return replace(cited(mention, "supersedes", place), date=opening.day, partial=partial)
