"""The ledger: what the desk remembers of an agent's request between two visits. The case, not the person."""
