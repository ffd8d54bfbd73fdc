"""The reading of Standard Form 115, Request for Records Disposition Authority, in every edition."""

from schedgraph.parser.forms.sf115.assemble import read_sf115

__all__ = ["read_sf115"]
