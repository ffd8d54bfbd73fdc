"""What `show`, `search` and `audit` promise."""

import json


def test_an_item_is_shown_with_struck_words_status_and_place(ask):
    text = ask("show", "N1-567-09-6/1B(1)").stdout
    assert text.startswith("N1-567-09-006/1/b/1, as 000_570d94ea105cce14.txt (SF-115) shows it\n")
    assert "~~SEVIS data is input into LeadTrac.~~" in text
    assert "INACTIVE - ALL ITEMS SUPERSEDED" in text
    assert "000_570d94ea105cce14.txt, page 1" in text


def test_a_schedule_is_shown_whole_with_its_signatures(ask):
    text = ask("show", "DAA-0567-2017-0007").stdout
    assert "Status printed: “Active”" in text
    assert "2017-05-31, Approve, David Ferriero, Archivist of the United States" in text


def test_json_gives_the_item_of_each_document(ask):
    told = json.loads(ask("show", "N1-567-09-6/1A", "--format", "json").stdout)
    assert list(told) == ["query", "id", "documents", "said_elsewhere", "corrected"]
    (document,) = told["documents"]
    assert [item["id"] for item in document["items"]] == ["N1-567-09-006/1/a"]


def test_a_number_without_a_document_is_shown_by_what_names_it(ask):
    text = ask("show", "GRS 5.1").stdout
    assert text.startswith("No document of the corpus shows GRS 5.1; this names it:\n")
    assert "GRS 4.3 superseded by GRS 5.1 (2017-07-20)" in text
    assert "facts/grs_lineage.tsv" in text


def test_a_list_is_not_one_authority(ask):
    result = ask("show", "N1-567-09-6 items 1A and 1C")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "several authorities" in result.stderr


def test_search_finds_items_by_their_words(ask):
    result = ask("search", "case", "notes", "--limit", "1")
    assert result.stdout.startswith("N1-567-09-006/1/c/2\n")
    found = json.loads(ask("search", "case notes", "--format", "json").stdout.splitlines()[0])
    assert list(found) == ["id", "passage"]


def test_search_takes_every_character_as_text(ask):
    for text in ('"', "NEAR(case", "*", "título", "notes AND NOT x", "x" * 10_000, "-- ;DROP"):
        assert ask("search", "--", text).exit_code == 1


def test_audit_lists_conflicts_and_what_is_missing(ask):
    text = ask("audit").stdout
    assert "stamp-without-successor" in text
    assert "DAA-GRS-2013-0001" in text
    assert json.loads(ask("audit", "--format", "json").stdout)["conflicts"]
