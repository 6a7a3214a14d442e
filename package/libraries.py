"""Which shared libraries of the building machine go into a package for Linux."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

HOSTS = (
    "ld-linux*", "libc.so*", "libm.so*", "libmvec.so*", "libdl.so*", "libpthread.so*", "librt.so*",
    # Drivers and plugins of the other system are made for its own.
    "libstdc++.so*", "libgcc_s.so*", "libGL*.so*", "libEGL*.so*", "libdrm*.so*", "libasound*.so*",
    "libX11*.so*", "libxcb.so*", "libfontconfig*.so*", "libfreetype*.so*", "libexpat*.so*",
    "libz.so*",
)  # fmt: skip
"""Those of glibc, and those that every desktop has and that must be its own."""

SYSTEM = ("/lib/", "/lib64/", "/usr/lib/")


class Binary(NamedTuple):
    """An entry of PyInstaller's list: the place in the package, the file, what it is."""

    place: str
    source: str
    kind: str


def needed(entries: Iterable[tuple[str, str, str]]) -> Sequence[Binary]:
    """What is left without the libraries of the system that nothing else needs, or that are HOSTS.

    PyInstaller collects them before we take plugins away, and by names in the code alone.
    """
    from PyInstaller.depend.bindepend import get_imports

    binaries = [Binary(*entry) for entry in entries]
    of_system = {one.place: one for one in binaries if _is_of_system(one)}
    found: dict[str, Binary] = {}
    waiting = [one for one in binaries if one.place not in of_system]
    rest = list(waiting)
    while waiting:
        for name, _ in get_imports(waiting.pop().source):
            library = of_system.get(name)
            if library is not None and name not in found and not is_hosts(name):
                found[name] = library
                waiting.append(library)
    return [*rest, *found.values()]


def _is_of_system(binary: Binary) -> bool:
    """Whether it is a library of the system; a Python of the system is ours none the less."""
    is_library = "/" not in binary.place and binary.place.startswith("lib")
    is_python = binary.place.startswith("libpython")
    return is_library and not is_python and binary.source.startswith(SYSTEM)


def is_hosts(name: str) -> bool:
    """Whether a library is left to the machine on which the program runs."""
    return any(fnmatch(name, pattern) for pattern in HOSTS)
