"""Schedule documents to answers: statements, ledger, rules, verdicts, RDF."""
