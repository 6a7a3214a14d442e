"""The history as a whole: out into files, in again, and its backups.

The manual (assets/help/history-files.md) describes the files of an export, `fields` has every
field of them.

A session is the same as one that is in the history already if its routine and the microsecond in
which it was begun are the same; then nothing of it is read, so that nothing comes twice and
nothing is overwritten. Sessions that were deleted are not written; one that is in a file is new
when the file is read, even if the history still hides it so that the delete can be undone. A
session that has not ended comes back as such: the next start asks what to do with it.
"""
