"""History, progress and archive in memory, for tests that need no database."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
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
from glutetimer.core.history.counting import done_sets
from glutetimer.core.history.records import (
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    SetResult,
    WholeSession,
)
from glutetimer.core.history.totals import (
    Answer,
    ExerciseTotals,
    PastExercise,
    SessionTotals,
    SuggestionAnswer,
)
from glutetimer.core.notice import Notice

Done = tuple[SessionSummary, Sequence[SetRecord]]


def local_day(summary: SessionSummary) -> date:
    """The day of its beginning where the person was; that of a time in UTC is the machine's."""
    at = summary.start.started_at
    return (at.astimezone() if at.tzinfo is UTC else at).date()


def nothing_done() -> Sequence[Done]:
    """An empty history."""
    return ()


@dataclass
class FakeHistory:
    """A history in memory; `trouble` is raised by whatever is called while it is set.

    While `is_full` is set every write fails.
    """

    summaries: dict[int, SessionSummary] = field(default_factory=dict)
    records: dict[int, list[SetRecord]] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    settled: set[int] = field(default_factory=set)
    trouble: Trouble | None = None
    is_full: bool = False
    pages: list[tuple[int | None, int]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    elsewhere: dict[str, WholeSession] = field(default_factory=dict)
    has_refuge: bool = True
    reviews: dict[int, SessionReview] = field(default_factory=dict)

    def add(self, summary: SessionSummary, records: Iterable[SetRecord] = ()) -> None:
        """Put a session in, for a test."""
        self.summaries[summary.id] = summary
        self.records[summary.id] = list(records)

    @property
    def starts(self) -> dict[int, SessionStart]:
        """How each session began that is not deleted."""
        return {summary.id: summary.start for summary in self._shown()}

    @property
    def ends(self) -> dict[int, tuple[SessionEnd, float]]:
        """How each session ended, and how long it ran."""
        return {s.id: (s.end, s.active_s) for s in self.summaries.values() if s.end is not None}

    def begin(self, start: SessionStart) -> int:
        self._check(is_write=True)
        number = max(self.summaries, default=0) + 1
        self.add(SessionSummary(number, start, None, None, 0.0, 0, SessionReview()))
        return number

    def keep_elsewhere(self, session: WholeSession) -> str:
        """Keep a session in a file, as long as there is a place."""
        if not self.has_refuge:
            raise Trouble("No folder can be written", "/elsewhere", "Make room")
        place = f"/elsewhere/{session.start.routine_id}.json"
        self.elsewhere[place] = session
        return place

    def drop_elsewhere(self, place: str) -> None:
        """Remove such a file."""
        self.elsewhere.pop(place, None)

    def add_set(self, session_id: int, record: SetRecord) -> None:
        self._check(is_write=True)
        key = record.result.index, record.result.attempt
        records = self.records[session_id]
        at = [(r.result.index, r.result.attempt) for r in records]
        if key in at:
            self.records[session_id][at.index(key)] = record
        else:
            records.append(record)
        done = len(done_sets(r.result for r in self.records[session_id]))
        self.summaries[session_id] = replace(self.summaries[session_id], sets_done=done)

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain | None) -> None:
        self._check(is_write=True)
        self.records[session_id] = [
            replace(r, pain=pain) if (r.result.index, r.result.attempt) == (index, attempt) else r
            for r in self.records[session_id]
        ]

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        self._check(is_write=True)
        self.summaries[session_id] = replace(
            self.summaries[session_id], end=end, ended_at=ended_at, active_s=active_s
        )

    def review(self, session_id: int, review: SessionReview) -> None:
        self._check(is_write=True)
        self._review(session_id, review)

    def sessions(
        self,
        routine_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[SessionSummary]:
        self._check()
        self.pages.append((limit, offset))
        found = [
            summary
            for summary in self._shown()
            if summary.end is not None
            and routine_id in (None, summary.start.routine_id)
            and (since is None or local_day(summary) >= since)
            and (until is None or local_day(summary) <= until)
        ]
        return found[offset:] if limit is None else found[offset : offset + limit]

    def sets(self, session_id: int) -> Sequence[SetRecord]:
        self._check()
        return list(self.records.get(session_id, []))

    def times_done(self, routine_id: str) -> int:
        self._check()
        return sum(s.sets_done > 0 for s in self.sessions(routine_id))

    def last_done(self) -> Mapping[str, datetime]:
        self._check()
        shown = [summary for summary in reversed(self._shown()) if summary.sets_done]
        return {summary.start.routine_id: summary.start.started_at for summary in shown}

    def routines_done(self) -> Sequence[tuple[str, str]]:
        self._check()
        shown = self._shown()
        return list({(s.start.routine_id, s.start.routine_title): None for s in shown})

    def interrupted(self) -> SessionSummary | None:
        self._check()
        return next((summary for summary in self._shown() if summary.end is None), None)

    def delete(self, session_id: int) -> None:
        self._check(is_write=True)
        self.deleted.add(session_id)

    def restore(self, session_id: int) -> None:
        self._check(is_write=True)
        self.deleted.discard(session_id)

    def take_notices(self) -> Sequence[Notice]:
        notices, self.notices = self.notices, []
        return notices

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        self._check(is_write=True)
        summary = self.summaries[session_id]
        self.summaries[session_id] = replace(
            summary, start=replace(summary.start, pain_before=level)
        )

    def awaiting_morning(self, today: date) -> SessionSummary | None:
        self._check()
        newest = next((s for s in self._shown() if s.end is not None and s.sets_done), None)
        if newest is None or newest.id in self.settled:
            return None
        is_near = today - timedelta(days=3) <= local_day(newest) < today
        return newest if is_near and newest.review.pain_morning is None else None

    def settle_morning(self, session_id: int, level: int | None) -> None:
        self._check(is_write=True)
        self._review(session_id, replace(self.summaries[session_id].review, pain_morning=level))
        self.settled.add(session_id)

    def done(self) -> Sequence[tuple[SessionSummary, Sequence[SetRecord]]]:
        """Every ended session with its sets, oldest first."""
        self._check()
        return [(s, self.records[s.id]) for s in reversed(self._shown()) if s.end is not None]

    def _shown(self) -> list[SessionSummary]:
        shown = [s for number, s in self.summaries.items() if number not in self.deleted]
        return sorted(shown, key=lambda summary: summary.start.started_at, reverse=True)

    def _review(self, session_id: int, review: SessionReview) -> None:
        self.reviews[session_id] = review
        self.summaries[session_id] = replace(self.summaries[session_id], review=review)

    def _check(self, *, is_write: bool = False) -> None:
        if self.trouble is not None:
            raise self.trouble
        if is_write and self.is_full:
            raise Trouble("The disk is full", "history", "Make room")


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
