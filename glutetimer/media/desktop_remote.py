"""The desktop's controls of a session: an MPRIS player on the session bus, in a thread of its own.

It is there while a session runs, not before: whoever presses a media key meanwhile means the music.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.remote import RemoteStatus, RemoteWish
from glutetimer.media.mailbox import Mailbox


class DesktopRemote:
    """Implements core.ports.remote.RemoteControl.

    `pictures` is the folder for the pictures of the exercises.
    """

    def __init__(self, clock: Clock, pictures: Path) -> None:
        self._clock = clock
        self._pictures = pictures
        self._mailbox: Mailbox | None = None

    def begin(self, ask: Callable[[RemoteWish], None]) -> None:
        """Be there from the first status on."""
        self.end()
        try:
            self._mailbox = mailbox = Mailbox()
        except OSError:
            return
        serving = (self._clock, ask, mailbox)
        Thread(target=_serve, args=serving, name="media keys", daemon=True).start()

    def show(self, status: RemoteStatus) -> None:
        """Show where the session stands."""
        if self._mailbox is not None:
            self._mailbox.put((status, self._clock.now_s()))

    def picture_path(self, name: str) -> str:
        """Where a picture of this name is kept; "" if nobody sees it, or it can be nowhere."""
        if self._mailbox is None or not self._mailbox.is_on_bus:
            return ""
        try:
            self._pictures.mkdir(parents=True, exist_ok=True)
        except OSError:
            return ""
        # An id of an exercise may have any letters that a file name cannot have everywhere.
        return str(self._pictures / f"{name.encode().hex()[:200]}.png")

    def end(self) -> None:
        """Leave the bus."""
        if self._mailbox is not None:
            self._mailbox.put(None)
            self._mailbox = None


def _serve(clock: Clock, ask: Callable[[RemoteWish], None], mailbox: Mailbox) -> None:
    # Late, a seam (the session): jeepney takes 50 ms, for which no session waits.
    from glutetimer.media.mpris_service import MprisService

    MprisService(clock, ask, mailbox).serve()
