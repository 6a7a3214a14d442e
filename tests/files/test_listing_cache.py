import os
from pathlib import Path

import pytest

from glutetimer.core.settings import Settings
from glutetimer.kept_file import KeptFile
from tests.files.test_library import SETTINGS, Home

WARM_START = """
import json, sys
from pathlib import Path
from glutetimer.core.settings import Settings
from glutetimer.files.library import Library
library = Library(*map(Path, sys.argv[1:5]))
titles = [listing.title for listing in library.listings(Settings())]
print(json.dumps({"titles": titles, "modules": list(sys.modules)}))
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Three routines whose listings are in the cache."""
    home = Home(tmp_path)
    home.library.listings(SETTINGS)
    return home


def cache_of(home: Home) -> Path:
    """The cache file."""
    return home.root / "cache" / "l.json"


def mark(home: Home) -> None:
    """Change a title in the cache only, to tell a listing of the cache from a new one."""
    match KeptFile(cache_of(home)).load():
        case {"listings": [*others, last], **rest}:
            marked = last | {"title": "From the cache"}
            KeptFile(cache_of(home)).store({**rest, "listings": [*others, marked]})
        case other:
            pytest.fail(f"no listings in the cache: {other!r}")


def last_title(home: Home, settings: Settings = SETTINGS) -> str:
    """The last title that the next start lists."""
    return home.new_library().listings(settings)[-1].title


def test_a_warm_start_reads_no_toml(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = home.library.listings(SETTINGS)

    def forbidden(*words: object) -> None:
        pytest.fail("a file was read")

    monkeypatch.setattr("glutetimer.files.loader.Loader.listing", forbidden)
    monkeypatch.setattr("glutetimer.toml_text.document.parse_document", forbidden)
    assert home.new_library().listings(SETTINGS) == cold


def test_the_cache_is_used_while_nothing_changes(home: Home) -> None:
    mark(home)
    assert last_title(home) == "From the cache"
    assert home.new_library().listings(SETTINGS)[0] == home.library.listings(SETTINGS)[0]


def test_volume_and_theme_do_not_outdate_it(home: Home) -> None:
    mark(home)
    assert last_title(home, Settings(voice_volume=10, reduced_motion=True)) == "From the cache"


def test_timings_outdate_it(home: Home) -> None:
    mark(home)
    assert last_title(home, Settings(rest_s=5)) == "Zebra"


def test_another_version_outdates_it(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(home)
    monkeypatch.setattr("glutetimer.files.listing_cache.__version__", "9.9.9")
    assert last_title(home) == "Zebra"


@pytest.mark.parametrize(
    "path", ["routines/zebra.toml", "exercises/bridge.toml", "exercises/iso.toml"]
)
def test_a_touched_file_outdates_it(home: Home, path: str) -> None:
    mark(home)
    os.utime(home.root / path, ns=(0, 0))
    assert last_title(home) == "Zebra"


def test_a_new_own_file_and_a_removed_one_outdate_it(home: Home) -> None:
    mark(home)
    file = home.write("data/routines/zz.toml", "Zz", "bridge")
    assert last_title(home) == "Zz"
    file.unlink()
    assert last_title(home) == "Zebra"


@pytest.mark.parametrize(
    "value", [None, 7, [], {"key": "another", "listings": []}, {"key": "KEY"}, "KEY"]
)
def test_a_cache_with_something_else_is_built_anew(home: Home, value: object) -> None:
    good = cache_of(home).read_bytes()
    KeptFile(cache_of(home)).store(value)
    assert last_title(home) == "Zebra"
    assert cache_of(home).read_bytes() == good


@pytest.mark.parametrize("at", [0, 5, 20, 30, -1])
def test_a_damaged_cache_is_built_anew(home: Home, at: int) -> None:
    mark(home)
    damaged = bytearray(cache_of(home).read_bytes())
    damaged[at] ^= 1
    cache_of(home).write_bytes(damaged)
    assert last_title(home) == "Zebra"


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(home: Home) -> None:
    cache_of(home).unlink()
    cache_of(home).mkdir()  # a folder stands where the file should be
    assert last_title(home) == "Zebra"
    assert list(cache_of(home).parent.iterdir()) == [cache_of(home)]  # nothing left lying about
    cache_of(home).rmdir()
    cache_of(home).parent.rmdir()
    cache_of(home).parent.write_text("not a folder")
    assert last_title(home) == "Zebra"
    library = home.new_library()
    assert library.listings(SETTINGS) is library.listings(SETTINGS)  # made once, all the same


def test_it_is_replaced_in_one_step(home: Home) -> None:
    before = cache_of(home).stat().st_ino
    home.library.listings(Settings(rest_s=5))
    assert cache_of(home).stat().st_ino != before
    assert [file.name for file in cache_of(home).parent.iterdir()] == ["l.json"]


def test_a_start_lists_what_was_listed_last_whatever_the_settings_were(home: Home) -> None:
    rested = home.library.listings(Settings(rest_s=5))
    assert home.new_library().last_listings() == rested


def test_without_a_last_time_and_after_a_change_there_is_none(home: Home) -> None:
    os.utime(home.root / "routines/zebra.toml", ns=(0, 0))
    assert home.new_library().last_listings() is None
    cache_of(home).unlink()
    assert home.new_library().last_listings() is None
