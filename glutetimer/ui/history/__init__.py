"""The tab of the history: sessions one by one, with edits and undo.

``overview`` is its first page.
"""
