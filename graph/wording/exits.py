"""The exit codes of the contract, apart from the sentences that go with them: every command needs them at once."""

ANSWERED, NOT_KNOWN, USAGE, FAILED, NO_STORE = 0, 1, 2, 3, 4
