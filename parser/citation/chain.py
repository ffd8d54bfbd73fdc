"""Successors of successors: "superseded by N1-59-1-14, item 3, which was in turn superseded by DAA-0059-2011-0015"."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from schedgraph.parser.citation.reading import read_supersessions
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a passage says of an authority that it names itself. `start` is where the other one stands in its text."""

    citation: Citation
    start: int


def chain_links(passage: Passage, successors: Container[str]) -> Iterator[Link]:
    """The links from those `successors` that the passage names on to what superseded them in turn.

    A successor that the passage gives for two authorities at once is no link of a chain.
    """
    reached: set[str] = set()
    for said in read_supersessions(passage):
        old = [mention for mention in said.old if mention.id]
        if said.relation != "superseded-by" or len(old) != 1 or len(said.old) != 1:
            continue
        if old[0].start > min(each.start for each in said.new):
            # "superseded by A, which replaced B"
            continue
        if old[0].id not in successors and old[0].id not in reached:
            continue
        for mention in said.new:
            if mention.id:
                reached.add(mention.id)
            citation = said.citation(mention, of=old[0].id)
            yield Link(citation=citation, start=mention.start)
