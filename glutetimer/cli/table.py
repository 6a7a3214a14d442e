"""Plain tables."""

from collections.abc import Iterable, Sequence

from glutetimer.terminal.text import clean, width


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: str = "") -> Iterable[str]:
    """The lines of a table; `right` names the columns whose text stands at the right."""
    cells = [list(head), *([clean(cell) for cell in row] for row in rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(head))]
    at_right = [name in right.split() for name in head]
    for row in cells:
        padded = [
            _padded(cell, columns, is_right)
            for cell, columns, is_right in zip(row, widths, at_right, strict=True)
        ]
        yield "  ".join(padded).rstrip()


def _padded(cell: str, columns: int, is_right: bool) -> str:
    space = " " * (columns - width(cell))
    return space + cell if is_right else cell + space
