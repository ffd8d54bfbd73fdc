"""The chain of one answer as a picture: what the answer itself knows, without the store."""

from schedgraph.graph.answers import Link, Lookup
from schedgraph.graph.pictures.drawing import Arrow, Box, Drawing, fill_of
from schedgraph.graph.wording.places import VERDICTS, rule_in_words
from schedgraph.graph.wording.plain import plain, shortened


def chain_drawing(answer: Lookup) -> Drawing:
    """The authority that was asked for and those that its chain leads to; verdicts where the answer gives them."""
    verdicts = {each.id: each.verdict for each in answer.current} | {answer.id: answer.verdict}
    titles = {each.id: each.title for each in answer.current} | {answer.id: answer.title}
    seen = {each.id: each.in_corpus for each in answer.current}
    names = dict.fromkeys((answer.id, *(name for link in answer.chain for name in (link.origin, link.to))))
    boxes = []
    for name in names:
        verdict, title = verdicts.get(name), titles.get(name)
        lines = (name, *((shortened(title, 34),) if title else ()), *((verdict,) if verdict else ()))
        about = f"{name}: {VERDICTS[verdict]}. {plain(title or '')}" if verdict else name
        boxes.append(
            Box(
                key=name,
                lines=lines,
                about=about.strip(),
                fill=fill_of(verdict),
                root=name == answer.id,
                seen=seen.get(name, True),
            )
        )
    steps = {(link.origin, link.to): _arrow(link) for link in answer.chain if link.origin != link.to}
    told = "; ".join(each.about for each in steps.values())
    return Drawing(
        title=f"Chain of {answer.id}",
        description=f"{told}." if told else "Nothing that the store knows replaced it.",
        boxes=tuple(boxes),
        arrows=tuple(steps.values()),
    )


def _arrow(link: Link) -> Arrow:
    since = link.since.isoformat() if link.since else "no date"
    doubt = "" if link.scope == "certain" else ", possible"
    return Arrow(
        start=link.origin,
        end=link.to,
        label=f"{since}{doubt}",
        about=f"{link.to} replaced {link.origin}, {since}{doubt}: {rule_in_words(link.rule)}",
        certain=link.scope == "certain",
        alarm=link.retention.alarm,
    )
