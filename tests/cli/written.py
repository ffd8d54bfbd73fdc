"""Schedules as an agency would submit them, written as text, for tests of commands."""

from pathlib import Path


def sf115(
    job: str,
    *items: tuple[str, str, str],
    approved: str = "08/08/1984",
    agency: str = "Tennessee Valley Authority",
) -> str:
    """A form with items of (number, description with disposition, column 9)."""
    rows = "".join(f"{number}.\t{text}\t{cited}\t\n" for number, text, cited in items)
    return (
        "Request for Records Disposition Authority\n"
        f"Job Number: {job}\n1. From: {agency}\nDate: {approved} Archivist of the United States\n"
        "7. Item No.\t8. Description of Item and Proposed Disposition\t"
        "9. GRS or Superseded Job Citation\t10. Action Taken\n" + rows
    )


OLD = sf115(
    "N1-142-84-6",
    ("3", "Reservoir charts. Destroy when 5 years old.", ""),
    ("4", "Logs. Destroy when 2 years old.", ""),
)
NEW = sf115(
    "N1-142-97-8",
    (
        "1",
        "Reservoir charts. PERMANENT. Transfer to the National Archives when 25 years old.",
        "N1-142-84-6 item 3",
    ),
    approved="05/06/1997",
)


def write(folder: Path, **texts: str) -> list[Path]:
    """Files of these names and texts."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
