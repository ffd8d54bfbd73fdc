"""The NOTICE cover sheet that NARA lays on older schedules."""

from schedgraph.parser.forms.notice.reader import read_notice

__all__ = ["read_notice"]
