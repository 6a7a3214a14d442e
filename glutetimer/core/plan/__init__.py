"""From a routine, the settings and today's dose to a timeline of steps.

Everything that decides how long and how often something is done. May import the flat modules of
core and ``history``; knows no words and no cues.
"""
