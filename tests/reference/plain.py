"""The desk contract written down by hand, as the other side that a rulebook's decisions are held against."""

from __future__ import annotations

from typing import Any

from .papers import (
    AGENT_AT_VISIT_2,
    ASK,
    CONSULT,
    DECLINE,
    MET,
    MISSING,
    ONE,
    REPRESENTATIVE,
    WORDS,
    Case,
    Requirement,
    identity,
    truth,
)

RANK = {word: rank for rank, word in enumerate(WORDS)}
PIN_WORDS = ("accept", "ask", "consult", "incomplete", "decline")
CERTIFICATE_PINS = ("signature", "user_authentication")
REASON_PINS = ("resident_registry", "card_input_support")
REASON_REQUIREMENTS = ("unavoidable_reason", "reason_proof")


def by_facts(name: str, standing: int, *keys: str) -> Requirement:
    """Return a requirement that facts decide; `keys` are the ones that are still unknown if it is `ask`.

    What is unknown already stands at `ask`, so no answer can better a requirement at `consult` or worse.
    """
    return {
        "id": name,
        "standing": WORDS[standing],
        "met_by": [],
        "ask": sorted(keys) if standing == ASK else [],
        "bring": [[name]] if standing == MISSING else [],
    }


def is_under_15(case: Case) -> bool | None:
    """Return whether the holder is under 15, from the birth date where there is one.

    Month and day are compared as text, which puts 29 February after the 28th and before 1 March.
    """
    holder: dict[str, Any] = case.get("holder", {})
    born, on = holder.get("birth_date"), case["on"]
    if born is None:
        told: bool | None = holder.get("under_15")
        return told
    age = int(on[:4]) - int(born[:4]) - int(on[5:] < born[5:])
    return age < 15


def is_ward(case: Case) -> bool | None:
    """Return whether the holder is an adult ward."""
    ward: bool | None = case.get("holder", {}).get("adult_ward")
    return ward


def right_visitor(case: Case) -> Requirement:
    """Return whether this visitor may act for this holder."""
    if_represented, if_not = {
        "holder": (DECLINE, MET),
        "legal_representative": (MET, DECLINE),
        "agent": (CONSULT, MET),
    }[case["visitor"]]
    known = {"holder.under_15": is_under_15(case), "holder.adult_ward": is_ward(case)}
    unknown = [key for key, value in known.items() if value is None]
    if True in known.values():
        return by_facts("right_visitor", if_represented)
    if unknown:
        return by_facts("right_visitor", ASK, *unknown)
    return by_facts("right_visitor", if_not)


def holder_papers(case: Case) -> list[Requirement]:
    """Return what must be there of the holder whenever the card itself is worked on."""
    standing = {"presented": MET, None: ASK, "expired": CONSULT, "absent": MISSING}[case.get("card")]
    return [
        by_facts("holder_card", standing, "card"),
        identity(case, "holder_identity", "holder", ONE),
    ]


def family_register(case: Case) -> Requirement:
    """Return whether parenthood is shown, in any of the three ways."""
    keys = ("family_register", "registered_domicile_in_city", "parent_and_child_in_one_household")
    standing = min(truth(case.get(key)) for key in keys)
    return by_facts("family_register", standing, *(key for key in keys if case.get(key) is None))


def representative_papers(case: Case) -> list[Requirement]:
    """Return what a legal representative must show."""
    requirements = [identity(case, "representative_identity", "visitor", REPRESENTATIVE)]
    if is_under_15(case) is True:
        requirements.append(family_register(case))
    if is_ward(case) is True:
        key = "guardianship_certificate"
        requirements.append(by_facts(key, truth(case.get(key)), key))
    return requirements


def first_visit(case: Case) -> list[Requirement]:
    """Return what an agent needs to have the reply letter sent."""
    mail = {False: MET, True: CONSULT, None: ASK}[case.get("mail_forwarded")]
    return [
        right_visitor(case),
        identity(case, "agent_identity", "visitor", ONE),
        by_facts("postage", truth(case.get("postage")), "postage"),
        by_facts("mail_reachable", mail, "mail_forwarded"),
    ]


