"""The engines of speech, one a file, and what they have in common.

`natural` is the voice that comes with the program, `piper` speaks with voices that the person has
put into a folder, `machine` with those of the system. What an engine offers is known without
starting it where that can be read from files (`offer`); what imports a library of speech or a
model runs in the child process alone.
"""
