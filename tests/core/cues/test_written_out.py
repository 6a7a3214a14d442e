"""Texts are written out for speaking before any engine sees them."""

import json

import pytest

from glutetimer.core.cues.written_out import written_out
from tests.golden_cues import LENGTHS


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Hold 45 s", "Hold 45 seconds"),
        ("Hold 45s.", "Hold 45 seconds."),
        ("Hold 1 s at the top", "Hold 1 second at the top"),
        ("Rest 1m30s", "Rest 1 minute 30 seconds"),
        ("Rest 1 min 30 s", "Rest 1 minute 30 seconds"),
        ("Rest 2m00s", "Rest 2 minutes"),
        ("Rest 1:05", "Rest 1 minute 5 seconds"),
        ("2 min, then 1 h", "2 minutes, then 1 hour"),
        ("2.5 kg in each hand", "2.5 kilos in each hand"),
        ("Feet 30 cm apart", "Feet 30 centimetres apart"),
        ("3 x 10", "3 times 10"),
        ("3x10", "3 times 10"),
        ("3 × 10-12", "3 times 10 to 12"),
        ("3 sets x 10 reps", "3 sets times 10 reps"),
        ("10-12 reps", "10 to 12 reps"),
        ("30–45 s", "30 to 45 seconds"),
        ("Tempo 3-0-1-0", "Tempo 3, 0, 1, 0"),
        ("RPE 7", "R P E 7"),
        ("RPE 7-8", "R P E 7 to 8"),
        ("Full ROM, e.g. to the floor", "Full range of motion, for example to the floor"),
        ("1/2 way up", "half way up"),
        ("Go down 1/2.", "Go down half."),
        ("3/4 of the way", "three quarters of the way"),
        ("1 1/2 turns", "1 and a half turns"),
        ("1½ turns", "1 and a half turns"),
        ("Set 2/3", "Set 2 of 3"),
        ("Round 1/2, both sides", "Round 1 of 2, both sides"),
        ("Pain at most 3/10", "Pain at most 3 out of 10"),
        ("Bend to 90°", "Bend to 90 degrees"),
        ("At 50 % of your effort", "At 50 percent of your effort"),
        ("Knees & toes", "Knees and toes"),
        ("Band w/ dumbbell", "Band with dumbbell"),
        ("10 reps/side", "10 reps a side"),
        ("2½ kg", "2 and a half kilos"),
        ("1,5 kg in each hand", "1.5 kilos in each hand"),
        ("1,000 steps", "1,000 steps"),
        ("12/10/8 reps", "12, 10, 8 reps"),
        ("≥ 5 kg, ≤10 kg", "at least 5 kilos, at most 10 kilos"),
        ("3 sets à 10", "3 sets of 10"),
        ("5x5 @80%", "5 times 5 at 80 percent"),
        ("80 % of 1RM", "80 percent of one rep maximum"),
        ("Band #2, hole No. 3", "Band number 2, hole number 3"),
        ("Lie down → roll over", "Lie down, roll over"),
        ("Go *slowly*, **never** _fast_.", "Go slowly, never fast."),
        (">= 3 reps, <= 10 s", "at least 3 reps, at most 10 seconds"),
        ("Pain > 5 or <3", "Pain more than 5 or less than 3"),
        ("≈5 cm, ±2 cm, −3 kg", "about 5 centimetres, plus or minus 2 centimetres, minus 3 kilos"),
        ("Left -> right", "Left, right"),
        ("RPE7, RIR2", "R P E 7, R I R 2"),
        ("Wait 1/2 s", "Wait half a second"),
        ("½ kg, 1/2 h, 3/4 min", "half a kilo, half an hour, three quarters of a minute"),
        ("Hold 2 1/2 s", "Hold 2 and a half seconds"),
        ("Go down 1/8", "Go down one eighth"),
        ("Rest 0:45", "Rest 45 seconds"),
        ("10/side, 8-10/leg", "10 per side, 8 to 10 per leg"),
        ("3x/week, 10x, then 5 x", "3 times per week, 10 times, then 5 times"),
        ("10+ reps, 8-12+", "10 or more reps, 8 to 12 or more"),
        ("80 % of 10RM", "80 percent of 10 rep maximum"),
        ("The 90/90 stretch", "The 90 90 stretch"),
        ("Pain 10/10", "Pain 10 out of 10"),
        ("See https://www.example.org/watch?v=1m30s&x=3x10.", "See the link."),
        ("www.example.org says so (http://a.b/c)", "the link says so (the link)"),
        ("💪 Squeeze 💪🏽", "Squeeze"),
        ("Well done! 🎉", "Well done!"),
        ("✨", ""),
        # What only looks like it stays.
        ("C++", "C++"),
        ("No, 3 more", "No, 3 more"),
        ("snake_case * 2", "snake_case * 2"),
        ("10 in total", "10 in total"),
        ("Now it's 3, 2, 1", "Now it's 3, 2, 1"),
        ("3-2-1", "3-2-1"),
        ("The S in 4x4s", "The S in 4 times 4 seconds"),
        ("Hip-width, single-leg", "Hip-width, single-leg"),
        ("Relax, 10", "Relax, 10"),
        ("Set 1 of 3", "Set 1 of 3"),
        ("", ""),
    ],
)
def test_as_it_is_said(written: str, spoken: str) -> None:
    assert written_out(written) == spoken


def test_it_is_done_once_and_for_all() -> None:
    for text in ("Hold 45 s", "3 x 10", "1m30s", "1/2", "RPE 7-8"):
        assert written_out(written_out(text)) == written_out(text)


def test_what_our_routines_say_is_plain_already() -> None:
    texts = json.loads(LENGTHS.read_text("utf-8"))
    assert [text for text in texts if written_out(text) != text] == []
