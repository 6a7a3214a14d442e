"""Tells somebody when words are about to be heard, and when there are none any more."""

from collections.abc import Callable, Iterable

LEAD_S = 0.35
"""So long before the first word it is told: others need a moment to become quieter."""

HANG_S = 1.5
"""So long after the last word it is over: a countdown must not let the music swell each second."""


class SpeechTimes:
    """Calls `tell` with True and False in turns. For one thread."""

    def __init__(self, tell: Callable[[bool], None]) -> None:
        self._tell = tell
        self._until_s: float | None = None

    def look(self, now_s: float, spoken: Iterable[tuple[float, float]]) -> float | None:
        """See which words are placed: begin and end in seconds from now.

        Returns the seconds until it has to look again, if nothing else is placed until then.
        """
        near = [(begin_s, end_s) for begin_s, end_s in spoken if end_s > 0.0]
        heard = [end_s for begin_s, end_s in near if begin_s <= LEAD_S]
        if heard:
            if self._until_s is None:
                self._tell(True)
            self._until_s = now_s + max(heard) + HANG_S
        elif self._until_s is not None:
            # Words that were taken back (a pause) are not waited for.
            self._until_s = min(self._until_s, now_s + HANG_S)
        waits = [begin_s - LEAD_S for begin_s, _ in near if begin_s > LEAD_S]
        if self._until_s is not None and now_s >= self._until_s:
            self._until_s = None
            self._tell(False)
        elif self._until_s is not None:
            waits.append(self._until_s - now_s)
        return min(waits, default=None)
