"""What an amended text says without the words that are struck in it."""

import re

from schedgraph.parser.passage import Passage

_WORD = re.compile(r"[^\W\d_]+")


def standing(instruction: Passage) -> Passage:
    """What an amended instruction says without the words struck in it; a wholly struck one is read.

    A strike that ends inside a word means the word: of "De~~stroy when 3 years old~~" no "De" stands.
    """
    if instruction.strike() != "partial":
        return instruction
    text = instruction.text
    struck = [
        place
        for piece in instruction.pieces
        if piece.run.struck
        for place in range(piece.offset, piece.offset + len(piece.run.text))
    ]
    words = [
        word.span()
        for word in _WORD.finditer(text)
        if (hit := sum(word.start() <= place < word.end() for place in struck)) > 0 and 2 * hit > len(word[0])
    ]
    gone = {*struck, *(place for start, end in words for place in range(start, end))}
    kept = [place for place in range(len(text)) if place not in gone]
    stretches: list[list[int]] = []
    for place in kept:
        if stretches and place == stretches[-1][-1] + 1:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    left = Passage.join((instruction.slice(each[0], each[-1] + 1) for each in stretches), " ")
    return left if any(character.isalnum() for character in left.text) else instruction
