"""Lines of the form's table that only announce the attached sheets: "1. - 4.  See attached sheet(s)"."""

import re
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

# Lines like "See attached sheet(s) for: LeadTrac"
SEE_ATTACHED = re.compile(r"\W*(?:\(?see\b.{0,20}\battach|attached (?:sheet|page|list))", re.IGNORECASE)
# The "1. - 4." of "1. - 4.   See attached sheet(s)", the "Items 1 thru 9:" of "Items 1 thru 9: see attached pages"
_SEVERAL = re.compile(
    r"\W{0,3}(?:items?\s{1,2}(?:nos?\.?\s)?)?\(?[0-9]{1,3}[.)]{0,2}\s{0,3}(?:[-–—,&]|\b(?:to|through|thru|and)\b)\s{0,3}"
    r"\(?[0-9]{1,3}(?![0-9A-Za-z])[.)]{0,2}\s{0,9}[:,;.–—-]?\s{0,9}(?:(?:are|on|per)\s{1,2})?",
    re.IGNORECASE,
)


def without_range(entry: Entry) -> Entry:
    """A line without the range of items that it announces: on the attached sheets each of them begins anew."""
    whole = Passage.join([part for part in (entry.number, entry.passage) if part], " ")
    found = _SEVERAL.match(whole.text)
    if found is None or not SEE_ATTACHED.match(whole.text, found.end()):
        return entry
    return replace(entry, number=None, passage=whole.part(found.end()))
