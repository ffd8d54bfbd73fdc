"""Where in a description the disposition instruction begins, and where it ends."""

import re
from collections.abc import Mapping
from functools import cache

from schedgraph.parser.caseless import caseless
from schedgraph.parser.disposition.phrases import look_of
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.disposition.terms import disposition_words
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

# Finds "Disposition (Media Neutral):", "D1spos1t1on: Temporary", "Disp.: Destroy", "DISPOSITION - ", and the
# labels of ERA, which end with no sign: "Cutoff Instruction Cut off at …", "Final Disposition Temporary"
_LABEL = caseless(
    r"""(?:^|(?<=[\n\t.;:)]))[ \t]*
    (?:
      (?:(?:authorized|proposed|recommended|final)[ ])?
      (?:d[i1l!]sp[o0]s[i1l!]t[i1l!][o0]ns?|disp\.?|retention(?:[ ]period)?)
      (?:[ \n]instructions?)?
      (?:[ \n]?\([^()\n]{1,40}\))?
      [ ]?(?:[:;]|[.]:?(?=\s)|[ ][-–—](?=\s)|—)
    |
      (?:disposition[ ]instructions?\s{1,3})?cut-?off[ ]instruction[ :\n]
    |
      (?:final[ ]disposition|retention[ ]period)[ \n](?=temporary|permanent|destroy|delete|[0-9])
    )""",
    re.VERBOSE,
)

# Finds the number in "Disposition (Media Neutral):  N1-563-04-1a": it is no part of the instruction.
# Quoted for comparison from N1-433-99-2, item 3: "Temporary. Destroy when 30 years old."
_QUOTED = re.compile(
    r"\bquot(?:ed|es|ing|ation)\b[^.;\"“”]{0,80}(?P<quote>[\"“][^\"“”]{1,400}[\"”])", re.IGNORECASE
)
_NUMBER_BESIDE_LABEL = re.compile(
    r"[ \t]*[A-Z0-9][\w./()&–-]{0,40}(?:[ ][A-Z0-9][\w./()&–-]{0,40}){0,3}[ ]?\n"
)

_MARKER = r"(?:[-•*·–—(\s]{0,6}(?:\(?[A-Za-z0-9]{1,3}(?:\([A-Za-z0-9]{1,3}\))?[.)][ \t]{0,3}){0,2})"

_FIRST_WORD = re.compile(_MARKER + r"(?P<word>[A-Za-z0-9|]{4,12})(?![A-Za-z0-9])")

# What an instruction begins with; lines that it finds, and lines that it must not, stand in the tests.
_HEAD = re.compile(
    _MARKER
    + r"""(?:
      # Temporary. Destroy …; PERMANENT - Offer …; Permanent records. …; Temporary cut off …
      (?i:temp[o0]rar[yv1]|permanent|perm(?=\.)|temp(?=\.))
        (?: [ ]?[.,:;)–—/-] | \s*$ | [ ]{2,4}(?=[A-Z]) | [ ](?i:records?|series|files?)[.,;]
          | [ ](?i:cut|destr[o0]y|delete|transfer|retain|offer|hold|close)\b )
      # Destroy when …; Time cards - destroy when …
    | [Dd](?i:estr[o0][yv]|elete)(?=[\s/.,;:]|$)
      # Disposable when 3 years old; Disposable.
    | D(?i:isp[o0]sable)
        (?: [.;,] | \s*$ | \s+(?i:when|after|upon|immediately|in|at|on)\b
          | \s+(?i:[0-9a-z]{1,6}[ ](?:years?|months?|days?)) )
      # Dispose of after 2 years; Disposal not authorized; Do not destroy.
    | D(?i:isp[o0]se)(?=\s)
    | (?:D(?i:isp[o0]s(?:al|iti[o0]n))\s)(?i:is\s)?(?i:not\s(?:auth[o0]rized|appr[o0]ved))
    | N(?i:ot\s(?:auth[o0]rized|appr[o0]ved)\sfor\sdisp)
    | (?:D[oO]|M(?i:ay))\s(?i:not\s(?:be\s)?(?:destr[o0]y|delete|disp[o0]se))
      # Cut off at …; COFF annually; Break files annually; Close inactive records at …; Files are cut off …
    | C(?i:ut[\s-]?[o0]ff|[o0]ff)\b(?!\s(?i:dates?|scores?|points?|statements?|values?|switch))
    | (?:B(?i:reak)|C(?i:lose(?:\sout)?))\s(?i:inactive\s|case\s|the\s)?
        (?i:files?|records?|folders?|cases?|at|when|upon|after|annually)\b
    | (?:F(?i:iles)|R(?i:ecords))\s(?i:are|is|will\sbe|should\sbe)\s(?i:cut)\b
    | P(?i:lace\sin\s(?:an\s|the\s)?inactive)
      # Retain 2 yrs. then destroy; Hold 2 years and destroy
    | (?:R(?i:etain)|H(?i:[o0]ld)|K(?i:eep)|M(?i:aintain))\s(?!(?i:copies\sof))
      # Transfer to FRC after 2 years; Offer to NARS when …; Transfer immediately to …
    | (?:T(?i:ransfer)|O(?i:ffer)|R(?i:etire)|S(?i:end)|F(?i:orward))\s
        (?: (?i:to|when|after|annually)\b | (?i:[0-9]{1,3}[ ](?:years?|months?|days?))\b
          | (?!(?i:of|and|or)\s)(?:[\w/]{1,20}\s){1,6}(?i:to\s(?:the\s|an?\s)?
              (?:nat|nara|nars|n[pr]rc|wnrc|frc|fed|wash|record|off|inactive)) )
      # Erase after …; When 5 years old, destroy
    | (?:E(?i:rase)|P(?i:urge)|S(?i:hred))\s
    | (?:W(?i:hen)|A(?i:fter)|U(?i:pon))\s[^.;\n]{1,60},\s(?i:destroy|delete|transfer|retire|offer)\b
    )""",
    re.VERBOSE,
)

