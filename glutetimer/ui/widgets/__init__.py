"""Widgets that more than one screen uses, and background work. Nothing of one screen.

May import ``style`` and ``words``.
"""
