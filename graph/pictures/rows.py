"""How far down each node of a column stands: in the order given, near its neighbours, none upon another."""

from collections.abc import Mapping, Sequence

SWEEPS = 10

Beside = Mapping[str, Sequence[str]]


def rows(
    columns: Sequence[Sequence[str]],
    before: Beside,
    after: Beside,
    heights: Mapping[str, float],
    apart: float,
) -> dict[str, float]:
    """The middle of each node. Nodes of a column stand at least `apart` from each other."""
    middle: dict[str, float] = {}
    for column in columns:
        place = 0.0
        for name in column:
            middle[name] = place + heights[name] / 2
            place += heights[name] + apart
    for sweep in range(SWEEPS):
        rightward = sweep % 2 == 0
        for column in columns if rightward else columns[::-1]:
            beside = before if rightward else after
            if sweep >= SWEEPS - 2:
                wishes = [
                    _mean([*before.get(name, ()), *after.get(name, ())], middle, name) for name in column
                ]
            else:
                wishes = [_mean(beside.get(name, ()), middle, name) for name in column]
            weights = [1.0 + len(before.get(name, ())) + len(after.get(name, ())) for name in column]
            middle.update(_spread(column, wishes, weights, heights, apart))
    return middle


def _mean(names: Sequence[str], middle: Mapping[str, float], own: str) -> float:
    return sum(middle[name] for name in names) / len(names) if names else middle[own]


def _spread(
    column: Sequence[str],
    wishes: Sequence[float],
    weights: Sequence[float],
    heights: Mapping[str, float],
    apart: float,
) -> dict[str, float]:
    """Places in this order that are as near to the wishes as the heights allow, in the sense of least squares.

    With the room that the nodes above need taken off each wish, this is an isotonic regression: neighbours that
    would overlap are pooled and share the mean of their wishes.
    """
    room, offset = [], 0.0
    for number, name in enumerate(column):
        if number:
            offset += (heights[column[number - 1]] + heights[name]) / 2 + apart
        room.append(offset)
    pools: list[tuple[float, float, int]] = []
    for number in range(len(column)):
        place, weight, size = wishes[number] - room[number], weights[number], 1
        while pools and pools[-1][0] > place:
            other, more, count = pools.pop()
            place = (place * weight + other * more) / (weight + more)
            weight, size = weight + more, size + count
        pools.append((place, weight, size))
    places = [place for place, _, size in pools for _ in range(size)]
    return {name: places[number] + room[number] for number, name in enumerate(column)}
