"""Numbers of federal disposition authorities: found, read, repaired with their doubts, and compared."""
