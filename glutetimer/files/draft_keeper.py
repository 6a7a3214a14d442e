"""Drafts that are not saved yet, each in a file: what is being made outlives the program."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import tomlkit

from glutetimer.core.errors import Trouble
from glutetimer.files.toml_folder import free_name, toml_files
from glutetimer.toml_text.document import Document, read_document
from glutetimer.whole_file import write_whole

_TABLE = "draft"


class DraftKeeper:
    """Keeps the text of routine files with the path that each is to go to.

    The file is that routine, and a table [draft] at its end with the path and with what marks the
    content that the file had when it was opened.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, text: str, path: str, was: str, stem: str, name: str) -> str:
        """Write a text by its name, or (of "") by one made of `stem`; returns the name, or ""."""
        mark = tomlkit.dumps({_TABLE: {"path": path, "was": was}})
        content = f"{text.rstrip()}\n\n{mark}".encode()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / name if name else free_name(self._folder, stem)
            write_whole(content, file, may_replace=True)
        except (OSError, Trouble):
            return ""
        return file.name

    def kept(self) -> Mapping[str, tuple[str, str, str]]:
        """Text, path, and what marks the file as it was, of each draft by name."""
        found: dict[str, tuple[str, str, str]] = {}
        for stamp in toml_files(self._folder):
            file = Path(stamp[0])
            document = read_document(file)
            if not isinstance(document, Document):
                continue
            mark = document.values.get(_TABLE)
            if not isinstance(mark, dict):
                continue
            path, was = mark.get("path"), str(mark.get("was", ""))
            text = document.text.rpartition(f"\n[{_TABLE}]\n")[0]
            if isinstance(path, str) and text:
                found[file.name] = (text, path, was)
        return found

    def forget(self, name: str) -> None:
        """Remove a draft."""
        with suppress(OSError):
            (self._folder / Path(name).name).unlink(missing_ok=True)
