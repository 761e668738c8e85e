"""The day book: what the counter and the ledger tell of some days, in sentences, bars and columns."""
