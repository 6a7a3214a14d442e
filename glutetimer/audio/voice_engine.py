"""The engine inside the child process: pyttsx3, made to render one clip after another.

Windows and macOS follow what is known of pyttsx3 there; only Linux has been measured.
"""

import ctypes
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SYSTEM_LIBRARY = "libespeak-ng.so.1"
_NAMES = {"win32": "SAPI 5", "darwin": "NSSpeechSynthesizer"}
_WAIT_S = 8.0


class EngineError(Exception):
    """The engine cannot do it; `code` is a word of the protocol."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak: words a minute; pitch from 0 to 100, for engines that have one."""

    voice: str
    rate: int
    pitch: int


class Engine:
    """One pyttsx3 engine. Raises EngineError("no-engine") if none can be started.

    `voices` are (id, name, language). `clips_per_process` is 0 where there is no limit.
    """

    def __init__(self, is_bundled: bool) -> None:
        is_espeak = sys.platform not in _NAMES
        if is_espeak:
            _choose_library(is_bundled)
        try:
            import pyttsx3

            self._engine: Any = pyttsx3.init()
        except Exception as error:  # whatever a speech engine raises, we have none then
            raise EngineError("no-engine", str(error)) from error
        self._finished = True
        self._engine.connect("finished-utterance", self._on_finished)
        self.has_pitch = is_espeak  # elsewhere pyttsx3 only prints
        self.clips_per_process = 1 if sys.platform == "darwin" else 0
        self.name, self.version = _NAMES.get(sys.platform, "espeak-ng"), ""
        self._espeak: Any = None
        if is_espeak:
            from pyttsx3.drivers import _espeak

            self._espeak = _espeak
            self.version = _espeak_version(_espeak)
            # Every runAndWait "stops" an engine that is still busy setting a property, which now
            # and then drops the property (a wrong rate) or the text that follows (an empty clip).
            _espeak.Cancel = int  # called without arguments; does nothing
            # Without it the first text is spoken with the settings of none.
            self._engine.runAndWait()
        self.voices = [
            (str(v.id), str(v.name or v.id), _language(v.languages))
            for v in self._engine.getProperty("voices")
        ]
        self.default_voice = str(self._engine.getProperty("voice") or "")

    def render(self, text: str, manner: Manner, path: Path) -> None:
        """Speak a text into a file. Raises EngineError."""
        if not any(c.isalnum() for c in text):
            raise EngineError("nothing-to-say")
        if manner.voice not in (voice for voice, _, _ in self.voices):
            raise EngineError("unknown-voice", manner.voice)
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

    def _on_finished(self, name: object = None, completed: object = None) -> None:
        self._finished = True

    def _rest(self) -> None:
        deadline_s = time.monotonic() + _WAIT_S
        while self._espeak and self._espeak.IsPlaying() and time.monotonic() < deadline_s:
            time.sleep(0.001)


def _choose_library(is_bundled: bool) -> None:
    """Load the espeak-ng that comes with us where the system has none (or a broken one)."""
    if not is_bundled and _can_load(_SYSTEM_LIBRARY):
        return
    try:
        import espeakng_loader
    except ImportError:
        return  # pyttsx3 then tries what else there is
    # Before pyttsx3 is imported: it finds the library by its name, since it is loaded.
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    _can_load(str(Path(espeakng_loader.get_library_path()).with_name(_SYSTEM_LIBRARY)))


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _espeak_version(espeak: Any) -> str:
    info = espeak.dll.espeak_Info
    info.restype = ctypes.c_char_p
    version: bytes | None = info(None)
    return version.decode(errors="replace") if version else ""


def _language(languages: Sequence[object]) -> str:
    first = languages[0] if languages else ""
    text = first.decode(errors="replace") if isinstance(first, bytes) else str(first or "")
    return text.strip("\0\x01\x02\x03\x04\x05\x06\x07\x08\t").replace("_", "-").lower()
