"""A correction of who replaced what: "N1-79-82-1/4 was superseded by N1-79-08-6/8, not by N1-79-08-6/7"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation.cited import cited
from schedgraph.parser.citation.reading import SupersessionStatement
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

_NOT = re.compile(
    r"[\s,;(–—-]{1,4}(?:and\s)?(?:not|instead\sof|rather\sthan)\s(?:(?:by|with|under)\s)?(?:(?:job|schedule|authority)\s)?",
    re.IGNORECASE,
)


# ". That was a typing error." and then ". The right authority is"; also ". That row is deleted", ". We withdraw that statement"
# and ". It was not."
_ERROR = re.compile(
    r"[^.;]{0,60}[.;]\s{1,3}(?:(?:that|this|which|it)\s(?:was|is)\s(?:(?:a|an|in)\s)?(?:\w{3,14}\s)?"
    r"(?:error|mistake|misprint|wrong|incorrect|slip)\b"
    r"|(?:that|this|the|which)\s(?:row|entry|line|note|statement|annotation|citation)\s(?:is|was|has\sbeen|should\sbe)\s(?:hereby\s|to\sbe\s)?"
    r"(?:deleted|removed|withdrawn|struck|cancel{1,2}ed|disregarded|ignored|wrong|incorrect|erroneous|in\serror)\b"
    r"|(?:we|i)\s(?:hereby\s)?(?:withdraw|retract|take\sback)\s(?:that|this|the|what)\b"
    r"|(?:it|that|this|they|neither)\s(?:was|is|has|had|were|did)\s?(?:not|n't)(?:\s(?:so|the\scase|true|correct|right|been))?(?=\s?[.;]|\s?$))",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"[^.;:]{0,60}[.;:]\s{1,3}(?:the\s)?(?:right|correct|proper|true)\s(?:\w{2,14}\s){0,3}(?:is|was|should\sbe|reads?)\s(?:(?:item|job|the)\s){0,2}",
    re.IGNORECASE,
)


_WRONG = re.compile(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|in\serror|an?\s(?:\w{3,14}\s)?error|mistaken(?:ly)?|by\smistake|misprint)\b",
    re.IGNORECASE,
)


# "The row for N1-330-02-3, item 4b, is deleted"
_ROW = re.compile(
    r"\b(?:rows?|entry|entries|lines?)\s(?:for|of|that\snames?|with|showing)\s(?:old\s)?(?:item\s)?$",
    re.IGNORECASE,
)
_TAKEN_OUT = re.compile(
    r"[\s,)]{0,3}(?:\([^()]{1,60}\),?\s)?(?:is|are|was|were|has\sbeen|have\sbeen|should\sbe)\s(?:hereby\s|to\sbe\s)?"
    r"(?:deleted|removed|withdrawn|struck|cancel{1,2}ed|stricken|lined\sout|void|taken\sout|an?\s(?:\w{3,14}\s)?(?:error|mistake)|in\serror)\b",
    re.IGNORECASE,
)


# "The new authorities for items 2a and 2b were interchanged"
_SWAPPED = re.compile(
    r"\b(?:interchanged|swapped|switched|transposed|reversed|exchanged|the\swrong\sway\s(?:round|around))\b",
    re.IGNORECASE,
)


def swapped(
    passage: Passage, numbers: Sequence[Mention], successors: Mapping[str, Collection[str | None]]
) -> Iterator[Citation]:
    """What a passage takes back that gives authorities their own successors, and says that these had been interchanged.

    `successors` are those that the paper states, by the older authority.
    """
    if _SWAPPED.search(passage.text) is None:
        return
    old = {each.id: each for each in numbers if each.id in successors}
    for each in old.values():
        own = successors[each.id or ""]
        others = {new for one in old for new in successors[one or ""]} - set(own)
        for wrong in (number for number in numbers if number.id in others):
            yield _denial(passage, each, wrong)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = rf"(?:{'|'.join(_ORDINALS)}|last)"
# "The second line is wrong", "Delete the second row", "The second and third rows are in error"
_NTH_ROW = re.compile(
    r"\b(?:(?P<act>delete|strike|remove|disregard|ignore|cancel|cross\sout)\s)?the\s"
    rf"(?P<nth>{_NTH}(?:(?:,\s|,?\sand\s)(?:the\s)?{_NTH}){{0,6}})\s(?:rows?|lines?|entry|entries)\b"
    r"(?P<wrong>\s(?:is|was|are|were|should\sbe)\s(?:both\s)?(?:wrong|incorrect|erroneous|(?:an?\s)?(?:error|mistake)s?|in\serror|deleted|struck"
    r"|removed|disregarded|ignored))?",
    re.IGNORECASE,
)
_ONE_NTH = re.compile(_NTH, re.IGNORECASE)


def nth_rows_taken_out(passage: Passage, rows: Sequence[Citation]) -> Iterator[Citation]:
    """What a passage says of the first, second or last of the `rows` of a table above it: that its line is wrong.

    `rows` are the successions that the table states, in its order; a row may state several.
    """
    lines = list(dict.fromkeys((each.evidence.page, each.evidence.start) for each in rows))
    for found in _NTH_ROW.finditer(passage.text):
        named = [each.lower() for each in _ONE_NTH.findall(found["nth"])]
        places = [len(lines) - 1 if each == "last" else _ORDINALS.index(each) for each in named]
        wrong = {lines[place] for place in places if place < len(lines)}
        for each in rows if found["act"] or found["wrong"] else ():
            if (each.evidence.page, each.evidence.start) in wrong and each.of:
                yield replace(
                    each,
                    relation="does-not-supersede",
                    target=each.of,
                    of=each.target,
                    readings=(),
                    date=None,
                    evidence=passage.evidence(*found.span()),
                )


def rows_swapped(passage: Passage, righted: Sequence[Citation]) -> Iterator[Citation]:
    """What a passage takes back that says that lines were interchanged, where the `righted` rows say how they should read."""
    if _SWAPPED.search(passage.text) is None:
        return
    for one in righted:
        for other in righted:
            if one.of and other.target and one.of != other.of and one.target != other.target:
                yield replace(
                    one, relation="does-not-supersede", target=one.of, of=other.target, readings=(), date=None
                )


def rows_taken_out(passage: Passage, numbers: Sequence[Mention]) -> Iterator[Citation]:
    """The authorities whose row in a published list a passage takes out: what the row said replaced them did not."""
    for each in numbers:
        if each.id and (struck := _struck_entry(passage.text, each)):
            yield replace(cited(each, "does-not-supersede", passage.evidence(*struck.span())), sure=each.sure)
        elif (
            each.id
            and _ROW.search(passage.text, 0, each.start)
            and (behind := _TAKEN_OUT.match(passage.text, each.end))
        ):
            yield replace(
                cited(each, "does-not-supersede", passage.evidence(each.start, behind.end())), sure=each.sure
            )


_ITEM_NAMED = re.compile(r"items?\s{1,3}(?P<item>[0-9(][0-9A-Za-z().]{0,11})", re.IGNORECASE)


def _struck_entry(text: str, number: Mention) -> re.Match[str] | None:
    """The words that strike the entry for an item, which the passage names with its schedule elsewhere."""
    named = _ITEM_NAMED.search(number.printed)
    if named is None:
        return None
    return re.search(
        r"\b(?:strike|delete|remove|disregard|ignore|cancel|omit)\s(?:out\s)?the\s(?:rows?|entry|lines?)\s(?:for|of|with|on)\s"
        rf"(?:old\s)?items?\s{re.escape(named['item'].rstrip('.'))}(?![0-9A-Za-z(])",
        text,
        re.IGNORECASE,
    )


def corrected(
    passage: Passage, statement: SupersessionStatement
) -> tuple[SupersessionStatement, tuple[Citation, ...]]:
    """A statement without what it says was not the successor, and that denial, said of the one that is none."""
    if statement.relation != "superseded-by" or statement.proposed:
        return statement, ()
    wrong = tuple(_denied(passage.text, statement))
    if error := _error(passage, statement):
        right = _righted(passage, error)
        wrong = (*wrong, *(each for each in statement.new if right is None or each.id != right.id))
        statement = replace(statement, new=(*statement.new, right) if right else statement.new)
    ids = {each.id for each in wrong}
    denials = tuple(
        _denial(passage, old, each) for each in wrong for old in statement.old if old.id and each.id != old.id
    )
    return replace(statement, new=tuple(each for each in statement.new if each.id not in ids)), denials


def denied_beside(
    passage: Passage, numbers: Sequence[Mention], successors: Mapping[str, Collection[str | None]]
) -> Iterator[Citation]:
    """What a passage that calls something wrong names beside an authority whose right successor the paper states.

    "The note on item 2 of N1-AFU-90-11 is wrong. It cites item 4 of N1-AFU-96-6." `successors` are those that the paper
    states, by the older authority; what it states of any is not denied.
    """
    if _WRONG.search(passage.text) is None:
        return
    stated = {new for named in successors.values() for new in named}
    for old in numbers:
        named = (parse_identifier(each) for each in successors.get(old.id or "", ()) if each)
        right = {number.schedule for number in named if number}
        for wrong in numbers if right else ():
            number = parse_identifier(wrong.id) if wrong.id else None
            if number and not wrong.whole_schedule and wrong.id not in stated and number.schedule in right:
                yield _denial(passage, old, wrong)


def _error(passage: Passage, statement: SupersessionStatement) -> re.Match[str] | None:
    """The next sentence where it calls what was said an error: "That was a typing error"."""
    if not statement.new:
        return None
    return _ERROR.match(passage.text, max(each.end for each in (*statement.old, *statement.new)))


def _righted(passage: Passage, error: re.Match[str]) -> Mention | None:
    """The right successor where the words behind the error name it: ". The right authority is"."""
    right = _RIGHT.match(passage.text, error.end())
    if right is None:
        return None
    return next((each for each in find_numbers(passage.text) if each.start >= right.end() - 1), None)


def _denied(text: str, statement: SupersessionStatement) -> Iterator[Mention]:
    """The numbers behind the first successor that a "not by" parts from the number before them."""
    first = statement.new[0].end if statement.new else len(text)
    numbers = find_numbers(text)
    for before, each in pairwise(numbers):
        if before.end >= first and each.id and _NOT.fullmatch(text, before.end, each.start):
            yield each


def _denial(passage: Passage, old: Mention, wrong: Mention) -> Citation:
    start, end = min(old.start, wrong.start), max(old.end, wrong.end)
    denied = cited(old, "does-not-supersede", passage.evidence(start, end))
    return replace(denied, sure=old.sure and wrong.sure, of=wrong.id)
