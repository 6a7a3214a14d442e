"""What the core asks of the world, one file an owner; app.py names who answers.

Protocols and the values that they exchange, nothing that does anything. May import ``history``,
``plan`` and ``cues`` for those values.
"""
