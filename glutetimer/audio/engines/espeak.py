"""Which espeak-ng is loaded: the system's or, where there is none, the one that comes with us."""

import ctypes
import os
from pathlib import Path
from typing import Any

_SYSTEM_LIBRARY = "libespeak-ng.so.1"


def choose_library(is_bundled: bool) -> None:
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


def espeak_version(espeak: Any) -> str:
    """The version that pyttsx3's bridge to espeak has loaded; "" if it does not say."""
    info = espeak.dll.espeak_Info
    info.restype = ctypes.c_char_p
    version: bytes | None = info(None)
    return version.decode(errors="replace") if version else ""


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
