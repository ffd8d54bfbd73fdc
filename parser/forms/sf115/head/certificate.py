"""The certificate's date in a sentence of its own: "6. Certificate signed 2-10-75", "… specified." Dated 6 APR 81, signed"."""

import re
from collections.abc import Sequence

from schedgraph.parser.dates import find_dates
from schedgraph.parser.forms.archivist import ARCHIVIST_OF
from schedgraph.parser.passage import Passage

# Lines like "6. Certificate of agency representative: ..."    "Box 6 (Agency certification) - ..."    "6. CERTIFICATE - DATE:"
_BEGINS = re.compile(
    r"\W{0,4}(?:box\s)?(?:6\W{0,4})?\(?(?:agency\s)?certificat(?:e|ion)\b|\W{0,4}(?:6\W{0,4})?I hereby certify",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    rf"\b(?:{ARCHIVIST_OF}|archivist\b(?!\W{{1,3}}s\b)|notification|approved|received|job n)|^\W{{0,4}}(?:box\s)?[1-57]\W",
    re.IGNORECASE,
)
# "Date: ", "Dated ", "signed on ", and a certificate that names its day at once
_DATED = re.compile(
    r"\b(?:dated?|signed|certified)\b(?:\s(?:on|this))?[\s.:,;|_<(\[=–—-]{0,12}$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;!?][\"”']?\s")
_OF_OTHER_LAW = re.compile(
    r"\b(?:gao|accounting|concur\w*|act|stat|comptroller|form|edition|rev(?:ised)?|print\w*)\b", re.IGNORECASE
)
_GAP = re.compile(r"\t|[ \u00a0]{3}")
_MOST_LINES = 12


def date_on_certificate(lines: Sequence[Passage]) -> Passage | None:
    """The only date that a sentence of the certificate calls its own, from where it begins to where another box does.

    Words of the same column must lead to it; what the sentence gives to the General Accounting Office or to an act
    is not the agency's. Where several dates are left, none is taken.
    """
    for index, line in enumerate(lines):
        if not _BEGINS.match(line.text):
            continue
        found: list[Passage] = []
        for number, each in enumerate(lines[index : index + _MOST_LINES]):
            other = _OF_ANOTHER.search(each.text)
            own = each.slice(0, other.start()) if other else each
            found.extend(
                own.slice(day.start, day.end)
                for day in find_dates(own.text)
                if _is_own(own.text[: day.start])
            )
            if other or (number and _BEGINS.match(each.text) is None and _GAP.search(each.text)):
                break
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_own(ahead: str) -> bool:
    """Whether what stands before a date on its line calls it the certificate's."""
    word = _DATED.search(ahead)
    if word is None or _GAP.search(ahead[: word.start()]):
        return False
    ends = [each.end() for each in _SENTENCE.finditer(ahead)]
    return _OF_OTHER_LAW.search(ahead, ends[-1] if ends else 0) is None
