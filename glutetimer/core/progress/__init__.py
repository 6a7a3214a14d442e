"""What many sessions amount to: weeks, streaks, days, trends, and points for charts.

May import ``history``.
"""
