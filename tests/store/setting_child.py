"""A process that changes one setting again and again, as a window does.

python -m tests.store.setting_child FILE NAME
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from glutetimer.store.settings_file import SettingsFile
from tests.fakes import FakeClock

SETTINGS = [
    {"voice_rate": 120 + number, "voice_pitch": 20 + number, "weekly_goal": 1 + number % 6}
    for number in range(41)
]
"""What is saved, one after the other; none of the last ones is as the program has it."""


def main(words: Sequence[str]) -> None:
    path, name = words
    file = SettingsFile(Path(path), FakeClock())
    settings, _ = file.load()
    for values in SETTINGS:
        settings = replace(settings, **{name: values[name]})  # type: ignore[arg-type]
        file.save(settings)


if __name__ == "__main__":
    main(sys.argv[1:])
