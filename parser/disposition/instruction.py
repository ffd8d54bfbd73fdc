"""Where in a description the disposition instruction begins, and where it ends."""

import re

from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.passage import Passage

# Finds "Disposition (Media Neutral):", "D1spos1t1on: Temporary", "Disp.: Destroy", "DISPOSITION - "
_LABEL = re.compile(
    r"""(?:^|(?<=[\n\t.;:)]))[ \t]*
    (?:(?:authorized|proposed|recommended|final)[ ])?
    (?:d[i1l!]sp[o0]s[i1l!]t[i1l!][o0]ns?|disp\.?|retention(?:[ ]period)?)
    (?:[ \n]instructions?(?:[ \n]cut-?off[ ]instruction[:\s])?)?
    (?:[ \n]?\([^()\n]{1,40}\))?
    [ ]?(?:[:;]|[.][:]?(?=\s)|[ ][-–—](?=\s)|—)
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "Disposition (Media Neutral):  N1-563-04-1a": a number on the label's line is no part of the instruction.
_NUMBER_BESIDE_LABEL = re.compile(r"[ \t]*(?:[A-Z0-9][\w./()&–-]{0,40}[ ]?){1,4}\n")

_MARKER = r"(?:[-•*·–—(\s]{0,6}(?:\(?[A-Za-z0-9]{1,3}(?:\([A-Za-z0-9]{1,3}\))?[.)][ \t]{0,3}){0,2})"

# The first words of an instruction; the sample lines stand in the tests.
_HEAD = re.compile(
    _MARKER
    + r"""(?:
      (?i:temp[o0]rar[yi1]|permanent)(?:[ ]?[.,:;)–—/-]|\s*$|[ ](?i:records?|series|files?)[.,;]
          |[ ](?i:cut|destr[o0]y|delete|transfer|retain|offer|hold|close)\b)
    | (?:D|d)(?i:estr[o0][yv]|elete)(?=[\s/.,;:]|$)
    | (?:D)(?i:isp[o0]sable)(?:[.;,]|\s*$|\s+(?i:when|after|upon|immediately|in|at|on)\b
          |\s+(?i:[0-9a-z]{1,6}[ ](?:years?|months?|days?)))
    | D(?i:isp[o0]se)(?=\s)
    | D(?i:isp[o0]s(?:al|iti[o0]n))\s(?i:not|is\snot)\s(?i:auth[o0]rized|appr[o0]ved)
    | (?:D[oO]|M(?i:ay))\s(?i:not)\s(?i:be\s)?(?i:destr[o0]y|delete|disp[o0]se)
    | (?:C)(?i:ut[\s-]?[o0]ff|[o0]ff)\b(?!\s(?i:dates?|scores?|points?|statements?|values?|switch))
    | (?:B(?i:reak)|C(?i:lose)(?:\s(?i:out))?)\s(?i:inactive\s|case\s|the\s)?
          (?i:files?|records?|folders?|cases?|at|when|upon|after|annually)\b
    | (?:R(?i:etain)|H(?i:[o0]ld)|K(?i:eep)|M(?i:aintain))\s
          (?!(?i:copies\sof|ed))
    | (?:T(?i:ransfer)|O(?i:ffer)|R(?i:etire)|S(?i:end)|F(?i:orward))\s
          (?:(?i:immediately|directly|entire|all|records?|files?|inactive|closed|the|paper|electronic|to|a|copy|one|legal|custody|physical|and)\s){0,6}
          (?i:to|when|after|annually|[0-9]{1,3}[ ](?i:years?|months?|days?))\b
    | (?:E(?i:rase)|P(?i:urge)|S(?i:hred))\s
    | (?:F(?i:iles)|R(?i:ecords))\s(?i:are|is|will\sbe|should\sbe)\s(?i:cut)\b
    | (?:P(?i:lace))\s(?i:in\s)(?i:an\s|the\s)?(?i:inactive)
    | (?:W(?i:hen)|A(?i:fter)|U(?i:pon))\s[^.;\n]{1,60},\s(?i:destroy|delete|transfer|retire|offer)\b
    )""",
    re.VERBOSE,
)

# Finds "Correspondence files - destroy when 2 years old", "Case files: Destroy 3 years after close"
_AFTER_DASH = re.compile(r"[ ](?:[-–—]|--)[ ]|[:;][ ]|[ ]?\((?=[A-Z])|\n")

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
    text = passage.text
    label = _LABEL.search(text)
    start = _after_label(text, label.end()) if label else _first_head(text)
    if start is None:
        return None
    return instruction_part(passage.slice(start))


def instruction_part(passage: Passage) -> Passage | None:
    """`passage` up to the next field of the form; None where nothing is left."""
    following = _NEXT_FIELD.search(passage.text)
    part = passage.slice(0, following.start() if following else None).strip()
    return part if part else None


def _after_label(text: str, end: int) -> int:
    beside = _NUMBER_BESIDE_LABEL.match(text, end)
    if beside and not _HEAD.match(text[beside.start() : beside.end()].lstrip()):
        return beside.end()
    return end


def _first_head(text: str) -> int | None:
    for start, end in split_sentences(text):
        if _HEAD.match(text, start, end):
            return start
        for pause in _AFTER_DASH.finditer(text, start, end):
            if _HEAD.match(text, pause.end(), end):
                return pause.end()
    return None
