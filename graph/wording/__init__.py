"""Answers in plain words for people. Text of documents is hostile here: everything passes `plain`."""
