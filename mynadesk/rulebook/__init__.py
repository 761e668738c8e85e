"""The rules: what the YAML files may contain, how they are read and checked, where they stand."""
