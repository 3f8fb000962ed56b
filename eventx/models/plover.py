"""PLOVER and CAMEO: what conflict-data sets call the events of eventx, so that the two can be joined.

Sources: the summary of PLOVER's event classes (`plover_reference.html`) and the conversion table of its draft 0.8 of
September 2021 (`CAMEO2PLOVER-2021.txt`), both of the Open Event Data Alliance, github.com/openeventdata/PLOVER; the
CAMEO codebook 1.1b3 (Schrodt, 2012) for the roots and the verbs that belong to them. The class names are those of 2021:
praise is SUPPORT, condemnation is ACCUSE with the mode *disapprove* (DISAPPROVE in the records of 2016). CAMEO is given
as its two-digit root; which code below it holds depends on what is offered or agreed, which only a reader can say.

- An offer shows willingness to cooperate: AGREE, 03 (*express intent to cooperate*). Turned down or taken back it is
  REJECT, 12; 12 holds "reject proposal" as well as "back out".
- Talks on a deal are CONSULT, 04 (046 *engage in negotiation*); a deal that is reached or holds is AGREE, 03; one that
  is signed or ratified is SUPPORT, 05 (057 *sign formal agreement*). Rejected it is REJECT, 12 (127), broken REJECT, 12
  (128 *defy norms*). One that ended may have run out, collapsed or been left: no class says so.
- A consent is AGREE, 03, as "accept plan, proposal, request"; where the words are those of giving in (the rule
  `agreement.consent`: accede, yield, give in) it is CONCEDE, 08 (*yield*). One that was refused is REJECT, 12.
- A commitment is AGREE, 03: "promise, or otherwise indicate willingness or commitment to cooperate".
- Praise is SUPPORT, 05 (051), condemnation ACCUSE, 11 (111); a neutral description is neither.
- A statement is CAMEO 01 (*make public statement*); PLOVER has dropped it. One of the attitude *eventuality* may be an
  appeal (02), a demand (10) or a promise (03), which the attitude alone does not say.

What is only possible, supposed or required has no class: PLOVER keeps such events apart by their context. Cooperation
in the future tense counts as an intention, as PLOVER has it: AGREE, 03. What was not done has no class either, save a
consent that was refused.
"""

from __future__ import annotations

from typing import NamedTuple


class Plover(NamedTuple):
    """An event in the terms of PLOVER: its class, its mode where the class has one that fits, and its CAMEO root code.

    `event` is null where PLOVER has no class and CAMEO has a root: for statements.
    """

    event: str | None
    mode: str | None
    cameo: str


AGREE = Plover("AGREE", None, "03")
CONSULT = Plover("CONSULT", None, "04")
SUPPORT = Plover("SUPPORT", None, "05")
CONCEDE = Plover("CONCEDE", None, "08")
ACCUSE = Plover("ACCUSE", "disapprove", "11")
REJECT = Plover("REJECT", None, "12")
STATEMENT = Plover(None, None, "01")

# by type, then by what else decides: an offer's status, an agreement's kind and status, an evaluation, an attitude
TABLE: dict[tuple[str, ...], Plover] = {
    ("offer", "open"): AGREE,
    ("offer", "accepted"): AGREE,
    ("offer", "rejected"): REJECT,
    ("offer", "withdrawn"): REJECT,
    ("offer", "expired"): AGREE,
    ("agreement", "pact", "negotiating"): CONSULT,
    ("agreement", "pact", "reached"): AGREE,
    ("agreement", "pact", "signed"): SUPPORT,
    ("agreement", "pact", "in_force"): AGREE,
    ("agreement", "pact", "rejected"): REJECT,
    ("agreement", "pact", "broken"): REJECT,
    ("agreement", "consent", "negotiating"): CONSULT,
    ("agreement", "consent", "reached"): AGREE,
    ("agreement", "consent", "signed"): SUPPORT,
    ("agreement", "consent", "in_force"): AGREE,
    ("agreement", "consent", "rejected"): REJECT,
    ("agreement", "consent", "broken"): REJECT,
    ("agreement", "commitment", "negotiating"): CONSULT,
    ("agreement", "commitment", "reached"): AGREE,
    ("agreement", "commitment", "signed"): SUPPORT,
    ("agreement", "commitment", "in_force"): AGREE,
    ("agreement", "commitment", "rejected"): REJECT,
    ("agreement", "commitment", "broken"): REJECT,
    ("characterization", "positive"): SUPPORT,
    ("characterization", "negative"): ACCUSE,
    ("statement", "assertion"): STATEMENT,
    ("statement", "belief"): STATEMENT,
    ("statement", "fact"): STATEMENT,
}
# fields that decide, in the order of the keys
DECIDING = ("type", "kind", "status", "evaluation", "attitude")
GIVING_IN = "agreement.consent"


def plover_of(event: object) -> Plover | None:
    """What PLOVER and CAMEO call an event; nothing where neither has a place for it."""
    key = tuple(str(value) for field in DECIDING if (value := getattr(event, field, None)) is not None)
    found = TABLE.get(key)
    polarity, modality = getattr(event, "polarity", ""), getattr(event, "modality", "")
    if found is None or modality not in {"asserted", "planned"}:
        return None
    if polarity == "negative":
        return REJECT if "consent" in key else None
    if modality == "planned":
        # what will be said is neither praise nor a statement yet
        return {AGREE: AGREE, CONSULT: AGREE, SUPPORT: AGREE, REJECT: REJECT}.get(found) if _acts(key) else None
    if found is AGREE and "consent" in key and getattr(event, "rule", None) == GIVING_IN:
        return CONCEDE
    return found


def _acts(key: tuple[str, ...]) -> bool:
    return key[0] in {"offer", "agreement"}
