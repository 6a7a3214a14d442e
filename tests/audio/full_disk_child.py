"""A process whose files cannot grow beyond a limit; it writes a sound file until that is felt.

    python -m tests.audio.full_disk_child FILE LIMIT

Prints the trouble that came, or the size of the file. A limit of 0 is none.
"""

import random
import resource
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path

from glutetimer.audio.chapters import Chapter, Label
from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.sound_file import sound_file
from glutetimer.core.errors import Trouble

SECONDS = 4


def main(words: Sequence[str]) -> None:
    path, limit = Path(words[0]), int(words[1])
    noise = random.Random(1)
    block = array("h", [noise.randint(-9_000, 9_000) for _ in range(RATE_HZ)]).tobytes()
    label = Label("First", "glutetimer", "", (Chapter("One", 0),))
    try:
        with sound_file(path, label, SECONDS * RATE_HZ, may_replace=True) as encoder:
            if limit:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            for _ in range(SECONDS):
                encoder.write(block)
        print(path.stat().st_size)
    except Trouble as trouble:
        print(trouble)


if __name__ == "__main__":
    main(sys.argv[1:])
