"""A routine on paper, like the sheets that physiotherapists give out."""
