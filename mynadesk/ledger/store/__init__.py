"""Where the ledger is kept: SQLite or PostgreSQL, through SQLAlchemy, which only opening it imports."""
