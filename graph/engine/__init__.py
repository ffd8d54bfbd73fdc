"""The SPARQL engine: generations of the graph on disk, what a query may be, and workers that can be killed."""
