"""What goes into the packages."""

import hashlib
from pathlib import Path

import pytest

import run
from package import __main__ as packages
from package import flatpak
from package.libraries import is_hosts, needed

LOCK = """\
# made by a program
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:aa \\
    --hash=sha256:ab
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:ba
jeepney==0.9.0 ; sys_platform == 'linux' \\
    --hash=sha256:ca
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:da
segno==1.6.6 \\
    --hash=sha256:ea
"""


def test_a_flatpak_has_what_the_python_of_its_runtime_needs() -> None:
    needed = "".join(flatpak._needed(LOCK))

    assert needed == (
        "numpy==2.5.5 \\\n    --hash=sha256:ba\n"
        "jeepney==0.9.0 \\\n    --hash=sha256:ca\n"
        "segno==1.6.6 \\\n    --hash=sha256:ea\n"
    )
    whole = "".join(flatpak._needed(run.LOCK.read_text("utf-8")))
    assert "pyside6-essentials==" in whole
    assert whole.count("numpy==") == 1


def test_every_source_of_a_flatpak_is_pinned(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    wheel = tmp_path / "wheels/a-1-py3-none-any.whl"
    wheel.write_bytes(b"a")

    [module] = flatpak._manifest(tmp_path)["modules"]

    first, face = module["sources"]
    assert first["sha256"] == hashlib.sha256(b"a").hexdigest()
    assert face == {"type": "dir", "path": "share", "dest": "share"}
    assert "://" not in str(flatpak._manifest(tmp_path))


def test_a_flatpak_may_ask_every_service_that_we_ask() -> None:
    pytest.importorskip("jeepney", reason="only Linux has a session bus")
    from glutetimer import desktop_sleep
    from glutetimer.reminders import notification, presence

    asked = {desktop_sleep._GNOME, desktop_sleep._SCREEN_SAVER, notification.SERVICE}
    asked |= {*presence._MONITORS, *presence._SAVERS, presence._GNOME_SESSION, presence._KDE_POWER}

    assert not {f"--talk-name={one.bus_name}" for one in asked} - set(flatpak.ALLOWED)


@pytest.mark.parametrize(
    ("library", "expected"),
    [
        ("libc.so.6", True),
        ("libmvec.so.1", True),
        ("libstdc++.so.6", True),
        ("libasound.so.2", True),
        ("libxcb-cursor.so.0", False),
        ("libpython3.11.so.1.0", False),
        ("libsqlite3.so.0", False),
    ],
)
def test_what_belongs_to_the_system_stays_there(library: str, expected: bool) -> None:
    assert is_hosts(library) is expected


def test_a_kind_that_is_none_is_told_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="2"):
        packages.main(["rpm"])

    told = capsys.readouterr().err
    assert all(kind in told for kind in packages.KINDS)


def test_of_the_system_goes_in_what_is_needed_and_the_whole_of_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lib = "/usr/lib/x86_64-linux-gnu"
    links = {
        f"{lib}/libpython3.13.so.1.0": ["libexpat.so.1", "libz.so.1"],
        "/venv/plugins/xcb.so": ["libxcb-cursor.so.0", "libc.so.6"],
        f"{lib}/libxcb-cursor.so.0": ["libxcb-util.so.1"],
    }
    monkeypatch.setattr(
        "PyInstaller.depend.bindepend.get_imports",
        lambda source: {(name, None) for name in links.get(source, ())},
    )
    taken = [
        ("plugins/xcb.so", "/venv/plugins/xcb.so", "BINARY"),
        ("libpython3.13.so.1.0", f"{lib}/libpython3.13.so.1.0", "BINARY"),
        ("lib-dynload/_ssl.so", "/usr/lib/python3.13/lib-dynload/_ssl.so", "EXTENSION"),
        ("libxcb-cursor.so.0", f"{lib}/libxcb-cursor.so.0", "BINARY"),
        ("libxcb-util.so.1", f"{lib}/libxcb-util.so.1", "BINARY"),
    ]
    left = [
        ("libgtk-3.so.0", f"{lib}/libgtk-3.so.0", "BINARY"),
        ("libz.so.1", f"{lib}/libz.so.1", "BINARY"),
    ]

    assert set(needed([*left, *taken])) == set(taken)
