"""All clips of a session, waited for: from the cache, else made now."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from queue import Empty, Queue
from time import monotonic

from glutetimer.audio.clips import Samples
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.speech import Speech, VoiceLimits
from glutetimer.audio.voice import VoiceService
from glutetimer.core.notice import Notice
from glutetimer.core.watch import Watch

_POLL_S = 0.1
_LATE = Notice(
    "The voice takes too long, so cues without a clip are tones",
    "Try again: the clips that were made are kept",
)


def collect(
    speeches: Sequence[Speech],
    cache_dir: Path,
    notices: NoticeBox,
    watch: Watch,
    *,
    worker_command: Sequence[str] | None = None,
    limits: VoiceLimits | None = None,
    voices_dir: Path | None = None,
) -> dict[str, Samples]:
    """The clips that there are, by text, from a voice of its own. Raises what the watch raises."""
    limits = limits or VoiceLimits()
    made: Queue[tuple[str, Samples | None]] = Queue()

    def take(speech: Speech, samples: Samples | None) -> None:
        made.put((speech.text, samples))

    clips: dict[str, Samples] = {}
    service = VoiceService(cache_dir, notices, take, worker_command, limits, voices_dir)
    with closing(service) as voice:
        voice.say(speeches)
        answered = 0
        began_s = last_s = monotonic()
        while answered < len(speeches):
            watch(answered / len(speeches))
            try:
                text, samples = made.get(timeout=_POLL_S)
            except Empty:
                is_late = monotonic() - last_s > limits.clip_s
            else:
                answered, last_s = answered + 1, monotonic()
                is_late = last_s - began_s > limits.all_s
                if samples:
                    clips[text] = samples
            if is_late:
                notices.add("late", _LATE)
                break
    return clips
