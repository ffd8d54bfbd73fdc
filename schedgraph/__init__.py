"""schedgraph: the current disposition authority of a record, by which supersessions, on what evidence."""
