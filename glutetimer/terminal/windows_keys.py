"""Single keys from a Windows console."""

import sys
import time

from glutetimer.terminal.questions import NAMES
from glutetimer.terminal.session_keys import END_KEY

POLL_S = 0.02
SECOND = {
    **{"H": "up", "P": "down", "M": "right", "K": "left", "t": "ctrl+right", "s": "ctrl+left"},
    **{"I": "pgup", "Q": "pgdown", "G": "home", "O": END_KEY, "R": "ins", "S": "del"},
    **{chr(ord(";") + number): f"f{number + 1}" for number in range(10)},
    **{"\x85": "f11", "\x86": "f12"},
}
"""The keys that send two characters, by the second."""


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
                return SECOND.get(msvcrt.getwch(), "")
            if letter == "\x03":
                raise KeyboardInterrupt
            if letter not in NAMES and "\x01" <= letter <= "\x1a" and letter != "\t":
                return f"ctrl+{chr(ord(letter) + 96)}"
            return NAMES.get(letter, letter if letter.isprintable() else "")
