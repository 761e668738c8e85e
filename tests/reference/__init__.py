"""A second, hand-written reading of the desk contract, with invented cases to hold the first one against."""
