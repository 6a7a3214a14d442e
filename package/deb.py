"""The package for Debian and Ubuntu: the folder under /usr/lib, and nothing of Python's beside it.

What Debian has itself is left out of the folder and depended on, so that it is Debian who keeps it
safe. `dpkg-shlibdeps` says what that is.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from glutetimer import __version__
from package.face import write_face
from package.folder import make_folder
from package.places import BUILD, DIST, output, run, size_mb, tool
from package.trial import try_out

MAINTAINER = "The glutetimer maintainers <glutetimer@localhost>"

RECOMMENDED = ("libpulse0 | libasound2 | libasound2t64", "hicolor-icon-theme", "shared-mime-info")
SUGGESTED = ("pulseaudio-utils", "xdg-desktop-portal")

CONTROL = """\
Package: glutetimer
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size_kib}
Depends: {depends}
Recommends: {recommends}
Suggests: {suggests}
Section: misc
Priority: optional
Description: coach for glute exercises at home
 A coach for people with low-back pain. It shows every movement in your own
 tempo, counts reps, times holds, speaks the cues, keeps the rests, and
 remembers what you did. It works offline, with a natural voice.
"""


def make_deb() -> Path:
    """Build the package and try what is in it."""
    build = tool("dpkg-deb", "dpkg")
    tool("dpkg-shlibdeps", "dpkg-dev")
    folder = make_folder()
    root = BUILD / "deb" / "root"
    shutil.rmtree(root, ignore_errors=True)
    library = root / "usr/lib/glutetimer"
    shutil.copytree(folder, library, symlinks=True)
    for path in _libraries_of_debian(library / "_internal"):
        path.unlink()
    (root / "usr/bin").mkdir()
    (root / "usr/bin/glutetimer").symlink_to("../lib/glutetimer/glutetimer")
    write_face(root / "usr/share")
    _write_copyright(root / "usr/share/doc/glutetimer/copyright")
    _set_rights(root)
    architecture = output("dpkg", "--print-architecture").strip()
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(
        CONTROL.format(
            version=__version__,
            architecture=architecture,
            maintainer=MAINTAINER,
            size_kib=round(size_mb(root) * 1e6 / 1024),
            depends=", ".join(_depends(library)),
            recommends=", ".join(RECOMMENDED),
            suggests=", ".join(SUGGESTED),
        ),
        "utf-8",
    )
    DIST.mkdir(exist_ok=True)
    package = DIST / f"glutetimer_{__version__}_{architecture}.deb"
    run(build, "--root-owner-group", "-Zxz", "--build", root, package)
    with tempfile.TemporaryDirectory(prefix="gt-") as place:
        run(build, "--extract", package, place)
        try_out([f"{place}/usr/bin/glutetimer"])
    return package


def _libraries_of_debian(internal: Path) -> Iterator[Path]:
    """The libraries in the folder that a package of Debian brings; Python's own stays."""
    system = Path("/usr/lib") / output("dpkg-architecture", "-qDEB_HOST_MULTIARCH").strip()
    for path in internal.glob("lib*.so*"):
        is_ours = path.is_symlink() or path.name.startswith("libpython")
        if not is_ours and (system / path.name).exists():
            yield path


def _depends(library: Path) -> Sequence[str]:
    """Debian's packages that hold what the programs in the folder are linked with."""
    work = BUILD / "deb" / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text(
        "Source: glutetimer\n\nPackage: glutetimer\nArchitecture: any\n"
    )
    programs = [path for path in library.rglob("*") if _is_elf(path)]
    own = sorted({path.parent for path in programs})
    said = output(
        *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
        *(f"-l{folder}" for folder in own),
        *(f"-e{path}" for path in programs),
        cwd=work,
    )
    [found] = re.findall(r"^shlibs:Depends=(.*)$", said, re.M)
    return [str(one) for one in found.split(", ")]


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _write_copyright(path: Path) -> None:
    head = (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: glutetimer\n\n"
        "Files: *\nCopyright: The glutetimer maintainers\nLicense: GPL-3.0+\n"
        " On Debian systems the text is in /usr/share/common-licenses/GPL-3.\n"
        " Packages of others in usr/lib/glutetimer are under the licences that their metadata\n"
        " name; Qt for Python is used under the LGPL-3.0.\n"
    )
    path.write_text(head, "utf-8")


def _set_rights(root: Path) -> None:
    """The rights that a package has, whatever the mask of who builds it."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if is_program else 0o644)
    root.chmod(0o755)
