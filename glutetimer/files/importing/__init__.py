"""Routine files of other programs, each format in a module of its own behind `RoutineSource`.

A reader takes text apart and gives drafts (`core.draft`); it knows nothing of our exercises, of
files or of Qt. `reading` finds the reader for a file, `matching` our exercise for a name.
"""
