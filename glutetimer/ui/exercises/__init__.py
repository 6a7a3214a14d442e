"""The tab of exercises: list with filters, details, the figure."""
