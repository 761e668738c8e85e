"""Days as a Japanese city desk writes, types and counts them.

Here belong the eras, how a day is written, how a typed day is read, and ages. What a day
means for a request (a deadline, a card's expiry) does not belong here.
"""
