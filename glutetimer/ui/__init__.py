"""The window, in Qt widgets: a room a screen, and what they share.

Shared from the bottom up: style and words; widgets, figure, chart; archive and paper. Above them
the screens, which never know each other: routines, exercises, session, history, settings, sharing.
The window puts them together. Signals go up, calls go down.
"""
