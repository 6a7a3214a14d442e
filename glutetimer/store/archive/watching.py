"""Telling how far a long work is."""

from glutetimer.core.history.archive import Watch


def halves(watch: Watch | None) -> tuple[Watch | None, Watch | None]:
    """Watches for the first and the second half of a work."""
    if watch is None:
        return None, None

    def first(share: float) -> None:
        watch(share / 2)

    def second(share: float) -> None:
        watch(0.5 + share / 2)

    return first, second
