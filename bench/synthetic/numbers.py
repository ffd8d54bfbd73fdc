"""Numbers of schedules and items as agencies write them, each with the identifier that the contract gives it."""

from random import Random


def job(rng: Random, group: str, year: int) -> tuple[str, str]:
    """A job number of SF-115 times as (printed, identifier)."""
    two = f"{year % 100:02d}"
    sequence = rng.choice([rng.randint(1, 9), rng.randint(1, 40)])
    if year <= 1973:
        # The middle is 1 and the year in two digits; there is no record group in it.
        middle = 100 + year % 100 if rng.random() < 0.5 else 174
        return f"NN-{middle}-{sequence}", f"NN-{middle}-{sequence}"
    family = "NC1" if year <= 1985 else "N1"
    shown_group = group.lstrip("0") if rng.random() < 0.5 else group
    shown_sequence = str(sequence) if rng.random() < 0.8 else f"{sequence:02d}"
    return f"{family}-{shown_group}-{two}-{shown_sequence}", f"{family}-{group}-{two}-{sequence:03d}"


def older(rng: Random, group: str, year: int) -> tuple[str, str]:
    """A job of the same record group that is older than `year`; from NC1 times on, so that it has an item path."""
    first, last = (1975, 1984) if year < 1995 else (1986, min(year - 3, 2010))
    if year < 1980:
        first, last = 1974, max(1974, year - 1)
    return job(rng, group, rng.randint(first, max(first, last)))


def item_of(rng: Random, printed: str, identifier: str) -> tuple[str, str]:
    """One item of a job, written so that the grammar leaves no other reading."""
    shape = rng.choice(["item 1", "item 2a", "Item 3b(2)", "/4", "item 12", "item 7c"])
    paths = {
        "item 1": (", item 1", "/1"),
        "item 2a": (" item 2a", "/2/a"),
        "Item 3b(2)": (", Item 3b(2)", "/3/b/2"),
        "/4": ("/4", "/4"),
        "item 12": (" item 12", "/12"),
        "item 7c": (", item 7c", "/7/c"),
    }
    written, path = paths[shape]
    return printed + written, identifier + path


def era_item(rng: Random, group: str, year: int) -> tuple[str, str]:
    """An item of an ERA schedule."""
    number = f"DAA-{int(group):04d}-{year}-{rng.randint(1, 24):04d}-{rng.randint(1, 12):04d}"
    return number, number


def general(rng: Random) -> tuple[str, str]:
    """An item of the General Records Schedules in one of the ways of writing it."""
    schedule, item = rng.choice(
        [("5.2", "010"), ("5.2", "020"), ("4.3", "031"), ("3.1", "051"), ("6.5", "010"), ("2.7", "030")]
    )
    form = rng.choice(["GRS {}, item {}", "GRS {} item {}", "GRS {}/{}"])
    return form.format(schedule, item), f"GRS {schedule}/{item}"


def old_general(rng: Random) -> tuple[str, str]:
    """An item of the General Records Schedules of before 2014."""
    written, identifier = rng.choice(
        [
            ("GRS 1 item 33t", "GRS 1/33/t"),
            ("GRS 23, Item 7", "GRS 23/7"),
            ("GRS 2, item 28", "GRS 2/28"),
            ("GRS 18 item 23", "GRS 18/23"),
        ]
    )
    return written, identifier


def designators(path: tuple[int, ...], style: str) -> tuple[str, ...]:
    """The designators of an item: 1 a (1) (a), or 1 A (1) a."""
    letters = "abcdefghijklmnop"
    shown = []
    for depth, position in enumerate(path):
        letter = letters[position - 1]
        if depth == 0:
            shown.append(str(position))
        elif depth == 1:
            shown.append(letter.upper() if style == "upper" else letter)
        elif depth == 2:
            shown.append(f"({position})")
        else:
            shown.append(f"({letter})")
    return tuple(shown)


def segments(path: tuple[str, ...]) -> str:
    """Designators as the path of an identifier: /1/b/2."""
    return "".join("/" + segment.strip("().").lower() for segment in path)
