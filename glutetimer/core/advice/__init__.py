"""The next step of an exercise: rules over past sessions, each with reason and source.

May import ``history`` and ``plan``.
"""
