""" "Superseded by" in the last cell of an item's row heads no column of a crosswalk: the item is kept."""

from tests.parser.forms.sf115_text import read_items


def test_an_item_with_its_successor_begun_in_column_10_stays_an_item() -> None:
    items = read_items(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER N1-57-98-1\n"
        "Date 9/16/98 Archivist of the United States (signed)\n\n"
        "7. Item No.\t8. Description of Item\t9. GRS or Superseded Job Citation\t10. Action Taken\n\n"
        "1\tStation Descriptions\tNC1-57-84-2\tSuperseded by\n\tLocation of each gaging station.\titem 14\tDAA-0057-\n"
        "\t\t\t2013-0002-0001\n\tPERMANENT. Transfer when station is closed.\t\t06/30/2014\n\n"
        "2\tField Measurement Notes\tNC1-57-84-2\tSuperseded by\n\tOriginal notes.\titem 15\tDAA-0057-\n"
        "\t\t\t2013-0002-0003\n\tTEMPORARY. Destroy 25 years after the end of the water year.\t\t06/30/2014\n\n"
        "115-109\tSTANDARD FORM 115 (REV. 3-91)\n"
    )
    assert {
        path: [(each.relation, each.target) for each in item.citations] for path, item in items.items()
    } == {
        "1": [("supersedes", "NC1-057-84-002/14"), ("superseded-by", "DAA-0057-2013-0002-0001")],
        "2": [("supersedes", "NC1-057-84-002/15"), ("superseded-by", "DAA-0057-2013-0002-0003")],
    }
