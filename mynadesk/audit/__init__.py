"""Holds the digests of the rules against a saved copy of the page that they come from."""
