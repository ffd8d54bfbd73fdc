"""Sentences that keep records under an authority: "Paper originals stay under N1-330-90-3, item 2a"."""

import re
from collections.abc import Iterator

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.disposition.sentences import split_sentences

# "blotters cut off before that date remain under", "appeals filed earlier are still disposed of under", "the cards continue
# to be governed by": right before the number
_KEPT = re.compile(
    r"\b(?:(?:stay|remain|continue|go on)(?:s|ed|es)?|(?:is|are|be)\s(?:still|to\s(?:stay|remain|continue)|left|kept|retained)"
    r"|still)\s(?:[a-z]{2,12}\s){0,4}?(?:under|in|with|within|by|subject\sto|according\sto|in\saccordance\swith)\s"
    r"(?:(?:the|old|older|former|earlier|previous|existing|authority|authorities|schedule|job|of|in),?\s\(?){0,5}$"
    r"|\b(?:continue[sd]?\sto|still|(?:can|may)\sgo\son\sto)\s(?:use|apply|cite|follow)s?\s(?:the\s(?:old\s)?(?:authority\s|item\s|job\s)?)?$",
    re.IGNORECASE,
)
# "Brochures cut off before 2012 are governed by the old authority", "older brochures continue under that item": the authority
# named before
_KEPT_THERE = re.compile(
    r"\b(?:(?:(?:stay|remain|continue)(?:s|ed)?|still\sfalls?"
    r"|(?:is|are|be|still)\s(?:still\s)?(?:governed|covered|controlled|disposed\sof|left|kept|retained|to\s(?:stay|remain)))\s"
    r"(?:to\sbe\s[a-z]{3,12}(?:\sof)?\s)?(?:under|by|with|in|within)|(?:keep|retain)s?\sthe\s(?:period|retention|disposition)\sof)\s"
    r"(?:the\s(?:old|older|former|earlier|previous|prior|superseded|existing)|that)\s(?:disposition\s)?"
    r"(?:authority|item|schedule|job|citation)\b(?!['’]s)"
    # "The field offices keep the old item", "sites go on with the former authority"
    r"|\b(?:keep|retain|use|follow|apply|(?:continue|go\son)\swith)s?\s(?:to\suse\s)?the\s(?:old|older|former|earlier|previous)\s(?:item|authority|schedule|job)\b"
    # "The former period is kept for brochures cut off before 2012"
    r"|\bthe\s(?:old|former|earlier|previous|prior)\s(?:(?:retention\s)?period|retention|disposition)\s"
    r"(?:is\s(?:kept|retained|left)|remains|stays|continues|(?:still\s)?applies)\b"
    # "It may still be applied to brochures closed before 2009", "The item remains in force for brochures received before 2012"
    r"|\b(?:it|(?:the|that)\s(?:(?:old|older|former)\s)?(?:item|authority))\s(?:(?:may|can)\s(?:still|only)\sbe\s(?:used|applied|cited)"
    r"|(?:remains|stays|continues)\s(?:in\s(?:force|effect|use)|valid|to\sapply|to\sbe\sused)|still\s(?:applies|governs))\s(?:for|to|over|as\sto)\s",
    re.IGNORECASE,
)
# What takes that back, and what says that it is so for a time only
_DENIED = re.compile(
    r"\b(?:not|no|never|none|nothing|would|might|may|whether|need)\b[^.;,]{0,15}$", re.IGNORECASE
)
_FOR_A_TIME = re.compile(r"\b(?:until|till|unless|pending|meanwhile|if)\b", re.IGNORECASE)


def kept_under(text: str) -> Iterator[str]:
    """The authorities under which some records are said to stay."""
    numbers = find_numbers(text)
    for start, end in split_sentences(text, ((each.start, each.end) for each in numbers)):
        for each in numbers:
            if each.id and each.sure and start <= each.start < end:
                found = _KEPT.search(text, start, each.start)
                if found and not _is_taken_back(text, start, found.start(), end):
                    yield each.id
        there = _KEPT_THERE.search(text, start, end)
        before = [each for each in numbers if there and each.end <= there.start()]
        if there and before and not _is_taken_back(text, start, there.start(), end):
            # Older and newer stand side by side in the sentence before; which is the older one its readers know.
            begins = max(text.rfind(". ", 0, before[-1].start), text.rfind("\n\n", 0, before[-1].start))
            yield from (each.id for each in before if each.id and each.sure and each.start > begins)


def _is_taken_back(text: str, start: int, verb: int, end: int) -> bool:
    """Whether a sentence from `start` to `end` denies what its `verb` says, or says it for a time only."""
    return _FOR_A_TIME.search(text, start, end) is not None or _DENIED.search(text, start, verb) is not None
