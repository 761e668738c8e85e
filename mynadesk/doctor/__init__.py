"""`mynadesk doctor`: what is well around the desk, what is not, and what to do. Works without a rulebook."""
