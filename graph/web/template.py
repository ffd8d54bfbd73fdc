"""Pages from templates: every value is escaped where it stands, and what a document holds is made visible first."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from schedgraph.graph.web import links
from schedgraph.graph.wording.paper import STRIKE, UNSTRIKE
from schedgraph.graph.wording.places import VERDICTS, rule_in_words
from schedgraph.graph.wording.plain import plain, replaced, shortened


def rendered(name: str, **values: Any) -> str:
    """The page of a template."""
    return _environment().get_template(f"{name}.html").render(**values)


@cache
def stylesheet() -> str:
    """The one stylesheet."""
    return files("schedgraph.graph.web").joinpath("templates/style.css").read_text(encoding="utf-8")


@cache
def stylesheet_path() -> str:
    """Its address, which changes with its content so that browsers may keep it."""
    return f"/style-{sha256(stylesheet().encode()).hexdigest()[:12]}.css"


def struck(text: str) -> Markup:
    """Text between the marks of `Strikes` as deleted text, which a screen reader may tell."""
    drawn = str(escape(text))
    return Markup(drawn.replace(STRIKE, "<del>").replace(UNSTRIKE, "</del>"))  # noqa: S704 (escaped the line before)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("schedgraph.graph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        plain=plain, replaced=replaced, shortened=shortened, struck=struck, rule_in_words=rule_in_words
    )
    made.globals.update(links=links, verdicts=VERDICTS, stylesheet_path=stylesheet_path())
    return made
