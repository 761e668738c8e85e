"""What holds for every test."""

import os


def forget_the_terminal_of_whoever_runs_the_tests() -> None:
    """Colours and themes set outside would change what a screen draws.

    Textual reads them when it is imported, so a fixture would come too late.
    """
    for name in list(os.environ):
        if name == "NO_COLOR" or name.startswith("TEXTUAL_"):
            del os.environ[name]


forget_the_terminal_of_whoever_runs_the_tests()
