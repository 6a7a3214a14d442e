"""The overview of the history: the week, the year, and charts."""
