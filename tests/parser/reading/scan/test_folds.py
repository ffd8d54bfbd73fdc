"""The shadow of a fold across the page is no ink; a rule across it is."""

import numpy as np

from schedgraph.parser.reading.scan import paper

WIDTH, HEIGHT, FOLD, RULE = 900, 400, 200, 300
WIDEST_RULE = 9


def page(*, type_in_fold: bool = False) -> np.ndarray:
    """Grey paper with a soft shadow 30 pixels high around row 200 and a rule 5 pixels thick from row 300 on."""
    rows = np.arange(HEIGHT)
    shade = 250 - 150 * np.exp(-(((rows - FOLD) / 12.0) ** 2))
    image = np.repeat(shade[:, None], WIDTH, axis=1)
    image[RULE : RULE + 5] = 40
    if type_in_fold:
        for left in range(100, 800, 12):
            image[FOLD - 10 : FOLD + 10, left : left + 3] *= 0.3
    return image.astype(np.uint8)


def test_the_shadow_goes_and_the_rule_stays() -> None:
    before, after = page(), paper.without_folds(page(), WIDEST_RULE)
    assert before[FOLD].max() < 110
    assert after[FOLD - 30 : FOLD + 30].min() > 200
    assert np.array_equal(after[RULE - 30 : RULE + 40], before[RULE - 30 : RULE + 40])


def test_type_in_the_shadow_stays_ink() -> None:
    after = paper.without_folds(page(type_in_fold=True), WIDEST_RULE)
    ink = paper.ink_of(after)
    assert ink[FOLD - 8 : FOLD + 8, 101].all()
    assert not ink[FOLD - 8 : FOLD + 8, 105:110].any()


def test_a_page_without_shadows_is_the_same_page() -> None:
    plain = np.full((HEIGHT, WIDTH), 250, dtype=np.uint8)
    plain[RULE : RULE + 5] = 40
    assert paper.without_folds(plain, WIDEST_RULE) is plain
