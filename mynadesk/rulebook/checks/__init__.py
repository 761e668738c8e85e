"""What typing cannot find in a rulebook, a module a subject; `checking` runs them all."""
