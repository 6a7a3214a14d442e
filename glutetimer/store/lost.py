"""Remembers that a history was lost, until the person has said what is to become of it."""

import contextlib
from pathlib import Path

from glutetimer.core.notice import Notice


class LostHistory:
    """A mark beside the history: whichever process finds it damaged or missing, all know it.

    It has the name of the damaged file that was set aside, or nothing if the file was missing.
    """

    def __init__(self, path: Path) -> None:
        self._mark = path.with_name(f"{path.name}-lost")

    def note(self, kept: str = "") -> None:
        """Remember it; a disk that cannot is met when the new history is made."""
        with contextlib.suppress(OSError):
            self._mark.write_text(kept, "utf-8")

    def settle(self) -> None:
        """Forget it: the person has answered, or a backup has taken its place."""
        with contextlib.suppress(OSError):
            self._mark.unlink(missing_ok=True)

    @property
    def kept(self) -> str | None:
        """The name of the file that was set aside; None if nothing waits for an answer."""
        try:
            return self._mark.read_text("utf-8", "replace").strip()
        except OSError:
            return None

    def notices(self, offered: Path | None) -> tuple[Notice, ...]:
        """Tell what happened, and of the backup that is offered."""
        notices = []
        kept = self.kept
        if kept:
            what = (
                f"The history file was damaged. It was kept as “{kept}”, and a new one was begun."
            )
            notices.append(Notice(what, f"It lies in {self._mark.parent}."))
        if offered is not None and kept is not None:
            what = "The history was begun anew and empty, but there is a backup of the one before."
            notices.append(Notice(what, f"It is {offered}."))
        return tuple(notices)
