"""Made-up records schedules of every form and revision, each with what is printed on it."""
