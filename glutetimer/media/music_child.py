"""The child that lowers or pauses the music of others, and puts it back.

python -P -m glutetimer.media.music_child FILE PID

One word a line on standard input: "lower", "restore", "pause". At its end, whatever the reason,
everything is put back. FILE has what is lowered, written before anything is, for the next start in
case this process is killed as well. PID is the program, whose own sound stays.
"""

import signal
import sys
from contextlib import suppress
from pathlib import Path

from glutetimer.kept_file import KeptFile
from glutetimer.media.lowering import Lowering
from glutetimer.media.sources import Players, SoundSources
from glutetimer.media.streams import streams
from glutetimer.session_bus import NoBus, open_bus


def main(words: list[str]) -> int:
    """Follow standard input until it ends."""
    signal.signal(signal.SIGTERM, _leave)  # as if the input had ended
    players = None
    with suppress(NoBus):
        players = Players(open_bus())
    our_pid = int(words[1])
    lowering = Lowering(KeptFile(Path(words[0])), SoundSources(players, lambda: streams(our_pid)))
    lowering.restore()
    try:
        for line in sys.stdin:
            match line.strip():
                case "lower":
                    lowering.lower()
                case "restore":
                    lowering.restore()
                case "pause" if players is not None:
                    players.pause()
    except SystemExit:
        pass
    finally:
        lowering.restore()
        if players is not None:
            players.play()
    return 0


def _leave(number: int, frame: object) -> None:
    raise SystemExit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
