"""A graph of any size held against shapes in SHACL Core, some nodes at a time."""
