"""The edition of the rules by which answers are drawn: answers of another edition are not given, but drawn anew.

`python -m schedgraph.graph.conclusions.source --write` writes this file from everything that an answer hangs on.
"""

EDITION = "8fb0e5d6ea700756"
