"""Bytes to a schedule document: reading, blocks, numbers, sentences, forms. Knows no RDF and no network."""
