"""A period of the history in one value, for the physiotherapist; pure counts, no judgement."""
