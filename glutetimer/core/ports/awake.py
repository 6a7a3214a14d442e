"""What keeps the machine from falling asleep while a session runs."""

from typing import Protocol


class Wakefulness(Protocol):
    """Keeps the machine awake between `begin` and `end`; each may come twice. Raises nothing."""

    def begin(self) -> None:
        """Keep it awake from now on."""

    def end(self) -> None:
        """Let it sleep again."""


class _Nothing:
    """Lets the machine sleep as it likes."""

    def begin(self) -> None:
        """Do nothing."""

    def end(self) -> None:
        """Do nothing."""


NOT_AWAKE: Wakefulness = _Nothing()
