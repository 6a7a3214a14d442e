"""Making and changing routines: the editor, the exercises to choose from, and what leads there.

`flow` is the one seam: the window imports it when its first page stands.
"""
