"""What a trainee answers, what could be said, and how good it was."""
