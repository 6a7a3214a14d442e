"""How a draft ends: saved, given up, or kept because the program ended first."""

from glutetimer.core.ports.shelf import OpenDraft, RoutineShelf


class DraftSaver:
    """Keeps a draft until it is saved or given up; from then on it keeps nothing more."""

    def __init__(self, shelf: RoutineShelf, kept_name: str) -> None:
        """`kept_name` is that of the kept draft that is gone on with, if it is one."""
        self._shelf = shelf
        self._name = kept_name
        self._is_over = False

    @property
    def has_kept(self) -> bool:
        """Whether a draft is kept."""
        return bool(self._name)

    def keep(self, opened: OpenDraft) -> None:
        """Keep the draft as it is now, in place of what was kept of it before."""
        if not self._is_over:
            self._name = self._shelf.keep(opened, self._name) or self._name

    def save(self, opened: OpenDraft) -> str:
        """Write the file; returns its path. Raises Trouble; the draft stays kept then."""
        path = self._shelf.save(opened)
        self.give_up()
        return path

    def give_up(self) -> None:
        """Forget what was kept."""
        self._is_over = True
        if self._name:
            self._shelf.forget(self._name)
