"""Other programs that play: the desktop's controls for our sessions, and other people's music.

All of it speaks with the session bus of a Linux desktop (MPRIS) by jeepney, which is pure Python
and sends exactly the types that are asked for; QtDBus is not there in a terminal. Only threads and
a child of ours ever wait for the bus.
"""
