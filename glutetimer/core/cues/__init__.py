"""What is said when: the cue sheet of a timeline.

``sheet`` has the values, ``request`` what wants to be said, ``placing`` what finds room. May import
``words`` and ``plan``; knows no voice: it is given the lengths of clips.
"""

from glutetimer.core.cues.sheet import CueSheet as CueSheet
