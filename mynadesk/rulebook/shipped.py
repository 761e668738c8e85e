"""Where the shipped rules stand."""

import os.path

_HERE = os.path.dirname(os.path.abspath(__file__))


def shipped_rules() -> str:
    """The folder of the shipped rules: inside the package when installed, else beside it."""
    package = os.path.dirname(_HERE)
    installed = os.path.join(package, "rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "rules")
