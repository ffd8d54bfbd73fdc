"""The kinds of page, one a module: each makes a `Resource` from a `Visit`."""
