"""Stand-ins for the ports that the window needs, with real values of the core behind them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Event

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise
from glutetimer.core.notice import Notice
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.bringing import Brought, KeptFiles
from glutetimer.core.ports.checking import CheckedFile, FileKind
from glutetimer.core.ports.giving import GivenRoutine
from glutetimer.core.ports.history import OfferedBackup, OpenedHistory
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.ports.own_files import FoundFile, ReadAgain
from glutetimer.core.ports.rendering import RenderedFile, RenderOrder
from glutetimer.core.ports.services import Services
from glutetimer.core.ports.shelf import CheckedDraft, DraftProblem, OpenDraft, WrittenEntry
from glutetimer.core.problem import Problem
from glutetimer.core.routine import Circuit, Routine
from glutetimer.core.schedule.routine_plan import PlanListing
from glutetimer.core.settings import Settings
from glutetimer.core.watch import Watch
from glutetimer.core.words.routine_facts import card_facts
from glutetimer.files.calendar import CalendarFiles
from glutetimer.files.draft_fields import (
    circuit_texts_of,
    texts_of,
    typed_into,
    typed_into_circuit,
)
from glutetimer.files.draft_text import draft_text
from glutetimer.files.library import Library
from glutetimer.files.quick_line import written_entry
from glutetimer.resources import assets_dir
from glutetimer.toml_text.problem import FaultyFile
from tests.fakes import FakeClock
from tests.fakes_history import FakeArchive, FakeHistory, FakeProgress
from tests.fakes_media import FakeMusic, FakeRemote
from tests.fakes_player import FakePlayer
from tests.fakes_reminders import FakeReminders


class FakeLibrary:
    """Routines from memory; `broken` are files with mistakes, `last` what was listed last time."""

    def __init__(self, routines: Iterable[Routine], broken: Iterable[RoutineListing] = ()) -> None:
        self.by_id = {routine.id: routine for routine in routines}
        self.broken = list(broken)
        self.listed_plans: list[PlanListing] = []
        self.times_listed = 0
        self.last: Sequence[RoutineListing] | None = None
        self._listed: Sequence[RoutineListing] = ()
        self.trouble: Trouble | None = None
        self.carried: tuple[str, ...] = ()

    def listings(self, settings: Settings) -> Sequence[RoutineListing]:
        self.times_listed += 1
        if self.trouble is not None:
            raise self.trouble
        good = [
            RoutineListing(
                id=routine.id,
                title=routine.title,
                source=routine.source,
                path=f"/routines/{routine.id}.toml",
                total_s=plan(routine, settings).total_s,
                equipment=routine.equipment,
                **card_facts(routine),
            )
            for routine in self.by_id.values()
        ]
        listed = [*good, *self.broken]
        if listed != self._listed:
            self._listed = listed
        return self._listed

    def last_listings(self) -> Sequence[RoutineListing] | None:
        return self.last

    def routine(self, name_or_path: str) -> Routine:
        name = name_or_path.rpartition("/")[2].removesuffix(".toml")
        if name not in self.by_id:
            raise Trouble("There is no such routine", name, "Choose another one")
        return self.by_id[name]

    def given(self, name_or_path: str) -> GivenRoutine:
        """The title in place of a file; one of more than 2,331 letters fits into no code."""
        title = self.routine(name_or_path).title
        return GivenRoutine(f"# mine\n{title}\n", title, self.carried)

    def plans(self, is_own_only: bool = False) -> Sequence[PlanListing]:
        return [one for one in self.listed_plans if one.is_own or not is_own_only]

    def check_file(self, path: str) -> CheckedFile:
        try:
            return CheckedFile(FileKind.ROUTINE, routine=self.routine(path))
        except Trouble as trouble:
            return CheckedFile(FileKind.UNREADABLE, (Problem(3, trouble.what),))

    def exercises(self) -> Mapping[str, Exercise]:
        return {
            entry.exercise.id: entry.exercise
            for routine in self.by_id.values()
            for entry in routine.entries
        }


@dataclass
class FakeOwnFiles:
    """Own files by path; a file that is not among them is one of another program."""

    files: dict[str, CheckedFile] = field(default_factory=dict)
    answers: list[ReadAgain] = field(default_factory=list)
    asked: list[Mapping[str, tuple[int, int]] | None] = field(default_factory=list)

    def paths(self) -> Sequence[str]:
        return list(self.files)

    def check(self, path: str) -> CheckedFile:
        return self.files[path]

    def find(self, path: str) -> FoundFile:
        return FoundFile(path, self.files.get(path))

    def read_again(
        self, settings: Settings, known: Mapping[str, tuple[int, int]] | None
    ) -> ReadAgain:
        self.asked.append(known)
        return self.answers.pop(0) if self.answers else ReadAgain(known or {}, ())


@dataclass
class FakeSettingsStore:
    """Settings in memory; `trouble` is raised by `save` while it is set."""

    settings: Settings = field(default_factory=Settings)
    notices: tuple[Notice, ...] = ()
    trouble: Trouble | None = None
    saved: list[Settings] = field(default_factory=list)
    times_read: int = 0

    def load(self) -> tuple[Settings, Sequence[Notice]]:
        self.times_read += 1
        return self.settings, self.notices

    def save(self, settings: Settings) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.settings = settings
        self.saved.append(settings)


@dataclass
class FakeRenderer:
    """A renderer that writes nothing; it stands still half-way until `may_go_on` is set."""

    orders: list[RenderOrder] = field(default_factory=list)
    trouble: Trouble | None = None
    notices: tuple[Notice, ...] = ()
    lacking: int = 0
    may_go_on: Event = field(default_factory=Event)
    was_stopped: bool = False

    def render(self, order: RenderOrder, watch: Watch) -> RenderedFile:
        self.orders.append(order)
        try:
            watch(0.5)
            while not self.may_go_on.wait(0.005):
                watch(0.5)
        except Exception:
            self.was_stopped = True
            raise
        if self.trouble is not None:
            raise self.trouble
        timeline = order.timeline
        return RenderedFile(
            path=order.path,
            duration_s=timeline.total_s,
            size_bytes=3_400_000,
            chapters=len(timeline.sets),
            texts=40,
            lacking=self.lacking,
            open_steps=sum(step.duration_s is None for step in timeline.steps),
            notices=self.notices,
        )


@dataclass
class FakeShelf:
    """Routine files in memory, by path; texts are read as the real one reads them."""

    files: dict[str, RoutineDraft] = field(default_factory=dict)
    deleted: dict[str, RoutineDraft] = field(default_factory=dict)
    drafts: dict[str, OpenDraft] = field(default_factory=dict)
    trouble: Trouble | None = None
    library: Library | None = None

    def open(self, path: str) -> OpenDraft:
        self._check()
        return OpenDraft(self.files[path], "", path)

    def carried(self, opened: OpenDraft) -> Mapping[str, Exercise]:
        return {}

    def check(self, opened: OpenDraft) -> CheckedDraft:
        """What the draft gives; without a library it has always one mistake."""
        if self.library is None or not opened.draft.entries:
            return CheckedDraft(None, (DraftProblem("there is nothing to do"),))
        try:
            return CheckedDraft(self.library.routine_of(draft_text(opened.draft), "mine"))
        except FaultyFile as fault:
            problems = tuple(DraftProblem(one.message) for one in fault.problems)
            return CheckedDraft(None, problems)

    def save(self, opened: OpenDraft) -> str:
        self._check()
        path = opened.path or f"/routines/{opened.draft.title}.toml"
        self.files[path] = opened.draft
        return path

    def delete(self, path: str) -> str:
        self._check()
        self.deleted[path] = self.files.pop(path)
        return path

    def restore(self, place: str, path: str) -> str:
        self._check()
        self.files[path] = self.deleted.pop(place)
        return path

    def keep(self, opened: OpenDraft, name: str) -> str:
        name = name or f"draft-{len(self.drafts)}.toml"
        self.drafts[name] = opened
        return name

    def kept(self) -> Mapping[str, OpenDraft]:
        return dict(self.drafts)

    def forget(self, name: str) -> None:
        self.drafts.pop(name, None)

    def texts(self, entry: EntryDraft) -> Mapping[str, str]:
        return texts_of(entry)

    def typed(self, entry: EntryDraft, key: str, text: str) -> EntryDraft:
        return typed_into(entry, key, text)

    def written(self, line: str, exercise_id: str = "") -> WrittenEntry | None:
        return written_entry(self.library, line, exercise_id) if self.library else None

    def circuit_texts(self, circuit: Circuit) -> Mapping[str, str]:
        return circuit_texts_of(circuit)

    def typed_circuit(self, circuit: Circuit, key: str, text: str) -> Circuit:
        return typed_into_circuit(circuit, key, text)

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble


@dataclass
class FakeImporter:
    """Finds in every source the same; it remembers what it was given."""

    found: Brought = field(default_factory=lambda: Brought("plain text", (), ()))
    asked: list[tuple[str, bytes, dict[str, str]]] = field(default_factory=list)
    kept: list[Brought] = field(default_factory=list)
    trouble: Trouble | None = None

    def bring(
        self, file_name: str, content: bytes, answers: Mapping[str, str] | None = None
    ) -> Brought:
        self.asked.append((file_name, content, dict(answers or {})))
        self._check()
        questions = (one for one in self.found.questions if one.name not in (answers or {}))
        return replace(self.found, questions=tuple(questions))

    def keep(self, brought: Brought) -> KeptFiles:
        self._check()
        self.kept.append(brought)
        return KeptFiles(
            tuple(f"/routines/{draft.title}.toml" for draft in brought.drafts),
            tuple(f"/plans/{plan.title}.toml" for plan in brought.plans),
        )

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble


@dataclass
class World:
    """All the fakes of one window, and the services made of them."""

    library: FakeLibrary
    history: FakeHistory = field(default_factory=FakeHistory)
    progress: FakeProgress = field(init=False)
    archive: FakeArchive = field(default_factory=FakeArchive)
    store: FakeSettingsStore = field(
        default_factory=lambda: FakeSettingsStore(Settings(safety_read=True))
    )
    player: FakePlayer = field(default_factory=FakePlayer)
    renderer: FakeRenderer = field(default_factory=FakeRenderer)
    shelf: FakeShelf = field(default_factory=FakeShelf)
    importer: FakeImporter = field(default_factory=FakeImporter)
    files: FakeOwnFiles = field(default_factory=FakeOwnFiles)
    clock: FakeClock = field(
        default_factory=lambda: FakeClock(utc=datetime(2026, 3, 20, 10, 0, tzinfo=UTC))
    )
    players_made: int = 0
    data_dir: str = "/data/glutetimer"
    notices: tuple[Notice, ...] = ()
    offered_backup: OfferedBackup | None = None

    def __post_init__(self) -> None:
        self.progress = FakeProgress(self.history.done)
        self.reminders = FakeReminders(self.clock)

    def make_player(self) -> FakePlayer:
        self.players_made += 1
        return self.player

    def make_renderer(self) -> FakeRenderer:
        return self.renderer

    def make_own_files(self) -> FakeOwnFiles:
        return self.files

    def make_importer(self) -> FakeImporter:
        return self.importer

    def has_drafts(self) -> bool:
        return bool(self.shelf.kept())

    def make_shelf(self) -> FakeShelf:
        return self.shelf

    def open_store(self) -> FakeSettingsStore:
        return self.store

    def open_history(self) -> OpenedHistory:
        return OpenedHistory(
            self.history, self.progress, self.archive, self.notices, self.offered_backup
        )

    def services(self) -> Services:
        return Services(
            clock=self.clock,
            library=self.library,
            open_history=self.open_history,
            make_settings_store=self.open_store,
            make_player=self.make_player,
            make_renderer=self.make_renderer,
            make_calendar=CalendarFiles,
            make_shelf=self.make_shelf,
            has_drafts=self.has_drafts,
            make_importer=self.make_importer,
            make_own_files=self.make_own_files,
            make_remote=FakeRemote,
            make_music=FakeMusic,
            make_reminders=lambda: self.reminders,
            data_dir=self.data_dir,
            manual_dir=str(assets_dir() / "help"),
        )

    def ago(self, days: float) -> datetime:
        """So many days before now."""
        return self.clock.utc_now() - timedelta(days=days)
