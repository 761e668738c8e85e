"""What holds of a rulebook in every situation there can be, and where it does not."""
