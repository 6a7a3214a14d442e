"""The tab of routines: list, details, today's dose, the next step, Start."""
