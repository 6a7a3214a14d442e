"""Times as people read them."""


def clock_text(seconds: float) -> str:
    """A time like "0:45", "14:05", "1:02:03"; rounded to whole seconds, never negative."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def minutes_text(seconds: float) -> str:
    """A length like "14 min"; under two minutes in seconds: "55 s"."""
    return f"{round(seconds)} s" if seconds < 120 else f"{round(seconds / 60)} min"
