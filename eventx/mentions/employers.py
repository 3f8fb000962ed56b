"""Whom somebody speaks for: the company or the body whose role stands beside a name."""

from __future__ import annotations

from eventx.mentions.kinds import noun_kind, words_of
from eventx.mentions.mention import Referent
from eventx.mentions.surroundings import of_own_organization
from eventx.mentions.use import Use
from eventx.text import Text

# the last words of roles by which somebody speaks for an organization
SPEAKING = (
    "ceo", "chairman", "chairwoman", "chief executive", "chief executive officer", "director", "founder", "head",
    "president", "press secretary", "spokesman", "spokesperson", "spokeswoman",
)  # fmt: skip
OF = frozenset(["of", "for", "at"])
LONGEST_PHRASE = 6


def employer_of(text: Text, person: Use, before: Use | None, behind: Use | None) -> Referent | None:
    """The organization of a person's role, with the names before and behind the person's.

    "Corliss Media chief executive Jane Abbott", "Jane Abbott, president of Corliss Media".
    """
    role = (person.told.role or person.reading.role or "").lower()
    if not role.endswith(SPEAKING):
        return None
    if before is not None and before.referent.kind == "organization" and _leads(text, before, person, role):
        return before.referent
    if behind is not None and behind.referent.kind == "organization" and _follows(text, person, behind):
        return behind.referent
    return None


def _leads(text: Text, company: Use, person: Use, role: str) -> bool:
    """Whether a role before a name belongs to the organization before it."""
    start = company.last + (company.last < len(text.words) and text.word_class(company.last) == "S")
    return start == person.told.start or " ".join(text.lower[start : person.first]) == f"{role} ,"


def _follows(text: Text, person: Use, company: Use) -> bool:
    """Whether a role behind a name belongs to the organization in it or behind it."""
    if person.last < company.first and company.last < person.told.stop:
        return text.word_class(company.last) == "S"
    of = text.lower[person.told.stop : company.first]
    return bool(of) and of[0] in OF and of[1:] in ([], ["the"])


def serves_unnamed(text: Text, person: Use) -> bool:
    """Whether a role is that of an organization without a name: "press secretary for the party's committee"."""
    if of_own_organization(text, person.last, person.told.stop):
        return True  # "Lee, the club's president"
    stop = person.told.stop
    limit = min(text.sentence(person.first)[1], stop + 1 + LONGEST_PHRASE)
    if stop >= limit or text.lower[stop] not in OF:
        return False
    classes = text.word_classes(stop)
    head = stop
    while head + 1 < limit and classes[head + 1] in "DJNPS":
        head += 1
    organization = noun_kind(text.lower[head]) == "organization"
    return organization and text.lower[head] not in words_of("organs_of_state")
