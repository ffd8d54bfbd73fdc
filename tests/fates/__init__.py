"""What papers and notes say of an item, in many words, and the verdict that follows."""
