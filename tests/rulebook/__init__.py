"""Rulebooks as their keepers edit them: what is refused, with which words, and what a change does."""
