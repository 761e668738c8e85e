"""Looks through a whole folder of rules at once: every fault, and what of it cannot be judged yet."""
