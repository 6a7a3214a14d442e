"""Times as people read them."""


def clock_text(seconds: float) -> str:
    """A time like "0:45", "14:05", "1:02:03"; rounded to whole seconds, never negative."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def seconds_text(seconds: float) -> str:
    """Seconds to a tenth, without a unit: "30", "5.5"."""
    return f"{seconds:.1f}".removesuffix(".0")


def minutes_text(seconds: float) -> str:
    """A length like "14 min"; under two minutes in seconds: "55 s"."""
    return f"{round(seconds)} s" if seconds < 120 else f"{round(seconds / 60)} min"


def hours_text(seconds: float) -> str:
    """A length that may be long: "55 s", "14 min", from two hours on "3 h 20 min" or "3 h"."""
    if seconds < 2 * 3600:
        return minutes_text(seconds)
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
