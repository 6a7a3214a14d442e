"""The voices of the machine: pyttsx3, made to render one clip after another.

Windows and macOS follow what is known of pyttsx3 there; only Linux has been measured.
"""

import sys
import time
from pathlib import Path
from typing import Any

from glutetimer.audio.engines.espeak import choose_library, espeak_version
from glutetimer.audio.engines.machine_voices import listed_voices
from glutetimer.audio.engines.protocol import EngineError, Manner

_NAMES = {"win32": "SAPI 5", "darwin": "NSSpeechSynthesizer"}
_WAIT_S = 8.0
_MAC_TICK_S = 0.01


class MachineEngine:
    """One pyttsx3 engine. Raises EngineError("no-engine") if none can be started."""

    def __init__(self, is_bundled: bool) -> None:
        is_espeak = sys.platform not in _NAMES
        if is_espeak:
            choose_library(is_bundled)
        try:
            import pyttsx3

            self._engine: Any = pyttsx3.init()
        except Exception as error:  # whatever a speech engine raises, we have none then
            raise EngineError("no-engine", str(error)) from error
        self._finished = True
        self._engine.connect("finished-utterance", self._on_finished)
        self.has_pitch = is_espeak  # elsewhere pyttsx3 only prints
        self.name, self.version = _NAMES.get(sys.platform, "espeak-ng"), ""
        self._espeak: Any = None
        if is_espeak:
            from pyttsx3.drivers import _espeak

            self._espeak = _espeak
            self.version = espeak_version(_espeak)
            # Every runAndWait "stops" an engine that is still busy setting a property, which now
            # and then drops the property (a wrong rate) or the text that follows (an empty clip).
            _espeak.Cancel = int  # called without arguments; does nothing
            # Without it the first text is spoken with the settings of none.
            self._engine.runAndWait()
        self.voices = listed_voices(self._engine)
        self.default_voice = self._default()

    def render(self, text: str, manner: Manner, path: Path) -> None:
        """Speak a text into a file. Raises EngineError."""
        if manner.voice not in (voice for voice, _, _ in self.voices):
            raise EngineError("unknown-voice", manner.voice)
        if sys.platform == "darwin":
            self._render_on_mac(text, manner, path)
            return
        # Properties wait in a queue that runs beside the engine: let it come to rest first.
        self._engine.setProperty("voice", manner.voice)
        self._engine.setProperty("rate", manner.rate)
        if self.has_pitch:
            self._engine.setProperty("pitch", manner.pitch)
        self._rest()
        self._finished = sys.platform == "win32"  # it writes at once and reports nothing
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        deadline_s = time.monotonic() + _WAIT_S
        while not self._finished or not path.exists():
            if time.monotonic() > deadline_s:
                raise EngineError("no-sound", "the engine wrote nothing")
            time.sleep(0.001)

    def _render_on_mac(self, text: str, manner: Manner, path: Path) -> None:
        """Past pyttsx3's own loop, which hangs when it is run a second time.

        So one process can make all clips of a routine.
        """
        from Foundation import NSURL, NSDate, NSDefaultRunLoopMode, NSRunLoop

        driver = self._engine.proxy._driver
        driver.setProperty("voice", manner.voice)
        driver.setProperty("rate", manner.rate)
        speaker, loop = driver._tts, NSRunLoop.currentRunLoop()
        speaker.startSpeakingString_toURL_(text, NSURL.fileURLWithPath_(str(path)))
        deadline_s = time.monotonic() + _WAIT_S
        while speaker.isSpeaking():
            if time.monotonic() > deadline_s:
                raise EngineError("no-sound", "the engine does not come to an end")
            until = NSDate.dateWithTimeIntervalSinceNow_(_MAC_TICK_S)
            loop.runMode_beforeDate_(NSDefaultRunLoopMode, until)

    def _default(self) -> str:
        try:
            return str(self._engine.getProperty("voice") or "")
        except Exception:  # then the one that fits is taken
            return ""

    def _on_finished(self, name: object = None, completed: object = None) -> None:
        self._finished = True

    def _rest(self) -> None:
        deadline_s = time.monotonic() + _WAIT_S
        while self._espeak and self._espeak.IsPlaying() and time.monotonic() < deadline_s:
            time.sleep(0.001)
