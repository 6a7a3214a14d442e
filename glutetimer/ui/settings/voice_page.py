"""The voice: which, how fast, how loud, how much; and a button to hear it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from glutetimer.core.ports import CuePlayer, Notice, Voice
from glutetimer.core.settings import Section
from glutetimer.ui.controls import push_button, text_label
from glutetimer.ui.settings.draft import Draft
from glutetimer.ui.settings.editors import ChoiceEditor
from glutetimer.ui.settings.pages import FieldPage, fields_of
from glutetimer.ui.wording import one_line

SAMPLE = "Push your hips up, and hold. Three, two, one."
POLL_MS = 300


class VoicePage(FieldPage):
    """Makes the player when it is first shown; asks for its voices while it is open."""

    def __init__(self, draft: Draft, player: Callable[[], CuePlayer]) -> None:
        super().__init__("Voice", [("", fields_of(Section.VOICE))], draft)
        self._make_player = player
        self._player: CuePlayer | None = None
        self._shown: Sequence[Voice] = ()
        row = QHBoxLayout()
        self._try = push_button("Try it", "", "Speak a sentence with these settings")
        self._try.setAutoDefault(False)
        self._try.clicked.connect(self.try_voice)
        row.addWidget(self._try)
        self._trouble = text_label(look="wrong", wraps=True)
        row.addWidget(self._trouble, 1)
        self.column.insertLayout(self.column.count() - 1, row)
        self.rows["voice"].set_hint("From the voices of this computer")
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
        voices = self._player.voices()
        editor = self.rows["voice"].editor
        if voices != self._shown and isinstance(editor, ChoiceEditor):
            self._shown = tuple(voices)
            chosen = self._draft.settings.voice
            names = [(voice.id, _name(voice)) for voice in voices]
            if chosen and chosen not in [voice.id for voice in voices]:
                names.append((chosen, f"{chosen} (not found)"))
            editor.set_names([("", "Fits the language"), *names])
            self.rows["voice"].set_value(chosen)
        notices = self._player.take_notices()
        if notices:
            self._trouble.setText(_words(notices[-1]))

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
        self._try.setEnabled(is_on)


def _name(voice: Voice) -> str:
    return f"{one_line(voice.name)} ({voice.language})" if voice.language else one_line(voice.name)


def _words(notice: Notice) -> str:
    return " ".join(filter(None, (notice.text, notice.cure)))
