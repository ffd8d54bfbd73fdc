"""Stores of any size, filled with made-up schedules, and what they cost against named peers."""
