"""One session while it runs, and changes to those that ended.

``states`` is the table of what is allowed, ``session`` moves by it, ``playhead`` is where it
stands, ``tally`` what was done; ``coach`` drives it and keeps voice and journal in step,
``picture`` is what is shown at one moment, in the window and the terminal. May import every other
room of core but ``report``.
"""
