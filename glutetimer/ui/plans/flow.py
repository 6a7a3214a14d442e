"""What a person does with plans: see what is next, look at them, follow one, stop, begin again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.ports.services import Services
from glutetimer.core.schedule.followed import FollowedPlan, followed_plan
from glutetimer.core.schedule.routine_plan import PlanListing
from glutetimer.core.schedule.walks import walk_start
from glutetimer.ui.plans.strip import PlanStrip
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.widgets.notice_bar import telling

if TYPE_CHECKING:
    from glutetimer.ui.plans.dialog import PlansDialog


class PlanPage(Protocol):
    """The page above which the strip stands."""

    reloaded: SignalInstance
    """The files were read again."""

    refreshed: SignalInstance
    """The history was read again."""

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar on top."""
        ...


class PlanHome(Protocol):
    """The pages of the window."""

    @property
    def routines(self) -> PlanPage:
        """The page above which the strip stands."""
        ...

    def refresh(self) -> None:
        """Show what the history says now."""
        ...


class PlanFlow(QObject):
    """Keeps the strip of plans on the page of routines, and opens the dialog with all of them.

    It is empty until `reload` is called. What is followed is saved before anybody hears of it; what
    could not be saved has not changed.
    """

    start_asked = Signal(str, object)
    """The person wants to begin the routine with this id so (a Today)."""

    found = Signal(object)
    """The FollowedPlan as it is now, None where none is followed."""

    trouble_met = Signal(Trouble)

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        home: PlanHome,
        menu: QMenu,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._preferences = preferences
        self._window = window
        self._before: tuple[str, datetime | None, int] = ("", None, 1)
        self._plans: Sequence[PlanListing] = ()
        self._followed: FollowedPlan | None = None
        self.dialog: PlansDialog | None = None
        self.action = QAction("&Plans…", self)
        self.action.setShortcut("Ctrl+4")
        self.action.triggered.connect(self.open)
        menu.insertAction(next(one for one in menu.actions() if one.isSeparator()), self.action)
        self.strip = PlanStrip()
        self.strip.plans_asked.connect(self.open)
        self.strip.stop_asked.connect(self.stop)
        self._home, page = home, home.routines
        page.add_bar(self.strip)
        page.reloaded.connect(self.reload)
        page.refreshed.connect(self.refresh)

    def set_in_session(self, is_running: bool) -> None:
        """Leave the key to the session while one is shown."""
        self.action.setEnabled(not is_running)

    @Slot()
    def reload(self) -> None:
        """Read the plan files again; those that nobody looks at or follows cost a start nothing."""
        is_own_only = self.dialog is None and not self._preferences.settings.followed_plan
        with telling(self.trouble_met):
            self._plans = self._services.library.plans(is_own_only)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what the history says now."""
        now = self._services.clock.utc_now().astimezone()
        settings = self._preferences.settings
        self._followed = None
        if settings.followed_plan:
            with telling(self.trouble_met):
                sessions, progress = self._services.history.sessions, self._services.progress
                self._followed = followed_plan(settings, self._plans, sessions, progress, now)
        self.strip.show_plans([one for one in self._plans if one.is_own], self._followed)
        self.found.emit(self._followed)
        if self.dialog is not None:
            self.dialog.show_plans(self._plans, self._followed)

    @Slot()
    def open(self) -> None:
        """Show all plans."""
        from glutetimer.ui.plans.dialog import PlansDialog

        self.dialog = PlansDialog(self._window)
        self.dialog.follow_asked.connect(self.follow)
        self.dialog.week_asked.connect(self.choose_week)
        self.dialog.walk_told.connect(self.note_walk)
        self.dialog.stop_asked.connect(self.stop)
        self.dialog.undo_asked.connect(self.undo)
        self.dialog.start_asked.connect(self.start_asked)
        self.dialog.finished.connect(self._forget_dialog)
        self.reload()
        self.dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    # Following

    @Slot(str)
    def follow(self, plan_id: str) -> None:
        """Follow a plan from now on; the one that is followed begins again."""
        title = next((one.title for one in self._plans if one.id == plan_id), plan_id)
        if self._save(plan_id, self._services.clock.utc_now()):
            self._tell(f"You follow {title} from today on.")

    @Slot(int)
    def choose_week(self, week: int) -> None:
        """Go on from the first day of a week of the followed plan, from now on."""
        plan_id = self._preferences.settings.followed_plan
        if self._save(plan_id, self._services.clock.utc_now(), week):
            self._tell(f"You go on with week {week} from today on.")

    @Slot(int)
    def note_walk(self, minutes: int) -> None:
        """Keep a walk that has just ended in the history."""
        history, now = self._services.history, self._services.clock.utc_now().astimezone()
        start = walk_start(now, minutes)
        with telling(self.trouble_met):
            number = history.begin(start)
            history.finish(number, SessionEnd.FINISHED, now, start.planned_s)
            self._tell(f"A walk of {minutes} minutes is kept in the history.", can_undo=False)
        self._home.refresh()

    @Slot()
    def stop(self) -> None:
        """Follow no plan."""
        if self._save("", None):
            self._tell("You follow no plan now.")

    @Slot()
    def undo(self) -> None:
        """Follow what was followed before."""
        self._save(*self._before)

    def _tell(self, words: str, can_undo: bool = True) -> None:
        if self.dialog is not None:
            self.dialog.undo_bar.offer(words, can_undo)

    def _save(self, plan_id: str, begun_at: datetime | None, week: int = 1) -> bool:
        settings = self._preferences.settings
        changed = replace(settings, followed_plan=plan_id, plan_begun_at=begun_at, plan_week=week)
        try:
            self._services.settings_store.save(changed)
        except Trouble as trouble:
            self._tell(str(trouble), can_undo=False)  # the window stands behind the dialog
            self.trouble_met.emit(trouble)
            return False
        self._before = (settings.followed_plan, settings.plan_begun_at, settings.plan_week)
        self._preferences.use(changed)  # the page is filled anew, and that refreshes
        return True
