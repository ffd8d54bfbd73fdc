"""What `schedgraph explain` promises."""

import json


def test_it_names_the_evidence_the_rule_and_what_would_be_said_without_it(ask):
    text = ask("explain", "N1-567-09-6/1A").stdout
    assert text.startswith("N1-567-09-006/1/a is SUPERSEDED.\n")
    assert "1. Rule annotation; without this: INACTIVE" in text
    assert "“PAA - 0563 - 2013 - 0001 - 0006” — 000_570d94ea105cce14.txt, page 1" in text
    assert "SELECT DISTINCT ?verdict" in text


def test_its_json_has_the_promised_keys(ask):
    answer = json.loads(ask("explain", "N1-567-09-6/1B", "--format", "json").stdout)
    assert answer["verdict"] == "inactive"
    (reason,) = answer["evidence"]
    assert (reason["rule"], reason["without"]) == ("stamp", "indeterminate")
    assert reason["statements"][0]["evidence"]["document"] == "000_570d94ea105cce14.txt"
    assert {each["name"] for each in answer["rules"]} == {"stamp", "by-its-items"}
    assert len(answer["sparql"]) == 1


def test_its_query_can_be_asked_at_once(ask):
    query = ask("explain", "N1-567-09-6/1A", "--format", "sparql").stdout
    answer = ask("sparql", "-", "--format", "csv", stdin=query)
    assert answer.exit_code == 0
    assert answer.stdout.splitlines()[1].startswith("superseded,superseded-by,000_570d94ea105cce14.txt,1,")


def test_it_explains_a_day(ask):
    answer = json.loads(
        ask("explain", "N1-567-09-6/1C(2)", "--as-of", "2015-01-01", "--format", "json").stdout
    )
    assert (answer["verdict"], answer["as_of"]) == ("superseded", "2015-01-01")
    assert "?verdict" not in answer["sparql"][0]


def test_what_is_not_known_is_code_1_and_a_list_is_wrong_usage(ask):
    assert ask("explain", "N1-567-09-6/1Z").exit_code == 1
    assert ask("explain", "N1-567-09-6 items 1A and 1B").exit_code == 2
    assert ask("explain", "GRS 5.2", "--as-of", "2015-02-30").exit_code == 2
