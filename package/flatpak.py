"""What flatpak-builder makes a Flatpak of: a manifest, and every source beside it with its hash.

Nothing is fetched while it builds, so the manifest names no host. The runtime has Python, glibc and
sound; Qt comes with ours. Its manifest is read by flatpak-builder here; it has not been built here.
"""

import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from package.face import write_face
from package.places import BUILD, ROOT, run
from package.wheel import build_wheel

APP_ID = "org.glutetimer.glutetimer"
RUNTIME, PYTHON = "25.08", "3.13"
"""The freedesktop runtime and the Python in it: they change together."""

GLIBC = (34, 31, 28, 27, 26, 24, 17, 12, 5)
ALLOWED = (
    "--socket=wayland",
    "--socket=fallback-x11",
    "--share=ipc",
    "--device=dri",
    "--socket=pulseaudio",
    "--talk-name=org.freedesktop.ScreenSaver",  # keeps the screen awake during a session
    "--talk-name=org.freedesktop.Notifications",  # reminders
    "--talk-name=org.kde.StatusNotifierWatcher",  # their entry in the tray
    "--talk-name=org.gnome.SessionManager",  # the same on MATE; no squeeze during a film or a call
    "--talk-name=org.kde.Solid.PowerManagement.PolicyAgent",
    "--talk-name=org.gnome.Mutter.IdleMonitor",  # nor while nobody is there
    "--talk-name=org.cinnamon.Muffin.IdleMonitor",
    "--talk-name=org.gnome.ScreenSaver",
    "--talk-name=org.mate.ScreenSaver",
    "--talk-name=org.xfce.ScreenSaver",
    "--own-name=org.mpris.MediaPlayer2.glutetimer",
    "--talk-name=org.mpris.MediaPlayer2.*",  # pauses other music, if that is asked for
)


def make_flatpak() -> Path:
    """Write manifest and sources; returns their folder."""
    folder = BUILD / "flatpak"
    shutil.rmtree(folder, ignore_errors=True)
    wheels, share = folder / "wheels", folder / "share"
    wheels.mkdir(parents=True)
    needed = folder / "requirements.txt"
    needed.write_text("".join(_needed((ROOT / "requirements.lock").read_text("utf-8"))), "utf-8")
    tags = [f"--platform=manylinux_2_{minor}_x86_64" for minor in GLIBC]
    tags += [f"--platform=manylinux{old}_x86_64" for old in ("2014", "2010", "1")]
    run(
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--require-hashes", "--only-binary=:all:", f"--python-version={PYTHON}"),
        *tags,
        *("--requirement", needed, "--dest", wheels),
    )
    shutil.copy(build_wheel(), wheels)
    write_face(share)
    manifest = folder / f"{APP_ID}.json"
    manifest.write_text(json.dumps(_manifest(folder), indent=2), "utf-8")
    if shutil.which("flatpak-builder"):
        run("flatpak-builder", "--show-manifest", manifest, cwd=folder)
    print(f"flatpak-builder --user --install app {manifest.relative_to(ROOT)}   makes it")
    return folder


def _needed(lock: str) -> Iterator[str]:
    """The entries of a lock that the Python of the runtime needs, with their hashes."""
    environment = {
        "python_version": PYTHON,
        "python_full_version": f"{PYTHON}.0",
        "sys_platform": "linux",
        "platform_machine": "x86_64",
    }
    for entry in re.findall(r"^[\w].*?[^\\]\n", lock, re.M | re.S):
        head, _, hashes = entry.partition(" \\")
        requirement = Requirement(head)
        if requirement.marker is None or requirement.marker.evaluate(environment):
            # Without the marker, which pip would hold against the Python that runs it.
            yield f"{requirement.name}{requirement.specifier} \\{hashes}"


def _manifest(folder: Path) -> Mapping[str, Any]:
    sources = [_source(file, "wheels") for file in sorted((folder / "wheels").iterdir())]
    return {
        "app-id": APP_ID,
        "runtime": "org.freedesktop.Platform",
        "runtime-version": RUNTIME,
        "sdk": "org.freedesktop.Sdk",
        "command": "glutetimer",
        "rename-desktop-file": "glutetimer.desktop",
        "rename-icon": "glutetimer",
        "rename-mime-file": "glutetimer.xml",
        "finish-args": list(ALLOWED),
        "modules": [
            {
                "name": "glutetimer",
                "buildsystem": "simple",
                "build-commands": [
                    "pip3 install --prefix=/app --no-index --no-deps wheels/*.whl",
                    "cp -r share /app/",
                ],
                "sources": [*sources, {"type": "dir", "path": "share", "dest": "share"}],
            }
        ],
    }


def _source(file: Path, place: str) -> Mapping[str, str]:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return {"type": "file", "path": f"{place}/{file.name}", "dest": place, "sha256": digest}
