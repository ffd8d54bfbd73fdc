"""A disposition instruction in its parts: final disposition, cutoff, retention, transfer, media neutral."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from schedgraph.parser.disposition.clauses import Act, Clauses, Terms, read_clauses
from schedgraph.parser.disposition.instruction import find_instruction, instruction_part
from schedgraph.parser.disposition.phrases import Mark, load_phrases
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.document import Action, Disposition, FinalDisposition, Retention
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage

T = TypeVar("T")

# The cheap gate: a sentence without any of these never reaches spaCy.
_WORTH_A_LOOK = re.compile(
    r"d[ec]str|delet|eras|purg|tempo|pe[rt]man|d[i1l]sp[o0]|retain|retention|hold|held|keep|kept|maintain|store"
    r"|transf|offer|send|retir|cut|c[o0]ff|close|break|year|yr|month|mo|day|week|when|after|until|upon",
    re.IGNORECASE,
)

# "Is this item media neutral? No", "Disposition (Media Neutral):", "Media Neutral: Yes"
_MEDIA_NEUTRAL = re.compile(
    r"\(media[ -]neutral\)|media[ -]neutral[ ]?[?:]?\s{0,3}(?P<answer>yes|no)?\b", re.IGNORECASE
)
_NOT = re.compile(r"\bnot\s(?:a\s|considered\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence of an instruction with the passage that its words point into."""

    passage: Passage
    end: int
    clauses: Clauses

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Words `start` to `end` as offsets."""
        return self.clauses.words[start].start, self.clauses.words[end - 1].end


def read_disposition(passage: Passage, *, labelled: bool = False) -> Disposition:
    """The disposition that `passage` gives: an instruction, or a description that holds one.

    `labelled` says that a label of the form announces the instruction ("Disposition:"), so that all of the
    passage is one, however it is worded. A field that the text does not state, or states twice and
    differently, is None. "Destroy immediately after X" has no period: X is its trigger.
    """
    instruction = find_instruction(passage)
    if instruction is None and labelled:
        instruction = instruction_part(passage)
    media_neutral = _media_neutral(passage)
    if instruction is None:
        return Disposition(media_neutral=media_neutral)
    sentences = tuple(_sentences(instruction))
    final = _final(sentences)
    return Disposition(
        final=final,
        instruction=_reading(_plain(instruction.text), instruction, (0, len(instruction.text))),
        cutoff=_cutoff(sentences),
        transfer=_transfer(sentences) if final is None or final.value == "permanent" else None,
        media_neutral=media_neutral,
        retention=_retention(sentences, final.value if final else None),
    )


def _sentences(instruction: Passage) -> Iterator[_Sentence]:
    phrases = None
    for start, end in split_sentences(instruction.text):
        text = instruction.text[start:end]
        if not _WORTH_A_LOOK.search(text):
            continue
        phrases = phrases or load_phrases("schedgraph.parser.disposition", "phrases.toml")
        words = phrases.words(instruction.text, start, end)
        yield _Sentence(passage=instruction, end=end, clauses=read_clauses(words, phrases.marks(words)))


def _final(sentences: tuple[_Sentence, ...]) -> Reading[FinalDisposition] | None:
    """The word itself if it stands there; else destruction means temporary, the National Archives permanent."""
    said: dict[FinalDisposition, tuple[_Sentence, Mark]] = {}
    for sentence in sentences:
        for mark in sentence.clauses.marks:
            if mark.label == "temporary" and _is_verdict(sentence, mark):
                said.setdefault("temporary", (sentence, mark))
            if mark.label == "permanently" or (mark.label == "permanent" and _is_verdict(sentence, mark)):
                said.setdefault("permanent", (sentence, mark))
    if said:
        return _said(said) if len(said) == 1 else None
    if any(sentence.clauses.first("never", "not-authorized") for sentence in sentences):
        return None
    implied: dict[FinalDisposition, tuple[_Sentence, Act]] = {}
    for sentence in sentences:
        for act in sentence.clauses.acts:
            if act.kind in ("destroy", "delete"):
                implied.setdefault("temporary", (sentence, act))
            if act.kind == "archives":
                implied.setdefault("permanent", (sentence, act))
    return _said(implied) if len(implied) == 1 else None


def _said(
    said: dict[FinalDisposition, tuple[_Sentence, Mark]] | dict[FinalDisposition, tuple[_Sentence, Act]],
) -> Reading[FinalDisposition]:
    value, (sentence, where) = next(iter(said.items()))
    span = sentence.stretch(where.start, where.end)
    written = sentence.passage.text[span[0] : span[1]]
    word = sentence.clauses.words[where.start].text
    repairs = (f"{written}→{word}",) if word != written.lower() and where.end - where.start == 1 else ()
    return _reading(value, sentence.passage, span, repairs)


def _is_verdict(sentence: _Sentence, mark: Mark) -> bool:
    """ "Temporary." and "these records are permanent", not "permanent employees" or "on temporary duty"."""
    words = sentence.clauses.words
    before = words[mark.start - 1].text if mark.start else "."
    after = words[mark.end].text if mark.end < len(words) else "."
    if before.isalnum() and before not in {"are", "is", "as", "be", "disposition", "considered", "retention"}:
        return len(before) == 1 and mark.start <= 2
    return (
        not after.isalnum()
        or after in {"record", "records", "and", "when", "in", "by"}
        or any(
            one.start == mark.end and one.label in ("destroy", "delete", "transfer", "retain", "cutoff")
            for one in sentence.clauses.marks
        )
    )


def _cutoff(sentences: tuple[_Sentence, ...]) -> Reading[str] | None:
    for sentence in sentences:
        if sentence.clauses.cutoff:
            return _text_reading(sentence, *sentence.clauses.cutoff)
    return None


def _transfer(sentences: tuple[_Sentence, ...]) -> Reading[str] | None:
    """The transfer to the National Archives as it is worded; a records center is only a stop on the way."""
    for sentence in sentences:
        for act in sentence.clauses.acts:
            if act.kind == "archives":
                return _text_reading(sentence, act.start, len(sentence.clauses.words))
    return None


def _retention(sentences: tuple[_Sentence, ...], final: FinalDisposition | None) -> Reading[Retention] | None:
    acts = [(sentence, act) for sentence in sentences for act in sentence.clauses.acts]
    destroys = _governing([pair for pair in acts if pair[1].kind in ("destroy", "delete")])
    transfers = [pair for pair in acts if pair[1].kind == "archives"]
    retains = [pair for pair in acts if pair[1].kind == "retain"]
    if final == "permanent":
        # "Hold 20 years and transfer": the first transfer that says when, else the first.
        chosen = next(([pair] for pair in transfers if pair[1].terms), transfers[:1]) or retains[:1]
    else:
        chosen = destroys or (transfers[:1] if final is None and not retains else []) or retains[:1]
    if not chosen:
        stray = next((sentence for sentence in sentences if sentence.clauses.stray), None)
        return _stated(stray, None, stray.clauses.stray, 0) if stray else None
    sentence, act = chosen[0]
    action: Action = "transfer" if act.kind == "archives" else act.kind  # type: ignore[assignment]
    terms = act.terms
    if not terms and action in ("destroy", "delete") and retains and len(chosen) == 1:
        # "Retain in office for 3 years. Destroy."
        sentence, terms = retains[0][0], retains[0][1].terms
        act = retains[0][1]
    if len(chosen) > 1:
        return _differing(chosen, action)
    return _stated(sentence, action, terms, _first_word(sentence, act))


def _governing(destroys: list[tuple[_Sentence, Act]]) -> list[tuple[_Sentence, Act]]:
    """The acts of destruction that count: of several, those that begin a clause; equal ones are one."""
    pairs = [pair for pair in destroys if pair[1].head] or destroys
    with_terms = [pair for pair in pairs if pair[1].terms] or pairs[:1]
    kept: dict[tuple[str | None, str | None], tuple[_Sentence, Act]] = {}
    for sentence, act in with_terms:
        kept.setdefault((act.terms.period, _trigger(sentence, act.terms)), (sentence, act))
    return list(kept.values())


def _differing(chosen: list[tuple[_Sentence, Act]], action: Action) -> Reading[Retention]:
    """Several kinds of records with a period each: the text tells, the parts would mislead."""
    (first, act), (last, _) = chosen[0], chosen[-1]
    span = (first.clauses.words[act.start].start, last.end)
    text = first.passage.text[span[0] : span[1]].rstrip(" \n.;")
    same = len({one.kind for _, one in chosen}) == 1
    value = Retention(text=_plain(text), action=action if same else None)
    return _reading(value, first.passage, (span[0], span[0] + len(text)))


def _first_word(sentence: _Sentence, act: Act) -> int:
    """Where the retention's text begins: not with the cutoff or with the word Temporary."""
    clauses = sentence.clauses
    earlier = [one.start for one in clauses.acts if one.start < act.start and one.kind not in ("retain",)]
    if clauses.cutoff and clauses.cutoff[0] < act.start:
        earlier.append(clauses.cutoff[0])
    word = clauses.first("temporary", "permanent")
    if word and word.start < act.start:
        earlier.append(word.start)
    borrowed = [one.start for one in clauses.acts if one.kind == "retain" and one.start < act.start]
    if borrowed and not [start for start in earlier if start > borrowed[-1]] and earlier:
        return borrowed[-1]
    if earlier or act.head:
        return act.start if not borrowed else min(act.start, borrowed[-1])
    return 0


