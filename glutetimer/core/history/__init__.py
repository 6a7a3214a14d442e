"""What was done: records of sessions and sets, sums over them, files of them.

Values only; where they are stored is asked for in ``ports``. May import the flat modules of core.
"""
