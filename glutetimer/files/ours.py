"""Whether a file is one of this program's, or one of another's."""

import re

_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*(exercise|day)[ \t]*\]\]", re.MULTILINE)


def is_ours(file_name: str, text: str) -> bool:
    """Whether a file is meant for this program: by its ending, or by what is in it.

    A routine that came by mail may have been renamed, and a pasted one has no name ("").
    """
    return file_name.lower().endswith(".toml") or _TABLE.search(text) is not None
