"""What the history amounts to: weeks, streaks, days, levels, exercises; pure counts over totals.

Every function takes plain rows of `core.past` and plain dates. The first day of a week is an ISO
weekday, 1 (Monday) to 7 (Sunday), as the person's locale has it. A session counts once it has a set
done; its day is the one on which it began.
"""
