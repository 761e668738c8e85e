"""The desk's pages of the ledger: a number, the case behind it, and what is written there."""
