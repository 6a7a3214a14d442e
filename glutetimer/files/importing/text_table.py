"""Tables in plain text, with bars, tabs, commas or semicolons: each row as a line of its own."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_COLUMNS = {
    "name": r"exercises?|name|movement|übung(?:en)?|exercice|ejercicio",
    "sets": r"sets?|sätze?|séries|series|rounds?",
    "reps": r"reps?|repetitions?|wdh\.?|wiederholungen|répétitions",
    "time": r"time|duration|work|seconds|secs?|dauer|zeit|durée",
    "hold": r"hold(?: time)?|halten",
    "rest": r"rest(?: time| period)?|pause|break|repos",
    "load": r"load|weight|gewicht|resistance",
    "side": r"sides?|seite",
    "tempo": r"tempo",
}
_KNOWN = {key: re.compile(rf"(?:{words})\b", re.IGNORECASE) for key, words in _COLUMNS.items()}
_RULE = re.compile(r"^[\s|:+=-]*[-=]{2,}[\s|:+=-]*$")
_BARE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?(?: ?(?:-|to) ?\d{1,4})?")

_BARE_CELL = re.compile(rf"(?:{_BARE.pattern}(?: ?[^\W\d]{{1,7}}\.?)?)?")


@dataclass(frozen=True, slots=True)
class _Table:
    mark: str
    columns: Sequence[str]
    titles: Sequence[str]


def without_tables(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; the rows of a table as "Bridge 3 x 10, rest 60 s (note)"."""
    table: _Table | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if table is not None and _RULE.match(line) and "|" in line:
            continue
        begun = _table(line)
        if begun is not None:
            table = begun
            continue
        cells = _cells(line, table.mark) if table is not None else []
        if table is not None and len(cells) > 1 and line.strip():
            yield number, _row(table, cells)
        else:
            table = None
            yield number, _bare_row(line)


def _bare_row(line: str) -> str:
    """A row of cells with tabs, "Bridge, 3, 10, 5 sec", though no head row says so."""
    name, *cells = (cell.strip() for cell in line.split("\t"))
    if len(cells) < 2 or not name or not all(map(_BARE_CELL.fullmatch, cells)):
        return line
    columns = ("name", "sets", "reps", "hold" if cells[1] else "time", "rest")
    return _row(_Table("\t", columns, columns), [name, *cells])


def _table(line: str) -> _Table | None:
    """The columns of a head row, which names the exercise and a number of it."""
    for mark in ("|", "\t", ";", ","):
        cells = _cells(line, mark) if mark in line else []
        columns = [_column(cell) for cell in cells]
        has_number = any(column in ("sets", "reps", "time", "hold") for column in columns)
        if len(cells) > 1 and "name" in columns and has_number:
            return _Table(mark, columns, cells)
    return None


def _cells(line: str, mark: str) -> list[str]:
    if mark == "|":
        line = line.strip().removeprefix("|").removesuffix("|")
        return [cell.strip().strip("*_ ") for cell in line.split("|")]
    try:
        row = next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        row = line.split(mark)
    return [cell.strip() for cell in row]


def _column(title: str) -> str:
    bare = title.strip().strip("*_# ")
    return next((key for key, known in _KNOWN.items() if known.match(bare)), "")


def _row(table: _Table, cells: Sequence[str]) -> str:
    found: dict[str, str] = {}
    notes: list[str] = []
    for column, title, given in zip(table.columns, table.titles, cells, strict=False):
        cell = given if given not in ("-", "–", "—", "n/a") else ""
        if cell and column and column not in found:
            found[column] = _with_unit(cell, column, title)
        elif cell and column != "name":
            is_plain = title.casefold().startswith(("note", "comment", "cue", "instruction"))
            notes.append(cell if is_plain or not title else f"{title}: {cell}")
    amount = found.get("reps", found.get("time", ""))
    dose = " x ".join(filter(None, (found.get("sets", ""), amount)))
    if not amount and _BARE.fullmatch(found.get("sets", "")):
        dose = f"{found['sets']} sets"
    parts = [f"{found.get('name', '')} {dose}".strip()]
    if "reps" in found and "time" in found:
        parts.append(f"hold {found['time']}")
    parts += [found[key] for key in ("side", "load") if key in found]
    parts += [f"{key} {found[key]}" for key in ("hold", "rest", "tempo") if key in found]
    notes = [note.replace("(", "[").replace(")", "]") for note in notes]
    return ", ".join(parts) + (f" ({'; '.join(notes)})" if notes else "")


def _with_unit(cell: str, column: str, title: str) -> str:
    if not _BARE.fullmatch(cell):
        return cell
    if column in ("time", "hold", "rest"):
        return f"{cell} min" if "min" in title.casefold() else f"{cell} s"
    if column == "load":
        unit = re.search(r"kg|lbs?", title.casefold())
        return f"{cell} {unit[0]}" if unit is not None else f"load {cell}"
    return cell
