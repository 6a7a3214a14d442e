"""Errors that a person can understand and act on."""


class Trouble(Exception):
    """Something in the world went wrong (a file, a device, a disk); it is shown and survived.

    `what` happened, `where` (a file, a setting, a device; may be empty) and the `cure`,
    each one a short plain sentence or name without a trailing full stop.
    """

    def __init__(self, what: str, where: str = "", cure: str = "") -> None:
        super().__init__(what, where, cure)
        self.what = what
        self.where = where
        self.cure = cure

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        cure = f" {self.cure}." if self.cure else ""
        return f"{self.what}{place}.{cure}"


class IllegalCommandError(Exception):
    """A command that the session's state does not allow; nothing was changed."""