# Finds "Correspondence files - destroy when 2 years old", "Case files: Destroy 3 years after close", and, where
# a scan lost the full stops, "Bid protest files  Destroy 6 years after decision"
_AFTER_DASH = re.compile(
    r"[ ](?:[-–—]|--)[ ]|[:;][ ]|[ ]?\((?=[A-Z])|\n|(?<=[a-z)])[ ]{2,4}(?=[A-Z])|(?<=[a-z)])[ ](?=(?:PERMANENT|TEMPORARY)\b)"
)
# Finds "Notices of Violation Destroy 20 years after abatement": without a full stop the capital and the time tell
_RUN_ON = re.compile(
    r"(?<=[a-z)])(?<!\bto)[ ](?=(?:Destroy|Delete|Erase)[ \n](?:when|after|upon|immediately"
    r"|[0-9]{1,3}[ ](?:years?|yrs?|months?|weeks?|days?))\b)"
)

# What prose says instead of instructing: "The cards may be destroyed two years after the audit.", "They are to
# be kept permanently". It must say when, and no more than mention ("records that may be destroyed by floods").
_SAID = caseless(
    r"""\b(?:may|shall|will|should|must|can|are\sto|is\sto)\s(?:(?:then|thereafter|now)\s)?be\s
    (?:destroyed|deleted|disposed\sof|discarded|burned|erased|retained|kept|held|offered|transferred|retired)\b
    (?=[^.;]{0,80}?\b(?:after|when|upon|until|once|permanently|indefinitely|immediately|for)\b
      |[^.;]{0,60}?\b[0-9]{1,3}\s(?:years?|months?|days?)\b)""",
    re.VERBOSE,
)

# What stands below an instruction in a form but belongs to the next field.
_NEXT_FIELD = re.compile(
    r"""(?m:^)[ \t]*(?:
      Supers\w{2,5}[ ]b[yv][ ](?:job|item|GRS|DAA|N\s?C?[1Il])
    | (?i:superseded\sby\s(?:job|item)\b)
    | (?i:superseded\s(?:job|authority)\b)
    | Date[ ]\(MM
    | (?:NOTICE|INACTIVE)\s?-
    | GRS[ ](?i:or)[ ]Superseded
    | Manual[ ](?:Citation|Title)
    | Additional[ ]Information
    | Explanation[ ]of[ ][Ll]imitation
    | Is[ ]this[ ]item[ ]media
    | Do[ ]any[ ]of[ ]the[ ]records
    | Item[ ]Status
    | Disposition[ ]Authority[ ]Number
    )""",
    re.VERBOSE,
)


def find_instruction(passage: Passage) -> Passage | None:
    """The disposition instruction in a description, without its label; None where there is none.

    A sentence that only mentions destruction ("files on records destroyed by fire") is no instruction.
    """
    start = _start_of_instruction(passage.text)
    return None if start is None else instruction_part(passage.slice(start))


@remembered(most=4096, longest=1000)
def _start_of_instruction(text: str) -> int | None:
    label = _LABEL.search(text)
    return _after_label(text, label.end()) if label else _first_head(text)


def instruction_part(passage: Passage) -> Passage | None:
    """`passage` up to the next field of the form; None where nothing is left."""
    following = _NEXT_FIELD.search(passage.text)
    part = passage.part(0, following.start() if following else None)
    return part if part else None


def _after_label(text: str, end: int) -> int:
    beside = _NUMBER_BESIDE_LABEL.match(text, end)
    if beside and not _HEAD.match(text[beside.start() : beside.end()].lstrip()):
        return beside.end()
    return end


def _first_head(text: str) -> int | None:
    quoted = [found.span("quote") for found in _QUOTED.finditer(text)]
    sentences = [
        (start, end)
        for start, end in split_sentences(text)
        if not any(first <= start < last for first, last in quoted)
    ]
    for start, end in sentences:
        if _begins(text, start, end):
            return start
        for pause in _AFTER_DASH.finditer(text, start, end):
            if _begins(text, pause.end(), end):
                return pause.end()
    for start, end in sentences:
        if found := _RUN_ON.search(text, start, end):
            return found.end()
    return next((start for start, end in sentences if _SAID.search(text, start, end)), None)


def _begins(text: str, start: int, end: int) -> bool:
    """Whether an instruction begins at `start`, though a scan shows its first word as a look-alike: "0ffer"."""
    if _HEAD.match(text, start, end):
        return True
    first = _FIRST_WORD.match(text, start, end)
    meant = _heads().get(look_of(first["word"].lower())) if first else None
    if first is None or meant is None or meant == first["word"].lower():
        return False
    written = meant if first["word"][0].islower() else meant.capitalize()
    return _HEAD.match(f"{written}{text[first.end() : end]}") is not None


@cache
def _heads() -> Mapping[str, str]:
    """What an instruction begins with, by its look."""
    return {look_of(word): word for word in disposition_words()["head"]}
