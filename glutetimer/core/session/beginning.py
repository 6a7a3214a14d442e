"""When the very first wait of a session begins to count: at once, after the words, or by a key."""

from glutetimer.core.session.preparing import SessionVoice
from glutetimer.core.settings import FirstWait

LONGEST_S = 8.0
"""So long the clips of the first words are waited for; then the session begins without them."""


class Beginning:
    """Holds a session back that the person has opened, until what they chose has come."""

    def __init__(self, wait: FirstWait, voice: SessionVoice, clock_s: float) -> None:
        """`clock_s` is when the session was opened."""
        self._wait = wait
        self._voice = voice
        self._late_s = clock_s + LONGEST_S

    def added_s(self, clock_s: float, step: int) -> float | None:
        """How much longer the first wait lasts, in `step`, if it begins now; None: not yet.

        The first words are said within it, and leave all of the wait that was planned.
        """
        match self._wait:
            case FirstWait.KEY:
                return None
            case FirstWait.NONE:
                return 0.0
            case FirstWait.WORDS if self._voice.has_first_words(step) or clock_s >= self._late_s:
                return self._voice.first_words_s(step)
            case _:
                return None
