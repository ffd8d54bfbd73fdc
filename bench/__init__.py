"""Development tools: made-up schedules with their truth, and how well they are read. Never installed."""
