"""Single keys from a Windows console."""

import sys
import time

from glutetimer.terminal.questions import NAMES

POLL_S = 0.02
ARROWS = {"H": "up", "P": "down", "M": "right", "K": "left"}


if sys.platform == "win32":
    import msvcrt

    class WindowsKeyboard:
        """The keys of a console; it needs no preparing and no giving back."""

        def read(self, timeout_s: float) -> str:
            """The next key: a letter or a name ("space", "left" ...); "" if none came."""
            until_s = time.monotonic() + timeout_s
            while not msvcrt.kbhit():
                left_s = until_s - time.monotonic()
                if left_s <= 0:
                    return ""
                time.sleep(min(POLL_S, left_s))
            letter = msvcrt.getwch()
            if letter in ("\x00", "\xe0"):
                return ARROWS.get(msvcrt.getwch(), "")
            if letter == "\x03":
                raise KeyboardInterrupt
            return NAMES.get(letter, letter if letter.isprintable() else "")
