"""How the program starts a process of itself: as a module, or frozen as its own executable.

A frozen program is one that a packager has put together with its Python: it has no `python -m`, so
a first word tells the child what it is.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

import glutetimer

VOICE, MUSIC, QT_PROBE = "--voice-worker", "--music-child", "--qt-probe"

_MODULES = {
    VOICE: "glutetimer.audio.voice_worker",
    MUSIC: "glutetimer.media.music_child",
    QT_PROBE: "glutetimer.cli.qt_probe",
}


def is_frozen() -> bool:
    """Whether this is a package with a Python of its own, to which nothing can be added."""
    return getattr(sys, "frozen", False)


def child_command(child: str) -> Sequence[str]:
    """The words that start one of the children."""
    if is_frozen():
        # On Windows the program of the window has no standard streams; its twin has.
        program = Path(sys.executable)
        return (str(program.with_name(program.name.replace("-window", ""))), child)
    # -P: a file in the folder where the person stands must not pose as one of ours.
    return (sys.executable, "-P", "-m", _MODULES[child])


def child_environment() -> Mapping[str, str]:
    """The environment in which a child finds the same package, wherever it is started."""
    ours = str(Path(glutetimer.__file__).parent.parent)
    paths = [ours, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def run_as_child(words: Sequence[str]) -> int | None:
    """Be the child that the first word names; None if it names none."""
    module = _MODULES.get(words[0]) if words else None
    if module is None:
        return None
    status: int = import_module(module).main(list(words[1:]))  # a seam: each brings its own
    return status
