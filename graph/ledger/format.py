"""The name of the file of a store, and the format that this version writes."""

FILE_NAME = "ledger.sqlite"
FORMAT = 3
