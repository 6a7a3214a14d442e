"""Keys of a session: ``names`` as a person writes and reads them, ``table`` what each one does.

Knows neither Qt nor a terminal: these tell which key was pressed, by its name.
"""
