"""The report for the physiotherapist as values: what was done, counted, never judged.

May import ``history``, ``progress``, ``words`` and ``ports``.
"""
