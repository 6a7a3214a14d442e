"""One way to draw a chart from its content: curves, axes, key, hover, table.

May import ``style`` and ``words``; where the figures come from is the screen's affair.
"""
