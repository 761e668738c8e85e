"""What a scene is, who and what can be in it, and how it is told."""
