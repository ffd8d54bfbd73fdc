"""What stands before the first item: the schedule's subject and its background."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.sf115.contents.content import sort_content
from schedgraph.parser.forms.sf115.contents.itemlabels import item_label
from schedgraph.parser.forms.sf115.head.beside import signing_lines
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.labels import fold
from schedgraph.parser.passage import Passage

# Lines like "See attached sheet(s) for: LeadTrac"    "See attached pages for Disposition Instructions"
_ATTACHED_FOR = re.compile(
    r"\W*\(?see\b[^:]{0,20}\battached\b[^:]{0,30}?(?:\bfor\b\s*:?|:)\s*", re.IGNORECASE
)
_ATTACHED = re.compile(r"\W*\(?see\b.{0,20}\battach", re.IGNORECASE)
_PAGE = re.compile(r"\bpage\b|\bof\b|\bjob\b|\bno\b|\bnumber\b|[0-9]{1,3}", re.IGNORECASE)
# "regis-" over "tered"; but "long-" over "and short-term" are two words
_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?!(?:and|or|to)\b)(?=[a-z]{2})")
_LONGEST_SUBJECT = 160
_SHORTEST_PROSE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Preamble:
    """The schedule's subject and background, None where they are not stated."""

    subject: Reading[str] | None = None
    background: Reading[str] | None = None


def read_preamble(before: Sequence[Entry], all_entries: Sequence[Entry], agency: str | None) -> Preamble:
    """The subject that the form announces or that heads the text, and the prose before the first item."""
    announced = _announced(all_entries)
    headings: list[Passage] = []
    prose: list[Entry] = []
    notes = sort_content(before).notes
    added = {part.text for note in notes for part in (note.values, note.when)}
    for entry in before:
        if _ATTACHED.match(entry.text) or not entry.passage or _only_numbers(entry.text):
            continue
        if signing_lines([entry.passage]):
            continue
        if notes and (item_label(entry.passage) or entry.passage.text in added):
            continue
        if not prose and (entry.heading or _is_heading(entry)):
            if not agency or fold(entry.text) != fold(agency):
                headings.append(entry.passage)
        else:
            prose.append(entry)
    subject = announced or (headings[-1] if headings else None)
    return Preamble(
        subject=reading_of(subject) if subject else None,
        background=reading_of(joined(prose)) if prose else None,
    )


def _only_numbers(text: str) -> bool:
    """Whether a line at the head of a sheet holds the schedule's number and the page's, and no words."""
    mentions = find_numbers(text)
    rest = text[: mentions[0].start] + text[mentions[-1].end :] if mentions else text
    return bool(mentions) and not _PAGE.sub("", rest).strip(" .,-–—:")


def reading_of(passage: Passage) -> Reading[str]:
    """A text with its white space collapsed, and the place where it is written."""
    text = _BROKEN_WORD.sub("-", passage.text)
    return Reading(value=" ".join(text.split()), evidence=passage.evidence())


def joined(entries: Sequence[Entry]) -> Passage:
    """The lines of `entries` as one passage."""
    return Passage.join([entry.passage for entry in entries])


def announced_title(passage: Passage) -> Passage | None:
    """What the attached sheets are said to be for."""
    match = _ATTACHED_FOR.match(passage.text)
    if match is None:
        return None
    rest = passage.slice(match.end()).strip(" .)")
    return rest if rest and len(rest.text) <= _LONGEST_SUBJECT else None


def _announced(entries: Sequence[Entry]) -> Passage | None:
    for entry in entries:
        if entry.passage and (title := announced_title(entry.passage)):
            return title
    return None


def _is_heading(entry: Entry) -> bool:
    """A short line that is no sentence."""
    text = entry.text
    return (
        len(text) < _SHORTEST_PROSE // 2
        and text[-1:] not in ".:;,"
        and text[:1].isupper()
        and (entry.gap or text.isupper())
    )
