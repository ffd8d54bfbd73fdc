"""The table of the items: its columns, and each of its lines as an entry that tells them apart."""
