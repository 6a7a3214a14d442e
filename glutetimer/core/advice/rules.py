"""The rules of the next step: each in words, with its source.

Figures that neither the articles nor the pain-monitoring model give are ours: such a rule is
`is_editorial`, and the screen says so.
"""

from dataclasses import dataclass, replace
from enum import IntEnum

from glutetimer.core.pain import MODEL

SESSIONS_NEEDED = 2
"""So many whole sessions at the dose as it stands come before any step up (editorial, after the
2-for-2 rule of strength training: Baechle and Earle). A step back needs one."""

SESSIONS_TO_MASTER = 4
"""So many come before a harder exercise (editorial): an article wants the easier one mastered."""

LONG_BREAK_DAYS = 21
"""Editorial. Strength fades the more the longer a break is (Bosquet 2013)."""

HARDEST_EFFORT = 8
"""Editorial: with an effort of 9 or 10 there is nothing left for a step up."""

MOST_SETS = 3
"""The most sets that one of the articles asks for (Dr Josh Alvarado: 3 sets of 10-12)."""

HOLD_STEP_S = 5.0
LONGEST_HOLD_S = 30.0
"""Editorial, as is that a hold never becomes longer than twice the routine's."""

DECLINED_DAYS = 14
"""So long no step up is suggested for an exercise after one was declined (editorial)."""

MOST_AT_ONCE = 2
"""So many suggestions a routine gets from one session to the next (editorial)."""


class Urgency(IntEnum):
    """Which suggestion comes first: the smaller number."""

    HURT = 0
    BACK = 1
    LIGHTER = 2
    UP = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in words. `id` is what the history keeps of it and never changes."""

    id: str
    name: str
    urgency: Urgency
    words: str
    source: str
    is_editorial: bool = False

    @property
    def is_up(self) -> bool:
        """Whether it asks for more."""
        return self.urgency is Urgency.UP


_STEP_BACK = (
    "a step back: down to the low end of the range, else a set fewer, else an easier exercise, "
    "else about a quarter less."
)
_OUR_ORDER = f"{MODEL} Which step back comes first is our choice."
_ONE_DAY = "For one easy day in every exercise there is the gentle dose."

HURT = Rule(
    "back-hurt",
    "Step back",
    Urgency.HURT,
    f"Pain above 5 of 10 during an exercise means {_STEP_BACK}",
    _OUR_ORDER,
)
AFTER = Rule(
    "back-after",
    "Step back",
    Urgency.BACK,
    "Pain above 5 of 10 after a session, and no less than before it, means "
    f"{_STEP_BACK} {_ONE_DAY}",
    _OUR_ORDER,
)
MORNING = Rule(
    "back-morning",
    "Step back",
    Urgency.BACK,
    "Pain that has not settled by the next morning (above 2, and more than before the session, or "
    f"above 5 and no less) means {_STEP_BACK} {_ONE_DAY}",
    _OUR_ORDER,
)
BREAK = Rule(
    "break",
    "Begin lighter",
    Urgency.LIGHTER,
    f"After {LONG_BREAK_DAYS} days or more without an exercise, begin with a set fewer, or at the "
    f"low end of the range. {_ONE_DAY}",
    "Strength fades the more the longer a break is (Bosquet 2013, a meta-analysis); three weeks "
    "and the amount are our choice.",
    is_editorial=True,
)
_PROOF = (
    "sessions at normal or strong dose, pain at most 5 after each of them, less than 2 above what "
    "it was before, and settled by the next morning (at most 2, or no more than before), no rise "
    f"from week to week, effort at most {HARDEST_EFFORT}"
)
_WHEN_UP = f"All sets done as planned in the last two {_PROOF}"
_WHEN_MASTERED = f"All sets done as planned in the last four {_PROOF}"
_TWO = "Two sessions in a row are our choice, after the 2-for-2 rule (Baechle and Earle)."
REPS = Rule(
    "more-reps",
    "A rep more",
    Urgency.UP,
    f"{_WHEN_UP}: one rep more, up to the top of the article's range. Where the dose is ours, up "
    "to the exercise's usual range.",
    f"The range is the article's. {_TWO}",
    is_editorial=True,
)
SETS = Rule(
    "more-sets",
    "A set more",
    Urgency.UP,
    f"{_WHEN_UP}, and no more reps to add: one set more, with fewer reps in each, up to "
    f"{MOST_SETS} sets. Rounds of a circuit stay as they are.",
    f"{MOST_SETS} sets are the most that an article asks for (Dr Josh Alvarado). {_TWO}",
    is_editorial=True,
)
HOLD = Rule(
    "longer-hold",
    "A longer hold",
    Urgency.UP,
    f"{_WHEN_UP}, and no more sets to add: {HOLD_STEP_S:g} s longer, up to twice the routine's "
    f"hold and never above {LONGEST_HOLD_S:g} s.",
    f"Seconds and limits are our choice. {_TWO}",
    is_editorial=True,
)
HARDER = Rule(
    "harder",
    "A harder exercise",
    Urgency.UP,
    f"{_WHEN_MASTERED}, and nothing more to add: the next harder exercise, begun at its low end. "
    "It is done in the same position, needs nothing else, and is not in the routine yet.",
    "Which exercise is the next, and four sessions to master the easier one, are our choice.",
    is_editorial=True,
)
BRIDGE_FIRST = replace(
    HARDER,
    words=f"{_WHEN_MASTERED}, and nothing more to add to the bridge: the single-leg bridge, begun "
    "at its low end.",
    source="Bridge first, and single-leg bridge once it is mastered: Strengthen the Glutes to "
    "Prevent Low Back Pain, Dr Josh Alvarado. Four sessions to master it are our choice.",
)

ARTICLE_STEPS = {"glute-bridge": "single-leg-bridge"}
"""The one step to a harder exercise that an article names."""

RULES = (HURT, AFTER, MORNING, BREAK, REPS, SETS, HOLD, HARDER)


def rule_name(rule_id: str) -> str:
    """What a rule is called; a rule of another version has only its id."""
    return next((rule.name for rule in RULES if rule.id == rule_id), rule_id)
