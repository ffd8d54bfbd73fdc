"""PDFs are read in a process of their own, so that no file can end, stop or fill the process that asks."""
