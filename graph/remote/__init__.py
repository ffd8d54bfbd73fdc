"""Other stores: publishing the graph to a SPARQL 1.1 store, and asking one. The address comes from the user alone."""
