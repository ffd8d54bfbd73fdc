"""`store`: whether the store is whole and its answers right, and how to make what follows from the ledger anew."""

import sys

import click

from schedgraph.door import Settings, formats, option, verb, verbs
from schedgraph.graph.wording.exits import ANSWERED, NO_STORE
from schedgraph.graph.wording.terminal import say, say_json, tell


@verbs("store")
def store(settings: Settings) -> int:
    """Verify what is kept, or make it anew.

    The ledger keeps what documents say. Answers, full text and successions follow from it: they are kept too, so
    that a lookup need not draw them again, and can always be made anew.

    \b
    Example:
      schedgraph store verify
    """
    if click.get_current_context().invoked_subcommand is None:
        raise click.UsageError("say what to do: verify or rebuild")
    return ANSWERED


@verb("verify", within=store)
@formats("text", "json")
def verify(settings: Settings, form: str) -> int:
    """Prove that what is kept equals what the rules say now.

    Every answer is drawn anew from the ledger and compared, the file is checked, and digests are printed: two
    stores of the same documents have the same digests. Nothing is written. The exit code is 4 where something
    that is kept is wrong.

    \b
    Example:
      schedgraph store verify --format json
    """
    from schedgraph.graph.conclusions.proof import verify as proof_of

    with settings.open() as opened:
        proof = proof_of(opened.ledger)
    if form == "json":
        say_json(proof.to_json())
    else:
        from schedgraph.graph.wording.proof import proof_lines

        say(proof_lines(proof))
    return ANSWERED if proof.holds else NO_STORE


@verb("rebuild", within=store)
@option("--jobs", type=click.IntRange(1, 256), default=1, help="How many processes draw answers.")
def rebuild(settings: Settings, jobs: int) -> int:
    """Make everything anew that follows from the ledger.

    A store of an older format is renewed; the ledger stays. Readers are answered meanwhile.

    \b
    Example:
      schedgraph store rebuild
    """
    from schedgraph.graph.conclusions.upkeep import Upkeep
    from schedgraph.graph.ledger import Ledger

    shows = sys.stderr.isatty() and not settings.quiet
    with Ledger.create(settings.folder, only_renewed=True) as ledger:
        ledger.renew_words()
        drawn = Upkeep(ledger, jobs).rebuild(lambda done: tell(f"{done:,} answers drawn") if shows else None)
        documents = ledger.count()
    if not settings.quiet:
        say([f"{drawn:,} answers drawn from {documents:,} documents and the shipped facts."])
    return ANSWERED
