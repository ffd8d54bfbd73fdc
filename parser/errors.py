"""What stops the reading of one document, as a sentence that says what, where and what to do."""


class DocumentError(Exception):
    """A document cannot be read at all; the message is one plain sentence without the file's name."""
