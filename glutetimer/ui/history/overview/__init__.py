"""The overview: the week, the year, and charts, each with a sentence and a table."""
