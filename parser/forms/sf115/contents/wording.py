"""An item's words parted into title, description and instruction."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.forms.sf115.contents.itemlabels import item_labels
from schedgraph.parser.forms.sf115.contents.parts import Content
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.labels import match_label
from schedgraph.parser.look_alikes import opens_capital
from schedgraph.parser.passage import Passage

_MOST_WORDS = 16
_LONGEST_TITLE = 140
_FULL_LINE = 58

# A phrase with one of these is a sentence, not a title.
_FINITE = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "should",
    }
    | {"may", "can", "must", "do", "does", "did", "consists", "consist", "contains", "contain", "includes"}
    | {"include", "provides", "relates", "pertains", "describes", "comprises", "reflects", "shows", "covers"}
)
_RELATIVE = frozenset({"who", "whose", "which", "that"})
# A line that ends so goes on.
_UNFINISHED = frozenset(
    {"of", "the", "and", "for", "in", "to", "by", "or", "with", "on", "a", "an", "at", "from", "&"}
    | {"that", "which", "as", "including", "such"}
)
# What a number belongs to that follows: "Copies of N1-142-84-6, item 1", "Logs other than those scheduled under …"
_GOVERNS = (
    _UNFINISHED
    | {"under", "than", "see", "per", "cf", "except", "excluding", "not", "like", "also"}
    | {"e.g", "i.e", "viz", "namely", "including", "formerly", "previously"}
)
# Lines like "Case Files - Records relating to"    "Case files: paper"    "Case Files -- "
_PAUSE = re.compile(r"[ ](?:[-–—]{1,2})[ ](?![0-9])|:(?=\s)|[.](?=\s*$)")
# Lines like "FN 700-31a. Ammunition files"    "SSIC 5510.1 - Clearances": a manual's number leads the title on
_CODE = re.compile(
    r"(?:(?i:file|record|records|series|manual)[ ])?(?:[A-Z]{1,5}[ -]?)?(?:No[.]?[ ])?"
    r"[0-9]{1,5}(?:[-./][0-9]{1,5}){0,3}[a-z]?(?:[.,:;)][ ]{1,3}|[ ][-–—][ ])(?=[A-Z\"“])"
)
_STOP = re.compile(r"[.;:!?][\"”’')\]]?\s*$")
# Lines like "Destroy 30 years after approval. This item supersedes NC1-88-82-3, item 7."
_SPEAKS_OF_OTHERS = re.compile(
    r"(?<=[.;)])\s+(?=(?:This|These|It|The)\b[^.\n]{0,60}\b(?:supersed|superced|replac|rescind))"
)
_INTRODUCES = re.compile(
    r"\b(?:including|such as|namely|e\.g|i\.e)\b|\b(?:following|follows)[.:]?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What an item says; `instruction` is as printed, without its label.

    `text_instructs` tells that the description itself is the instruction; `behind_title` is a citation
    that is printed behind the title of a one-line item.
    """

    title: Passage | None = None
    text: Passage | None = None
    instruction: Passage | None = None
    label: Passage = EMPTY
    labelled: bool = False
    text_instructs: bool = False
    behind_title: Passage = EMPTY

    @property
    def parts(self) -> tuple[Passage, ...]:
        """The item's own words, none of them twice."""
        own = (self.title, self.text, None if self.text_instructs else self.instruction)
        return tuple(part for part in own if part)


def part_words(content: Content, *, leads: bool) -> Words:
    """The title, description and instruction of an item. `leads` tells that items stand below it."""
    body, instruction, tail = content.body, content.instruction, EMPTY
    label, labelled = content.label, bool(content.instruction)
    if body and not instruction:
        body, label, found, tail = _instruction_in(body, label)
        instruction = found
        labelled = bool(found and label and label is not content.label) or (labelled and bool(found))
    title = content.heading
    if title:
        title, body = _after_heading(title, body)
    else:
        title, body = _leading_title(body, followed=leads or bool(instruction) or bool(content.label))
    bare, citation = _bare(title)
    text = Passage.join([part for part in (body, tail) if part], "\n\n")
    return Words(
        title=bare or None,
        text=text.strip() if text else None,
        instruction=instruction.strip() if instruction else None,
        label=label,
        labelled=labelled,
        behind_title=citation,
    )


def _instruction_in(body: Passage, label: Passage) -> tuple[Passage, Passage, Passage, Passage]:
    """Description, label, instruction and what follows it in a description that holds one."""
    found = find_instruction(body)
    if found is None:
        return body, label, EMPTY, EMPTY
    start = body.text.rfind(found.text)
    before = body.slice(0, start)
    before, own_label = _without_label(before)
    instruction, tail = _own_paragraphs(found)
    return _trimmed(before), own_label or label, instruction, tail


def _trimmed(before: Passage) -> Passage:
    """Without the dash or colon that introduced the instruction."""
    return before.slice(0, len(before.text.rstrip(" \t\n-–—:;"))).strip()


def _without_label(before: Passage) -> tuple[Passage, Passage]:
    """A description without the label "Disposition:" at its end."""
    text = before.text
    for start in (0, *(match.end() for match in re.finditer(r"[\n\t.;:)][ \t]*", text[-60:]))):
        start += max(0, len(text) - 60) if start or len(text) > 60 else 0
        match = match_label(text[start:], item_labels())
        if match and match.label.name == "disposition" and not text[start + match.end :].strip(" \t\n.:;-–—"):
            return before.slice(0, start + match.start), before.slice(start + match.start, start + match.end)
    return before, EMPTY


