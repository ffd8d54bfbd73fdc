"""What `schedgraph lookup` promises."""

import json

from schedgraph.corpus import documents

KEYS = ["query", "id", "as_of", "verdict", "current", "chain", "conflicts", "caveats", "horizon"]


def told(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_keys_are_those_of_the_contract(ask):
    (answer,) = told(ask("lookup", "N1-567-09-6/1A", "--format", "json"))
    assert [key for key in answer if key in KEYS] == KEYS
    assert {"id", "title", "verdict", "in_corpus", "scope"} <= answer["current"][0].keys()
    step = answer["chain"][0]
    assert {"from", "to", "relation", "date", "rule", "scope", "evidence"} <= step.keys()
    assert {"page", "quote", "start", "end", "bbox", "method", "confidence", "document"} <= step["evidence"][
        0
    ].keys()


def test_a_quote_stands_in_the_document_where_the_evidence_says(ask):
    (answer,) = told(ask("lookup", "N1-567-09-6/1A", "--format", "json"))
    evidence = answer["chain"][0]["evidence"][0]
    (file,) = [path for path in documents() if path.name == evidence["document"]]
    text = file.read_bytes().decode()
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_an_annotated_item_is_superseded_by_what_the_annotation_names(ask):
    result = ask("lookup", "N1-567-09-6/1A")
    assert result.exit_code == 0
    assert result.stdout.startswith("N1-567-09-006/1/a is SUPERSEDED.\n")
    assert "2013-08-28: N1-567-09-006/1/a → DAA-0563-2013-0001-0006" in result.stdout
    assert "“PAA - 0563 - 2013 - 0001 - 0006” — 000_570d94ea105cce14.txt, page 1" in result.stdout


def test_an_approved_item_that_nothing_supersedes_is_its_own_current_authority(ask):
    result = ask("lookup", "DAA-0567-2017-0007-0001")
    assert result.stdout.startswith("DAA-0567-2017-0007-0001 is ACTIVE.\n")
    assert "DAA-0567-2017-0007-0001 itself" in result.stdout


def test_the_answer_depends_on_the_day(ask):
    (today,) = told(ask("lookup", "N1-567-09-6/1C(2)", "--format", "json"))
    (then,) = told(ask("lookup", "N1-567-09-6/1C(2)", "--as-of", "2015-01-01", "--format", "json"))
    assert {each["id"] for each in then["current"]} == {"DAA-GRS-2013-0001-0005", "DAA-GRS-2013-0001-0006"}
    assert {each["id"] for each in today["current"]} == {"GRS 5.1", "GRS 5.2"}
    assert then["as_of"] == "2015-01-01"


def test_the_sentence_about_a_day_stands_in_the_past(ask):
    result = ask("lookup", "N1-567-09-6/1C(2)", "--as-of", "2015-01-01")
    assert result.stdout.startswith("N1-567-09-006/1/c/2 was SUPERSEDED on 2015-01-01.\n")


def test_a_day_that_does_not_exist_is_wrong_usage(ask):
    result = ask("lookup", "GRS 5.2", "--as-of", "2015-02-30")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no day 2015-02-30 in the calendar" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_date_in_another_form_is_wrong_usage(ask):
    for written in ("20150101", "01/02/2015", "2015-W01-1", ""):
        assert ask("lookup", "GRS 5.2", "--as-of", written).exit_code == 2


def test_an_unknown_number_offers_near_ones(ask):
    result = ask("lookup", "N1-567-09-6/1D")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Near numbers:" in result.stderr
    assert "N1-567-09-006/1/a" in result.stderr
    assert result.stderr.count("\n") == 1


def test_one_unknown_number_does_not_hide_the_others(ask):
    result = ask(
        "lookup", "Bob", "N1-567-09-6 items 1A and 9Z", "DAA-0567-2017-0007-0001", "--format", "json"
    )
    assert [each["id"] for each in told(result)] == ["N1-567-09-006/1/a", "DAA-0567-2017-0007-0001"]
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 2


def test_numbers_come_from_standard_input_too(ask):
    result = ask("lookup", "-", "--format", "json", stdin="N1-567-09-6/1A\n\nGRS 5.2\n")
    assert [each["query"] for each in told(result)] == ["N1-567-09-6/1A", "GRS 5.2"]
    assert result.exit_code == 0


def test_a_repaired_number_says_how_it_was_read(ask):
    assert (
        "Asked as “NI-567-09-6/1A”, read repaired I→1, so not sure" in ask("lookup", "NI-567-09-6/1A").stdout
    )


def test_lines_are_no_longer_than_a_page(ask):
    for number in ("N1-567-09-6/1A", "N1-567-09-6/1C(1)", "GRS 4.3/040"):
        lines = ask("lookup", number).stdout.splitlines()
        assert all(len(line) <= 80 or " " not in line.strip() for line in lines), lines


def test_no_store_is_code_4_with_what_to_do(run, tmp_path):
    result = run("--store", tmp_path / "none", "lookup", "GRS 5.2")
    assert result.exit_code == 4
    assert "schedgraph ingest" in result.stderr


def test_a_damaged_store_is_code_4(run, tmp_path):
    (tmp_path / "ledger.sqlite").write_bytes(b"this is no database " * 100)
    result = run("--store", tmp_path, "lookup", "GRS 5.2")
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1


def test_what_was_stated_later_is_left_out_and_it_is_said(ask):
    (then,) = told(ask("lookup", "N1-567-09-6/1A", "--known-on", "2012-01-01", "--format", "json"))
    assert (then["known_on"], then["verdict"]) == ("2012-01-01", "indeterminate")
    assert "known-since-not-stated" in {each["code"] for each in then["conflicts"]}
    shown = ask("lookup", "N1-567-09-6/1A", "--known-on", "2014-01-01").stdout
    assert "Told from what had been stated by 2014-01-01." in shown


def test_what_nobody_knew_on_a_day_is_not_known(ask):
    result = ask("lookup", "DAA-0567-2017-0007-0001", "--known-on", "2010-01-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "On 2010-01-01 the corpus knew nothing of DAA-0567-2017-0007-0001." in result.stderr


def test_a_known_day_that_does_not_exist_is_wrong_usage(ask):
    result = ask("lookup", "GRS 5.2", "--known-on", "2015-02-30")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_a_rule_can_be_switched_off(ask):
    """36 CFR 1226.14(d): without it, the old item still governs older records."""
    (answer,) = told(ask("lookup", "N1-567-09-6/1A", "--without", "retroactivity", "--format", "json"))
    assert (answer["verdict"], answer["without"]) == ("partially-superseded", ["retroactivity"])
    assert answer["rules"][0] == "superseded"


def test_a_rule_that_does_not_exist_is_wrong_usage(ask):
    result = ask("lookup", "GRS 5.2", "--without", "gravity")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no rule “gravity”" in result.stderr


def test_a_part_of_what_was_asked_that_is_no_number_is_told(ask):
    """The answer is about the schedule; "paragraph 7" was not understood, and that stands beside it."""
    (answer,) = told(ask("lookup", "N1-567-09-6 paragraph 7", "--format", "json"))
    assert answer["id"] == "N1-567-09-006"
    assert "query-partly-read" in {each["code"] for each in answer["caveats"]}


def test_an_era_item_that_cites_itself_as_superseded_stays_active_and_it_is_told(run, tmp_path):
    """A slip of the pen: nothing replaces itself, and no circle is made of it."""
    (bundled,) = [path for path in documents() if path.name.startswith("004")]
    own = "GRS or Superseded Authority Citation\n\nDAA-0567-2017-0007-0001\n\nDisposition Instruction\n"
    path = tmp_path / "era.txt"
    path.write_text(bundled.read_text(encoding="utf-8").replace("Disposition Instruction\n", own, 1), "utf-8")
    assert run("--store", tmp_path / "store", "ingest", path).exit_code == 0
    result = run("--store", tmp_path / "store", "lookup", "DAA-0567-2017-0007-0001", "--format", "json")
    (answer,) = told(result)
    assert (answer["verdict"], answer["chain"]) == ("active", [])
    assert [each["id"] for each in answer["current"]] == ["DAA-0567-2017-0007-0001"]
    (conflict,) = answer["conflicts"]
    assert conflict["code"] == "self-reference"
    assert conflict["evidence"][0]["quote"] == "DAA-0567-2017-0007-0001"
