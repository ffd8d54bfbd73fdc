"""Items that a statement of a paper leaves out: "All items of N1-434-98-12 but item 4 were superseded by N1-434-09-7"."""

import re
from dataclasses import replace

from schedgraph.parser.citation import SupersessionStatement
from schedgraph.parser.citation.cited import cited
from schedgraph.parser.citation.exceptions import excepted_of
from schedgraph.parser.citation.fate.items import items_at
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

_IN_PART = re.compile(r"\b(?:in part|part(?:ial)?ly|portions?|some of)\b", re.IGNORECASE)


def rest_of(passage: Passage, statement: SupersessionStatement) -> SupersessionStatement:
    """A statement of a whole schedule without the items that it excepts.

    What names the items that it leaves out is no statement of a part that nobody knows.
    """
    ids = {each.target for each in spared_by(passage, statement)}
    if not ids:
        return statement
    return replace(
        statement,
        old=tuple(each for each in statement.old if each.id not in ids),
        partial=statement.partial and _IN_PART.search(passage.text) is not None,
    )


def spared_by(passage: Passage, statement: SupersessionStatement) -> tuple[Citation, ...]:
    """What a statement of a whole schedule denies of the items that it excepts, said of each successor that it names."""
    if statement.relation != "superseded-by":
        return ()
    return tuple(
        replace(cited(item, "does-not-supersede", statement.evidence), of=new.id)
        for each in statement.old
        for items, start, end in (excepted_of(passage.text, each),)
        for item in items_at(passage.text, start, end, items)
        for new in statement.new
    )
