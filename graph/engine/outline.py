"""What of a query's text bears on whether it asks for evidence: its structure, not the item or the words asked for.

Two queries about two items have one outline, so that a server judges it once.
"""

from collections.abc import Collection, Mapping

from schedgraph.graph.engine.words import Word, words


def outline(
    query: str, known: Mapping[str, str], authorities: str, lacking: Collection[str] = ()
) -> str | None:
    """`query` with its names written out as IRIs, without texts, comments and declarations of prefixes.

    `known` are prefixes that need no declaration. Every IRI that begins with `authorities` is alike. None where two
    parsers could read the text in different ways (escapes, letters beyond ASCII, IRIs to be resolved), where a prefix
    is not declared, and where one of the IRIs `lacking` is named.

    >>> outline("PREFIX o: <https://o/> SELECT * { <https://a/7> o:p 'x' } # 7", {}, "https://a/")
    'SELECT * { <https://a/> <https://o/p> "" }'
    """
    if "\\" in query:
        return None
    said = [each for each in words(query) if each.kind != "comment"]
    spaces, first = dict(known), 0
    while first + 2 < len(said) and said[first].keyword == "PREFIX":
        name, iri = said[first + 1], said[first + 2]
        spaces[name.text.removesuffix(":")] = iri.text[1:-1]
        first += 3
    shown, end = "", said[first].start if first < len(said) else 0
    for word in said[first:]:
        part = _shown(word, spaces, authorities, lacking)
        if part is None:
            return None
        shown += f" {part}" if word.start > end else part
        end = word.start + len(word.text)
    return shown


def _shown(word: Word, spaces: Mapping[str, str], authorities: str, lacking: Collection[str]) -> str | None:
    if word.kind == "text":
        return '""'
    if not word.text.isascii():
        return None
    if word.kind not in ("iri", "name"):
        return word.text
    prefix, _, local = word.text.partition(":")
    iri = word.text[1:-1] if word.kind == "iri" else spaces.get(prefix, "") + local
    # A relative IRI, or one with dots for folders, is another one once it is resolved.
    if "://" not in iri or "/." in iri or iri in lacking:
        return None
    return f"<{authorities if iri.startswith(authorities) else iri}>"
