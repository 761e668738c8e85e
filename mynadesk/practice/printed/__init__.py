"""Practice as plain text: sheets of scenes, the table of skills, rules with their places."""
