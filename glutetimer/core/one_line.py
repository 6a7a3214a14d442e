"""What people wrote, on one line."""


def one_line(text: str) -> str:
    """A text of several lines as one, with single spaces and none at its ends."""
    return " ".join(text.split())
