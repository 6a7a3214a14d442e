"""The settings file: TOML that a person may read and edit."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import Clock, Notice
from glutetimer.core.problem import Problem
from glutetimer.core.settings import Settings
from glutetimer.sealed_file import SealedFile
from glutetimer.store.disk import explain_os, set_aside
from glutetimer.store.settings_values import MOST_TOLD, Mistake, Plain, from_plain, to_plain

_HEADER = "# The settings of glutetimer. What is not written here is as the program has it.\n\n"


class _BrokenFileError(Exception):
    """The file cannot be taken apart; the text says why, as a part of a sentence."""


class SettingsFile:
    """The settings in one file; implements `core.ports.SettingsStore`.

    What was read is kept in `copy` (a cache) together with the file's time and size, so that a
    start imports no TOML reader; None keeps nothing.
    """

    def __init__(self, path: Path, clock: Clock, copy: Path | None = None) -> None:
        self._path = path
        self._clock = clock
        self._copy = None if copy is None else SealedFile(copy)

    def load(self) -> tuple[Settings, Sequence[Notice]]:
        """The settings, with a notice for whatever could not be read; never raises.

        Without a file they are the defaults. A wrong value is replaced by its default and stays
        in the file until the next save; a file that is not TOML is moved aside under a dated name.
        """
        try:
            plain = self._read()
        except OSError as error:
            trouble = explain_os(error, "The settings file cannot be read", self._path)
            notice = Notice(f"{trouble.what}. The usual settings are used.", f"It is {self._path}.")
            return Settings(), (notice,)
        except _BrokenFileError as error:
            return Settings(), (self._set_aside(str(error)),)
        settings, mistakes = from_plain(plain)
        return settings, self._notices(mistakes) if mistakes else ()

    def save(self, settings: Settings) -> None:
        """Write the file atomically. Raises Trouble; the old file stays then.

        Only what differs from the defaults is written, and what stands in the file under keys
        that are not known (a newer version's) is kept. A file that is broken, or has what cannot be
        written again, is moved aside.
        """
        import tomli_w  # late: not wanted at the start

        from glutetimer.toml_text.document import parse_bytes

        what = "The settings could not be saved"
        # Where the file is a link, the file behind it is meant.
        target = self._path.resolve()
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            try:
                old = self._read()
            except _BrokenFileError as error:
                self._set_aside(str(error))
                old = {}
            text = _HEADER + tomli_w.dumps(to_plain(settings, old))
            if isinstance(parse_bytes(text.encode()), Problem):  # strange values as we write them
                self._set_aside("it cannot be written again")
                text = _HEADER + tomli_w.dumps(to_plain(settings, {}))
            target.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError as error:
            raise explain_os(error, what, self._path) from error
        except UnicodeEncodeError as error:
            cure = "Change the text that was entered last"
            raise Trouble(f"{what}: a text has half a character", "", cure) from error
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def _notices(self, mistakes: Sequence[Mistake]) -> Sequence[Notice]:
        from glutetimer.toml_text.document import Document, read_document

        document = read_document(self._path)  # for the lines: most files need none
        notices = []
        for mistake in mistakes[:MOST_TOLD]:
            line = document.line_of(mistake.path) if isinstance(document, Document) else 1
            choice = ", or choose it in the settings" if mistake.is_known else ""
            cure = f"Correct line {line} of {self._path}{choice}."
            notices.append(Notice(f"The setting {mistake.sentence}", cure))
        if (more := len(mistakes) - MOST_TOLD) > 0:
            notices.append(Notice(f"There are {more:,} more mistakes in {self._path}."))
        return notices

    def _read(self) -> Plain:
        """Return what is in the file; empty without one."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return {}
        stamp = (str(self._path), found.st_mtime_ns, found.st_size)
        copied = self._copied(stamp)
        if copied is not None:
            return copied
        # Late: a start with an unchanged file need not pay for it.
        from glutetimer.toml_text.document import parse_bytes, read_bytes

        document = parse_bytes(read_bytes(self._path))
        if isinstance(document, Problem):
            raise _BrokenFileError(str(document))
        plain = dict(document.values)
        if self._copy is not None:
            self._copy.store((stamp, plain))
        return plain

    def _copied(self, stamp: tuple[str, int, int]) -> Plain | None:
        match self._copy.load() if self._copy else None:
            case (copied_for, dict(plain)) if copied_for == stamp:
                return plain
            case _:
                return None

    def _set_aside(self, why: str) -> Notice:
        text = f"The settings file was broken ({why}), the usual settings are used."
        try:
            kept = set_aside(self._path, "broken", self._clock.utc_now())
        except OSError:
            return Notice(text, f"Correct or remove {self._path}.")
        return Notice(text, f"It was kept as {kept}: correct it there and move it back.")