def second_visit(case: Case) -> list[Requirement]:
    """Return what an agent needs to have the PIN set."""
    letter = {"sealed": MET, None: ASK}.get(case.get("reply_letter"), MISSING)
    return [
        right_visitor(case),
        by_facts("reply_letter", letter, "reply_letter"),
        *holder_papers(case),
        identity(case, "agent_identity", "visitor", AGENT_AT_VISIT_2),
    ]


def route_requirements(case: Case, visit: int | None) -> list[Requirement]:
    """Return the requirements that all PINs share."""
    if case["visitor"] == "agent":
        return first_visit(case) if visit == 1 else second_visit(case)
    requirements = [right_visitor(case), *holder_papers(case)]
    if case["visitor"] == "legal_representative":
        requirements += representative_papers(case)
    return requirements


def certificate_issued(case: Case, pin: str) -> Requirement:
    """Return whether there is a certificate that this PIN could belong to."""
    standing = {True: MET, False: DECLINE, None: ASK}[case.get("certificates", {}).get(pin)]
    return by_facts(f"certificate_issued:{pin}", standing, f"certificates.{pin}")


def reason_requirements(case: Case, visit: int | None) -> list[Requirement]:
    """Return what an agent owes for the PINs that every card has."""
    reason = case.get("unavoidable_reason")
    standing = {None: ASK, "other": CONSULT, "none": DECLINE}.get(reason, MET)
    requirements = [by_facts("unavoidable_reason", standing, "unavoidable_reason")]
    if visit == 2 and reason != "none":
        requirements.append(by_facts("reason_proof", truth(case.get("reason_proof")), "reason_proof"))
    return requirements


def pin_requirements(case: Case, visit: int | None) -> list[Requirement]:
    """Return the requirements of single PINs, in the contract's order whatever the order of the PINs."""
    pins = case["pins"]
    requirements = [certificate_issued(case, pin) for pin in CERTIFICATE_PINS if pin in pins]
    if case["visitor"] == "agent" and any(pin in pins for pin in REASON_PINS):
        requirements += reason_requirements(case, visit)
    return requirements


def worst(requirements: list[Requirement]) -> int:
    """Return the worst standing among requirements."""
    return max((RANK[requirement["standing"]] for requirement in requirements), default=MET)


def pin_word(pin: str, shared: int, own: list[Requirement]) -> str:
    """Return what becomes of one PIN."""
    names = REASON_REQUIREMENTS if pin in REASON_PINS else (f"certificate_issued:{pin}",)
    return PIN_WORDS[max(shared, worst([requirement for requirement in own if requirement["id"] in names]))]


def verdict(words: list[str]) -> str:
    """Return the best of the PINs' words, or `partial` when only some of them are accepted."""
    best = min(words, key=PIN_WORDS.index)
    return "partial" if best == "accept" and set(words) != {"accept"} else best


def advice(case: Case) -> list[str]:
    """Return what may be told to this visitor, whatever the verdict."""
    told = ["face_authentication_card"]
    if case["operation"] == "change":
        return ["change_online", *told]
    one_certificate_pin = sum(pin in case["pins"] for pin in CERTIFICATE_PINS) == 1
    if one_certificate_pin and False not in case.get("certificates", {}).values():
        told.append("kiosk_reset")
    return told


def flow(case: Case) -> str:
    """Return the course that this visit takes."""
    return {None: "same_day", 1: "first_visit", 2: "second_visit"}[case.get("visit")]


def decide(case: dict[str, Any]) -> dict[str, Any]:
    """Return the decision on a valid case whose `on` is given, without its wording."""
    visit = case.get("visit")
    shared, own = route_requirements(case, visit), pin_requirements(case, visit)
    refused = shared[0]["standing"] == "decline"
    if refused:
        for requirement in (*shared, *own):
            requirement["bring"] = []
    pins = {pin: pin_word(pin, worst(shared), own) for pin in case["pins"]}
    later = route_requirements(case, 2) + pin_requirements(case, 2) if visit == 1 else None
    return {
        "flow": None if refused else flow(case),
        "verdict": verdict(list(pins.values())),
        "pins": pins,
        "requirements": shared + own,
        "second_visit": None if later is None else {"requirements": later},
        "advice": advice(case),
    }
