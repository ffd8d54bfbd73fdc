"""A lineage as one static page: the picture, and its edges as a table for those who cannot see it."""

from collections.abc import Sequence
from html import escape

from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures.svg import svg
from schedgraph.graph.wording.places import VERDICTS, rule_in_words
from schedgraph.graph.wording.plain import plain

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
figure { margin: 0; overflow-x: auto }
table { border-collapse: collapse; margin: 1rem 0 }
caption { text-align: left; font-weight: 600 }
th, td { border-bottom: 1px solid #ccc; padding: .3rem .8rem .3rem 0 }
th, td { text-align: left; vertical-align: top }"""


def page(lineage: Lineage) -> str:
    """A page without scripts that loads nothing."""
    heading = f"Lineage of {_text(lineage.root)}"
    steps = [
        (
            edge.old,
            edge.new,
            edge.since.isoformat() if edge.since else "not given",
            edge.scope,
            rule_in_words(edge.rule),
        )
        for edge in lineage.edges
    ]
    authorities = [
        (
            node.id,
            node.title or "",
            f"{node.verdict}: {VERDICTS[node.verdict]}",
            "yes" if node.in_corpus else "no",
        )
        for node in lineage.nodes
    ]
    return (
        "\n".join(
            [
                "<!doctype html>",
                '<html lang="en">',
                "<head>",
                '<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{heading}</title>",
                f"<style>{_STYLE}</style>",
                "</head>",
                "<body>",
                f"<h1>{heading}</h1>",
                f"<figure>{svg(lineage)}</figure>",
                _table("Supersessions", ("Replaced", "By", "Since", "Certainty", "Rule"), steps),
                _table("Authorities", ("Number", "Title", "Verdict", "In the corpus"), authorities),
                "</body>",
                "</html>",
            ]
        )
        + "\n"
    )


def _table(caption: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in heads)
    body = "\n".join(f"<tr>{''.join(f'<td>{_text(each)}</td>' for each in row)}</tr>" for row in rows)
    top = f"<caption>{_text(caption)}</caption>\n<thead><tr>{head}</tr></thead>"
    return f"<table>{top}\n<tbody>{body}</tbody></table>"


def _text(text: str) -> str:
    return escape(plain(text), quote=True)
