"""What is answered before the command line is loaded is what the command line answers."""

import subprocess
import sys

import pytest

from schedgraph.entry import sound_numbers

SOUND = (
    "n1-567-09-06",
    "N1-567-09-6/1A",
    "N1-567-09-6, item 1c/2",
    "DAA-0567-2017-0007-0001",
    "NC1-AU-77-84",
)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("written", SOUND)
def test_a_sound_number_is_answered_in_the_words_of_the_command_line(run, written, form):
    assert (
        sound_numbers(["number", written, "--format", form])
        == run("number", written, "--format", form).stdout
    )


def test_several_sound_numbers_give_a_line_each(run):
    assert sound_numbers(["number", *SOUND]) == run("number", *SOUND).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("number", "NI-567-09-6"),
        ("number", "N1-567-09-6", "Bob"),
        ("number", "-"),
        ("number", "N1-567-09-6", "--format", "xml"),
        ("number", "N1-567-09-6", "--format"),
        ("number", "N1-567-09-6", "--help"),
        ("number",),
        ("--quiet", "number", "N1-567-09-6"),
        ("numbers", "N1-567-09-6"),
        (),
    ],
)
def test_what_needs_more_than_its_words_is_left_to_the_command_line(arguments):
    assert sound_numbers(arguments) is None


def test_the_installed_command_loads_no_library_for_a_sound_number():
    said = (
        "import sys; sys.argv = ['schedgraph', 'number', 'N1-567-09-6']\n"
        "from schedgraph.entry import run\n"
        "try:\n    run()\n"
        "finally:\n    print(sorted({'click', 'tomllib', 'json', 'dataclasses'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        f"{'N1-567-09-6':<28}  {'N1-567-09-006':<26}  N1, as written",
        "[]",
    ]
