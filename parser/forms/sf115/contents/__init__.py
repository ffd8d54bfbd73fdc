"""What one item says: its title, description, instruction, citations, and the notes that were added to it."""
