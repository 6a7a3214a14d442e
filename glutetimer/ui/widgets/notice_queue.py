"""Which notice is shown, and which wait until it was read."""

from glutetimer.core.notice import Notice


class NoticeQueue:
    """Notices in the order in which they are shown; one that waits is not taken twice.

    With `newest_first` what has just happened comes before what is known to have, and what was
    read is not told again until `clear`.
    """

    def __init__(self, newest_first: bool = False) -> None:
        self._newest_first = newest_first
        self._waiting: list[Notice] = []
        self._told: set[Notice] = set()

    @property
    def first(self) -> Notice | None:
        """What is shown now."""
        return self._waiting[0] if self._waiting else None

    @property
    def more(self) -> int:
        """How many wait behind the first one."""
        return max(0, len(self._waiting) - 1)

    def add(self, notice: Notice) -> None:
        """Have it shown."""
        if notice not in self._told:
            self._told.add(notice)
            self._waiting.insert(0 if self._newest_first else len(self._waiting), notice)

    def remove(self, notice: Notice) -> None:
        """It is no longer true; when it comes again it is told again."""
        self._told.discard(notice)
        if notice in self._waiting:
            self._waiting.remove(notice)

    def dismiss(self) -> None:
        """The first one was read."""
        read = self._waiting.pop(0) if self._waiting else None
        if read is not None and not self._newest_first:
            self._told.discard(read)

    def clear(self) -> None:
        """Forget everything."""
        self._waiting.clear()
        self._told.clear()
