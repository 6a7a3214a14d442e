"""The tab of routines: list, details, today's dose, the next step, Start.

What is seen of a routine only after the first painting (its exercises with their figures, the
choice of today's dose) is imported then: this is the tab of the start.
"""
