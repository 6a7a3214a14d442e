"""`glutetimer cues`: what is said, or sounded, at which moment."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from time import monotonic, sleep

from glutetimer import app
from glutetimer.cli.opened import told_settings, told_times_done
from glutetimer.cli.planned import planned
from glutetimer.cli.table import table
from glutetimer.clock import SystemClock
from glutetimer.command import command
from glutetimer.core.cues.placing import cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.pronunciation import pronunciations
from glutetimer.core.cues.sheet import CueSheet, CueStyle
from glutetimer.core.cues.tongues import own_words
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings, Verbosity
from glutetimer.core.words.clock_text import clock_text
from glutetimer.folders import folders

RENDER_WAIT_S = 20.0


def cues(given: Namespace) -> int:
    """Print the cue sheet as a table or as JSON; says on stderr what its lengths rest on."""
    settings = told_settings(given.data_dir)
    timeline = planned(given, settings).timeline
    style = chosen_style(given, settings, timeline.routine.id)
    wanted = texts(timeline, style)
    ready: Mapping[str, float] = {}
    if wanted:
        spoken = replace(settings, voice_on=True, verbosity=style.verbosity)
        ready = clip_lengths_s(given.data_dir, timeline.routine, wanted, spoken, RENDER_WAIT_S)
        print(basis(wanted, ready), file=sys.stderr)

    def length_s(text: str) -> float:
        found = ready.get(text)
        return estimated_length_s(text) if found is None else found

    sheet = within_typical(cue_sheet(timeline, style, length_s), timeline)
    if given.json:
        print(json.dumps(as_json(timeline.routine.id, sheet), indent=1))
    else:
        print("\n".join(as_lines(sheet)))
    return 0


def clip_lengths_s(
    data_dir: str | None,
    routine: Routine,
    wanted: Sequence[str],
    settings: Settings,
    wait_s: float,
) -> Mapping[str, float]:
    """Seconds of the clips of a routine's texts; after `wait_s` of those that are ready."""
    player = app.make_player(folders(data_dir), SystemClock())
    try:
        say, own = pronunciations(routine), own_words(routine)
        player.prepare(wanted, settings, routine.language, say, own)
        until_s = monotonic() + wait_s
        while monotonic() < until_s and not player.take_notices():
            ready = player.lengths_s()
            if all(text in ready for text in wanted):
                break
            sleep(0.02)
        return dict(player.lengths_s())
    finally:
        player.close()


def within_typical(sheet: CueSheet, timeline: Timeline) -> CueSheet:
    """The sheet without what an open-ended step says beyond the time that it typically takes.

    The steps after it count from there, so its further cues would stand in their midst.
    """
    kept = (
        cue
        for cue in sheet.cues
        if timeline.steps[cue.step].duration_s is not None
        or cue.session_s + cue.duration_s <= timeline.starts_s[cue.step + 1]
    )
    return replace(sheet, cues=tuple(kept))


def chosen_style(given: Namespace, settings: Settings, routine_id: str) -> CueStyle:
    """The style of the settings for a routine's next session.

    --verbosity says how much is said, --session which session it is, if not the next.
    """
    if given.session is None:
        style = CueStyle.of(settings, told_times_done(given.data_dir, routine_id))
    else:
        style = CueStyle.of(settings, given.session - 1)
    word = given.verbosity
    return style if word is None else replace(style, verbosity=Verbosity(word))


def basis(wanted: Sequence[str], ready: Mapping[str, float]) -> str:
    """Say whether the lengths of the clips are exact or estimated."""
    lacking = sum(text not in ready for text in wanted)
    if not lacking:
        return f"Lengths are those of the {len(wanted)} rendered clips."
    if lacking == len(wanted):
        why = f"{command('doctor')} says why"
        return f"No voice clip is ready: all lengths are estimated ({why})."
    return f"Lengths of {lacking} of {len(wanted)} texts are estimated: their clips are not ready."


def as_json(routine_id: str, sheet: CueSheet) -> dict[str, object]:
    """The cue sheet as plain values; `step` counts the timeline's steps from 0."""
    return {
        "routine": routine_id,
        "cues": [
            {
                "at_s": round(cue.session_s, 6),
                "duration_s": round(cue.duration_s, 6),
                "kind": cue.kind.value,
                "text": cue.text,
                "priority": cue.kind.priority,
                "step": cue.step,
            }
            for cue in sheet.cues
        ],
    }


def as_lines(sheet: CueSheet) -> list[str]:
    """The cue sheet as a table."""
    if not sheet.cues:
        return ["Nothing is said."]
    rows = (
        (
            f"{clock_text(int(cue.session_s))}.{int(cue.session_s * 10) % 10}",
            f"{cue.duration_s:.2f} s",
            cue.kind.value,
            f"[tone] {cue.text}" if cue.is_tone else cue.text,
        )
        for cue in sheet.cues
    )
    return list(table(("at", "for", "kind", "text"), rows, "at for"))
