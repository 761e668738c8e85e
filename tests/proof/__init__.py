"""The proof of a rulebook, and rulebooks of which something does not hold."""
