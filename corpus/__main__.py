"""`python -m schedgraph.corpus`: whether the shipped files can be read and are those of the manifest."""

import sys

from schedgraph.corpus import departments, facts, grs_uses, manifest, record_groups, verify
from schedgraph.corpus.table import CorpusError


def main() -> int:
    """Print what disagrees; the exit code is 1 when something does."""
    complaints = list(verify())
    rows = 0
    if not complaints:
        try:
            rows = len(facts()) + len(record_groups()) + len(departments()) + len(grs_uses())
        except CorpusError as error:
            complaints.append(str(error))
    for complaint in complaints:
        sys.stderr.write(f"{complaint}\n")
    if complaints:
        return 1
    sys.stdout.write(f"{len(manifest())} files and {rows} rows agree with the manifest.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
