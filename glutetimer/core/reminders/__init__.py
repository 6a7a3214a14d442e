"""When the person is reminded: of a session on some days, of squeezes through the day."""
