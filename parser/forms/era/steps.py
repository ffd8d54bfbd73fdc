"""The order of sequence numbers: what may come after 1.2 in an outline."""

from schedgraph.parser.forms.era.alignment import is_sequence

Step = tuple[int, ...]
_LARGEST_STEP = 25


def step_of(sequence: str) -> Step | None:
    """`1.2` as (1, 2); None for what is no sequence number."""
    return tuple(int(part) for part in sequence.split(".")) if is_sequence(sequence) else None


def follows(last: Step, step: Step) -> bool:
    """Whether `step` comes right after `last`: its child, its sibling, or the next of a level above."""
    if not last:
        return step in ((1,), (1, 1), (1, 1, 1))
    if step in ((*last, 1), (*last, 1, 1)):
        return True
    for depth in range(len(last)):
        above = (*last[:depth], last[depth] + 1)
        if step[: depth + 1] == above and all(part == 1 for part in step[depth + 1 :]):
            return True
    return False


def dotted(sequence: str, last: Step) -> str | None:
    """`11` as `1.1`, where the scan lost the point and only so the number follows the one before it."""
    if len(sequence) != 2 or not sequence.isdigit() or follows(last, (int(sequence),)):
        return None
    return ".".join(sequence) if follows(last, (int(sequence[0]), int(sequence[1]))) else None


def may_follow(last: Step, step: Step) -> bool:
    """Whether `step` can come later in the outline than `last`, some items between them lost."""
    if not last:
        return step[0] <= _LARGEST_STEP
    return last < step and step[0] - last[0] <= _LARGEST_STEP
