"""Progress and archive in memory, for tests that need no database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from threading import Event

from glutetimer.core.errors import Trouble
from glutetimer.core.history.archive import (
    Backup,
    BackupPreview,
    Extent,
    Imported,
    ImportPreview,
    TableStyle,
)
from glutetimer.core.history.records import Outcome, SessionSummary, SetRecord, SetResult
from glutetimer.core.history.totals import (
    Answer,
    ExerciseTotals,
    PastExercise,
    SessionTotals,
    SuggestionAnswer,
)

Done = tuple[SessionSummary, Sequence[SetRecord]]


def local_day(summary: SessionSummary) -> date:
    """The day of its beginning where the person was; that of a time in UTC is the machine's."""
    at = summary.start.started_at
    return (at.astimezone() if at.tzinfo is UTC else at).date()


def nothing_done() -> Sequence[Done]:
    """An empty history."""
    return ()


@dataclass
class FakeProgress:
    """Counts what `done` gives: every ended session with its sets, oldest first."""

    done: Callable[[], Sequence[Done]] = nothing_done
    given: list[SuggestionAnswer] = field(default_factory=list)
    trouble: Trouble | None = None

    def totals(
        self, since: date | None = None, until: date | None = None
    ) -> Sequence[SessionTotals]:
        return [_totals(*row) for row in self._between(since, until)]

    def exercise_totals(
        self, exercise_id: str, since: date | None = None, until: date | None = None
    ) -> Sequence[ExerciseTotals]:
        found = []
        for summary, records in self._between(since, until):
            mine = [r.result for r in records if r.result.exercise_id == exercise_id]
            for side in sorted({result.side for result in mine}, key=str):
                results = [result for result in mine if result.side == side]
                holds = [result for result in results if result.done.reps is None]
                found.append(
                    ExerciseTotals(
                        session_id=summary.id,
                        day=local_day(summary),
                        side=side,
                        sets=_done(results),
                        reps=sum(result.done.reps or 0 for result in results),
                        hold_s=sum(result.done.seconds or 0.0 for result in holds),
                        under_s=sum(result.done.seconds or 0.0 for result in results),
                    )
                )
        return found

    def exercises_done(self) -> Sequence[tuple[str, str]]:
        names = {
            record.result.exercise_id: record.result.exercise_name
            for _, records in self._between(None, None)
            for record in records
        }
        return sorted(names.items(), key=lambda item: (item[1], item[0]))

    def recent(self, exercise_id: str, count: int) -> Sequence[PastExercise]:
        found = []
        for summary, records in reversed(self._between(None, None)):
            mine = tuple(r for r in records if r.result.exercise_id == exercise_id)
            if mine:
                found.append(PastExercise(_totals(summary, records), mine))
        return found[:count]

    def answers(self) -> Sequence[SuggestionAnswer]:
        self._check()
        return sorted(self.given, key=lambda answer: answer.answered_at)

    def answer(self, answer: SuggestionAnswer) -> None:
        self._check()
        assert isinstance(answer.answer, Answer)
        self.given.append(answer)

    def take_back_answer(self, answer: SuggestionAnswer) -> None:
        self._check()
        if answer in self.given:
            self.given.remove(answer)

    def _between(self, since: date | None, until: date | None) -> Sequence[Done]:
        self._check()
        return [
            (summary, records)
            for summary, records in self.done()
            if (since is None or local_day(summary) >= since)
            and (until is None or local_day(summary) <= until)
        ]

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble


def _done(results: Sequence[SetResult]) -> int:
    """Every set once, of a hold at least a second and a tenth."""
    found = set()
    for result in results:
        planned_s, done_s = result.planned.seconds or 1.0, result.done.seconds
        if result.done.reps is None:
            has_any = done_s is None or done_s >= max(min(planned_s, 1.0), 0.1 * planned_s)
        else:
            has_any = bool(result.done.reps)
        if result.outcome is Outcome.DONE and has_any:
            place = result.index, result.round, result.set
            found.add((*place, result.exercise_id, result.side))
    return len(found)


def _totals(summary: SessionSummary, records: Sequence[SetRecord]) -> SessionTotals:
    start, review = summary.start, summary.review
    pains = [r.pain.level for r in records if r.pain and r.pain.level is not None]
    return SessionTotals(
        id=summary.id,
        day=local_day(summary),
        started_at=start.started_at,
        routine_id=start.routine_id,
        routine_title=start.routine_title,
        dose=start.dose,
        active_s=summary.active_s,
        under_s=sum(record.result.done.seconds or 0.0 for record in records),
        sets_done=summary.sets_done,
        sets_planned=start.planned_sets,
        pain_before=start.pain_before,
        pain_after=review.pain_after,
        pain_morning=review.pain_morning,
        effort=review.effort,
        worst_pain=max(pains, default=None),
    )


@dataclass
class FakeArchive:
    """Says what a test wants it to say; `told` is what it was asked to do.

    While `may_go_on` is cleared, whatever it is asked to do stands still half-way. `bug` is raised
    as it is.
    """

    extent: Extent = field(default_factory=lambda: Extent(0, 0))
    preview: ImportPreview | None = None
    imported: Imported = field(default_factory=lambda: Imported((), 0, ""))
    known_backups: list[Backup] = field(default_factory=list)
    has: Extent = field(default_factory=lambda: Extent(0, 0))
    lost: Extent = field(default_factory=lambda: Extent(0, 0))
    regained: Extent = field(default_factory=lambda: Extent(0, 0))
    trouble: Trouble | None = None
    bug: Exception | None = None
    told: list[tuple[object, ...]] = field(default_factory=list)
    may_go_on: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.may_go_on.set()

    def export_csv(
        self,
        path: str,
        watch: Callable[[float], None] | None = None,
        style: TableStyle | None = None,
    ) -> Extent:
        self._tell("export_csv", path, style, watch=watch)
        return self.extent

    def export_json(self, path: str, watch: Callable[[float], None] | None = None) -> Extent:
        self._tell("export_json", path, watch=watch)
        return self.extent

    def preview_import(
        self, path: str, watch: Callable[[float], None] | None = None
    ) -> ImportPreview:
        self._tell("preview_import", path, watch=watch)
        return self.preview or ImportPreview(path, 2, self.extent, self.extent)

    def import_json(self, path: str, watch: Callable[[float], None] | None = None) -> Imported:
        self._tell("import_json", path, watch=watch)
        return self.imported

    def undo_import(self, imported: Imported) -> None:
        self._tell("undo_import", imported)

    def backups(self) -> Sequence[Backup]:
        if self.trouble is not None:
            raise self.trouble
        return sorted(self.known_backups, key=lambda backup: backup.made_at, reverse=True)

    def preview_backup(self, name: str) -> BackupPreview:
        self._tell("preview_backup", name)
        return BackupPreview(self._named(name), self.has, self.lost, self.regained)

    def restore_backup(self, name: str) -> str:
        self._tell("restore_backup", name)
        self._named(name)
        return "history-20260105T073000Z-before-restore.sqlite3"

    def _named(self, name: str) -> Backup:
        for backup in self.known_backups:
            if backup.name == name:
                return backup
        raise Trouble("This backup does not exist", name, "Choose another backup")

    def _tell(self, *words: object, watch: Callable[[float], None] | None = None) -> None:
        while not self.may_go_on.wait(0.005):
            if watch is not None:
                watch(0.5)
        for wrong in (self.trouble, self.bug):
            if wrong is not None:
                raise wrong
        self.told.append(words)
