"""Canonical numbers of every family, the forms that people write them in, and the damage that scans do."""

from dataclasses import dataclass

from hypothesis import strategies as st


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A number: its canonical schedule, the parts as printed, and the path of an item."""

    schedule: str
    prefix: str
    parts: tuple[str, ...]
    path: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        joiner = "-" if self.prefix == "DAA" else "/"
        return joiner.join((self.schedule, *self.path))


RECORD_GROUPS = st.integers(1, 699)
GROUPS = st.sampled_from(["AU", "NU", "AFU", "GRS"])


@st.composite
def job_numbers(draw: st.DrawFn) -> Sample:
    """N1-567-09-6, NC1-AU-77-84"""
    prefix, years = draw(st.sampled_from([("N1", (1984, 2016)), ("NC1", (1972, 1987))]))
    year = f"{draw(st.integers(*years)) % 100:02d}"
    sequence = draw(st.integers(1, 399))
    letters = draw(st.booleans())
    group = draw(GROUPS) if letters else str(draw(RECORD_GROUPS))
    printed_group = group if letters else group.zfill(draw(st.integers(2, 3)))
    printed_sequence = str(sequence).zfill(draw(st.integers(1, 3)))
    schedule = f"{prefix}-{group if letters else group.zfill(3)}-{year}-{sequence:03d}"
    return Sample(schedule=schedule, prefix=prefix, parts=(printed_group, year, printed_sequence))


@st.composite
def year_numbers(draw: st.DrawFn) -> Sample:
    """NN-165-119, NC-174-118"""
    prefix = draw(st.sampled_from(["NN", "NC"]))
    year, sequence = str(draw(st.integers(160, 179))), str(draw(st.integers(1, 399)))
    return Sample(schedule=f"{prefix}-{year}-{sequence}", prefix=prefix, parts=(year, sequence))


@st.composite
def era_numbers(draw: st.DrawFn) -> Sample:
    """DAA-0567-2017-0007-0001"""
    letters = draw(st.booleans())
    group = draw(GROUPS) if letters else f"{draw(RECORD_GROUPS):04d}"
    year, sequence = str(draw(st.integers(2008, 2030))), f"{draw(st.integers(1, 120)):04d}"
    path = draw(st.sampled_from([(), (f"{draw(st.integers(1, 150)):04d}",)]))
    return Sample(
        schedule=f"DAA-{group}-{year}-{sequence}", prefix="DAA", parts=(group, year, sequence), path=path
    )


@st.composite
def grs_numbers(draw: st.DrawFn) -> tuple[Sample, str]:
    """GRS 5.2/020, General Records Schedule 1, item 33t"""
    word = draw(st.sampled_from(["GRS ", "G.R.S. ", "General Records Schedule ", "grs ", "GRS\u00a0", "GRS"]))
    if draw(st.booleans()):
        schedule = draw(st.sampled_from(["1.1", "2.4", "3.2", "4.3", "5.1", "5.2", "6.1"]))
        path = draw(st.sampled_from([(), (f"{draw(st.integers(1, 27))}0".zfill(3),)]))
        intro = draw(st.sampled_from([", item ", " item ", "/", ".", " Item ", ", Item "]))
        text = word + schedule + (intro + path[0] if path else "")
    else:
        schedule, path = str(draw(st.integers(1, 27))), draw(paths())
        intro = draw(st.sampled_from([", item ", " item ", "/", " Item "]))
        text = word + schedule + (intro + written_path(draw, path) if path else "")
    return Sample(schedule=f"GRS {schedule}", prefix="GRS", parts=(schedule,), path=path), text


@st.composite
def paths(draw: st.DrawFn) -> tuple[str, ...]:
    """1, 1/b, 1/b/2, 1/b/2/c"""
    levels = (
        str(draw(st.integers(1, 99))),
        draw(st.sampled_from("abcdefghjkmnpqrstuvwxyz")),
        str(draw(st.integers(1, 20))),
        draw(st.sampled_from("abcdefghjkmnpqrstuvwxyz")),
    )
    return levels[: draw(st.integers(0, 4))]


def written_path(draw: st.DrawFn, path: tuple[str, ...]) -> str:
    """One of the forms of an item: `1b(2)c`, `1.B.(2).c`, `1/b/2/c`, `1b(2)(c)`."""
    style = draw(st.sampled_from(["glued", "slashes", "outline", "brackets", "upper"]))
    if style == "slashes":
        return "/".join(path)
    if style == "outline":
        forms = ("{}", ".{}", ".({})", ".{}")
        return "".join(form.format(level.upper()) for form, level in zip(forms, path, strict=False))
    forms = ("{}", "{}", "({})", "({})") if style == "brackets" else ("{}", "{}", "({})", "{}")
    text = "".join(form.format(level) for form, level in zip(forms, path, strict=False))
    return text.upper() if style == "upper" else text


@st.composite
def written_numbers(draw: st.DrawFn) -> tuple[Sample, str]:
    """A number and one of the sound ways to write it: padding, dashes, blanks, case, item style."""
    sample = draw(st.one_of(job_numbers(), year_numbers(), era_numbers()))
    if sample.prefix != "DAA":
        sample = Sample(
            schedule=sample.schedule, prefix=sample.prefix, parts=sample.parts, path=draw(paths())
        )
    dash = draw(st.sampled_from(["-", " - ", "–", "‑", "- ", "-\n", "\u2212"]))
    own = (*sample.parts, *sample.path) if sample.prefix == "DAA" else sample.parts
    text = dash.join((sample.prefix, *own))
    text = text.lower() if draw(st.booleans()) else text
    if sample.prefix != "DAA" and sample.path:
        text += draw(INTROS) + written_path(draw, sample.path)
    return sample, text


INTROS = st.sampled_from(
    ["/", " item ", ", item ", ", Item ", "\u00a0item ", " (item ", " / ", ",\nitem ", ", Item No. "]
)


@st.composite
def written_items(draw: st.DrawFn) -> tuple[Sample, str, int]:
    """An item of an N1 or NC1 job as written, and where its designator begins."""
    job, path = draw(job_numbers()), draw(paths().filter(bool))
    start = "-".join((job.prefix, *job.parts)) + draw(INTROS)
    sample = Sample(schedule=job.schedule, prefix=job.prefix, parts=job.parts, path=path)
    return sample, start + written_path(draw, path), len(start)
