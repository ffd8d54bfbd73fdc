"""A disposition instruction in its parts: final disposition, cutoff, retention, transfer, media neutral."""

import re

from schedgraph.parser.caseless import caseless
from schedgraph.parser.disposition.clauses import said_from
from schedgraph.parser.disposition.instruction import find_instruction, instruction_part
from schedgraph.parser.disposition.phrases import Mark
from schedgraph.parser.disposition.retention import read_retention
from schedgraph.parser.disposition.stated import (
    InstructionSentence,
    Span,
    as_written,
    plain,
    read_sentences,
    stated,
)
from schedgraph.parser.disposition.terms import disposition_words
from schedgraph.parser.document import Disposition, FinalDisposition
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage

# Reads "Is this item media neutral? No", "Disposition (Media Neutral):", "Media Neutral: Yes"
_MEDIA_NEUTRAL = caseless(
    r"\(media[ -]neutral\)|media[ -]neutral\b(?:[ ]?[?:])?(?:\s{0,3}(?P<answer>yes|no)\b)?"
)
_NOT = re.compile(r"\bnot\s(?:a\s|considered\s)?$", re.IGNORECASE)


def read_disposition(passage: Passage, *, labelled: bool = False) -> Disposition:
    """The disposition that `passage` gives: an instruction, or a description that holds one.

    `labelled` says that a label of the form announces the instruction ("Disposition:"), so that all of the
    passage is one, however it is worded. A part that the text does not state, or states twice and
    differently, is None. "Destroy immediately after X" has no period: X is its trigger.
    """
    instruction = find_instruction(passage)
    if instruction is None and labelled:
        instruction = instruction_part(passage)
    neutral = media_neutral(passage)
    if instruction is None:
        return Disposition(media_neutral=neutral)
    sentences = tuple(read_sentences(instruction))
    final = _final(sentences)
    return Disposition(
        final=final,
        instruction=stated(instruction, plain(instruction.text), (0, len(instruction.text))),
        cutoff=_cutoff(sentences),
        transfer=_transfer(sentences, final.value if final else None),
        media_neutral=neutral,
        retention=read_retention(sentences, final.value if final else None),
    )


def _final(sentences: tuple[InstructionSentence, ...]) -> Reading[FinalDisposition] | None:
    """The word itself if it stands there; else destruction says temporary, the Archives permanent."""
    said: dict[FinalDisposition, tuple[InstructionSentence, Span]] = {}
    implied: dict[FinalDisposition, tuple[InstructionSentence, Span]] = {}
    denied = False
    for sentence in sentences:
        for mark in sentence.clauses.marks:
            where = (sentence, (mark.start, mark.end))
            if mark.label == "temporary" and _is_verdict(sentence, mark):
                said.setdefault("temporary", where)
            elif mark.label == "permanently" or (mark.label == "permanent" and _is_verdict(sentence, mark)):
                said.setdefault("permanent", where)
            denied = denied or mark.label in ("never", "not-authorized")
        for act in sentence.clauses.acts:
            where = (sentence, (act.start, act.end))
            if act.kind in ("destroy", "delete"):
                implied.setdefault("temporary", where)
            elif act.kind == "archives":
                implied.setdefault("permanent", where)
    if not said and denied:
        return None
    verdicts = said or implied
    if len(verdicts) != 1:
        return None
    value, (sentence, words) = next(iter(verdicts.items()))
    span = sentence.span(*words)
    written, read = sentence.passage.text[slice(*span)], sentence.clauses.words[words[0]].text
    repaired = words[1] - words[0] == 1 and read != written.lower()
    return stated(sentence.passage, value, span, (f"{written}→{read}",) if repaired else ())


def _is_verdict(sentence: InstructionSentence, mark: Mark) -> bool:
    """ "Temporary." and "these records are permanent", not "permanent employees" or "on temporary duty"."""
    words, lists = sentence.clauses.words, disposition_words()
    before = words[mark.start - 1].text if mark.start else "."
    after = words[mark.end].text if mark.end < len(words) else "."
    if before.isalnum() and before not in lists["verdict"]:
        return False
    return (
        not after.isalnum()
        or after in lists["verdict-of"]
        or any(
            one.start == mark.end and one.label in ("destroy", "delete", "transfer", "retain", "cutoff")
            for one in sentence.clauses.marks
        )
    )


def _cutoff(sentences: tuple[InstructionSentence, ...]) -> Reading[str] | None:
    for sentence in sentences:
        if sentence.clauses.cutoff:
            return as_written(sentence.passage, sentence.span(*sentence.clauses.cutoff))
    return None


def _transfer(
    sentences: tuple[InstructionSentence, ...], final: FinalDisposition | None
) -> Reading[str] | None:
    """The transfer to the National Archives as it is worded; a records center is only a stop on the way.

    Permanent records that are handed over to nobody named go there.
    """
    acts = [(sentence, act) for sentence in sentences for act in sentence.clauses.acts]
    found = [pair for pair in acts if pair[1].kind == "archives"]
    if final == "permanent":
        found = found or [pair for pair in acts if pair[1].kind == "unplaced" and pair[1].terms][-1:]
    if not found or final == "temporary":
        return None
    sentence, act = found[0]
    first = said_from(sentence.clauses, act)
    start = sentence.start if first is None else sentence.clauses.words[first].start
    return as_written(sentence.passage, (start, sentence.end))


def media_neutral(passage: Passage) -> Reading[bool] | None:
    """Whether the passage says that a disposition holds whatever the medium; None where it does not say."""
    found = _MEDIA_NEUTRAL.search(passage.text)
    if not found or ("?" in found[0] and not found["answer"]):
        return None
    answer = found["answer"]
    denied = _NOT.search(passage.text, max(0, found.start() - 20), found.start())
    value = answer.lower() == "yes" if answer else not denied
    return stated(passage, value, found.span())
