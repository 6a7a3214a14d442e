"""Mistakes in the form of a TOML file: in the words of people, and what a file has besides them."""

import re

from glutetimer.core.problem import Problem
from glutetimer.toml_text.problem import printable, shown

_QUOTES = 'texts and durations stand in quotes, as in rest = "45s"'
_PLAINER = {
    "Illegal character '\\n'": "a text is not closed with a quote",
    "Invalid value": f"the value cannot be read; {_QUOTES}",
    "Expected newline or end of document after a statement": (
        f"the line goes on after the value; {_QUOTES}"
    ),
}
"""What people usually did where tomllib says this."""

_NO_TOML = "this is not TOML: "
_TWICE = ("Cannot overwrite", "Cannot declare", "Duplicate inline")
_CURLY = "[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a]"
_ASSIGNED = r"\s*([\w.-]+)\s*=\s*([^#]*?)\s*(?:#.*)?"
_COMMA = r"(\d+),(\d+)(\s*[a-z]*)"
_LIST = r"\[?\s*(\d+(?:(?:\s*;\s*|,\s+)\d+)+|\d+(?:,\d+){2,})\s*\]?"
"""Numbers with something between them, with or without brackets; "10,5" may be one number."""
_COLON = r"\s*([A-Za-z_]+)\s*:\s*(\S.*?)\s*"
_BARE = r"[\w:.,+/ -]*[\w.]"


def form_problem(message: str, text: str) -> Problem:
    """What tomllib says of a text, with its line and what to write there."""
    found = re.fullmatch(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", message, re.S)
    if found is None:
        return Problem(1, f"{_NO_TOML}{printable(message)}")
    lines = text.split("\n")
    last_line = text.rstrip("\n").count("\n") + 1
    number = min(int(found[2]), last_line) if found[2] else last_line
    if found[1].startswith(_TWICE):
        what = _twice(lines, number)
    else:
        plain = _PLAINER.get(found[1], found[1][:1].lower() + found[1][1:])
        what = _cure(lines[number - 1]) or plain
    return Problem(number, f"{_NO_TOML}{printable(what)}")


def is_of_form(problem: Problem) -> bool:
    """Whether a mistake is one of form, not of size or depth."""
    return problem.message.startswith(_NO_TOML)


def _twice(lines: list[str], number: int) -> str:
    """The key or table that stands twice, and the line in which it stood first."""
    line = lines[number - 1].strip()
    name = key_of(line)
    for first in range(number - 1, 0, -1):
        before = lines[first - 1].strip()
        if name and key_of(before) == name:
            return f"{printable(name)[:40]} stands twice, first in line {first}; keep one"
        if before.startswith("[") and not line.startswith("["):
            break
    return "this key or table stands twice"


def key_of(line: str) -> str:
    """The key, or the head of a table, that a line begins with."""
    return re.split("[=:]", line.partition("#")[0], maxsplit=1)[0].strip()


def _cure(line: str) -> str:
    """What to write in place of a line; "" if nobody can tell."""
    found = re.fullmatch(_ASSIGNED, line[:200])
    if found is None:
        colon = re.fullmatch(_COLON, line[:200])
        return f"write {colon[1]} = {colon[2]}, with = in place of :" if colon else ""
    key, value = found.groups()
    if found := re.fullmatch(_LIST, value):
        numbers = ", ".join(re.split(r"\s*[,;]\s*", found[1]))
        return f"these are several values; write {key} = [{numbers}]"
    if key == "reps" and (found := re.fullmatch(r"(\d+)\s*[x×*]\s*(\d+)", value)):
        return f"write sets = {found[1]} and reps = {found[2]}, a line each"
    if re.search(_CURLY, value):
        return f'the quotes are curly; write {key} = "..." with straight ones'
    if comma := re.fullmatch(_COMMA, value):
        whole, part, unit = comma.groups()
        written = shown(f"{whole},{part}{unit}") if unit.strip() else f"{whole}.{part}"
        return f"{value} has a comma; write {key} = {written}"
    if value and re.fullmatch(_BARE, value) and not value.replace(".", "").isdecimal():
        return f"the value cannot be read; write {key} = {shown(value)}, in quotes"
    return ""


def without_line(text: str, number: int) -> str | None:
    """The text with a line made empty, to read on; None where more hangs on that line."""
    lines = text.split("\n")
    line = lines[number - 1].strip()
    if not line or line.startswith("[") or '"""' in line or "'''" in line:
        return None
    lines[number - 1] = ""
    return "\n".join(lines)
