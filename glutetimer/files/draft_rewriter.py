"""A changed draft into the text of the file that it came from: all that is not changed stays.

Every `[[exercise]]` with what belongs to it is a block of lines. Blocks are put into their new
order as text, and only where an exercise has changed its block is taken apart. Comments right
above a table go with it; those with an empty line below them stay where they are.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import tomli_w
import tomlkit
from tomlkit.exceptions import TOMLKitError

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Exercise
from glutetimer.files.dose_reader import AMOUNT_KEYS
from glutetimer.files.draft_reader import read_draft
from glutetimer.files.draft_text import (
    circuit_values,
    circuits_table,
    draft_text,
    entry_table,
    entry_values,
)
from glutetimer.toml_text.document import Document, parse_document
from glutetimer.toml_text.key_lines import KeyPath, TooDeepError, key_lines

_Values = Mapping[str, Any]
_MARK = "\ufeff"
_ORDER = (
    *("use", "name", "position", "moves_like", "sets", *AMOUNT_KEYS, "tempo", "sides"),
    *("rest", "rest_after", "change", "switch", "load", "note", "circuit", "cues", "say"),
)
"""The keys of an exercise as they are usually written, see `entry_values`."""


def rewritten(text: str, after: RoutineDraft, exercises: Mapping[str, Exercise]) -> str:
    """The text of a file (with its byte order mark, if it has one) that gives a draft.

    What the draft has no key for stays as it is, and with an equal draft so does every character.
    A text that is no TOML is written anew.
    """
    plain = text.removeprefix(_MARK)
    document = parse_document(plain)
    if not isinstance(document, Document) or not plain.strip():
        return draft_text(after)
    before = read_draft(document, exercises)
    if before == after:
        return text
    has_returns = "\r\n" in plain
    try:
        made = _in_blocks(plain.replace("\r\n", "\n"), before, after)
    except (TooDeepError, TOMLKitError):  # what only other readers of TOML understand
        made = None
    if made is None or not _gives(made, after, exercises):
        made = _anew(document.values, before, after)
    if has_returns:
        made = made.replace("\n", "\r\n")
    return text[: len(text) - len(plain)] + made


def _gives(text: str, draft: RoutineDraft, exercises: Mapping[str, Exercise]) -> bool:
    document = parse_document(text)
    return isinstance(document, Document) and read_draft(document, exercises) == draft


def _anew(values: _Values, before: RoutineDraft, after: RoutineDraft) -> str:
    """The file by its values alone, for tables that are written in some other way; no comments."""
    made = dict(values)
    _change(made, dict(_head_values(before)), dict(_head_values(after)))
    entries: list[dict[str, Any]] = []
    for entry, number in zip(after.entries, _matches(before.entries, after.entries), strict=True):
        known = {} if number is None else dict(values["exercise"][number])
        old = {} if number is None else dict(entry_values(before.entries[number]))
        _change(known, old, dict(entry_values(entry)))
        entries.append(known)
    made.pop("exercise", None)
    made.pop("circuits", None)
    made["exercise"] = entries
    if after.circuits:
        made["circuits"] = {one.letter: dict(circuit_values(one)) for one in after.circuits}
    return tomli_w.dumps(tomlkit.item(made).unwrap())


# What is changed


def _head_values(draft: RoutineDraft) -> Iterator[tuple[str, Any]]:
    yield "title", draft.title
    for key in ("source", "language", "notes"):
        if value := getattr(draft, key):
            yield key, value


def _change(table: MutableMapping[str, Any], before: _Values, after: _Values) -> None:
    for key in before.keys() - after.keys():
        table.pop(key, None)
    for key, value in after.items():
        if key not in before or before[key] != value:
            if isinstance(value, dict) is not isinstance(table.get(key), dict):
                table.pop(key, None)  # a table stands below all values
            table[key] = value


def _matches(before: Sequence[EntryDraft], after: Sequence[EntryDraft]) -> list[int | None]:
    """Which entry of a file each one of a draft was: an equal one, else one of its exercise."""
    found: list[int | None] = [None] * len(after)
    free = dict(enumerate(before))

    def take(number: int, old: int | None) -> None:
        if old is not None:
            found[number] = old
            del free[old]

    for number, entry in enumerate(after):
        take(number, next((old for old, one in free.items() if one == entry), None))
    for number, entry in enumerate(after):
        if found[number] is None:
            name = (entry.exercise_id, entry.name)
            fit = (old for old, one in free.items() if (one.exercise_id, one.name) == name)
            take(number, next(fit, None))
    if len(before) == len(after):  # one that was given another name
        for number in range(len(after)):
            if found[number] is None and number in free:
                take(number, number)
    return found


# Blocks of lines


@dataclass(frozen=True, slots=True)
class _Block:
    """A table with its comments; `loose` are empty lines and comments that stand above it alone.

    `number` is its place in the file, `path` what it is: ("exercise", 0), ("circuits", "A"). A
    table of the exercises that the file holds is ("exercises",): it stays as it is.
    """

    loose: str
    text: str
    path: KeyPath
    number: int


def _in_blocks(text: str, before: RoutineDraft, after: RoutineDraft) -> str | None:
    """The text with its blocks changed; None if it has no such blocks."""
    head, blocks, tail = _split(text)
    if sum(block.path[0] == "exercise" for block in blocks) != len(before.entries):
        return None
    top = tomlkit.parse(head)
    is_one_table = "circuits" in top or any(block.path == ("circuits",) for block in blocks)
    if is_one_table and before.circuits != after.circuits:
        return None
    _change(top, dict(_head_values(before)), dict(_head_values(after)))
    exercises, blocks, tail = _reordered(blocks, before, after, tail)
    circuits = _circuit_blocks(blocks, before, after)
    return _joined(tomlkit.dumps(top), _placed(blocks, exercises, circuits), tail)


def _split(text: str) -> tuple[str, list[_Block], str]:
    """The lines above the first table, the tables, and what stands below the last."""
    lines = _lines(text)
    paths: dict[int, KeyPath] = {}
    for path, line in key_lines(text).items():
        if not lines[line - 1].lstrip().startswith("["):
            continue
        is_table = path[:1] == ("circuits",) or (path[0] == "exercise" and len(path) == 2)
        if is_table and len(path) <= 2:
            paths[line - 1] = path
        elif path[0] == "exercises":
            paths[line - 1] = ("exercises",)
    starts = sorted(paths)
    bounds = [0, *starts, len(lines)]
    parts = [lines[first:end] for first, end in pairwise(bounds)]
    blocks: list[_Block] = []
    head, loose, attached = _without_comments(parts[0], bool(starts))
    for number, (start, part) in enumerate(zip(starts, parts[1:], strict=True)):
        body, next_loose, next_attached = _without_comments(part, number < len(starts) - 1)
        blocks.append(_Block(loose, attached + body, paths[start], number))
        loose, attached = next_loose, next_attached
    return head, blocks, loose + attached


def _lines(text: str) -> list[str]:
    """Lines as TOML counts them, with their ends."""
    found = [f"{line}\n" for line in text.split("\n")]
    found[-1] = found[-1][:-1]
    return found if found[-1] else found[:-1]


def _without_comments(lines: Sequence[str], is_followed: bool) -> tuple[str, str, str]:
    """Lines of a table; below it what stands alone, and what belongs to the next table."""
    end = len(lines)
    while end > 0 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    first = len(lines)
    while is_followed and first > end and lines[first - 1].strip():
        first -= 1
    while end < first and lines[end].strip():  # comments right below the table
        end += 1
    return "".join(lines[:end]), "".join(lines[end:first]), "".join(lines[first:])


def _reordered(
    blocks: Sequence[_Block], before: RoutineDraft, after: RoutineDraft, tail: str
) -> tuple[list[_Block], list[_Block], str]:
    """The exercises of the new draft; all blocks and the tail with what stood above lost ones."""
    matches = _matches(before.entries, after.entries)
    staying: set[KeyPath] = {("exercise", number) for number in matches if number is not None}
    staying |= {("circuits", circuit.letter) for circuit in after.circuits}
    kept: list[_Block] = []
    handed_on = ""
    for block in blocks:
        if len(block.path) > 1 and block.path not in staying:
            handed_on += block.loose if block.loose.strip() else ""
            kept.append(replace(block, loose=""))
        else:
            kept.append(replace(block, loose=handed_on + block.loose))
            handed_on = ""
    by_entry = {block.path[1]: block for block in kept if block.path[0] == "exercise"}
    made = []
    for entry, number in zip(after.entries, matches, strict=True):
        if number is None:
            made.append(_Block("\n", _new_exercise(entry), ("exercise",), -1))
            continue
        block, old = by_entry[number], before.entries[number]
        if old != entry:
            before_values, after_values = dict(entry_values(old)), dict(entry_values(entry))
            block = replace(block, text=_edited(block.text, before_values, after_values))
        made.append(block)
    return made, kept, handed_on + tail


def _edited(text: str, before: _Values, after: _Values) -> str:
    """The lines of one exercise with changed values; new keys stand where they usually do."""
    document = tomlkit.parse(text)
    table: MutableMapping[str, Any] = document["exercise"][0]
    _change(table, before, {key: after[key] for key in after if key in before})
    inside: dict[str, str] = {}
    for key in (key for key in after if key not in before):
        later = _ORDER[_ORDER.index(key) + 1 :]
        follower = next((one for one in later if one in table), None)
        if follower is None or isinstance(after[key], dict):
            table[key] = after[key]
        else:
            inside[key] = follower
    text = tomlkit.dumps(document)
    for key, follower in inside.items():
        lines = _lines(text)
        at = key_lines(text)["exercise", 0, follower] - 1
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        while lines[at - 1].lstrip().startswith("#"):  # what is said of the follower
            at -= 1
        lines.insert(at, indent + tomlkit.dumps({key: after[key]}))
        text = "".join(lines)
    return text


def _new_exercise(entry: EntryDraft) -> str:
    entries = tomlkit.aot()
    entries.append(entry_table(entry))
    document = tomlkit.document()
    document["exercise"] = entries
    return tomlkit.dumps(document)


def _circuit_blocks(
    blocks: Sequence[_Block], before: RoutineDraft, after: RoutineDraft
) -> dict[int, _Block]:
    """The circuits of the new draft, by their places; new ones come last."""
    wanted = {circuit.letter: circuit for circuit in after.circuits}
    known = {circuit.letter: circuit for circuit in before.circuits}
    made: dict[int, _Block] = {}
    for block in blocks:
        if block.path[0] != "circuits" or len(block.path) < 2:
            continue
        letter = str(block.path[1])
        circuit, old = wanted.pop(letter, None), known[letter]
        if circuit is not None:
            document = tomlkit.parse(block.text)
            table = document["circuits"][letter]
            _change(table, dict(circuit_values(old)), dict(circuit_values(circuit)))
            made[block.number] = replace(block, text=tomlkit.dumps(document))
    for number, circuit in enumerate(wanted.values(), len(blocks)):
        document = tomlkit.document()
        document["circuits"] = circuits_table([circuit])
        made[number] = _Block("\n", tomlkit.dumps(document), ("circuits", circuit.letter), -1)
    return made


def _placed(
    blocks: Sequence[_Block], exercises: Iterable[_Block], circuits: Mapping[int, _Block]
) -> Iterator[_Block]:
    """Exercises in the places where exercises stood, those that are more after the last."""
    waiting = deque(exercises)
    places = [block.number for block in blocks if block.path[0] == "exercise"]
    if not places:
        yield from waiting
        waiting.clear()
    for block in blocks:
        if block.path[0] != "exercise":
            if block.number in circuits:
                yield circuits[block.number]
            elif len(block.path) < 2:
                yield block
        elif waiting:
            yield waiting.popleft()
            if block.number == places[-1]:
                yield from waiting
                waiting.clear()
    yield from (block for number, block in circuits.items() if number >= len(blocks))


def _joined(head: str, blocks: Iterable[_Block], tail: str) -> str:
    made, last = head, -1
    for block in blocks:
        loose = block.loose
        if block.number < 0 or block.number != last + 1:
            # Neighbours that were none before: each begins a line, with an empty one above it.
            made = made if made.endswith("\n") or not made else f"{made}\n"
            is_apart = made.endswith("\n\n") or loose.startswith("\n") or not made
            loose = loose if is_apart else f"\n{loose}"
        made += loose + block.text
        last = block.number
    return f"{made}\n{tail}" if tail and not made.endswith("\n") else made + tail
