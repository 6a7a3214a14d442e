"""The person's own routine files, as the editor opens, saves and deletes them."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from glutetimer.core.draft import EntryDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise, Tempo
from glutetimer.core.ports.shelf import CheckedDraft, DraftProblem, OpenDraft, WrittenEntry
from glutetimer.core.problem import Problem
from glutetimer.core.routine import Circuit
from glutetimer.files.draft_fields import (
    circuit_texts_of,
    texts_of,
    typed_into,
    typed_into_circuit,
)
from glutetimer.files.draft_keeper import DraftKeeper
from glutetimer.files.draft_reader import read_draft
from glutetimer.files.draft_rewriter import rewritten
from glutetimer.files.library import Library
from glutetimer.files.quick_line import written_entry
from glutetimer.files.toml_folder import file_id, free_name, id_of
from glutetimer.toml_text.document import Document, parse_document, read_bytes
from glutetimer.toml_text.key_lines import KeyPath, TooDeepError, key_lines
from glutetimer.toml_text.problem import FaultyFile, printable
from glutetimer.whole_file import make_folder, write_whole

_ORIGIN = re.compile(r"^[ \t]*dose_source[ \t]*=[^\n]*\n", re.MULTILINE)
"""Who chose the doses of a file: in a copy of it that is the person."""


class OwnRoutines:
    """Implements core.ports.shelf.RoutineShelf on a library and the person's data folder."""

    def __init__(self, library: Library, data_dir: Path) -> None:
        self._library = library
        self._folder = data_dir / "routines"
        self._deleted = data_dir / "deleted"
        self._keeper = DraftKeeper(data_dir / "drafts")
        self._opened: dict[str, str] = {}  # what marks the content of each file
        self._last: tuple[OpenDraft, str] | None = None  # checked, then kept: one text for both

    # Opening, and what it would give

    def open(self, path: str) -> OpenDraft:
        """A routine file as a draft; see the port."""
        self._library.routine(path)
        try:
            content = read_bytes(Path(path))
            text = content.decode()
        except (OSError, ValueError) as error:
            raise Trouble("The file cannot be read", printable(path)) from error
        self._opened[path] = _mark_of(content)
        return self._as_draft(text, path)

    def check(self, opened: OpenDraft) -> CheckedDraft:
        """What the file would give; see the port."""
        if not opened.draft.entries:
            return CheckedDraft(None, (DraftProblem("Add an exercise to begin with"),))
        text = self._text(opened)
        try:
            return CheckedDraft(self._library.routine_of(text, self._id_of(opened)))
        except FaultyFile as fault:
            return CheckedDraft(None, tuple(_placed(fault.problems, text)))

    # Files

    def save(self, opened: OpenDraft) -> str:
        """Write the file; see the port."""
        path = Path(opened.path) if opened.path else None
        if path is not None:
            self._refuse_change(path)
        content = self._text(opened).encode()
        self._library.routine_of(content.decode("utf-8-sig"), self._id_of(opened))
        make_folder(self._folder)
        if path is None:
            path = free_name(self._folder, id_of(opened.draft.title), self._library.built_in_ids())
        write_whole(content, path, may_replace=bool(opened.path))
        self._opened[str(path)] = _mark_of(content)
        return str(path)

    def delete(self, path: str) -> str:
        """Move a file to the deleted ones; see the port."""
        file = Path(path)
        if file.parent != self._folder:
            raise Trouble("Only routines of your own can be deleted", printable(path))
        return str(_moved(file, self._deleted))

    def restore(self, place: str, path: str) -> str:
        """Bring a deleted file back; see the port."""
        return str(_moved(Path(place), self._folder, Path(path).stem))

    def _refuse_change(self, path: Path) -> None:
        known = self._opened.get(str(path))
        try:
            now = _mark_of(read_bytes(path))
        except (OSError, ValueError):
            return  # it is gone: nothing is lost
        self._opened[str(path)] = now
        if known not in (None, now):
            raise Trouble(
                "Another program has changed the file since it was opened here",
                printable(str(path)),
                "Save again to write over that change",
            )

    # Drafts

    def keep(self, opened: OpenDraft, name: str) -> str:
        """Keep a draft; see the port."""
        stem = file_id(Path(opened.path)) if opened.path else id_of(opened.draft.title)
        was = self._opened.get(opened.path, "")
        return self._keeper.keep(self._text(opened), opened.path, was, stem, name)

    def kept(self) -> Mapping[str, OpenDraft]:
        """The drafts that are kept; see the port."""
        kept = self._keeper.kept()
        for _, path, was in kept.values():
            if was:  # the file may have changed since the program ended
                self._opened.setdefault(path, was)
        return {name: self._as_draft(text, path) for name, (text, path, _) in kept.items()}

    def forget(self, name: str) -> None:
        """Drop a kept draft; see the port."""
        self._keeper.forget(name)

    # Fields

    def texts(self, entry: EntryDraft) -> Mapping[str, str]:
        """The values of an entry as they are typed; see the port."""
        return texts_of(entry)

    def typed(self, entry: EntryDraft, key: str, text: str) -> EntryDraft:
        """An entry with a value as it was typed; see the port."""
        exercise = self._library.exercises().get(entry.exercise_id)
        return typed_into(entry, key, text, exercise.tempo if exercise else Tempo())

    def written(self, line: str, exercise_id: str = "") -> WrittenEntry | None:
        """An exercise as people write it; see the port."""
        return written_entry(self._library, line, exercise_id)

    def circuit_texts(self, circuit: Circuit) -> Mapping[str, str]:
        """Rounds and rest of a circuit as they are typed; see the port."""
        return circuit_texts_of(circuit)

    def typed_circuit(self, circuit: Circuit, key: str, text: str) -> Circuit:
        """A circuit with a value as it was typed; see the port."""
        return typed_into_circuit(circuit, key, text)

    def carried(self, opened: OpenDraft) -> Mapping[str, Exercise]:
        """The exercises that the file of a draft holds itself; see the port."""
        return self._carried(opened.text)

    def _carried(self, text: str) -> Mapping[str, Exercise]:
        return self._library.carried_exercises(text.removeprefix("\ufeff")) if text else {}

    def _exercises(self, text: str) -> Mapping[str, Exercise]:
        return {**self._library.exercises(), **self._carried(text)}

    def _as_draft(self, text: str, path: str) -> OpenDraft:
        document = parse_document(text.removeprefix("\ufeff"))
        if not isinstance(document, Document):
            document = Document({}, "")
        return OpenDraft(read_draft(document, self._exercises(text)), text, path)

    def _text(self, opened: OpenDraft) -> str:
        if self._last is None or self._last[0] != opened:
            before = opened.text if opened.path else _ORIGIN.sub("", opened.text)
            text = rewritten(before, opened.draft, self._exercises(opened.text))
            self._last = (opened, text)
        return self._last[1]

    def _id_of(self, opened: OpenDraft) -> str:
        return file_id(Path(opened.path)) if opened.path else id_of(opened.draft.title)


def _mark_of(content: bytes) -> str:
    """What tells a content from any other."""
    return sha256(content).hexdigest()


def _moved(file: Path, folder: Path, stem: str = "") -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = free_name(folder, stem or file.stem)
        return file.rename(target)
    except OSError as error:
        reason = error.strerror or "it cannot be moved"
        raise Trouble(f"Nothing was moved: {reason}", printable(str(file))) from error


def _placed(problems: Sequence[Problem], text: str) -> list[DraftProblem]:
    """The problems of a text at their entries and keys."""
    try:
        places = {line: path for path, line in key_lines(text).items() if path[0] == "exercise"}
    except TooDeepError:
        places = {}
    return [_problem(problem, places.get(problem.line, ())) for problem in problems]


def _problem(problem: Problem, place: KeyPath) -> DraftProblem:
    entry = place[1] if len(place) > 1 and isinstance(place[1], int) else None
    key = place[2] if len(place) > 2 and isinstance(place[2], str) else ""
    return DraftProblem(problem.message, entry, key)
