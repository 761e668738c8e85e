"""Papers that are handed over at the desk: made of a decision, printed as text or as a page."""
