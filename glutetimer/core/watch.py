"""How work that takes a while tells how far it is, and is stopped."""

from collections.abc import Callable

Watch = Callable[[float], None]
"""Told now and then which share of the work is done, 0 to 1; what it raises ends the work, and
the work then leaves nothing half-made."""


def halves(watch: Watch) -> tuple[Watch, Watch]:
    """Watches for the first and the second half of a work."""

    def first(share: float) -> None:
        watch(share / 2)

    def second(share: float) -> None:
        watch(0.5 + share / 2)

    return first, second
