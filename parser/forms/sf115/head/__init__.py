"""The head of the form: its boxes, whatever order their labels and values came in, its number and its signatures."""
