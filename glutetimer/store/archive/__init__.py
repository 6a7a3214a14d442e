"""The history as a whole: out into files, in again, and its backups.

The JSON file of an export is one object in UTF-8:

    {"format": "glutetimer-history", "version": 2,
     "sessions": [{…, "sets": [{…}, …]}, …],   oldest first; sets in the order in which they ended
     "answers": [{…}, …]}                      what was said to suggestions, oldest first

The head stands first. Version 1, which was written before there was a head, has `sessions` only;
it is read too. The CSV file has a row a set with the fields of its session before those of the
set, in UTF-8 with a comma between; a session without sets has one row. Both have the same names:

    session          the number of the session in this history; not read again
    routine, title   the id of the routine and its title at the time
    started_at       ISO 8601 with the offset from UTC where the person was
    ended_at         the same; empty (null) if the session has not ended
    end              finished, stopped or interrupted; also interrupted if it has not ended
    planned_s        seconds that were planned, rests included
    active_s         seconds that were not paused
    planned_sets     how many
    dose             normal, gentle, strong, or the minutes the person had: "20 min"
    pain_before, pain_after, pain_morning, effort
                     0 to 10; empty (null) if it was not answered
    is_morning_settled
                     true if the pain of the next morning was told or waved away
    note             what the person wrote about the session

    index            the place of the set in the session, from 0
    exercise, exercise_name
                     the id of the exercise and its name at the time
    entry            the place of the exercise in the routine, from 0
    round, set, attempt
                     from 1
    side             left, right, forward or back; empty (null) where both sides work
    planned_reps, planned_under_tension_s
                     reps or steps, and seconds under effort; no reps: a hold; neither: open-ended
    reps, under_tension_s
                     what was done
    outcome          done, skipped, hurt or stopped
    load             what the person had noted as a weight or band
    set_ended_at     ISO 8601, in the zone of the session
    pain_where, pain_level
                     if it hurt: where, and 0 to 10
    set_note         what the person wrote about the set

    exercise, rule, answer, answered_at
                     of an answer: taken, declined or never; the time is UTC

A session is the same as one that is in the history already if its routine and the microsecond in
which it was begun are the same; then nothing of it is read, so that nothing comes twice and
nothing is overwritten. Sessions that were deleted are not written; one that is in a file is new
when the file is read, even if the history still hides it so that the delete can be undone. A
session that has not ended comes back as such: the next start asks what to do with it.
"""
