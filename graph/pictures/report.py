"""A lineage, and the answer for its root, as one file that opens anywhere: no script, nothing that is loaded."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape

from schedgraph.graph.answers import Lookup
from schedgraph.graph.finding import Finding
from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures.plan import Layout
from schedgraph.graph.pictures.svg import svg
from schedgraph.graph.wording.places import VERDICTS, place, rule_in_words
from schedgraph.graph.wording.plain import plain

_STYLE = """\
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
figure { margin: 0; overflow-x: auto; border: 1px solid #b8b8b8 }
table { border-collapse: collapse; margin: 1rem 0; width: 100% }
caption { text-align: left; font-weight: 600 }
th, td { border-bottom: 1px solid #b8b8b8; padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top }
tr:target { background: #fff4c2 }
a:focus-visible { outline: 3px solid #b35900 }
.note { color: #4a4a4a }
@media print { figure { overflow: visible; border: 0 } figure svg { max-width: 100%; height: auto } }"""

_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)


def report(lineage: Lineage, answer: Lookup | None = None, layout: Layout | None = None) -> str:
    """The page. The boxes of the picture lead to the rows of the table of authorities."""
    heading = f"{answer.id}: {answer.verdict.replace('-', ' ')}" if answer else f"Lineage of {lineage.root}"
    rows = {node.id: f"authority-{number}" for number, node in enumerate(lineage.nodes)}
    body = [
        f"<h1>{_text(heading)}</h1>",
        *(_answer(answer) if answer else ()),
        '<figure role="region" aria-label="Lineage" tabindex="0">'
        f"{svg(lineage, lambda name: f'#{rows[name]}', layout)}</figure>",
        '<p class="note">Older on the left, newer on the right. A dashed line is only possible; a dotted box has no '
        "document in the store; a question mark stands for a successor that is not known.</p>",
        *(_evidence(answer) if answer else ()),
        _table(
            "Supersessions", ("Replaced", "By", "Since", "Certainty", "Rule", "Retention"), _steps(lineage)
        ),
        _table(
            "Authorities",
            ("Number", "Title", "Verdict", "In the store"),
            _authorities(lineage),
            rows.values(),
        ),
        '<p class="note">Made by schedgraph from the documents of one store. Check with the National Archives before '
        "records are destroyed.</p>",
    ]
    head = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(heading)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    return "\n".join([*head, *body, "</main>", "</body>", "</html>"]) + "\n"


def _answer(answer: Lookup) -> Iterator[str]:
    verb, on = ("was", f" on {answer.as_of}") if answer.as_of else ("is", "")
    verdict = f"{answer.id} {verb} {answer.verdict.replace('-', ' ')}{on}"
    yield f"<p><strong>{_text(verdict)}</strong>: {VERDICTS[answer.verdict]}.</p>"
    if answer.title:
        yield f"<p>{_text(answer.title)}</p>"
    if answer.known_on:
        yield f"<p>Told from what had been stated by {answer.known_on}.</p>"
    yield "<h2>Current authority</h2>"
    ends = [
        f"{each.scope}{', ' + each.condition if each.condition else ''}: {each.id} "
        f"({each.verdict}: {VERDICTS[each.verdict]})"
        for each in answer.current
    ]
    yield _list(ends) if ends else "<p>None is known.</p>"
    yield from _findings("Conflicts", answer.conflicts)
    yield from _findings("Caveats", answer.caveats)
    until = (
        f"The newest thing the store says about it is of {answer.horizon}; later changes would not be known."
        if answer.horizon
        else "The store gives no date for anything it says about it."
    )
    yield f"<p>{until}</p>"


def _findings(heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield f"<h2>{heading}</h2>"
        yield _list([f"{each.message} [{each.code}]" for each in findings])


def _evidence(answer: Lookup) -> Iterator[str]:
    rows = [
        (
            link.origin,
            link.to,
            link.since.isoformat() if link.since else "not given",
            place(each, answer.documents),
        )
        for link in answer.chain
        for each in link.statements
    ]
    if rows:
        yield _table("Evidence of the chain", ("Replaced", "By", "Since", "Written"), rows)


def _steps(lineage: Lineage) -> list[tuple[str, ...]]:
    return [
        (
            edge.old,
            edge.new,
            edge.since.isoformat() if edge.since else "not given",
            edge.scope,
            rule_in_words(edge.rule),
            edge.retention.message,
        )
        for edge in lineage.edges
    ]


def _authorities(lineage: Lineage) -> list[tuple[str, ...]]:
    return [
        (
            node.id,
            node.title or "",
            f"{node.verdict}: {VERDICTS[node.verdict]}",
            "yes" if node.in_corpus else "no",
        )
        for node in lineage.nodes
    ]


def _list(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{_text(line)}</li>" for line in lines) + "</ul>"


def _table(
    caption: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], anchors: Iterable[str] = ()
) -> str:
    names = list(anchors)
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in heads)
    lines = []
    for number, row in enumerate(rows):
        anchor = f' id="{names[number]}"' if names else ""
        lines.append(f"<tr{anchor}>{''.join(f'<td>{_text(each)}</td>' for each in row)}</tr>")
    top = f"<caption>{_text(caption)}</caption>\n<thead><tr>{head}</tr></thead>"
    return f"<table>{top}\n<tbody>{chr(10).join(lines)}</tbody></table>"


def _text(text: str) -> str:
    return escape(plain(text), quote=True)
