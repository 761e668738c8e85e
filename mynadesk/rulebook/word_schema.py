"""words.yaml: how the desk speaks. Braces hold what is filled in when the words are shown."""

from mynadesk.rulebook.schema import Entry
from mynadesk.words import Words


class VerdictWords(Entry, frozen=True):
    """The verdict line."""

    accept_same_day: Words
    accept_first_visit: Words
    accept_second_visit: Words
    partial_same_day: Words
    partial_first_visit: Words
    partial_second_visit: Words
    begin: Words
    silent: Words
    to_ask: Words
    to_supervisor: Words
    incomplete: Words
    incomplete_final: Words
    ask: Words
    consult: Words
    decline_visitor: Words
    decline_pins: Words
    differs: Words
    which: Words
    first_visit_next: Words


class StandingWords(Entry, frozen=True):
    """One word for how something stands."""

    met: Words
    ask: Words
    consult: Words
    missing: Words
    missing_final: Words
    decline: Words


class BringWords(Entry, frozen=True):
    """How classes of papers are counted."""

    some: Words
    each: Words
    classes: Words
    or_: Words
    single: Words


class SayWords(Entry, frozen=True):
    """What is told to the person at the counter besides what requirements say."""

    accept_same_day: Words
    accept_first_visit: Words
    accept_second_visit: Words
    partial_same_day: Words
    partial_first_visit: Words
    partial_second_visit: Words
    new_pin: Words


class AheadWords(Entry, frozen=True):
    """What is to be reckoned with at a second visit."""

    runs_out: Words
    beside: Words


class ShowWords(Entry, frozen=True):
    """What stands on the screen when it is turned to the person at the counter."""

    accept_same_day: Words
    accept_first_visit: Words
    accept_second_visit: Words
    partial_same_day: Words
    partial_first_visit: Words
    partial_second_visit: Words
    incomplete: Words
    ask: Words
    consult: Words
    decline: Words
    second_visit: Words
    name: Words
    keys: Words
    wait: Words


class PapersWords(Entry, frozen=True):
    """The page of papers to hand over."""

    ja: Words
    easy: Words
    en: Words
    print: Words
    browser: Words
    file: Words
    language: Words
    more: Words
    back: Words
    sending: Words
    printed: Words
    not_printed: Words
    no_printer: Words
    opened: Words
    not_opened: Words
    no_browser: Words
    saved: Words
    not_saved: Words
    none_yet: Words
    unusable: Words


class ThemeWords(Entry, frozen=True):
    """What the ways to look are called."""

    standard: Words
    contrast: Words
    colour_blind: Words


class CaseWords(Entry, frozen=True):
    """The lines of the case and its papers."""

    assumed: Words
    expiry: Words
    issued: Words
    since: Words
    before: Words
    original: Words
    in_date: Words
    photo: Words
    entries: Words
    unchecked: Words
    unclassed: Words


class PanelWords(Entry, frozen=True):
    """Headings and fixed lines of the screen."""

    today: Words
    rules: Words
    number: Words
    tell: Words
    bring: Words
    check: Words
    advice: Words
    notes: Words
    second_visit: Words
    place: Words
    pin_number: Words
    legend: Words
    legend_more: Words
    reason: Words
    closed: Words
    choose_office: Words
    office_hint: Words
    confirm: Words
    finish: Words
    more_lists: Words
    pins_by_number: Words
    which_paper: Words
    and_more: Words
    no_rule: Words
    help_back: Words
    help_more: Words
    purposes: Words
    find_by_purpose: Words
    type_date: Words
    which_era: Words
    limit: Words
    change: Words
    help: Words
    more: Words
    more_down: Words
    more_reason: Words
    more_scene: Words
    hide_soon: Words
    hidden: Words
    hidden_back: Words
    hidden_drop: Words
    dropped: Words
    dropped_next: Words


class MessageWords(Entry, frozen=True):
    """Answers to a key that changes nothing, and other short messages."""

    not_here: Words
    choose_digit: Words
    choose_pin: Words
    choose_first: Words
    nothing_back: Words
    next_again: Words
    restored: Words
    no_papers_open: Words
    finished: Words
    no_line: Words
    not_for_kind: Words
    office_saved: Words
    office_unsaved: Words
    ime: Words
    reset_only: Words
    quit_again: Words
    no_more: Words
    too_small: Words
    fault: Words
    unreadable: Words
    reason_beside: Words
    silent_reason: Words
    theme_saved: Words
    theme_unsaved: Words
    nothing_to_show: Words
    told_to_end: Words
    no_number: Words
    not_recorded: Words
    uncounted: Words
    pasted: Words
    rules_next: Words
    rules_bad: Words
    rules_taken: Words
    unknown_date: Words


class KeyWords(Entry, frozen=True):
    """What each key does, as the foot line and the help say it."""

    digit: Words
    enter: Words
    back: Words
    erase: Words
    finish: Words
    dot: Words
    line: Words
    reason: Words
    rule: Words
    next: Words
    switch: Words
    help: Words
    restore: Words
    quit: Words
    scroll: Words
    scroll_up: Words
    large: Words
    papers: Words
    hide: Words
    theme: Words
    ledger: Words
    open_case: Words
    record: Words


class LaidWords(Entry, frozen=True):
    """What is said of a case that was laid on the desk."""

    example: Words
    beside: Words
    yes: Words
    no: Words
    unknown: Words
    none: Words
    to_desk: Words
    not_here: Words


class AskWords(Entry, frozen=True):
    """What only the line mode says: pieces of lines, and what is wrong with a line."""

    hello: Words
    details: Words
    line: Words
    standing: Words
    more: Words
    either: Words
    chosen: Words
    leave_date: Words
    space: Words
    repeat: Words
    rest_unused: Words
    line_unused: Words
    too_long: Words
    no_character: Words
    at_line: Words
    unanswered: Words
    left: Words
    left_open: Words
    no_input: Words
    fault: Words


class DeskWords(Entry, frozen=True):
    verdicts: VerdictWords
    standings: StandingWords
    bring: BringWords
    say: SayWords
    ahead: AheadWords
    show: ShowWords
    papers: PapersWords
    themes: ThemeWords
    case: CaseWords
    panel: PanelWords
    messages: MessageWords
    keys: KeyWords
    laid: LaidWords
    ask: AskWords
