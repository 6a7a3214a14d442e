"""The folder with a Python of its own, and the archive of it."""

import platform
import shutil
import sys
from pathlib import Path

from glutetimer import __version__
from package.face import made_at
from package.icon import write_bundles
from package.places import BUILD, DIST, ROOT, run, size_mb, tool
from package.trial import try_out

FOLDER = BUILD / "frozen" / "glutetimer"


def make_folder() -> Path:
    """Freeze the program; returns its folder, tried."""
    write_bundles(BUILD / "icons")
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", FOLDER.parent, "--workpath", BUILD / "pyinstaller"),
        ROOT / "package" / "glutetimer.spec",
    )
    if sys.platform == "linux":
        _strip(FOLDER / "_internal")
    print(f"{FOLDER.relative_to(ROOT)}: {size_mb(FOLDER):.0f} MB")
    try_out([str(FOLDER / "glutetimer")])
    return FOLDER


def make_archive() -> Path:
    """The folder as one file: .tar.xz, or .zip on Windows and macOS."""
    folder = make_folder()
    DIST.mkdir(exist_ok=True)
    name = f"glutetimer-{__version__}-{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "linux":
        archive = DIST / f"{name}.tar.xz"
        top = f"glutetimer-{__version__}"
        run(
            *("tar", "--create", "--file", archive, "--use-compress-program", "xz -T0"),
            *("--sort=name", f"--mtime=@{made_at()}", "--owner=root:0", "--group=root:0"),
            *(
                f"--transform=flags=r;s,^{FOLDER.name},{top},",
                "--directory",
                FOLDER.parent,
                FOLDER.name,
            ),
        )
        return archive
    top = "glutetimer.app" if sys.platform == "darwin" else "glutetimer"
    if sys.platform == "darwin":  # keeps the links and rights that a bundle lives by
        archive = DIST / f"{name}.zip"
        run("ditto", "-c", "-k", "--keepParent", folder.with_name(top), archive)
        return archive
    return Path(shutil.make_archive(str(DIST / name), "zip", folder.parent, top))


def make_installer() -> Path:
    """The installer for Windows, by Inno Setup. This has not been run yet."""
    compiler = tool("iscc", "Inno Setup 6, for Windows")
    folder = make_folder()
    DIST.mkdir(exist_ok=True)
    given = {"Version": __version__, "Folder": folder, "Root": ROOT}
    words = [f"/D{name}={value}" for name, value in given.items()]
    run(compiler, "/Qp", *words, ROOT / "package" / "windows" / "glutetimer.iss")
    return DIST / f"glutetimer-{__version__}-windows-setup.exe"


def _strip(internal: Path) -> None:
    """Take the symbols for debuggers out of Python; other packages have done it, or break by it."""
    strip = shutil.which("strip")
    python = [*internal.glob("libpython*.so*"), *internal.glob("python3*/lib-dynload/*.so")]
    if strip and python:
        run(strip, "--strip-unneeded", *python)
