"""What a check of the store found, in words."""

from schedgraph.graph.conclusions.proof import SHOWN, Proof


def proof_lines(proof: Proof) -> list[str]:
    """The proof as lines of text."""
    lines = [
        f"Authorities: {proof.authorities:,}",
        f"Digest of the ledger: {proof.ledger}",
        f"Digest of the answers that are kept: {proof.kept}",
        f"Digest of the answers drawn now: {proof.fresh}",
        *proof.faults,
    ]
    for what, found in (
        ("The kept answer is wrong", proof.wrong),
        ("A kept answer is on what nothing names", proof.left_over),
    ):
        if found:
            more = ", and maybe more" if len(found) == SHOWN else ""
            lines.append(f"{what}: {', '.join(found)}{more}.")
    lines.append(_verdict(proof))
    return lines


def _verdict(proof: Proof) -> str:
    if not proof.holds:
        return (
            "What is kept is not what follows from the ledger; make it anew with `schedgraph store rebuild`."
        )
    if proof.is_complete:
        return "The store is whole: every answer that is kept is the one that the rules give now."
    return (
        "Nothing wrong is given, but not every answer is kept, so some take longer; "
        "`schedgraph store rebuild` draws them all."
    )
