"""Whole cases as keys, by how they end. `E` is Enter."""

WAYS = {
    "holder": "1 1 2 E E 1 E",
    "representative of a child": "2 1 2 E E 1 E 3 E 1",
    "representative of a ward": "3 1 2 E E 1 E 1 E 1",
    "agent, first visit": "4 1 2 E 1 E 1 1 1",
    "agent, second visit": "5 1 2 E 1 E 1 E 1 E .2 E",
}
"""A way to acceptance on each route."""
SECOND_VISIT = "5 1 1234 E 1 1 E 1 E 1 E .2 E 1"
"""The accepted case with the most lines."""

MORE_WAYS = {
    "holder, one B paper": "1 1 2 E E .2 E",
    "holder, all four PINs": "1 1 1234 E E 1 E",
    "holder, change": "1 2 2 E E 1 E",
    "holder, driving history certificate": "1 1 2 E E 2 E 1",
    "holder, licence in date until a day": "1 1 2 E E 1 1 R8.11.23 E E",
    "holder, the PIN found by what it is for": "1 1 . 4 E E 1 E",
    "holder, after a paper that had expired": "1 1 2 E E 1 2 3 E",
    "representative of a child, two B papers": "2 1 2 E E 1 E .2 E .9 E 1",
    "representative of a child, domicile in the city": "2 1 2 E E 1 E 1 E 2",
    "representative of a child, one household": "2 1 2 E E 1 E 1 E 3",
    "holder alone, but neither child nor ward": "6 3 1 2 E E 1 E",
    "agent, first visit, one B paper": "4 1 2 E .2 E 1 1 1",
    "agent, first visit, PIN 3 with a reason": "4 1 3 E 1 1 E 1 1",
    "agent, first visit, own My Number Card": "4 1 2 E 8 E 1 1 1",
    "agent, second visit, two A papers": "5 1 2 E 1 E 1 E 1 E 3 E",
    "agent, second visit, PINs 3 and 4": "5 1 34 E 1 1 E 1 E 1 E .2 E 1",
    "agent, second visit, neither child nor ward": "9 3 1 2 E 1 E 1 E 1 E .2 E",
}

DECLINED_VISITORS = {
    "a holder under 15 alone": "6 1",
    "an adult ward alone": "6 2",
    "a parent of a holder who is 15 or over": "7",
}

SUPERVISOR = {
    "holder, card expired": "1 1 2 E 3 1 E 1",
    "holder, health insurance card": "1 1 2 E E .1 E +",
    "holder, eligibility certificate": "1 1 2 E E ..1 E +",
    "holder, a paper that is not listed": "1 1 2 E E ..2 E +",
    "holder, A paper without a photo": "1 1 2 E E 7 5 E +",
    "agent of a child, first visit": "8 1 1 2 E 1 E 1 1 1",
    "agent of a ward, second visit": "9 2 1 2 E 1 E 1 E 1 E .2 E",
    "agent, first visit, mail is forwarded": "4 1 2 E 1 E 1 2 1",
    "agent, first visit, another reason": "4 1 3 E .5 1 E 1 1",
    "agent, second visit, two papers of one kind": "5 1 2 E 1 E 1 E 1 E 1 E +",
}

INCOMPLETE = {
    "holder, no card": "1 1 2 E 2 1 E 1",
    "holder, no paper": "1 1 2 E E +",
    "holder, licence expired": "1 1 2 E E 1 2 +",
    "holder, a copy": "1 1 2 E E 1 3 +",
    "holder, bankbook without name and address": "1 1 2 E E .6 4 +",
    "holder, old driving history certificate": "1 1 2 E E 2 E 2 +",
    "representative of a child, own paper missing": "2 1 2 E E 1 E + 1",
    "representative of a child, one B paper only": "2 1 2 E E 1 E .2 E + 1",
    "representative of a child, no register": "2 1 2 E E 1 E 1 E 4",
    "representative of a ward, no certificate": "3 1 2 E E 1 E 1 E 2",
    "agent, first visit, no paper": "4 1 2 E + 1 1 1",
    "agent, first visit, no postage": "4 1 2 E 1 E 1 1 2",
    "agent, second visit, letter not filled in": "5 1 2 E 2 E 1 E 1 E .2 E",
    "agent, second visit, letter not sealed": "5 1 2 E 3 E 1 E 1 E .2 E",
    "agent, second visit, no letter": "5 1 2 E 4 E 1 E 1 E .2 E",
    "agent, second visit, one A paper only": "5 1 2 E 1 E 1 E 1 E +",
    "agent, second visit, two B papers": "5 1 2 E 1 E 1 E .2 E .9 E +",
    "agent, second visit, no paper of the holder": "5 1 2 E 1 E + 1 E .2 E",
    "agent, second visit, no proof of the reason": "5 1 3 E 1 1 E 1 E 1 E .2 E 2",
}

DECLINED_PINS = {
    "holder, certificate lapsed": "1 1 2 E E 1 E - 2",
    "holder, signature certificate lapsed": "1 1 1 E E 1 E - 2",
    "representative of a child, certificate lapsed": "2 1 2 E E 1 E 3 E 1 - 2",
    "agent, first visit, certificate lapsed": "4 1 2 E 1 E 2",
    "agent, first visit, no reason": "4 1 3 E 9",
    "agent, second visit, no reason": "5 1 34 E 9",
}

PARTIAL = {
    "holder, one certificate lapsed": "1 1 12 E E 1 E - 2",
    "agent, first visit, no reason for PIN 3": "4 1 23 E 9 1 E 1 1 1",
    "agent, second visit, no reason for PIN 4": "5 1 24 E 9 1 E 1 E 1 E .2 E",
    "agent, second visit, no proof": "5 1 23 E 1 1 E 1 E 1 E .2 E 2",
}

OPEN = {
    "holder, paper not looked at": "1 1 2 E E 1 6 +",
    "holder, card not looked at": "1 1 2 E 4 1 E 1",
    "holder, state not known": "6 4 1 2 E E 1 E",
    "agent, first visit, postage to come": "4 1 2 E 1 E 1 1 3",
    "agent, second visit, letter not seen": "5 1 2 E 5 E 1 E 1 E .2 E",
}

_TABLES = (WAYS, MORE_WAYS, DECLINED_VISITORS, SUPERVISOR, INCOMPLETE, DECLINED_PINS, PARTIAL, OPEN)
EVERY_WAY = [SECOND_VISIT, *(keys for table in _TABLES for keys in table.values())]
