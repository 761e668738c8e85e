"""`mynadesk rules prove`: what holds in every situation, and a case wherever something does not."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from time import perf_counter

from mynadesk.command.output import write_out
from mynadesk.fault import Fault, UnusableText
from mynadesk.proof.proving import Progress, Proof, prove
from mynadesk.proof.report import as_data, as_text, as_yaml
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.office_folder import rulings_folder
from mynadesk.words import Language, Words

_PATIENCE = 1.0
"""Seconds after which it is said how far it has come."""
_DAY_BY_DAY = Words("{done}/{all}日目まで調べました", "{done} of {all} days")


def prove_rules(options: argparse.Namespace, folder: str) -> int:
    """Write the proof. The exit status: 1 where something does not hold.

    Raises:
        DeskError: the rules cannot be used, or a case cannot be saved.
    """
    book = load_rulebook(folder, rulings_folder(options.rulings, os.environ))
    proof = prove(book, options.on, progress_to_stderr(options.lang))
    saved = save(proof, options.save) if options.save else ()
    whole = None
    if options.brute:
        from mynadesk.proof.brute import brute

        whole = brute(book, options.on)
    if options.json:
        data = as_data(proof) if whole is None else {**as_data(proof), "brute": whole.as_data()}
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_text(proof, options.lang, saved) + "\n"
        if whole is not None:
            text += whole.as_text(options.lang) + "\n"
    write_out(text.encode("utf-8", "backslashreplace"))
    return 1 if proof.holes or (whole is not None and whole.differences) else 0


def progress_to_stderr(language: Language, clock: Callable[[], float] = perf_counter) -> Progress:
    """Says how far it has come, once it takes longer than a person likes to wait."""
    began = clock()

    def told(done: int, all_: int) -> None:
        if done < all_ and clock() - began > _PATIENCE and sys.stderr is not None:
            sys.stderr.write(_DAY_BY_DAY.in_(language).format(done=done, all=all_) + "\n")

    return told


def save(proof: Proof, folder: str) -> tuple[str, ...]:
    """The case of each hole as a file of its own, under new names. Their names.

    Raises:
        UnusableText: the folder cannot be written.
    """
    names = []
    try:
        os.makedirs(folder, exist_ok=True)
        for number, hole in enumerate(proof.holes, 1):
            name = os.path.join(folder, f"{number:02}-{hole.kind}.yaml")
            with open(name, "w", encoding="utf-8", newline="\n") as file:
                file.write(as_yaml(hole))
            names.append(name)
    except OSError as error:
        what = Words("事例を保存できません。", f"The cases cannot be saved ({error.strerror}).")
        mend = Words("--save の場所を確かめてください。", "Check the folder named by --save.")
        raise UnusableText(Fault(what, mend, "", folder)) from None
    return tuple(names)
