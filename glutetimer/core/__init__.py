"""The rules of the program: values in, values out.

No input or output, no clock, no chance, no Qt; what is needed of the world is asked for in
``ports``. What lies flat here is known everywhere: exercise, routine, settings, side, pain, safety,
and what goes wrong or is told (errors, notice). Rooms from the bottom up: history, plan and
schedule, words, cues, ports; then advice and progress; then session and report. A room may use
those below it, never one above it.
"""
