"""The Textual screens. Widgets take values and draw them; one screen turns keys into a session's state."""
