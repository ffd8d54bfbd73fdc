"""Pages that take long are made apart, hold what the commands give, and tell what they lack."""

import json

import pytest
from click.testing import CliRunner

from schedgraph.cli import main
from schedgraph.graph.shapes_check import ShapeResult
from schedgraph.graph.web import errand as errands
from schedgraph.graph.web.errand import Errand, Errands, Made
from schedgraph.graph.web.pages import audit as audit_page
from schedgraph.graph.web.pages import changes as changes_page
from schedgraph.graph.web.problems import NotReadyError
from tests.web.conftest import whole

DAYS = ("2012-01-01", "2015-01-01")


def of_command(library, *words: str):
    done = CliRunner().invoke(main, ["--store", str(library), *words, "--format", "json"])
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_the_audit_of_the_page_is_that_of_the_command_with_its_shapes(site, library):
    expected = of_command(library, "audit")
    assert expected["shapes"] is not None
    assert whole(site, "/audit.json").json() == expected
    assert "Shapes (SHACL)" in whole(site, "/audit").text


def test_changes_of_the_page_come_with_the_least_evidence_as_those_of_the_command(site, library):
    expected = of_command(library, "diff", "--from", DAYS[0], "--to", DAYS[1])
    found = whole(site, f"/changes.json?from={DAYS[0]}&to={DAYS[1]}").json()
    assert found == expected | {"evidence": "the least evidence"}
    assert "The least evidence" in whole(site, f"/changes?from={DAYS[0]}&to={DAYS[1]}").text


def errand(folder, **more) -> Errand:
    given = {
        "kind": "audit",
        "base": "https://w3id.org/schedgraph",
        "revision": "1",
        "seconds": 60,
        "megabytes": 4096,
    }
    return Errand(folder=str(folder), **(given | more))


def test_a_shape_that_is_broken_stands_on_the_page(library, monkeypatch):
    broken = ShapeResult(severity="violation", message="No title", focus="auth:X", path="sg:title", value="")
    monkeypatch.setattr("schedgraph.graph.shapes_check.check_shapes", lambda *_: (broken,))
    stages = dict(audit_page.audit_stages(errand(library)))
    assert "No title" in stages["whole"]["html"]()
    assert "No title" in stages["whole"]["csv"]()


def test_what_the_server_does_not_finish_is_said_to_be_lacking(library):
    """Where the whole takes more than is allowed, what is given says so in every format for people."""
    audit = dict(stage for stage, _ in zip(audit_page.audit_stages(errand(library)), range(2), strict=False))
    assert "was not held against its SHACL shapes" in audit["instead"]["html"]()
    assert "was not held against its SHACL shapes" in audit["instead"]["csv"]()
    assert json.loads(audit["instead"]["json"]())["shapes"] is None
    asked = errand(library, kind="changes", given=DAYS)
    changes = dict(stage for stage, _ in zip(changes_page.changes_stages(asked), range(2), strict=False))
    assert "least evidence that makes each change is not shown" in changes["instead"]["html"]()
    assert json.loads(changes["instead"]["json"]())["evidence"] == "what took effect in between"


def test_an_errand_that_is_stopped_by_its_limit_gives_what_it_had_made(library, tmp_path, monkeypatch):
    """The process is given too little memory for the shapes, and enough for the rest."""
    (tmp_path / "instead").mkdir()
    (tmp_path / "instead" / "html").write_text("the rest")
    made = Made(errand(library, megabytes=1), tmp_path)
    made.wait(60)
    assert made.read("html") == b"the rest"
    assert not made.failed
    made.end()


def test_an_errand_that_says_nothing_is_a_fault_and_is_tried_again(tmp_path):
    made = Errands()
    lost = errand(tmp_path / "nowhere")
    try:
        first = made.made(lost, 60)
        with pytest.raises(errands.ErrandFailedError, match="there is no store"):
            first.read("html")
        assert made.made(lost, 60) is not first
    finally:
        made.close()


def test_an_errand_for_a_store_that_has_changed_since_is_given_up(library):
    made = Errands()
    try:
        old = made.made(errand(library), 0)
        made.made(errand(library, base="b:"), 0)
        with pytest.raises(NotReadyError, match="busy"):
            made.made(errand("elsewhere"), 0)
        made.made(errand(library, revision="2"), 0)
        assert not old.running
    finally:
        made.close()
