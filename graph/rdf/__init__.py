"""RDF behind `dataset`, `sparql`, `export`, `audit`: nodes, graphs, writers, what a query may be and cost."""
