"""`glutetimer render`: a whole session as one sound file."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from glutetimer import app
from glutetimer.cli.cues import chosen_style
from glutetimer.cli.opened import told_settings
from glutetimer.cli.planned import planned
from glutetimer.core.ports.rendering import RenderedFile, RenderOrder, lacking_text, open_steps_text
from glutetimer.core.words.clock_text import clock_text
from glutetimer.folders import folders
from glutetimer.terminal.interruption import Interruption
from glutetimer.terminal.output import drawing_on
from glutetimer.terminal.text import clean


def render(given: Namespace) -> int:
    """Make the file and say what is in it; trouble on the way is told on stderr.

    Ctrl+C, SIGTERM and a closed terminal leave nothing behind.
    """
    settings = told_settings(given.data_dir)
    if given.verbosity is not None:  # whoever asks for words has them spoken
        settings = replace(settings, voice_on=True)
    timeline = planned(given, settings).timeline
    order = RenderOrder(
        timeline=timeline,
        style=chosen_style(given, settings, timeline.routine.id),
        settings=settings,
        path=given.output,
        may_replace=given.force,
    )
    with Interruption() as interruption:
        progress = _Progress(interruption)
        try:
            done = app.make_renderer(folders(given.data_dir)).render(order, progress.watch)
        except _Stopped:
            progress.clear()
            print("Stopped; no file was made.", file=sys.stderr)
            return interruption.exit_status
        finally:
            progress.clear()
    for line in remarks(done):
        print(clean(line), file=sys.stderr)
    for line in summary(done):
        print(clean(line))
    return 0


def remarks(done: RenderedFile) -> Iterator[str]:
    """What the person should know about how it went."""
    yield from map(str, done.notices)
    if lacking := lacking_text(done):
        yield lacking


def summary(done: RenderedFile) -> Iterator[str]:
    """What was made."""
    size = f"{done.size_bytes / 1_000_000:.1f} MB"
    yield f"{done.path}: {clock_text(done.duration_s)}, {done.chapters} chapters, {size}"
    if open_steps := open_steps_text(done.open_steps):
        yield open_steps


class _Stopped(Exception):
    """Ends the work from within."""


class _Progress:
    """A line on stderr that follows the work, if a person can see it move."""

    def __init__(self, interruption: Interruption) -> None:
        self._interruption = interruption
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._shown = ""

    def watch(self, share: float) -> None:
        if self._interruption.has_come:
            raise _Stopped
        text = f"Making the file: {int(share * 100):3} %"
        if self._is_seen and text != self._shown:
            self._shown = text
            self._print(f"\r{text}")

    def clear(self) -> None:
        if self._shown:
            self._print(f"\r{' ' * len(self._shown)}\r")
            self._shown = ""

    def _print(self, text: str) -> None:
        with suppress(OSError):  # the terminal may be gone
            print(text, end="", file=drawing_on(sys.stderr), flush=True)
