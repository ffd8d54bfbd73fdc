"""PDFs to pages of marked lines."""

from schedgraph.parser.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
