"""Makes the folder that installs mynadesk where there is no network: `python -m tests.bundle`."""
