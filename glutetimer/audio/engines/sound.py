"""Whatever an engine has written, as the samples of a clip."""

from array import array
from pathlib import Path

from glutetimer.audio.clips import RATE_HZ, is_clip, write_clip


def as_clip(path: Path) -> None:
    """Turn a sound file into a WAV file of 16-bit mono samples at RATE_HZ.

    Files that are so already stay as they are. Raises what libsndfile raises for no sound, OSError.
    """
    if is_clip(path):
        return
    # Only where they are needed: espeak writes what we want, and its child is small.
    import miniaudio
    import soundfile

    samples, rate_hz = soundfile.read(str(path), dtype="float32", always_2d=True)
    mono = samples.mean(axis=1)
    kind, wanted = miniaudio.SampleFormat.FLOAT32, miniaudio.SampleFormat.SIGNED16
    data = miniaudio.convert_frames(kind, 1, int(rate_hz), mono.tobytes(), wanted, 1, RATE_HZ)
    write_clip(path, array("h", bytes(data)))
