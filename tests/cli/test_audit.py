"""What `schedgraph audit --at-risk` and `--review-due` promise."""

import json

from tests.cli.written import sf115, write


def test_items_at_risk_come_with_the_words_that_tie_them(run, tmp_path):
    old = sf115("N1-142-84-6", ("3", "Charts. Destroy when 5 years old.", ""))
    new = sf115(
        "N1-142-97-8", ("1", "Logs. Destroy as provided in N1-142-84-6, item 3.", ""), approved="05/06/1997"
    )
    store = tmp_path / "store"
    run("--store", store, "ingest", *write(tmp_path, old=old, new=new))
    run(
        "--store",
        store,
        "correct",
        "fact",
        "N1-142-84-6 item 3",
        "--says",
        "annotation",
        "--is",
        "Obsolete",
        "--author",
        "A",
    )
    (risk,) = json.loads(run("--store", store, "audit", "--at-risk", "--format", "json").stdout)["at_risk"]
    assert (risk["id"], risk["kind"], risk["dead"]) == ("N1-142-97-008/1", "depends-on", "N1-142-84-006/3")
    text = run("--store", store, "audit", "--at-risk").stdout
    assert "has its disposition instruction in N1-142-84-006/3, which is inactive" in " ".join(text.split())
    assert "new.txt, page 1" in text


def test_what_is_due_for_review_depends_on_the_day(ask):
    def told(day):
        return json.loads(ask("audit", "--review-due", "--as-of", day, "--format", "json").stdout)[
            "review_due"
        ]

    assert told("2027-05-30")["agencies"] == []
    (agency,) = told("2027-05-31")["agencies"]
    assert [each["id"] for each in agency["schedules"]] == ["DAA-0567-2017-0007"]
    assert (
        "DAA-0567-2017-0007: approved 2017-05-31; 1 item"
        in ask("audit", "--review-due", "--as-of", "2027-05-31").stdout
    )


def test_a_day_alone_is_wrong_usage(ask):
    assert ask("audit", "--as-of", "2027-05-31").exit_code == 2
    assert ask("audit", "--review-due", "--as-of", "2027-02-30").exit_code == 2
