"""A routine as one sound file: ask for a name, then make it while the window stays awake."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.rendering import (
    RenderedFile,
    RenderOrder,
    SessionRenderer,
    lacking_text,
    open_steps_text,
)
from glutetimer.core.ports.services import Services
from glutetimer.core.session.preparing import times_done
from glutetimer.core.settings import Settings
from glutetimer.core.watch import Watch
from glutetimer.core.words.clock_text import clock_text
from glutetimer.ui.widgets.background_task import BackgroundTask
from glutetimer.ui.widgets.name_chooser import MUSIC, NameChooser
from glutetimer.ui.widgets.work_dialog import WorkDialog

TITLE = "Save as a sound file"

_ENDINGS = {
    "MP3, for every phone (*.mp3)": "mp3",
    "Ogg Vorbis, the smallest (*.ogg)": "ogg",
    "FLAC, without loss (*.flac)": "flac",
    "WAV, the largest (*.wav)": "wav",
}


class SoundFileChooser(NameChooser):
    """Asks for the file's name; the file is made when one was chosen.

    Raises Trouble if the routine cannot be planned.
    """

    def __init__(
        self, services: Services, settings: Settings, routine_id: str, parent: QWidget
    ) -> None:
        timeline = plan(services.library.routine(routine_id), settings)
        super().__init__(TITLE, f"{timeline.routine.id}.mp3", _ENDINGS, parent, MUSIC)
        self._services = services
        self._settings = settings
        self._timeline = timeline
        self._window = parent
        self.filterSelected.connect(self.change_ending)
        self.fileSelected.connect(self.make)

    @Slot(str)
    def change_ending(self, name_filter: str) -> None:
        """Let the name end as the chosen format does."""
        ending = _ENDINGS[name_filter]
        self.setDefaultSuffix(ending)
        for name in self.selectedFiles():
            if Path(name).suffix.removeprefix(".") in _ENDINGS.values():
                self.selectFile(Path(name).with_suffix(f".{ending}").name)

    @Slot(str)
    def make(self, path: str) -> None:
        """Make the file; whether one of this name may be replaced was asked already."""
        settings, routine_id = self._settings, self._timeline.routine.id
        style = CueStyle.of(settings, times_done(self._services.history, routine_id))
        order = RenderOrder(self._timeline, style, settings, path, may_replace=True)
        RenderDialog(self._services.make_renderer, order, self._window).open()


class RenderDialog(WorkDialog):
    """Shows how far the work is, then what was made or why not. Closing it stops the work."""

    def __init__(
        self,
        make_renderer: Callable[[], SessionRenderer],
        order: RenderOrder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(TITLE, parent, order.path)
        self.add_words(order.timeline.routine.title, "subtitle")
        self.add_words(_before(order.timeline), "muted")
        self.add_work_parts()
        self._folder = self.add_folder_button()
        self.add_cancel()

        def make(watch: Watch) -> RenderedFile:
            return make_renderer().render(order, watch)

        self.run(BackgroundTask(make, self), "Making the file…")

    def show_result(self, result: object) -> None:
        """Say what is in the file, and what went wrong on the way."""
        assert isinstance(result, RenderedFile)
        size = f"{result.size_bytes / 1_000_000:.1f} MB"
        length = clock_text(result.duration_s)
        lines = [*map(str, result.notices), lacking_text(result)]
        done = f"Done: {length}, {result.chapters} chapters, {size}"
        self.say(done, "\n".join(line for line in lines if line))
        self._folder.show()
        self.cancel.setText("Close")


def _before(timeline: Timeline) -> str:
    open_steps = sum(step.duration_s is None for step in timeline.steps)
    length = f"{clock_text(timeline.total_s)} of coaching, with a chapter for every set."
    return f"{length} {open_steps_text(open_steps)}".strip()
