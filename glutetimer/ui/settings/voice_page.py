"""The voice: which, how fast, how loud, how much; and a button to hear it."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glutetimer.core.counts import one_line
from glutetimer.core.ports.player import CuePlayer, SoundStatus, Voice
from glutetimer.core.settings import Section, Settings, fields_of, specs
from glutetimer.ui.settings.draft import Draft
from glutetimer.ui.settings.editors import ChoiceEditor
from glutetimer.ui.settings.pages import FieldPage
from glutetimer.ui.settings.voice_names import in_order, voice_name
from glutetimer.ui.widgets.controls import push_button, text_label

SAMPLE = "Push your hips up, and hold. Three, two, one."
POLL_MS = 300
_PITCH = specs(Settings)["voice_pitch"][1]
HEADINGS = {"voice": "", "voice_on": "What is said", "output_device": "Sound"}
"""Above which field each group begins; within it the fields stand as in the settings."""


class VoicePage(FieldPage):
    """Makes the player when it is first shown; asks for its voices while it is open."""

    def __init__(self, draft: Draft, player: Callable[[], CuePlayer]) -> None:
        super().__init__("Voice", _groups(), draft)
        self._make_player = player
        self._player: CuePlayer | None = None
        self._known: Sequence[Voice] = ()
        self._shown: Sequence[Voice] = ()
        self._outputs: Sequence[str] = ()
        tries = QWidget()
        row = QHBoxLayout(tries)
        row.setContentsMargins(0, 0, 0, 0)
        self._try = push_button("Try", "", "Speak a sentence with these settings")
        self._try.clicked.connect(self.try_voice)
        self.rows["voice"].put_beside(self._try)
        self._test = push_button("Test sound", "", "Play a tone through the chosen loudspeaker")
        self._test.clicked.connect(self.test_sound)
        row.addWidget(self._test)
        self._trouble = text_label(look="wrong", wraps=True)
        row.addWidget(self._trouble, 1)
        self.add(tries)
        self._status = text_label(look="caption", wraps=True)
        self.add(self._status)
        self.rows["other_music"].setEnabled(sys.platform == "linux")
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look_for_voices)
        draft.changed.connect(self._enable)
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look for voices: the machine tells them late."""
        super().showEvent(event)
        if self._player is None:
            self._player = self._make_player()
        self.look_for_voices()
        self._poll.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing wakes while the page is away."""
        super().hideEvent(event)
        self._poll.stop()

    @Slot()
    def look_for_voices(self) -> None:
        """Offer the voices that are known by now; show what the player has to say."""
        if self._player is None:
            return
        voices = tuple(self._player.voices())
        if voices != self._known:
            self._known, self._shown = voices, in_order(voices)
            self._offer("voice", [(voice.id, voice_name(voice)) for voice in self._shown])
        outputs = tuple(self._player.outputs())
        if outputs != self._outputs:
            self._outputs = outputs
            self._offer("output_device", [(name, one_line(name)) for name in outputs])
        status = self._player.status()
        self._status.setText(_status_text(status))
        self._enable()
        if self._trouble.text() in map(str, self._player.take_settled()):
            self._trouble.setText("")
        if notices := self._player.take_notices():
            self._trouble.setText(str(notices[-1]))

    def _offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        row, chosen = self.rows[name], str(getattr(self._draft.settings, name))
        if not isinstance(row.editor, ChoiceEditor):
            return
        names = list(choices)
        if chosen and chosen not in [value for value, _ in names]:
            names.append((chosen, f"{one_line(chosen)} (not found)"))
        row.editor.set_names([("", specs(Settings)[name][1].empty), *names])
        row.set_value(chosen)

    @Slot()
    def test_sound(self) -> None:
        """Play a tone through the loudspeaker that is chosen in the dialog."""
        if self._player is not None:
            self._trouble.setText("")
            self._player.try_sound(self._draft.settings)

    @Slot()
    def try_voice(self) -> None:
        """Speak a sentence with the settings as they stand."""
        if self._player is not None:
            self._trouble.setText("")
            self._player.try_voice(SAMPLE, self._draft.settings)

    @Slot()
    def _enable(self) -> None:
        is_on = self._draft.settings.voice_on
        for name in ("voice", "voice_rate", "voice_volume"):
            self.rows[name].setEnabled(is_on)
        has_pitch = self._has_pitch
        self.rows["voice_pitch"].setEnabled(is_on and has_pitch)
        self.rows["voice_pitch"].set_hint(_PITCH.hint if has_pitch else "This voice has only one")
        self._try.setEnabled(is_on)

    @property
    def _has_pitch(self) -> bool:
        """Whether the pitch of the chosen voice can be changed; of none that of the first."""
        chosen = self._draft.settings.voice
        found = [voice for voice in self._shown if voice.id == chosen] or self._shown
        return not found or found[0].has_pitch


def _groups() -> Sequence[tuple[str, tuple[str, ...]]]:
    groups: list[tuple[str, tuple[str, ...]]] = []
    for name in fields_of(Section.VOICE):
        if name in HEADINGS:
            groups.append((HEADINGS[name], ()))
        heading, names = groups[-1]
        groups[-1] = (heading, (*names, name))
    return groups


def _status_text(status: SoundStatus) -> str:
    parts = (
        f"Speech engine: {status.engine}" if status.engine else "",
        f"Spoken last by: {one_line(status.voice)}" if status.voice else "",
        f"Playing through: {one_line(status.device)}" if status.device else "",
        *map(one_line, status.silent),
    )
    return ". ".join(part for part in parts if part)
