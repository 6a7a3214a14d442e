"""The manual's table of the keys of a session, with the keys as they are assigned."""

import re

from glutetimer.core.keys.names import shown_key
from glutetimer.core.keys.table import EXPLANATIONS, KeyTable, assigned

_HEAD = "| key | what it does |\n|---|---|\n"
_PAIN = "| 0 to 9 | Pain now, while you get ready; Backspace takes it back |\n"
_TABLE = re.compile(r"(## In a session\n.*?\n)\| key .*?\n(?=\n|\Z)", re.S)


def keys_table(own: KeyTable) -> str:
    """Every action with its keys, as Markdown."""
    rows = [
        f"| {', '.join(map(_cell, keys)) or 'none'} | {EXPLANATIONS[action]} |\n"
        for action, keys in assigned(own).items()
    ]
    return "".join((_HEAD, rows[0], _PAIN, *rows[1:]))


def with_own_keys(page: str, own: KeyTable) -> str:
    """The manual's page of keys with the person's own in its table."""
    return _TABLE.sub(lambda found: found[1] + keys_table(own), page, count=1)


def _cell(key: str) -> str:
    shown = shown_key(key)
    return re.sub(r"([\\`*_|<>\[\]#])", r"\\\1", shown)
