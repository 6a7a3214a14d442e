"""The rules of a session: values in, values out; no I/O, no clock, no Qt."""
