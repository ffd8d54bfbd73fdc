"""What `schedgraph annotate` promises: the user's file comes back as it was, with what is known beside it."""

import csv
import io

import pytest

from schedgraph.graph.given_table import GivenTableError, read_table

HEADER = "Box,Item number,Note\r\n"
ROW = '1,"N1-567-09-6/1A","a ""quoted"" note, and =SUM(A1)"\r\n'


def written(tmp_path, data):
    path = tmp_path / "holdings.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def rows(result, encoding="utf-8", delimiter=","):
    text = result.stdout_bytes.decode(encoding).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_the_users_characters_stay_and_the_answers_stand_after_them(ask, tmp_path):
    result = ask("annotate", written(tmp_path, HEADER + ROW), "--column", "Item number")
    assert result.exit_code == 0
    header, line = result.stdout_bytes.decode().split("\r\n")[:2]
    assert header.startswith(HEADER.strip() + ",schedgraph_id,schedgraph_verdict,")
    assert line.startswith(ROW.strip() + ",N1-567-09-006/1/a,superseded,DAA-0563-2013-0001-0006,")
    (row,) = rows(result)
    assert row["schedgraph_read_how"] == "as written"
    assert "repaired-number" in row["schedgraph_caveats"].split("; ")


@pytest.mark.parametrize(
    ("bom", "encoding", "delimiter"),
    [
        (b"", "utf-8", ";"),
        (b"\xef\xbb\xbf", "utf-8", "\t"),
        (b"\xff\xfe", "utf-16-le", ","),
        (b"", "cp1252", "|"),
    ],
)
def test_encoding_byte_order_mark_and_delimiter_stay(ask, tmp_path, bom, encoding, delimiter):
    text = f"Item{delimiter}Büro\nN1-567-09-6/1A{delimiter}Zoë Ana\n"
    path = written(tmp_path, bom + text.encode(encoding))
    result = ask("annotate", path, "--column", "item")
    assert result.stdout_bytes.startswith(bom + f"Item{delimiter}Büro{delimiter}".encode(encoding))
    (row,) = rows(result, encoding, delimiter)
    assert (row["Büro"], row["schedgraph_verdict"]) == ("Zoë Ana", "superseded")


def test_a_repaired_number_says_so_and_an_unknown_one_says_why(ask, tmp_path):
    path = written(tmp_path, "Item\nNI-567-09-6/1A\nN1-567-09-6/9Z\nnonsense\n\n")
    result = ask("annotate", path, "--column", "Item")
    assert result.exit_code == 1
    repaired, unknown, nonsense = rows(result)
    assert repaired["schedgraph_read_how"].startswith("repaired I→1, so not sure")
    assert (unknown["schedgraph_id"], unknown["schedgraph_verdict"]) == ("", "")
    assert unknown["schedgraph_read_how"].startswith("not known: The corpus does not know N1-567-09-006/9/z.")
    assert nonsense["schedgraph_read_how"].startswith("not known: “nonsense” is not a number")
    assert "line 3" in result.stderr


def test_several_numbers_of_a_cell_are_answered_in_their_order(ask, tmp_path):
    path = written(tmp_path, 'Item\n"N1-567-09-6, items 1A and 1B(1)"\n')
    (row,) = rows(ask("annotate", path, "--column", "Item"))
    assert row["schedgraph_id"] == "N1-567-09-006/1/a | N1-567-09-006/1/b/1"
    assert row["schedgraph_verdict"] == "superseded | inactive"


def test_a_possible_authority_is_not_given_as_a_certain_one(ask, tmp_path):
    (row,) = rows(ask("annotate", written(tmp_path, "Item\nN1-567-09-6/1C(2)\n"), "--column", "Item"))
    assert row["schedgraph_current"] == "GRS 5.1 (possible); GRS 5.2 (possible)"


def test_the_day_asked_about_counts(ask, tmp_path):
    path = written(tmp_path, "Item\nN1-567-09-6/1A\n")
    (row,) = rows(ask("annotate", path, "--column", "Item", "--as-of", "2010-06-01"))
    assert row["schedgraph_verdict"] != "superseded"


def test_short_lines_are_filled_up_and_long_ones_left_and_told(ask, tmp_path):
    path = written(tmp_path, "Item,Note\nN1-567-09-6/1A\nN1-567-09-6/1A,x,y\n")
    result = ask("annotate", path, "--column", "Item")
    assert result.exit_code == 3
    assert result.stdout_bytes.decode().splitlines()[1].startswith("N1-567-09-6/1A,,N1-567-09-006/1/a,")
    assert result.stdout_bytes.decode().splitlines()[2] == "N1-567-09-6/1A,x,y"
    assert "line 3 has 3 cells where the header has 2" in result.stderr


@pytest.mark.parametrize(
    ("data", "column", "words"),
    [
        ("Box,Number\n1,N1-567-09-6\n", "Item", "no column “Item”; its columns are “Box”, “Number”"),
        ("Item,Item\n1,2\n", "Item", "2 columns “Item”"),
        ("Item,schedgraph_id\n1,2\n", "Item", "column “schedgraph_id” already"),
        ("", "Item", "is empty"),
        (b"PK\x03\x04rest", "Item", "is a workbook"),
        (b"Item\n\x00\x01", "Item", "binary data"),
        ('Item\n"' + "N1-567-09-6\n" * 15_000, "Item", "is a quote left open?"),
    ],
)
def test_a_file_that_does_not_fit_is_wrong_usage_and_nothing_is_written(ask, tmp_path, data, column, words):
    out = tmp_path / "out.csv"
    result = ask("annotate", written(tmp_path, data), "--column", column, "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert not out.exists()


def test_a_cell_with_a_line_break_is_one_cell(ask, tmp_path):
    path = written(tmp_path, 'Note,Item\n"two\nlines",N1-567-09-6/1A\nx,N1-567-09-6/9Z\n')
    result = ask("annotate", path, "--column", "Item")
    assert [row["Note"] for row in rows(result)] == ["two\nlines", "x"]
    assert "line 4: not known" in result.stderr


def test_what_is_added_runs_in_no_spreadsheet(ask, tmp_path):
    path = written(tmp_path, 'Item\n"=HYPERLINK(""x"")"\n')
    (row,) = rows(ask("annotate", path, "--column", "Item"))
    assert not any(
        value.startswith(("=", "+", "-", "@")) for name, value in row.items() if name.startswith("schedgraph")
    )


def test_of_delimiters_that_fit_the_header_the_one_that_fits_the_lines_is_taken():
    table = read_table(b"Item\nN1-567-09-6, items 1 and 2\n", "Item")
    assert [line.cells for line in table.lines] == [("Item",), ("N1-567-09-6, items 1 and 2",)]


def test_an_encoding_that_breaks_off_is_told():
    with pytest.raises(GivenTableError, match="UTF-8"):
        read_table(b"\xef\xbb\xbfItem\n\xff\n", "Item")
