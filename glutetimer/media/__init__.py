"""Other programs that play: the desktop's controls for our sessions, and other people's music.

All of it speaks with the session bus of a Linux desktop (MPRIS). Only threads and a child of ours
ever wait for it.
"""
