"""The rulebook to be read: its entries, what they have to do with each other, and what turns on them."""
