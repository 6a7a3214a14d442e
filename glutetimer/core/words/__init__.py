"""Sentences on what the plan holds: doses, sides, changes, times.

One place for each, so that voice, screen, terminal and paper say the same. May import ``plan``.
"""
