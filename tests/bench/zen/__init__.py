"""The rulebook in another engine: a decision graph of zen-engine, made from the rulebook by program.

It gives the flow, the verdict, what becomes of each PIN, how each requirement stands now and at the next
visit, and which alternatives and notices are told. It says nothing of what to bring, what is still to be
asked, which papers meet a requirement, or where it is published; so a notice that looks at what to bring is
left out. Standings are their numbers and days are ordinals: the engine compares numbers fastest.
"""
