"""Reminders on a Linux desktop: whether the person is there, the notification, the system's timer.

What is due when is said by `core.reminders`. Here everything may wait for other programs: only
threads and a process without a window (`glutetimer remind`) call it, and Qt is not read.
"""
