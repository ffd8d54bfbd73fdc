"""The verdict and the ends of every authority of a store, for all that the corpus knows today.

The rules judge once what is alike in everything that they read, and every other authority for itself. `bare` reads the
rows that they hear, `case` gives them to the rules, `likeness` tells what is alike, `fence` holds that a judgement
was drawn from nothing else, `circles` which schedules replace each other, `resolving` puts all of it together.
"""

from schedgraph.graph.resolving.following import Resolved
from schedgraph.graph.resolving.resolving import resolve

__all__ = ["Resolved", "resolve"]
