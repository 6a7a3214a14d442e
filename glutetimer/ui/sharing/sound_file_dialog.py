"""A routine as one sound file: ask for a name, then make it while the window stays awake."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QCoreApplication, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QWidget

from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.errors import Trouble
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.rendering import (
    RenderedFile,
    RenderOrder,
    RenderStage,
    SessionRenderer,
    lacking_text,
    open_steps_text,
)
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.core.words.clock_text import clock_text
from glutetimer.ui.widgets.controls import set_look, text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.name_chooser import MUSIC, NameChooser

TITLE = "Save as a sound file"
LOOK_MS = 100
LAST_WAIT_S = 3.0

_ENDINGS = {
    "MP3, for every phone (*.mp3)": "mp3",
    "Ogg Vorbis, the smallest (*.ogg)": "ogg",
    "FLAC, without loss (*.flac)": "flac",
    "WAV, the largest (*.wav)": "wav",
}
_DOING = {RenderStage.VOICE: "Making the voice…", RenderStage.FILE: "Writing the file…"}


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
        settings, style = self._settings, CueStyle.of(self._settings)
        order = RenderOrder(self._timeline, style, settings, path, may_replace=True)
        RenderDialog(self._services.make_renderer, order, self._window).open()


class RenderDialog(Dialog):
    """Shows how far the work is, then what was made or why not. Closing it stops the work."""

    def __init__(
        self,
        make_renderer: Callable[[], SessionRenderer],
        order: RenderOrder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(TITLE, parent, 520)
        self.add_words(order.timeline.routine.title, "subtitle")
        self.add_words(order.path, "muted")
        self._doing = text_label(_DOING[RenderStage.VOICE], wraps=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._more = text_label(_before(order.timeline), "muted", wraps=True)
        for part in (self._doing, self._bar, self._more):
            self.body.addWidget(part)
        self._folder = self.add_button("Open folder")
        self._folder.hide()
        self._close = self.add_button("Cancel", is_default=True)
        self._folder_url = QUrl.fromLocalFile(str(Path(order.path).parent))
        self._folder.clicked.connect(self.open_folder)
        self._close.clicked.connect(self.reject)
        self._is_leaving = False
        self._work = Work(make_renderer, order)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.end_work)
        self._work.start()
        self._timer.start()

    @property
    def work(self) -> "Work":
        """The work that this dialog watches."""
        return self._work

    @Slot()
    def look(self) -> None:
        """Show how far the work is. What only a bug can raise is raised here, for the log."""
        if self._work.is_alive():
            stage, share = self._work.progress
            self._bar.setValue(int(share * 100))
            if not self._is_leaving:
                self._doing.setText(_DOING[stage])
            return
        self._timer.stop()
        if self._is_leaving:
            super().reject()
            return
        match self._work.outcome:
            case RenderedFile() as done:
                self._show_done(done)
            case Trouble() as trouble:
                self._show_trouble(trouble)
            case Exception() as bug:
                super().reject()
                raise bug
            case None:
                super().reject()

    @Slot()
    def reject(self) -> None:
        """Stop the work, if it goes on, and close as soon as it has tidied up."""
        if not self._timer.isActive():
            super().reject()
            return
        self._is_leaving = True
        self._work.stop()
        self._doing.setText("Stopping…")
        self._close.setEnabled(False)

    @Slot()
    def end_work(self) -> None:
        """The program ends: leave nothing half-made."""
        self._work.stop()
        self._work.join(LAST_WAIT_S)

    @Slot()
    def open_folder(self) -> None:
        """Show the folder of the file."""
        QDesktopServices.openUrl(self._folder_url)

    def _show_done(self, done: RenderedFile) -> None:
        size = f"{done.size_bytes / 1_000_000:.1f} MB"
        self._doing.setText(
            f"Done: {clock_text(done.duration_s)}, {done.chapters} chapters, {size}"
        )
        lines = [" ".join(f"{n.text}. {n.cure}.".split()) for n in done.notices]
        lines += [text for text in (lacking_text(done), open_steps_text(done.open_steps)) if text]
        self._settle("\n".join(lines))
        self._folder.show()

    def _show_trouble(self, trouble: Trouble) -> None:
        set_look(self._doing, "wrong")
        self._doing.setText(trouble.what)
        self._settle(f"{trouble.cure}." if trouble.cure else "")

    def _settle(self, more: str) -> None:
        self._bar.hide()
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._close.setText("Close")
        self.body.activate()
        self.fit()


class Work(Thread):
    """Makes the file. Touches nothing of Qt: the dialog looks at it from time to time."""

    def __init__(self, make_renderer: Callable[[], SessionRenderer], order: RenderOrder) -> None:
        super().__init__(name="render", daemon=True)
        self._make_renderer = make_renderer
        self._order = order
        self._is_stopping = Event()
        self.progress = (RenderStage.VOICE, 0.0)
        self.outcome: RenderedFile | Exception | None = None

    def stop(self) -> None:
        """Ask for an end; nothing half-made is left then."""
        self._is_stopping.set()

    def run(self) -> None:
        """Do it; the outcome is there when the thread has ended."""
        try:
            self.outcome = self._make_renderer().render(self._order, self._watch)
        except Exception as error:  # raised again where the person can be told
            self.outcome = error

    def _watch(self, stage: RenderStage, share: float) -> bool:
        self.progress = (stage, share)
        return not self._is_stopping.is_set()


def _before(timeline: Timeline) -> str:
    open_steps = sum(step.duration_s is None for step in timeline.steps)
    length = f"{clock_text(timeline.total_s)} of coaching, with a chapter for every set."
    return f"{length} {open_steps_text(open_steps)}".strip()
