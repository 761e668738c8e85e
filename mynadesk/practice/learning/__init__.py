"""What a trainee knows, what comes next, and what is kept of it."""
