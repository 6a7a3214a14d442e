"""What is painted on paper: handouts and reports, as PDF.

May import ``figure``, ``chart``, ``style``, ``words``; no widget is needed for it.
"""
