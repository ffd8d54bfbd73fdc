"""What schedgraph costs against named peers that do the bare work: each module offers `figures(size)`."""
