"""The report for the physiotherapist on paper, part by part."""
