"""A worker whose pyttsx3 has a driver as given: `python fake_driver.py KIND`.

KIND: "raises", "hangs" or "dies" while listing, "many" voices, "odd" entries, "two languages".
"""

import os
import sys
import time
import types
import wave
from types import SimpleNamespace
from typing import Any

KIND = sys.argv[1]
ENGLISH = SimpleNamespace(id="good", name="Good", languages=["en_US"])


class Token:
    """A voice of SAPI as the Windows driver finds it."""

    def __init__(self, voice_id: str, language: str) -> None:
        self.Id = voice_id
        self._language = language

    def GetDescription(self) -> str:  # noqa: N802
        return f"Voice {self.Id}"

    def GetAttribute(self, name: str) -> str:  # noqa: N802
        return self._language


def listed(driver: Any) -> list[Any]:
    match KIND:
        case "raises":
            raise OSError("the registry cannot be read")
        case "hangs":
            time.sleep(600)
        case "dies":
            os._exit(3)
        case "many":
            return [
                SimpleNamespace(id=f"v{i}", name=f"V {i}", languages=["en"]) for i in range(500)
            ]
        case "two languages":
            tokens = (Token("good", "409"), Token("both", "409;9"), Token("odd", "zz"))
            return [driver._toVoice(token) for token in tokens]
        case _:
            pass
    return [
        ENGLISH,
        SimpleNamespace(id="no name", name=None, languages=[b"\x05de"]),
        SimpleNamespace(id="no language", name="N", languages=None),
        SimpleNamespace(id="empty language", name="E", languages=[None, "Unknown Locale: 9", "fr"]),
        SimpleNamespace(id="text", name="T", languages="sv"),
        SimpleNamespace(id=None, name="nobody", languages=[]),
        SimpleNamespace(),
        None,
        ENGLISH,
    ]


class Driver:
    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy

    def _toVoice(self, token: Token) -> Any:  # noqa: N802
        code = int(token.GetAttribute("Language"), 16)  # as pyttsx3 2.99 does
        languages = {0x409: "en-US"}[code]
        return SimpleNamespace(id=token.Id, name=token.GetDescription(), languages=[languages])

    def getProperty(self, name: str) -> Any:  # noqa: N802
        return listed(self) if name == "voices" else "good"

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802
        self._proxy.setBusy(False)

    def save_to_file(self, text: str, path: str) -> None:
        with wave.open(path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(22_050)
            file.writeframes(b"\x00\x10" * 5_000)
        self._proxy.notify("finished-utterance", completed=True)
        self._proxy.setBusy(False)

    def startLoop(self) -> None:  # noqa: N802
        pass  # every command was done when it was given

    def endLoop(self) -> None:  # noqa: N802
        pass

    def stop(self) -> None:
        pass

    def destroy(self) -> None:
        pass


def main() -> int:
    module: Any = types.ModuleType("pyttsx3.drivers.espeak")
    module.buildDriver = Driver
    sys.modules["pyttsx3.drivers.espeak"] = module
    # The worker waits until espeak, which here speaks nothing, has come to rest.
    from glutetimer.audio.engines import espeak
    from glutetimer.audio.voice_worker import main as worker

    espeak.choose_library(is_bundled=True)
    return worker([])


if __name__ == "__main__":
    sys.exit(main())
