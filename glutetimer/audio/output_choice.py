"""Where the sound comes out: the chosen device while it is there, else the system's own."""

from collections.abc import Callable, Sequence
from threading import Thread

from glutetimer.audio.device import DeviceOpener, OpenDevice
from glutetimer.audio.device_terms import Pull
from glutetimer.audio.notices import NoticeBox
from glutetimer.core.notice import Notice

FRESH_S = 5.0
"""A list of devices this old is made anew when somebody asks."""

_GONE = Notice(
    "The sound device has stopped", "The session goes on; sound comes back when the device does"
)


class Output:
    """The choice of a device. No method but `open` blocks."""

    def __init__(
        self,
        opener: DeviceOpener,
        list_devices: Callable[[], Sequence[str]],
        notices: NoticeBox,
    ) -> None:
        self._opener = opener
        self._list_devices = list_devices
        self._notices = notices
        self._chosen = ""
        self._names: Sequence[str] = ()
        self._listed_at_s: float | None = None
        self._listing: Thread | None = None

    def choose(self, name: str) -> bool:
        """Use this device (empty: the system's) from the next `open` on; whether it is another."""
        before, self._chosen = self._chosen, name
        return name != before

    def open(self, pull: Pull) -> OpenDevice:
        """Open the chosen device, or the default one with a notice. Raises Trouble."""
        chosen = self._chosen
        device = self._opener(pull, chosen)
        if chosen and device.name != chosen:
            self._notices.add("output", _missing(chosen))
        else:
            self._notices.is_over("output")
        return device

    def tell_gone(self) -> None:
        """Tell that the device has fallen silent; what `open` finds then is no news."""
        if self._chosen:
            self._notices.add("output", _missing(self._chosen))
        else:
            self._notices.add("sound", _GONE)

    def forget_gone(self) -> None:
        """Nothing is to sound any more, so that nothing is missing either."""
        self._notices.is_over("sound", _GONE)

    def names(self, now_s: float) -> Sequence[str]:
        """The devices that are known by now; looks again, in a thread, when that is long ago."""
        is_due = self._listed_at_s is None or now_s - self._listed_at_s > FRESH_S
        if is_due and (self._listing is None or not self._listing.is_alive()):
            self._listed_at_s = now_s
            self._listing = Thread(target=self._list, name="listing outputs", daemon=True)
            self._listing.start()
        return self._names

    def _list(self) -> None:
        try:
            self._names = tuple(self._list_devices())
        except (ImportError, OSError):
            self._names = ()  # opening says why


def _missing(name: str) -> Notice:
    return Notice(
        f"The loudspeaker “{name}” is not there; the system's own is used",
        "Plug it in or switch it on, or choose another one in the settings",
    )
