"""Dialogs for what leaves the program: handout, report, calendar, sound file.

May import ``paper`` and what lies below it.
"""
