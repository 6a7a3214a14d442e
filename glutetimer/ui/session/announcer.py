"""Tells a screen reader what the session page shows, for eyes that cannot see it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.session.announcement import announcement
from glutetimer.core.session.picture import SessionPicture
from glutetimer.core.settings import Settings
from glutetimer.ui.widgets.announcing import announce


class Announcer(QObject):
    """Follows the pictures of one session after the other; a child of what shows them."""

    told = Signal(str)
    """What a screen reader is told now."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._before: SessionPicture | None = None
        self._voice_says = True
        self._is_muted = False
        self.told.connect(self._announce)

    def begin(self) -> None:
        """Another session begins."""
        self._before = None

    def set_settings(self, settings: Settings) -> None:
        """Take over whether the voice says most of it, so that only the rest is told."""
        self._voice_says = settings.says_words and not settings.tell_reader

    def set_muted(self, is_muted: bool) -> None:
        """Tell all while no voice can be heard."""
        self._is_muted = is_muted

    def follow(self, picture: SessionPicture) -> None:
        """Tell what is new."""
        text = announcement(self._before, picture, self._voice_says and not self._is_muted)
        self._before = picture
        self.tell(text)

    @Slot(str)
    def tell(self, text: str) -> None:
        """Tell something else: why the session stands still, or how it ended; "" is nothing."""
        if text:
            self.told.emit(text)

    @Slot(str)
    def _announce(self, text: str) -> None:
        announce(self._view, text)
