"""The page that lists the sessions and shows one of them set by set."""
