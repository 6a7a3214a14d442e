"""Brings routines of other programs in: from a source to files of the person's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from glutetimer.core.draft import Lost, PlanDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.bringing import Brought, KeptFiles
from glutetimer.core.routine import Routine
from glutetimer.files.draft_text import draft_text
from glutetimer.files.importing.fitting import Fitting
from glutetimer.files.importing.naming import Naming
from glutetimer.files.importing.ours import bring_ours
from glutetimer.files.importing.reading import decoded, read_source
from glutetimer.files.library import Library
from glutetimer.files.ours import is_ours
from glutetimer.files.plan_file import FOLDER
from glutetimer.files.plan_text import plan_text
from glutetimer.files.routine_file import USUAL_REST_AFTER_S
from glutetimer.files.toml_folder import file_id, free_name, id_of
from glutetimer.toml_text.problem import FaultyFile
from glutetimer.whole_file import make_folder, write_whole


class Importer:
    """Implements core.ports.bringing.RoutineImporter on a library and a folder of routines.

    Plans go into the folder of plans beside it.
    """

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._routines = folder
        self._plans = folder.parent / FOLDER

    def bring(
        self, file_name: str, content: bytes, answers: Mapping[str, str] | None = None
    ) -> Brought:
        """Take a source apart; see the port."""
        name = Path(file_name).name
        text = decoded(content)
        if is_ours(name, text):
            return bring_ours(name, _as_it_is(content, text), self._library)
        source, imported = read_source(name, content)
        exercises = self._library.exercises()
        naming = Naming(exercises, answers or {})
        fitting = Fitting()
        drafts, routines, lost = [], [], list(imported.lost)
        titles: dict[str, str] = {}
        for found in imported.routines:
            draft = naming.named(fitting.fitted(found))
            try:
                draft, routine = self._whole(draft, lost)
            except FaultyFile as fault:
                lost.append(Lost(0, f"{draft.title} cannot be taken: {_mistakes(fault)}"))
                continue
            routines.append(routine)
            drafts.append(draft)
            titles.setdefault(found.title, draft.title)
        plans = [fitting.fitted_plan(plan, titles) for plan in imported.plans]
        lost += (*fitting.lost, *naming.lost, *_unsaid_rests(drafts))
        return Brought(
            source=source,
            routines=tuple(routines),
            drafts=tuple(drafts),
            plans=tuple(plan for plan in plans if plan is not None),
            lost=tuple(lost),
            questions=tuple(naming.questions.values()),
        )

    def keep(self, brought: Brought) -> KeptFiles:
        """Write routines and plans; see the port."""
        make_folder(self._routines)
        if brought.plans:
            make_folder(self._plans)  # first: without it no routine should be written either
        if brought.text and brought.plans:
            plan_path = free_name(self._plans, brought.name)
            write_whole(brought.text.encode(), plan_path)
            return KeptFiles((), (str(plan_path),))
        if brought.text:
            return KeptFiles((str(self._write(brought.text, brought.name)),))
        routines = [self._write(draft_text(draft), id_of(draft.title)) for draft in brought.drafts]
        titles = [draft.title for draft in brought.drafts]
        try:
            plans = [self._write_plan(plan, titles, routines) for plan in brought.plans]
        except Trouble as trouble:
            what = f"The routines are kept, but not the plan. {trouble.what}"
            raise Trouble(what, trouble.where, trouble.cure) from trouble
        return KeptFiles(tuple(map(str, routines)), tuple(map(str, plans)))

    def _whole(self, draft: RoutineDraft, lost: list[Lost]) -> tuple[RoutineDraft, Routine]:
        """The routine of a draft; an exercise that no file can have is left out of both."""
        try:
            return draft, self._read(draft)
        except FaultyFile:
            draft = self._without_faulty(draft, lost)
            return draft, self._read(draft)

    def _without_faulty(self, draft: RoutineDraft, lost: list[Lost]) -> RoutineDraft:
        kept = []
        for entry in draft.entries:
            try:
                self._read(RoutineDraft(draft.title, (replace(entry, circuit=""),)))
            except FaultyFile as fault:
                lost.append(Lost(entry.line, f"{entry.name} cannot be taken: {_mistakes(fault)}"))
            else:
                kept.append(entry)
        used = {entry.circuit for entry in kept}
        circuits = tuple(one for one in draft.circuits if one.letter in used)
        return replace(draft, entries=tuple(kept), circuits=circuits) if kept else draft

    def _read(self, draft: RoutineDraft) -> Routine:
        if not draft.entries:
            raise Trouble(f"{draft.title} has no exercise")
        return self._library.routine_of(draft_text(draft), id_of(draft.title))

    def _write(self, text: str, name: str) -> Path:
        path = free_name(self._routines, name, self._library.built_in_ids())
        write_whole(text.encode(), path)
        return path

    def _write_plan(self, plan: PlanDraft, titles: Sequence[str], files: Sequence[Path]) -> Path:
        path = free_name(self._plans, id_of(plan.title))
        places = _places(plan, titles)
        ids = ["" if place is None else file_id(files[place]) for place in places]
        write_whole(plan_text(plan, ids).encode(), path)
        return path


def _places(plan: PlanDraft, titles: Sequence[str]) -> Iterator[int | None]:
    """Which of the routines with these titles each day of a plan has.

    Two may have one title: each day that has it takes the next of them, in turns.
    """
    of_title: dict[str, list[int]] = {}
    for place, title in enumerate(titles):
        of_title.setdefault(title, []).append(place)
    turns = {title: cycle(places) for title, places in of_title.items()}
    return (next(turns[day.routine]) if day.routine else None for day in plan.days)


def _as_it_is(content: bytes, text: str) -> str:
    """The text with its byte order mark, if it has one: a file of ours is kept byte for byte."""
    mark = "\ufeff"
    return mark + text if content.startswith(mark.encode()) else text


def _mistakes(fault: FaultyFile) -> str:
    return "; ".join(problem.message for problem in fault.problems)


def _unsaid_rests(drafts: Sequence[RoutineDraft]) -> Iterator[Lost]:
    """Where a routine says nothing of the rest between the sets of an exercise, or after it."""
    for draft in drafts:
        unsaid = [one for one in draft.entries if not one.rests_s and (one.sets or 1) > 1]
        if unsaid:
            names = ", ".join(dict.fromkeys(entry.name for entry in unsaid))
            told = f"{draft.title}: no rest between sets is given; it is as usual for {names}"
            yield Lost(unsaid[0].line, told)
        unrested = [entry for entry in draft.entries[:-1] if entry.rest_after_s is None]
        if unrested:
            told = f"{draft.title}: no rest between exercises is given"
            yield Lost(unrested[0].line, f"{told}; it is {USUAL_REST_AFTER_S:g} s")
