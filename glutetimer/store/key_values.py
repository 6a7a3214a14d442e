"""The keys of a session as plain values of the settings file and back."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from glutetimer.core.keys.names import NAMED
from glutetimer.core.keys.table import EXPLANATIONS, Action, KeyTable, read_keys, why_not
from glutetimer.toml_text.problem import nearest, shown

KEYS = "keys"

Note = Callable[[tuple[str, ...], str], None]
"""Told the path of a mistake, and what is wrong there after its name."""


def keys_from_plain(plain: Mapping[str, Any], note: Note, note_strange: Note) -> KeyTable:
    """The person's own keys. A key that is none, reserved or another action's is passed over.

    Each mistake is told to `note`, an action that is not known to `note_strange`.
    """
    table = plain.get(KEYS, {})
    if not isinstance(table, Mapping):
        note((KEYS,), f"is {shown(table)}, it must be a table.")
        return MappingProxyType({})
    owners: dict[str, Action] = {}
    given: list[Action] = []
    for name, value in table.items():
        path = (KEYS, name)
        if name not in list(Action):
            close = nearest(name, list(Action)) if len(name) < 100 else []
            hint = f"; did you mean “{close[0]}”?" if close else "."
            note_strange(path, f"is not known{hint} It stays in the file and does nothing.")
            continue
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list):
            note(path, f'is {shown(value)}, it must be a list of keys such as ["PgDown", "B"].')
            continue
        action = Action(name)
        _read_action(action, texts, owners, note)
        if action in owners.values() or not texts:  # of mistakes alone nothing is made
            given.append(action)
    return MappingProxyType(
        {action: tuple(k for k, owner in owners.items() if owner is action) for action in given}
    )


def keys_to_plain(keys: KeyTable, old: Mapping[str, Any]) -> dict[str, Any]:
    """What the table is to hold; what stands in `old` under actions that are not known stays."""
    before = old.get(KEYS, {})
    kept = before.items() if isinstance(before, Mapping) else ()
    strange = {name: value for name, value in kept if name not in list(Action)}
    return {**strange, **{action.value: list(names) for action, names in keys.items()}}


def _read_action(
    action: Action, texts: list[object], owners: dict[str, Action], note: Note
) -> None:
    path = (KEYS, action.value)
    keys, strange = read_keys(texts)
    for text in strange[:3]:
        close = nearest(text, NAMED) if isinstance(text, str) and len(text) < 100 else []
        hint = f"; did you mean “{close[0]}”?" if close else "."
        note(path, f"has {shown(text)}, which is no key{hint}")
    for key in keys:
        owner = owners.get(key)
        if why := why_not(action, key):
            note(path, f"has “{key}”, which {why}.")
        elif owner is not None:
            does = EXPLANATIONS[owner]
            note(path, f"has “{key}”, which “{owner.value}” ({does}) has already.")
        else:
            owners[key] = action
