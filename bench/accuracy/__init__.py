"""How well made-up schedules are read: by field, form and reading, with gains and losses against the last run."""
