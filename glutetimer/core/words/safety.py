"""The words on safety: shown at the first start, and whenever they are asked for."""

_SIGNS = (
    "your pain is severe or new, goes down the leg, or comes with weakness or fever. Numbness, "
    "above all in the saddle area, pain down both legs, or loss of bladder or bowel control is "
    "urgent: see one today."
)

SEE_SOMEONE = f"See a physician or physiotherapist if {_SIGNS}"
"""The warning signs, after a review of guidelines: Verhagen and others 2016, "Red flags presented
in current low back pain guidelines", European Spine Journal 25."""

SAFETY = (
    "glutetimer is a training companion. It is no medical advice and does not replace an "
    "examination.",
    f"See a physician or physiotherapist first if {_SIGNS}",
    "Ask one first, too, after a recent injury, operation or birth, in pregnancy, with "
    "osteoporosis or long use of steroids, after cancer, if you lose weight without a reason, or "
    "if pain at night never eases. Chest pain, or dizziness while you train: stop, and get help.",
    "Feeling the working muscle is expected. Sharp back pain, or pain that grows, is a reason to "
    "stop: press H in a session, and the set ends at once.",
    "A way to read your own pain, from 0 (none) to 10 (the worst you can think of): up to 2 is "
    "safe, 3 to 5 is acceptable if it has settled by the next morning, and above 5 means a step "
    "back. (The pain-monitoring model was made for the knee and the Achilles tendon: Thomeé 1997; "
    "Silbernagel 2007. Its use for the back is ours.)",
)
