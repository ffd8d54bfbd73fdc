"""The outline of the items: what their numbers are and which stands below which."""
