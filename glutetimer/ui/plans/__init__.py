"""The person's plans: what is next in the one that is followed, and the dialog with all of them."""
