"""The history as files: export, import, backups.

Used by the window and by the settings. May import ``widgets``, ``style``, ``words``.
"""
