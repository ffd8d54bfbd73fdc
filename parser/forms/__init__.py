"""Blocks to a schedule document: which form it is, and what its boxes, tables and outlines say."""
