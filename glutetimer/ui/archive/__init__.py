"""The history as files: export, import, backups, and the menu for them.

Used by the window and by the settings. May import ``widgets``, ``style``, ``words``.
"""
