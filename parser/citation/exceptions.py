"""Items that a clause excepts by their item number alone: "supersedes N1-1-90-1, item 2, except item 2b"."""

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation.cues import Cue, Cues
from schedgraph.parser.citation.listeditems import own_items
from schedgraph.parser.citation.sentence import CitingSentence

_MOST_CHARACTERS = 120
_NEAR = len("for ")
# Finds "items 2b and 2c" in "except items 2b and 2c", "55b" in "except 55b"
_ITEM = re.compile(r"\b(?:(?P<word>(?:sub)?items?)\b|[0-9]{1,4}[a-z(])", re.IGNORECASE)
# "all items except 1 and 4"
_OF_ITEMS = re.compile(r"\bitems,?\s$", re.IGNORECASE)
# "items 4 through 6 (except 5)", but not "item 4, except 5 cubic feet"
_ALONE = re.compile(r"[0-9]{1,3}(?=\s{0,2}(?:[),;.]|and\b|&|$))")
_BARE_ITEM = re.compile(r"\b[0-9]{1,3}\b")


def excepted_items(
    text: str, sentence: CitingSentence, cues: Cues, known: Container[str]
) -> Iterator[tuple[Mention, Cue]]:
    """The items of the schedule named last that a clause leaves out without naming the schedule again."""
    for cue in cues.at.values():
        if cue.label != "except":
            continue
        before = [sign for sign in sentence.mentions if sign < cue.start]
        after = [sign for sign in sentence.mentions if sign >= cue.end]
        base = sentence.mentions[before[-1]][-1].id if before else None
        number = parse_identifier(base) if base else None
        if number is None or cue.end >= len(sentence.words):
            continue
        start = sentence.words[cue.end].start
        end = sentence.words[after[0]].start if after else sentence.words[-1].end
        listed = _OF_ITEMS.search(text, 0, sentence.words[cue.start].start)
        if listed is None and not sentence.mentions[before[-1]][-1].whole_schedule:
            listed = _ALONE.match(text, start)
        found = _BARE_ITEM.match(text, start) if listed else None
        found = found or _ITEM.search(text, start, min(end, start + _MOST_CHARACTERS))
        word = found.groupdict().get("word") if found else None
        if found is None or (not word and found.start() - start > _NEAR):
            # "except the records of Interstate 35W": a number without the word "item" stands right behind "except".
            continue
        bare = text[found.start() : min(end, found.start() + _MOST_CHARACTERS)]
        prefix = f"{number.schedule}, " if word else f"{number.schedule}, item "
        for mention in find_numbers(prefix + bare, known=known):
            last = found.start() + mention.end - len(prefix)
            if mention.whole_schedule or last <= found.start():
                continue
            first = found.start() + max(0, mention.start - len(prefix))
            yield replace(mention, start=first, end=last, printed=text[first:last]), cue


# Words like "All items of N1-434-98-12 but item 4 were superseded", "N1-434-98-12 (except items 4 and 5)"
_BEHIND = re.compile(
    r"(?:\s(?:in\s(?:full|its\sentirety|whole)|entirely|completely))?[\s,(]{1,3}(?:except(?:ing)?(?:\sfor)?|other\sthan|but(?:\s(?:for|not))?|save(?:\sfor)?|with\sthe\sexception\sof|excluding|apart\sfrom"
    r"|not\sincluding)\s(?:(?:for|its|the)\s)?(?=items?\s[0-9(])",
    re.IGNORECASE,
)
# "item (5)(a), Marine Boards, and item (1)(a)": a title may stand between them
_ONE_MORE = re.compile(
    r"(?:(?:,\s|\s\()[A-Za-z][A-Za-z'’ /-]{2,50}\)?)?,?\s(?:and|&)\s(?=items?\s[0-9(])", re.IGNORECASE
)
# "With the exception of item 4, N1-434-98-12 was superseded", "Except for items 4 and 5, all of N1-434-98-12"
_AHEAD = re.compile(
    r"\b(?:with\sthe\sexception\sof|except(?:ing)?(?:\sfor)?|other\sthan|apart\sfrom|save(?:\sfor)?|excluding)\s(?:(?:its|the)\s)?"
    r"(?P<items>items?\s[0-9(][0-9A-Za-z()]{0,8}(?:(?:,\s|,?\sand\s|\s&\s)[0-9(][0-9A-Za-z()]{0,8}){0,6}),?\s(?:(?:all|every|the|items?|rest|whole|of|job|schedule)\s){0,6}$",
    re.IGNORECASE,
)


def _bracketed(text: str, start: int) -> str:
    """The words up to the bracket that closes what was opened before `start`."""
    depth = 1
    for index in range(start, min(len(text), start + _MOST_CHARACTERS)):
        depth += (text[index] == "(") - (text[index] == ")")
        if not depth:
            return text[start:index]
    return text[start:]


def excepted_of(text: str, schedule: Mention) -> tuple[tuple[str, ...], int, int]:
    """The items that the words beside a whole schedule leave out of what they say of it, and the place of both together."""
    nothing: tuple[tuple[str, ...], int, int] = ((), schedule.start, schedule.end)
    if not schedule.whole_schedule or schedule.id is None:
        return nothing
    if behind := _BEHIND.match(text, schedule.end):
        listed = _bracketed(text, behind.end()) if "(" in behind[0] else text[behind.end() :]
        own = own_items(listed, schedule.id)
        if own and not own.unread:
            ids, end = own.ids, own.end
            while more := _ONE_MORE.match(listed, end):
                own = own_items(listed[more.end() :], schedule.id)
                if own is None or own.unread or not own.ids:
                    break
                ids, end = (*ids, *own.ids), more.end() + own.end
            return ids, schedule.start, behind.end() + end
    if ahead := _AHEAD.search(text, max(0, schedule.start - _MOST_CHARACTERS), schedule.start):
        own = own_items(ahead["items"], schedule.id)
        if own and not own.unread:
            return own.ids, ahead.start(), schedule.end
    return nothing
