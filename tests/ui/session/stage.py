"""A session page over fakes, with a clock that only we move."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent

from glutetimer.core.keys.table import Action
from glutetimer.core.plan.timeline import Step, StepKind
from glutetimer.core.ports.history import OpenedHistory
from glutetimer.core.ports.library import RoutineLibrary
from glutetimer.core.ports.remote import NO_REMOTE, RemoteControl
from glutetimer.core.ports.services import Services
from glutetimer.core.routine import Routine
from glutetimer.core.session.coach import Coach
from glutetimer.core.settings import Settings
from glutetimer.files.calendar import CalendarFiles
from glutetimer.ui.session.page import SessionPage
from tests.fakes import FakeClock
from tests.fakes_history import Done, FakeArchive, FakeHistory, FakeProgress
from tests.fakes_media import FakeMusic
from tests.fakes_player import FakePlayer
from tests.fakes_reminders import FakeReminders
from tests.ui.fakes import FakeImporter, FakeOwnFiles, FakeRenderer, FakeSettingsStore, FakeShelf
from tests.ui.samples import records, session

TICK_S = 0.25
_MOST_TICKS = 20_000


class Stage:
    """The page, its world, and ways to let a session go on."""

    def __init__(
        self,
        library: RoutineLibrary,
        size: tuple[int, int] = (1280, 800),
        remote: RemoteControl = NO_REMOTE,
    ) -> None:
        self.clock = FakeClock()
        self.history = FakeHistory()
        self.player = FakePlayer()
        self.music = FakeMusic()
        self.week_before = 0
        """So many sessions of this week were done before."""
        self.library = library
        services = Services(
            clock=self.clock,
            library=library,
            open_history=self._open_history,
            make_settings_store=FakeSettingsStore,
            make_player=self._make_player,
            make_renderer=FakeRenderer,
            make_calendar=CalendarFiles,
            make_shelf=FakeShelf,
            has_drafts=bool,
            make_importer=FakeImporter,
            make_own_files=FakeOwnFiles,
            make_remote=lambda: remote,
            make_music=lambda: self.music,
            make_reminders=FakeReminders,
            data_dir="/data/glutetimer",
            manual_dir="",
        )
        self.page = SessionPage(services)
        self.page.resize(*size)
        self._coach: Coach | None = None

    def _open_history(self) -> OpenedHistory:
        return OpenedHistory(self.history, FakeProgress(self._done), FakeArchive())

    def _done(self) -> Sequence[Done]:
        """Every session that is in the history, and those of this week before it."""
        days = [self.clock.utc_now() - timedelta(minutes=n + 1) for n in range(self.week_before)]
        rows = [(session(100 + n, day), records(day, 1)) for n, day in enumerate(days)]
        mine = [(one, self.history.records[one.id]) for one in self.history.sessions()]
        return [*rows, *mine]

    @property
    def coach(self) -> Coach:
        """The coach of the session that was started last."""
        if self._coach is None:
            raise ValueError("start first")
        return self._coach

    @property
    def step(self) -> Step:
        """The step at which the session stands."""
        return self.coach.timeline.steps[self.coach.session.place.step]

    def start(self, routine: str | Routine, settings: Settings | None = None) -> Coach:
        """Begin a routine, by name or as it is."""
        settings = settings or Settings()
        if isinstance(routine, str):
            routine = self.library.routine(routine)
        self._coach = Coach(routine, settings, self.clock, self.history, self.player)
        self.page.show()
        QCoreApplication.processEvents()  # the window becomes the active one: keys go there
        self.page.start(self._coach, settings)
        return self._coach

    def tick(self, seconds: float = TICK_S) -> None:
        """Let time pass."""
        self.clock.advance(seconds)
        self.page.driver.tick()

    def until(self, kind: StepKind, into_s: float = 0.5, turn: int = 1) -> None:
        """Let time pass until the so-manieth step of a kind, and a little into it."""
        seen, before = 0, -1
        for _ in range(_MOST_TICKS):
            place = self.coach.session.place
            if place.step != before and self.step.kind is kind:
                seen += 1
            before = place.step
            if seen >= turn and self.step.kind is kind and place.elapsed_s >= into_s:
                return
            self.tick()
        raise ValueError(f"there is no step {kind}")

    def until_true(self, is_there: Callable[[], bool]) -> None:
        """Let time pass until something holds."""
        for _ in range(_MOST_TICKS):
            if is_there():
                return
            self.tick()
        raise ValueError("it never came true")

    def press(self, action: Action) -> None:
        """Do what a key does."""
        self.page.view.actions_table.by_action[action].trigger()

    def close(self) -> None:
        """Leave nothing behind."""
        self.page.close()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _make_player(self) -> FakePlayer:
        return self.player