def _stated(
    sentence: _Sentence, action: Action | None, terms: Terms, start: int
) -> Reading[Retention] | None:
    first = sentence.clauses.words[start].start
    text = sentence.passage.text[first : sentence.end].rstrip(" \n.;")
    if not text:
        return None
    value = Retention(
        text=_plain(text), action=action, period=terms.period, trigger=_trigger(sentence, terms)
    )
    return _reading(value, sentence.passage, (first, first + len(text)))


def _trigger(sentence: _Sentence, terms: Terms) -> str | None:
    """The event in the words of the schedule; only "cut off" and "cut-off" become "cutoff"."""
    if terms.from_cutoff:
        return "cutoff"
    if terms.start >= terms.end:
        return None
    start, end = sentence.stretch(terms.start, terms.end)
    return (
        re.sub(r"\b([Cc])ut(?:-| ?- ?| )off\b", r"\1utoff", _plain(sentence.passage.text[start:end])) or None
    )


def _media_neutral(passage: Passage) -> Reading[bool] | None:
    found = _MEDIA_NEUTRAL.search(passage.text)
    if not found:
        return None
    denied = _NOT.search(passage.text, max(0, found.start() - 20), found.start())
    answer = found["answer"]
    if "?" in found[0] and not answer:
        return None
    value = answer.lower() == "yes" if answer else not denied
    return _reading(value, passage, (found.start(), found.end()))


def _text_reading(sentence: _Sentence, start: int, end: int) -> Reading[str] | None:
    low, high = sentence.stretch(start, end)
    text = sentence.passage.text[low:high].rstrip(" \n.;,")
    return _reading(_plain(text), sentence.passage, (low, low + len(text))) if text else None


def _reading(value: T, passage: Passage, span: tuple[int, int], repairs: tuple[str, ...] = ()) -> Reading[T]:
    return Reading(value=value, evidence=passage.evidence(*span), repairs=repairs)


def _plain(text: str) -> str:
    return " ".join(text.split())
