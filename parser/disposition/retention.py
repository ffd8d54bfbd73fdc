"""The retention of an instruction: of all that is done to the records, the act that ends it."""

import re

from schedgraph.parser.disposition.clauses import Act, said_from
from schedgraph.parser.disposition.stated import InstructionSentence, Span, plain, stated, without_stop
from schedgraph.parser.disposition.terms import Terms
from schedgraph.parser.document import Action, FinalDisposition, Retention
from schedgraph.parser.evidence import Reading

_ActOf = tuple[InstructionSentence, Act]
# "Extra copies will be destroyed when no longer needed." says nothing of the record itself.
_COPIES = re.compile(
    r"\s*(?:all\s|any\s|the\s)?(?:(?:extra|duplicate|other|working|reference|convenience|information|office|field|reading)\s){0,2}"
    r"(?:copies|duplicates)\b[^.;]{0,60}?\b(?:may|will|shall|should|must|can|are|is)\b",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"\b([Cc])ut(?: ?- ?| )off\b")


def read_retention(
    sentences: tuple[InstructionSentence, ...], final: FinalDisposition | None
) -> Reading[Retention] | None:
    """How long the records are kept.

    Destruction ends the life of temporary records, whatever records center they pass through; the transfer to
    the National Archives that of permanent ones. Kinds of records with a period each have none in common.
    """
    acts = [(sentence, act) for sentence in sentences for act in sentence.clauses.acts]
    of_the_record = [pair for pair in acts if not _is_about_copies(pair[0])]
    acts = of_the_record or acts
    retains = [pair for pair in acts if pair[1].kind == "retain"]
    chosen = _ending(acts, retains, final)
    if not chosen:
        stray = next((sentence for sentence in sentences if sentence.clauses.stray), None)
        return _retention(stray, None, stray.clauses.stray, (stray.start, stray.end)) if stray else None
    sentence, act = chosen[0]
    if len(chosen) > 1:
        action = _action(act) if len({one.kind for _, one in chosen}) == 1 else None
        return _retention(sentence, action, Terms(), (_first_offset(sentence, act), chosen[-1][0].end))
    terms = act.terms
    if not terms and act.kind in ("destroy", "delete") and retains:
        # "Retain in office for 3 years. Destroy.": the period is that of the sentence before.
        return _retention(
            retains[0][0], _action(act), retains[0][1].terms, _from(*retains[0]), until=sentence
        )
    return _retention(sentence, _action(act), terms, _from(sentence, act))


def _is_about_copies(sentence: InstructionSentence) -> bool:
    return _COPIES.match(sentence.passage.text, sentence.start, sentence.end) is not None


def _ending(acts: list[_ActOf], retains: list[_ActOf], final: FinalDisposition | None) -> list[_ActOf]:
    """The act that ends the retention; several where kinds of records part ways."""
    destroys = _distinct([pair for pair in acts if pair[1].kind in ("destroy", "delete")])
    transfers = [pair for pair in acts if pair[1].kind == "archives"]
    dated = [pair for pair in transfers if pair[1].terms]
    if final == "permanent":
        unplaced = [pair for pair in acts if pair[1].kind == "unplaced" and pair[1].terms]
        return dated[:1] or transfers[:1] or unplaced[-1:] or retains[:1]
    if final is None and destroys and transfers:
        return _distinct([*destroys, *transfers])
    return destroys or retains[:1]


def _distinct(acts: list[_ActOf]) -> list[_ActOf]:
    """Those that begin a clause, if any do, and say when, if any do; of equal ones the first."""
    heads = [pair for pair in acts if pair[1].head] or acts
    kept: dict[tuple[str | None, str | None], _ActOf] = {}
    for sentence, act in [pair for pair in heads if pair[1].terms] or heads[:1]:
        kept.setdefault((act.terms.period, _trigger(sentence, act.terms)), (sentence, act))
    return list(kept.values())


def _action(act: Act) -> Action | None:
    match act.kind:
        case "destroy" | "delete" | "retain":
            return act.kind
        case "archives" | "unplaced":
            return "transfer"
    return None


def _from(sentence: InstructionSentence, act: Act) -> Span:
    return _first_offset(sentence, act), sentence.end


def _first_offset(sentence: InstructionSentence, act: Act) -> int:
    """Where the text of a retention begins: after the cutoff, the word Temporary, a stop at a center."""
    clauses = sentence.clauses
    earlier = [one.end for one in clauses.acts if one.start < act.start and one.kind != "retain"]
    if clauses.cutoff and clauses.cutoff[0] < act.start:
        earlier.append(clauses.cutoff[1])
    word = clauses.first("temporary", "permanent")
    if word and word.start < act.start:
        earlier.append(word.end)
    holds = [one.start for one in clauses.acts if one.kind == "retain" and one.start < act.start]
    if holds and holds[-1] >= max(earlier, default=0):
        return clauses.words[holds[-1]].start
    stated_before = act.terms and act.terms.first < act.start
    first = said_from(clauses, act)
    if first is not None and (earlier or (act.head and not stated_before)):
        return clauses.words[first].start
    return sentence.start


def _retention(
    sentence: InstructionSentence,
    action: Action | None,
    terms: Terms,
    span: Span,
    until: InstructionSentence | None = None,
) -> Reading[Retention] | None:
    span = without_stop(sentence.passage, (span[0], until.end if until else span[1]))
    if span[0] >= span[1]:
        return None
    value = Retention(
        text=plain(sentence.passage.text[slice(*span)]),
        action=action,
        period=terms.period,
        trigger=_trigger(sentence, terms),
    )
    return stated(sentence.passage, value, span)


def _trigger(sentence: InstructionSentence, terms: Terms) -> str | None:
    """The event in the words of the schedule; only "cut off" and "cut-off" become "cutoff"."""
    if terms.from_cutoff:
        return "cutoff"
    if terms.start >= terms.end:
        return None
    start, end = sentence.span(terms.start, terms.end)
    return _CUT_OFF.sub(r"\1utoff", plain(sentence.passage.text[start:end])) or None
