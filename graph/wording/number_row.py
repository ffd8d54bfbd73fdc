"""A number that is sure as written, as the command `number` prints it; apart, for a cold command loads nothing else."""


def number_row(written: str, identifier: str, family: str, form: str) -> str:
    """The line of text or JSON, with its end."""
    if form == "json":
        from json import dumps

        told = {
            "written": written,
            "printed": written,
            "id": identifier,
            "family": family,
            "sure": True,
            "repairs": [],
            "readings": [{"id": identifier, "confidence": 1.0}],
        }
        return f"{dumps(told)}\n"
    return f"{aligned(written, identifier, f'{family}, as written')}\n"


def aligned(printed: str, identifier: str, how: str) -> str:
    """The three columns of the command `number`."""
    return f"{printed:<28}  {identifier:<26}  {how}"
