"""A whole session as one sound file: the mixer read by a file instead of a device."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from glutetimer.audio.chapters import Chapter, Label
from glutetimer.audio.clip_collector import collect
from glutetimer.audio.clips import RATE_HZ, Samples, frames, scaled, seconds, silence
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.sound_file import check_target, sound_file
from glutetimer.audio.speech import VoiceLimits, speeches
from glutetimer.audio.tones import tone
from glutetimer.core.cues.placing import cue_sheet, texts
from glutetimer.core.cues.pronunciation import pronunciations
from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue
from glutetimer.core.cues.tongues import own_words
from glutetimer.core.errors import Trouble
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.rendering import RenderedFile, RenderOrder
from glutetimer.core.session.preparing import DONE_WORDS
from glutetimer.core.settings import Settings, Verbosity
from glutetimer.core.watch import Watch, halves
from glutetimer.core.words.coaching import set_name

STILL_S = 0.5
"""Silence between the session's end and the last words, and behind them."""

BLOCK = RATE_HZ
"""Frames that are mixed at a time."""

ARTIST = "glutetimer"


class Renderer:
    """Implements core.ports.rendering.SessionRenderer.

    `cache_dir` is the folder of the clips, `voices_dir` that of the person's own voices.
    """

    def __init__(
        self,
        cache_dir: Path,
        *,
        worker_command: Sequence[str] | None = None,
        voice_limits: VoiceLimits | None = None,
        voices_dir: Path | None = None,
    ) -> None:
        self._cache_dir = cache_dir
        self._voices_dir = voices_dir
        self._worker_command = worker_command
        self._voice_limits = voice_limits

    def render(self, order: RenderOrder, watch: Watch) -> RenderedFile:
        """Make a file whole or not at all. Raises Trouble, and what the watch raises."""
        verbosity = order.style.verbosity
        if verbosity is Verbosity.SILENT:
            cure = "Choose how much is said in the settings, or give --verbosity"
            raise Trouble("Nothing would be heard in the file", "silence is set", cure)
        path = Path(order.path)
        check_target(path, order.may_replace)
        timeline, notices = order.timeline, NoticeBox()
        for_voice, for_file = halves(watch)
        wanted: tuple[str, ...] = ()
        clips: Mapping[str, Samples] = {}
        if verbosity is not Verbosity.TONES:
            wanted = tuple(dict.fromkeys((*texts(timeline, order.style), DONE_WORDS)))
            routine = timeline.routine
            say, own = pronunciations(routine), own_words(routine)
            clips = collect(
                speeches(wanted, order.settings, routine.language, say, own),
                self._cache_dir,
                notices,
                for_voice,
                worker_command=self._worker_command,
                limits=self._voice_limits,
                voices_dir=self._voices_dir,
            )
        lengths_s = {text: seconds(samples) for text, samples in clips.items()}
        sheet = cue_sheet(timeline, order.style, lengths_s.get)
        score = Score(timeline, sheet, clips, order.settings)
        _write(score, path, order.may_replace, for_file)
        return RenderedFile(
            path=order.path,
            duration_s=score.frames / RATE_HZ,
            size_bytes=path.stat().st_size,
            chapters=len(timeline.sets),
            texts=len(wanted),
            lacking=sum(text not in clips for text in wanted),
            open_steps=sum(step.duration_s is None for step in timeline.steps),
            notices=tuple(notices.take()),
        )


class Score:
    """Which samples begin at which frame of the file."""

    def __init__(
        self, timeline: Timeline, sheet: CueSheet, clips: Mapping[str, Samples], settings: Settings
    ) -> None:
        self._timeline = timeline
        self._sheet = sheet
        self._clips = {text: scaled(clip, settings.voice_volume) for text, clip in clips.items()}
        self._tones = {
            kind: scaled(tone(kind) or silence(0), settings.tone_volume) for kind in CueKind
        }
        self._last_words = self._clips.get(DONE_WORDS) or self._tones[CueKind.NEXT]
        self._last_words_at = frames(timeline.total_s) + frames(STILL_S)
        self.frames = self._last_words_at + len(self._last_words) + frames(STILL_S)

    def placements(self) -> Iterator[tuple[int, Samples]]:
        """(first frame, samples) of every sound, in their order."""
        for cue in heard_cues(self._timeline, self._sheet):
            spoken = None if cue.is_tone else self._clips.get(cue.text)
            yield frame_of(cue), spoken or self._tones[cue.kind]
        yield self._last_words_at, self._last_words

    def label(self) -> Label:
        """Title and chapters: one for every set, from the words that lead to it."""
        timeline = self._timeline
        chapters = tuple(
            Chapter(set_name(timeline, span), frames(timeline.starts_s[span.lead_in]))
            for span in timeline.sets
        )
        source = timeline.routine.source
        comment = f"After {source}. Made with {ARTIST}." if source else f"Made with {ARTIST}."
        return Label(timeline.routine.title, ARTIST, comment, chapters)


def heard_cues(timeline: Timeline, sheet: CueSheet) -> Iterator[SheetCue]:
    """The cues of the file: those of an open-ended step end with its typical time."""
    for cue in sheet.cues:
        if cue.offset_s + cue.duration_s <= timeline.typical_s(timeline.steps[cue.step]):
            yield cue


def frame_of(cue: SheetCue) -> int:
    """The frame at which a cue begins."""
    # Times are whole microseconds; what sums of floats add beyond could tip a half frame.
    return frames(round(cue.session_s, 6))


def _write(score: Score, path: Path, may_replace: bool, watch: Watch) -> None:
    mixer = Mixer()
    with sound_file(path, score.label(), score.frames, may_replace=may_replace) as encoder:
        placements = score.placements()
        waiting = next(placements, None)
        while mixer.position < score.frames:
            watch(mixer.position / score.frames)
            count = min(BLOCK, score.frames - mixer.position)
            while waiting is not None and waiting[0] < mixer.position + count:
                mixer.place(waiting[1], waiting[0])
                waiting = next(placements, None)
            encoder.write(mixer.read(count))
