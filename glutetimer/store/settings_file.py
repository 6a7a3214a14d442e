"""The settings file: TOML that a person may read and edit."""

from collections.abc import Sequence
from pathlib import Path

import tomli_w

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.clock import Clock
from glutetimer.core.problem import Problem
from glutetimer.core.settings import Settings
from glutetimer.store.disk import explain_os, set_aside
from glutetimer.store.locking import alone
from glutetimer.store.settings_values import (
    MOST_TOLD,
    Mistake,
    Plain,
    from_plain,
    merged,
    to_plain,
)
from glutetimer.toml_text.document import Document, parse_bytes, read_bytes, read_document
from glutetimer.whole_file import replaced

_HEADER = "# The settings of glutetimer. What is not written here is as the program has it.\n\n"
_PATIENCE_S = 2.0  # for another process that is saving; far more than that takes


class _BrokenFileError(Exception):
    """The file cannot be taken apart; the text says why, as a part of a sentence."""


class SettingsFile:
    """The settings in one file; implements `core.ports.SettingsStore`.

    Several processes may have it: what this one was told first, and has saved since, is what it
    takes for the settings that it changes.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._known: Settings | None = None

    def load(self) -> tuple[Settings, Sequence[Notice]]:
        """The settings, with a notice for whatever could not be read; never raises.

        Without a file they are the defaults. A wrong value is replaced by its default and stays
        in the file until the next save; a file that is not TOML is moved aside under a dated name.
        """
        settings, notices = self._loaded()
        self._known = self._known or settings
        return settings, notices

    def _loaded(self) -> tuple[Settings, Sequence[Notice]]:
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

        Only what this process has changed is written over what the file has now, and only what
        differs from the defaults; what stands there under keys that are not known (a newer
        version's) is kept. A file that is broken, or has what cannot be written again, is moved
        aside.
        """
        what = "The settings could not be saved"
        target = self._path.resolve()  # a link stays a link
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with alone(self._path.with_name(f".{self._path.name}.lock"), _PATIENCE_S):
                try:
                    old = self._read()
                except _BrokenFileError as error:
                    self._set_aside(str(error))
                    old = {}
                now, _ = from_plain(old)
                new = merged(settings, self._known or now, now)
                content = _content(to_plain(new, old))
                if content is None:  # strange values, as we would write them
                    content = _content(to_plain(new, {}))
                    if content is None:
                        raise Trouble(what, str(self._path), "Make the texts in them shorter")
                    self._set_aside("it cannot be written again")
                with replaced(target) as part:
                    part.write_bytes(content)
        except OSError as error:
            raise explain_os(error, what, self._path) from error
        except UnicodeEncodeError as error:
            cure = "Change the text that was entered last"
            raise Trouble(f"{what}: a text has half a character", "", cure) from error
        self._known = settings

    def _notices(self, mistakes: Sequence[Mistake]) -> Sequence[Notice]:
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
            document = parse_bytes(read_bytes(self._path))
        except FileNotFoundError:
            return {}
        if isinstance(document, Problem):
            raise _BrokenFileError(str(document))
        return dict(document.values)

    def _set_aside(self, why: str) -> Notice:
        text = f"The settings file was broken ({why}), the usual settings are used."
        try:
            kept = set_aside(self._path, "broken", self._clock.utc_now())
        except OSError:
            return Notice(text, f"Correct or remove {self._path}.")
        return Notice(text, f"It was kept as {kept}: correct it there and move it back.")


def _content(plain: Plain) -> bytes | None:
    """What the file is to have; None if that could not be read again."""
    content = (_HEADER + tomli_w.dumps(plain)).encode()
    return None if isinstance(parse_bytes(content), Problem) else content
