"""`python -m bench.synthetic --seed 1 --count 20 --out DIR --render text,noisy,digital,scan300`: documents and truth."""

import argparse
from pathlib import Path

from bench.synthetic.content import FORMS
from bench.synthetic.render import RENDERS, write


def main() -> None:
    """Write `count` schedules, in turn of every form, in every rendering, each with NAME.truth.json beside it."""
    parser = argparse.ArgumentParser(prog="python -m bench.synthetic", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the first schedule's seed; the next ones follow")
    parser.add_argument("--count", type=int, default=len(FORMS))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--render", default="text,digital", help=f"any of {','.join(RENDERS)}")
    parser.add_argument(
        "--forms", default=",".join(dict.fromkeys(FORMS)), help="any of ERA,r1970,r1975,r1983,r1991,notice"
    )
    options = parser.parse_args()
    forms = options.forms.split(",")
    for index in range(options.count):
        for path in write(
            options.seed + index, forms[index % len(forms)], options.render.split(","), options.out
        ):
            print(path)


if __name__ == "__main__":
    main()
