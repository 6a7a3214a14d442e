"""A period of the history on paper, for the physiotherapist."""