def _own_paragraphs(instruction: Passage) -> tuple[Passage, Passage]:
    """The paragraphs that instruct, and what after them only describes."""
    kept: list[Passage] = []
    rest: list[Passage] = []
    others = _SPEAKS_OF_OTHERS.search(instruction.text)
    instructing = instruction.slice(0, others.start()) if others else instruction
    for paragraph in instructing.split("\n\n"):
        if not paragraph:
            continue
        found = find_instruction(paragraph) if kept else None
        wrapped = bool(kept) and not _STOP.search(kept[-1].text)
        begins = found is not None and paragraph.text.strip().startswith(found.text[:12])
        if not rest and (not kept or wrapped or begins):
            kept.append(paragraph)
        else:
            rest.append(paragraph)
    if others:
        rest.append(instruction.slice(others.end()))
    return Passage.join(kept, "\n\n"), Passage.join(rest, "\n\n") if rest else EMPTY


def _after_heading(title: Passage, body: Passage) -> tuple[Passage, Passage]:
    """A heading that is a whole bold paragraph is a title and a description in one."""
    if len(title.text) <= _LONGEST_TITLE:
        return title, body
    head, rest = _leading_title(title, followed=True)
    if not head:
        return EMPTY, Passage.join([part for part in (title, body) if part], "\n\n")
    return head, Passage.join([part for part in (rest, body) if part], "\n\n")


def _leading_title(body: Passage, *, followed: bool) -> tuple[Passage, Passage]:
    """The leading phrase where it clearly is a title, and the rest."""
    text = body.text
    if bold := _bold_end(body):
        return body.slice(0, bold).strip(" \t\n-–—:"), body.part(bold)
    code = _CODE.match(text)
    behind = code.end() if code else 0
    for end in sorted(set(_phrase_ends(text[behind:]))):
        end += behind
        # A stroke through the whole line leaves a scrap before its first letter.
        phrase = text[behind:end].strip().lstrip("-–—~")
        if not phrase or not _is_title(phrase):
            continue
        rest = body.slice(end)
        rest = rest.slice(len(rest.text) - len(rest.text.lstrip(" \t\n-–—:."))).strip()
        if not rest and not followed and len(phrase.split()) > _MOST_WORDS // 2:
            return EMPTY, body
        return body.slice(0, end).strip(" \t\n-–—:"), rest
    return EMPTY, body


def _bold_end(body: Passage) -> int:
    """Where the bold words at the start of a description end; 0 where none are, or where all are."""
    end = 0
    for piece in body.pieces:
        if any(character.isalnum() for character in piece.run.text):
            if not piece.run.bold:
                break
            end = piece.offset + len(piece.run.text)
    rest = body.text[end:]
    return end if 2 < end <= _LONGEST_TITLE and any(character.isalnum() for character in rest) else 0


def _phrase_ends(text: str) -> Iterator[int]:
    window = text[: _LONGEST_TITLE + 40]
    first = next(iter(split_sentences(window)), None)
    if first:
        yield first[1]
    for pause in _PAUSE.finditer(window):
        yield pause.end() if pause.group().startswith(".") else pause.start()
    position = 0
    for line in window.split("\n"):
        position += len(line) + 1
        following = text[position : position + 1]
        last = line.split()[-1:] or [""]
        broken = text[position - 1 : position + 1] == "\n\n"
        nextline = text[position:].split("\n")[0]
        if not broken and len(nextline.split()) <= 2 and nextline[-1:].isalpha():
            # A narrow column wrapped the title's last word.
            continue
        if broken or (
            following.isupper()
            and len(line) < _FULL_LINE
            and last[0].lower() not in _UNFINISHED
            and line[-1:] not in ",-&"
        ):
            yield position - 1
    if len(text) <= _LONGEST_TITLE:
        yield len(text)


def _is_title(phrase: str) -> bool:
    words = phrase.rstrip(".:").split()
    return (
        len(phrase) <= _LONGEST_TITLE
        and 0 < len(words) <= _MOST_WORDS
        and (opens_capital(phrase) or phrase[0].isdigit() or phrase[0] in "\"“'(")
        and words[-1].lower() not in _UNFINISHED
        and not _FINITE & {word.strip("(),;").lower() for word in _main_words(phrase, words)}
        and not _INTRODUCES.search(phrase)
        and find_instruction(Passage(text=phrase)) is None
    )


def _main_words(phrase: str, words: list[str]) -> list[str]:
    """The words before a relative clause: "Applicants who are invited" names a file and says nothing of it.

    In a sentence a verb of its own follows that of the clause: "Petitions that were granted are kept apart."
    """
    relative = next((place for place, word in enumerate(words) if place and word in _RELATIVE), None)
    finite = sum(word.strip("(),;").lower() in _FINITE for word in words[relative:])
    return words if phrase.endswith(".") and finite > 1 else words[:relative]


def _bare(title: Passage) -> tuple[Passage, Passage]:
    """A title without the citation printed behind it and without a closing full stop, and that citation."""
    if not title:
        return EMPTY, EMPTY
    citation = EMPTY
    numbers = find_numbers(title.text)
    behind = numbers and numbers[0].start > 3 and len(title.text.rstrip(" .)]")) <= numbers[-1].end
    before = title.text[: numbers[0].start].rstrip() if behind else ""
    # What stands in brackets, or is governed by the title's last word, is of the title and not of column 9.
    if before and before[-1] not in "([" and before.split()[-1].lower().strip(".,:;") not in _GOVERNS:
        citation = title.slice(numbers[0].start)
        title = title.slice(0, numbers[0].start).strip(" \t\n-–—:,;([")
    text = title.text.rstrip()
    if text.endswith(".") and not re.search(r"\b(?:etc|Inc|U\.S|No|Co|Jr|Sr)\.$|\.[A-Z]\.$", text):
        title = title.slice(0, len(text) - 1)
    return title.strip(" \t\n:"), citation
