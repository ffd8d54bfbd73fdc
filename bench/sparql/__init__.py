"""What the SPARQL engine costs, as ratios to bare engines on the same data in the same run."""
