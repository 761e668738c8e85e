"""A scene as it is practised: asked, answered, reviewed, and the course of it all."""
