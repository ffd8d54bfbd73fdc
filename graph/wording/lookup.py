"""The answer to a lookup in words: the verdict first, then what it rests on, then what to beware of."""

from typing import TYPE_CHECKING

from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import VERDICTS, place, rule_in_words
from schedgraph.graph.wording.plain import plain, quoted

if TYPE_CHECKING:
    from schedgraph.graph.answers import Current, Link, Lookup
    from schedgraph.graph.finding import Finding
    from schedgraph.parser.authority.reader import WrittenNumber


def lookup_lines(answer: "Lookup", reading: "WrittenNumber", paper: Paper) -> list[str]:
    """The answer as lines of text."""
    lines = [paper.heading(_verdict(answer))]
    lines += paper.wrap(f"That is: {VERDICTS[answer.verdict]}.", 2)
    if answer.title:
        lines += paper.wrap(f"Title: {plain(answer.title)}", 2, 9)
    if not reading.sure or plain(answer.query) != answer.id:
        from schedgraph.graph.wording.numbers import how_read

        lines += paper.wrap(f"Asked as {quoted(answer.query)}, read {how_read(reading)}.", 2)
    if answer.known_on:
        lines += paper.wrap(f"Told from what had been stated by {answer.known_on}.", 2)
    if answer.without:
        lines += paper.wrap(f"Rules switched off: {', '.join(answer.without)}.", 2)
    lines += _currents(answer, paper)
    lines += _chain(answer, paper)
    lines += _findings("Conflicts", answer.conflicts, answer, paper)
    lines += _findings("Caveats", answer.caveats, answer, paper)
    lines += ["", paper.heading("Horizon")]
    until = (
        f"The newest thing the corpus says about it is of {answer.horizon}; later changes would not be known."
    )
    lines += paper.wrap(
        until if answer.horizon else "The corpus gives no date for anything it says about it.", 2
    )
    return lines


def _verdict(answer: "Lookup") -> str:
    verdict = answer.verdict.upper().replace("-", " ")
    if answer.as_of:
        return f"{answer.id} was {verdict} on {answer.as_of}."
    return f"{answer.id} is {verdict}."


def _currents(answer: "Lookup", paper: Paper) -> list[str]:
    if [each.id for each in answer.current] == [answer.id] and answer.verdict == "active":
        return ["", paper.heading("Current authority"), *paper.wrap(f"{answer.id} itself", 2)]
    lines = ["", paper.heading("Current authority" if len(answer.current) < 2 else "Current authorities")]
    if not answer.current:
        return [*lines, *paper.wrap("None is known.", 2)]
    return lines + [line for each in answer.current for line in paper.wrap(_current(each), 2, 6)]


def _current(each: "Current") -> str:
    title = f" — {plain(each.title)}" if each.title else ""
    about = f" ({each.verdict}: {VERDICTS[each.verdict]})"
    condition = f", {each.condition}" if each.condition else ""
    return f"{each.scope}{condition}: {each.id}{title}{about}"


def _chain(answer: "Lookup", paper: Paper) -> list[str]:
    if not answer.chain:
        return []
    lines = ["", paper.heading("Chain")]
    for link in answer.chain:
        lines += paper.wrap(_step(link), 2, 6)
        if link.retention.alarm:
            lines += paper.wrap(
                f"! Retention ({link.retention.change}): {plain(link.retention.message)}", 6, 8
            )
        lines += paper.wrap(f"{rule_in_words(link.rule)}:", 6)
        if link.readings:
            shares = ", ".join(f"{name} {share:.0%}" for name, share in link.readings)
            lines += paper.wrap(f"holds in these readings of its scope: {shares}", 6, 8)
        for statement in link.statements:
            lines += paper.wrap(place(statement, answer.documents), 6, 8)
    return lines


def _step(link: "Link") -> str:
    since = link.since.isoformat() if link.since else "date not given"
    doubt = "" if link.scope == "certain" else ", possible"
    for_whom = f", written for {link.written_for}" if link.written_for else ""
    return f"{since}: {link.origin} → {link.to}{doubt}{for_whom}"


def _findings(title: str, findings: "tuple[Finding, ...]", answer: "Lookup", paper: Paper) -> list[str]:
    if not findings:
        return []
    lines = ["", paper.heading(title)]
    for each in findings:
        lines += paper.wrap(f"- {plain(each.message)} [{each.code}]", 2, 4)
        if title == "Conflicts":
            for statement in each.statements:
                lines += paper.wrap(place(statement, answer.documents), 6, 8)
    return lines
