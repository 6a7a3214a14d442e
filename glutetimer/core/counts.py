"""Lines, sentences and counts, written the same way everywhere."""


def one_line(text: str) -> str:
    """A text of several lines as one, with single spaces and none at its ends."""
    return " ".join(text.split())


def count_text(count: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 mistake", "3 mistakes", "1,200 sets"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a capital letter to begin with; what follows stays as it is."""
    return text[:1].upper() + text[1:]
