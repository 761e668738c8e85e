"""The course of an interview: what has been answered, what is asked next, how the whole case stands.

Knows no keys' names beyond the rulebook's digits, and no screen: the desk and every other way of asking
stand on it.
"""
