"""A card for each rule of the rulebook, and the scenes that turn on it."""
