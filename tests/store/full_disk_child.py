"""A process whose files cannot grow beyond 400,000 bytes; it writes until that is felt.

    python -m tests.store.full_disk_child FOLDER

Prints "stored N" and the trouble that came then, then the same for the settings file.
"""

import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.settings import Settings
from glutetimer.store.history import History
from glutetimer.store.settings_file import SettingsFile
from tests.fakes import FakeClock
from tests.store.builders import a_set, a_start


def main(words: Sequence[str]) -> None:
    folder = Path(words[0])
    history = History(folder / "history.sqlite3", FakeClock())
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
    session_id = history.begin(a_start())
    stored = 0
    try:
        while stored < 100_000:
            history.add_set(session_id, a_set(stored))
            stored += 1
    except Trouble as trouble:
        print(f"stored {stored}\n{trouble}")
    settings = SettingsFile(folder / "settings.toml", FakeClock())
    settings.save(Settings(voice="small"))
    try:
        settings.save(Settings(voice="x" * 600_000))
    except Trouble as trouble:
        print(trouble)


if __name__ == "__main__":
    main(sys.argv[1:])
