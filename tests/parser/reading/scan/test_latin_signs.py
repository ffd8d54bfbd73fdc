"""The signs of Chinese print that the model reads for those of a form."""

from schedgraph.parser.reading.scan.rapid import _words


def test_a_letter_before_a_chinese_full_stop_is_a_letter_before_a_full_stop() -> None:
    characters = [(each, 0.9, None) for each in "a。（1）"]
    assert [text for text, _, _ in _words("a。 （1）", characters)] == ["a.", "(1)"]
