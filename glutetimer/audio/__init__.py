"""Voice, tones and playing: clips made by a child process, placed by sample in one stream.

``player`` is the port that the core knows: it has clips made (``voice``, which asks the child
process ``voice_worker``) and gives them to ``playback``, where the ``conductor`` places them in the
``mixer`` and the ``stream`` lets a device read that. ``render`` lets a file read it.

Imported late, each in one place, because it is heavy or may be missing: the sound device
(miniaudio, by ``device``), the encoders (soundfile with its numpy, by ``encoders``), and in the
child process the speech engines (hibari, Piper or pyttsx3 with what they need, by ``engines``).
"""
