"""What of the desktop's media keys and other people's music works here; for `doctor`."""

from glutetimer.media.bus import names
from glutetimer.media.streams import has_streams
from glutetimer.session_bus import NoAnswer, NoBus, open_bus


def bus_trouble() -> str:
    """Why there is no session bus that answers; empty if there is one."""
    try:
        with open_bus() as bus:
            names(bus)
    except (NoBus, NoAnswer) as trouble:
        return str(trouble)
    return ""


def ways_to_music(has_bus: bool) -> str:
    """How other music is reached: "players, streams of the sound server"; empty if not at all."""
    ways = [
        "players on the session bus" if has_bus else "",
        "streams of the sound server (pactl)" if has_streams() else "",
    ]
    return ", ".join(way for way in ways if way)
