"""Situations that turn on one entry: pairs that differ in as little as can be, and are decided otherwise."""
