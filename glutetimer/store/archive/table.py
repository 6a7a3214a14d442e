"""Writing the history as a table (CSV) that spreadsheets understand, and cannot be harmed by.

Nothing reads it again: that is what the JSON is for. Every time stands there three times: as a date
and as a time, which LibreOffice and Excel take as such, and as ISO 8601 for programs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TextIO
from unicodedata import category

from glutetimer.core.history.archive import TableStyle
from glutetimer.store.archive import checks, fields
from glutetimer.store.archive.export import Content
from glutetimer.store.archive.fields import Field

OFFSET = "utc_offset_min"
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")  # wide ones too, as East Asian keyboards have
_BLANK = tuple("\t\r\n\0")
_SPECIAL = re.compile('[",;\t\r\n]')
_NUMBER = re.compile(r"-?\d+,\d+")


def write_csv(content: Content, out: TextIO, style: TableStyle | None = None) -> None:
    """Write a line a set with its session's values; a session without sets has one line."""
    style = style or TableStyle()
    names = (*_names(fields.SESSION), *_names(fields.SET))
    columns = ("session", OFFSET, *names)
    out.write(_line(columns, style))
    for session, sets in content.sessions:
        begun = datetime.fromisoformat(str(session["started_at"]))
        offset_min = (begun.utcoffset() or timedelta()) // timedelta(minutes=1)
        first = {"session": session["session"], OFFSET: offset_min}
        first |= _cells(fields.SESSION, session, style)
        for cells in [_cells(fields.SET, record, style) for record in sets] or [{}]:
            row = first | cells
            out.write(_line([row.get(name) for name in columns], style))


def _line(values: Sequence[object], style: TableStyle) -> str:
    """A line of the table.

    What a program could take for a separator or the end of a line is in quotes, whichever the
    table has: a half of a cell must not become a formula.
    """
    return style.separator.join(_cell(value, style) for value in values) + "\n"


def _cell(value: object, style: TableStyle) -> str:
    text = "" if value is None else str(value)
    is_number = style.separator != "," and _NUMBER.fullmatch(text)
    if is_number or not _SPECIAL.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def _names(of: Sequence[Field]) -> Iterator[str]:
    for field in of:
        if field.check is checks.moment:
            yield from (_of_date(field.name), _of_time(field.name))
        yield field.name


def _cells(
    of: Sequence[Field], values: Mapping[str, object], style: TableStyle
) -> dict[str, object]:
    cells: dict[str, object] = {}
    for field in of:
        value = values[field.name]
        if field.check is checks.moment and isinstance(value, str):
            day, _, clock = value.partition("T")
            cells[_of_date(field.name)] = day
            cells[_of_time(field.name)] = clock[: len("07:30:00")]
        elif field.check is checks.text and isinstance(value, str):
            value = inert(value)
        elif isinstance(value, float):
            value = str(value).replace(".", style.decimal)
        cells[field.name] = value
    return cells


def _of_date(name: str) -> str:
    return f"{name.removesuffix('_at')}_date"


def _of_time(name: str) -> str:
    return f"{name.removesuffix('_at')}_time"


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula.

    An apostrophe in front says "text" to all of them (OWASP: CSV injection); quotes would not.
    """
    seen = next((char for char in text if category(char)[0] not in "CZ"), "")
    is_risky = text.startswith(_BLANK) or seen in _FORMULA
    return f"'{text}" if is_risky else text
