"""Changed answers as an Atom feed (RFC 4287), the same bytes for the same changes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

from schedgraph.graph import iri
from schedgraph.graph.changes import Change
from schedgraph.graph.rdf.answer_text import legal_xml
from schedgraph.graph.rdf.nodes import content_key
from schedgraph.graph.wording.changes import cause_texts, headline


def atom(
    changes: Sequence[Change],
    names: tuple[str, str],
    newest: date | None,
    documents: Mapping[str, str],
    base: str,
) -> Iterator[str]:
    """The feed. An entry is dated by its newest evidence, and else by `newest`, the newest day of the store.

    Nothing is dated by the clock, so that a feed that is made again is the same feed.
    """
    fallback = newest or date(1970, 1, 1)
    updated = max((each.dated or fallback for each in changes), default=fallback)
    feed = iri.node("changes", content_key(*(each.key for each in changes)), base)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"  <id>{_text(feed)}</id>\n"
    yield f"  <title>{_text(f'Changed disposition authorities, {names[0]} to {names[1]}')}</title>\n"
    yield f"  <updated>{_moment(updated)}</updated>\n"
    yield "  <author><name>schedgraph</name></author>\n"
    for each in changes:
        lines = [headline(each), *cause_texts(each, documents)]
        yield (
            "  <entry>\n"
            f"    <id>{_text(iri.node('change', each.key, base))}</id>\n"
            f"    <title>{_text(headline(each))}</title>\n"
            f"    <updated>{_moment(each.dated or fallback)}</updated>\n"
            f'    <link rel="related" href="{_text(iri.authority(each.id, base))}"/>\n'
            f'    <content type="text">{_text(chr(10).join(lines))}</content>\n'
            "  </entry>\n"
        )
    yield "</feed>\n"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    return escape(legal_xml(text), {'"': "&quot;"})
