"""The natural voice: hibari, whose one model and lexicon come inside its package.

hibari knows four more voices that it would fetch from the network; none of them is ever offered.
"""

from pathlib import Path
from typing import Any

from glutetimer.audio.engines.offer import EngineInfo, Offer, installed_version
from glutetimer.audio.engines.protocol import EngineError, Manner, stay_offline
from glutetimer.core.ports.player import Voice

PREFIX = "natural/"
HEART = Voice(f"{PREFIX}heart", "Heart", "en-us", has_pitch=False, is_natural=True)
LANGUAGE = "en"

USUAL_RATE = 181
"""Words a minute that stand for its own pace. At the usual 165 the 556 texts of our routines are
0.95 times as long as espeak-ng says them (median; 0.81 to 1.18 of 90 in 100)."""

_MOST_LETTERS = 1_000
"""Of a text; time and memory grow with its square (2,000 letters without a full stop: 15 s, 1 GB).
Cues have 400 at most, but their `say` may make them longer."""

_SLOWEST, _FASTEST = 0.5, 2.0  # what the model was trained for


def offer() -> Offer:
    """The voice, if its package and what it needs are installed."""
    version = _version()
    if not version:
        return Offer(None, "it is not installed")
    return Offer(EngineInfo(f"hibari {version}", (HEART,), HEART.id))


def _version() -> str:
    return installed_version("hibari-tts", "hibari", "onnxruntime", "numpy")


class NaturalEngine:
    """The model, loaded and warm. For the child process: it takes half a second and 190 MB."""

    name = "hibari"
    default_voice = HEART.id
    has_pitch = False

    def __init__(self) -> None:
        self.version = _version()
        self.voices = ((HEART.id, HEART.name, HEART.language),)
        stay_offline()
        try:
            import onnxruntime
            from hibari.tts import ASSETS, Hibari

            onnxruntime.disable_telemetry_events()
            # With the path of a model nothing is looked for, in the cache or elsewhere.
            self._speak: Any = Hibari("heart", model=str(Path(ASSETS) / "hibari.onnx"))
            self._speak("Ready.", seed=0)
        except Exception as error:  # whatever a library of models raises, we have none then
            raise EngineError("no-engine", f"{type(error).__name__}: {error}") from error

    def render(self, text: str, manner: Manner, path: Path) -> None:
        """Speak a text into a WAV file. Raises EngineError."""
        if manner.voice != HEART.id:
            raise EngineError("unknown-voice", manner.voice)
        if len(text) > _MOST_LETTERS:
            raise EngineError("too-long", f"{len(text)} letters")
        speed = min(max(manner.rate / USUAL_RATE, _SLOWEST), _FASTEST)
        self._speak.save(text, str(path), speed, seed=0)
