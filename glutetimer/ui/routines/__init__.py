"""The page that lists the routines and shows one of them."""
