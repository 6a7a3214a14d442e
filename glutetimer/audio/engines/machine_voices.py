"""The list of pyttsx3's voices, in which one odd entry costs that entry at most."""

import locale
import re
from collections.abc import Sequence
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

from glutetimer.audio.engines.protocol import VoiceFields

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")


def listed_voices(engine: Any) -> Sequence[VoiceFields]:
    """Every voice with an id; without a name it has its id for one. Raises nothing."""
    try:
        found = list(engine.getProperty("voices"))
    except Exception:
        # The Windows driver reads a voice with two languages ("409;9") as one number, and raises.
        found = _one_by_one(engine)
    voices = (_fields(voice) for voice in found)
    return list({voice[0]: voice for voice in voices if voice[0]}.values())


def _one_by_one(engine: Any) -> list[Any]:
    """The list again, with what the driver cannot read read by us."""
    try:
        driver = engine.proxy._driver
        to_voice = driver._toVoice

        def guarded(attributes: Any) -> Any:
            try:
                return to_voice(attributes)
            except Exception:
                return _read_leniently(attributes)

        driver._toVoice = guarded
        return list(engine.getProperty("voices"))
    except Exception:
        return []


def _read_leniently(token: Any) -> SimpleNamespace:
    """A voice of SAPI from its token, with whatever of it can be read."""
    voice = SimpleNamespace(id="", name="", languages=[])
    with suppress(Exception):
        voice.id = token.Id
        voice.name = token.GetDescription()
        codes = str(token.GetAttribute("Language")).split(";")
        voice.languages = [locale.windows_locale.get(int(code, 16), "") for code in codes]
    return voice


def _fields(voice: Any) -> VoiceFields:
    try:
        voice_id = _text(voice.id)
        name = _text(getattr(voice, "name", None)) or voice_id
        return voice_id, name, _language(getattr(voice, "languages", None))
    except Exception:  # whatever stands in a driver's list
        return "", "", ""


def _language(languages: Any) -> str:
    """The first tag of a list, such as "en-gb"; "" if there is none in it."""
    each = [languages] if isinstance(languages, str | bytes) else list(languages or ())
    tags = (_text(one).strip("\0\x01\x02\x03\x04\x05\x06\x07\x08\t") for one in each)
    tidy = (tag.replace("_", "-").lower() for tag in tags)
    return next((tag for tag in tidy if _TAG.fullmatch(tag)), "")


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    return "" if value is None else str(value)
