"""Bytes to pages of marked lines."""
