"""The statements that bring a store from each version to the next. What stands here never changes again:
a new version is a new entry at the end. SQL that SQLite and PostgreSQL both read.

Every column is a number, or a word that its check knows or that consists of the letters of ids and digests
alone, so that not even a fault elsewhere can put a sentence into the store. `minute` and `day` count from
1970, minutes in UTC; no day before the autumn of 2024 can be counted, so that none is a birth date.
"""

_ID = "length({0}) BETWEEN 1 AND 60 AND ltrim({0}, 'abcdefghijklmnopqrstuvwxyz_:0123456789') = ''"
_DIGEST = "length({0}) = 12 AND ltrim({0}, '0123456789abcdef') = ''"
_POSITION = "{0} BETWEEN 1 AND 999"
_KEY = f"""number VARCHAR(8) NOT NULL CHECK (length(number) = 8 AND ltrim(number, '23456789') = ''),
        position INTEGER NOT NULL CHECK ({_POSITION.format("position")})"""

_FIRST = (
    f"""CREATE TABLE step (
        {_KEY},
        step VARCHAR(8) NOT NULL CHECK (step IN (
            'open', 'send', 'return', 'resend', 'decide', 'finish', 'withdraw', 'lapse', 'undo')),
        state VARCHAR(20) NOT NULL CHECK (state IN (
            'letter_due', 'letter_sent', 'letter_returned', 'decided', 'done', 'withdrawn', 'lapsed')),
        desk VARCHAR(60) NOT NULL CHECK ({_ID.format("desk")}),
        minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 2000000000),
        PRIMARY KEY (number, position)
    )""",
    f"""CREATE TABLE decision (
        {_KEY},
        digest VARCHAR(12) NOT NULL CHECK ({_DIGEST.format("digest")}),
        reason_named INTEGER NOT NULL CHECK (reason_named IN (0, 1)),
        PRIMARY KEY (number, position),
        FOREIGN KEY (number, position) REFERENCES step (number, position)
    )""",
    f"""CREATE TABLE pin (
        {_KEY},
        place INTEGER NOT NULL CHECK ({_POSITION.format("place")}),
        pin VARCHAR(60) NOT NULL CHECK ({_ID.format("pin")}),
        word VARCHAR(10) NOT NULL CHECK (word IN ('accept', 'ask', 'consult', 'incomplete', 'decline')),
        PRIMARY KEY (number, position, place),
        FOREIGN KEY (number, position) REFERENCES decision (number, position)
    )""",
    f"""CREATE TABLE requirement (
        {_KEY},
        place INTEGER NOT NULL CHECK ({_POSITION.format("place")}),
        requirement VARCHAR(60) NOT NULL CHECK ({_ID.format("requirement")}),
        standing VARCHAR(7) NOT NULL CHECK (standing IN ('met', 'ask', 'consult', 'missing', 'decline')),
        PRIMARY KEY (number, position, place),
        FOREIGN KEY (number, position) REFERENCES decision (number, position)
    )""",
)

# Counts that know no case. `which` is an id, or the letters by which a class of papers goes.
_CLASS = "length({0}) BETWEEN 1 AND 3 AND ltrim({0}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ''"
_SECOND = (
    f"""CREATE TABLE tally (
        day INTEGER NOT NULL CHECK (day BETWEEN 20000 AND 99999),
        desk VARCHAR(60) NOT NULL CHECK ({_ID.format("desk")}),
        what VARCHAR(14) NOT NULL CHECK (what IN (
            'verdict', 'route', 'pin', 'pin_accept', 'pin_ask', 'pin_consult', 'pin_incomplete',
            'pin_decline', 'missing', 'paper', 'step', 'dropped')),
        which VARCHAR(60) NOT NULL CHECK ({_ID.format("which")} OR {_CLASS.format("which")}),
        times INTEGER NOT NULL CHECK (times BETWEEN 1 AND 1000000000),
        PRIMARY KEY (day, desk, what, which)
    )""",
    "CREATE INDEX step_by_minute ON step (minute, desk, step)",
    # In the order of the primary key, so that looking for each case's next step goes along it.
    "CREATE INDEX step_by_state ON step (state, number, position)",
)

VERSIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND)
"""`VERSIONS[n]` leads from version n to n + 1."""
