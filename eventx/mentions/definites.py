"""Definite phrases: whether "the senator" or "the company" can stand for what bears a name."""

from __future__ import annotations

from eventx.mentions.countries import country_role
from eventx.mentions.description import Description
from eventx.mentions.directory import NO_NOUNS, OFFICES, nouns_of_names
from eventx.mentions.kinds import words_of
from eventx.mentions.mention import Referent

# nouns that point to any organization, and those that point to a country's
COMPANIES = frozenset("business company conglomerate corporation firm manufacturer maker retailer group giant".split())
BODIES = frozenset("agency department group ministry office organisation organization bureau commission".split())
# last words of the names of bodies that are no companies
PUBLIC = frozenset(
    "agency association authority board commission committee congress council court department federation ministry "
    "parliament party police senate society tribunal union university".split()
)
TOWNS = frozenset(["city", "suburb", "town", "village"])
COUNTRIES = frozenset(["country", "nation", "republic", "kingdom"])
# what a well-known person is called for variety
EPITHETS = frozenset(
    "actor actress banker billionaire businessman businesswoman democrat developer executive hacker "
    "journalist lawmaker magnate mogul politician republican singer star tycoon veteran".split()
)
# those of them that nobody is called who has another role
TRADES = frozenset("actor actress banker businessman businesswoman developer journalist singer tycoon".split())
# who seeks an office; nobody does who speaks for another
RUNNING = frozenset("candidate contender frontrunner front-runner hopeful nominee".split())
# the last words of roles of those who serve and seek no other office
SERVING = frozenset(
    "adviser aide analyst attorney director editor judge manager mayor pollster professor reporter spokesman "
    "spokesperson spokeswoman strategist".split()
)
# the last words of roles beside which somebody can hold or seek an office
BESIDE_OFFICES = OFFICES | RUNNING | frozenset("businessman gov. leader mogul outsider rep. sen. tycoon".split())
OTHERS = frozenset("another other parent rival new next second third same".split())


def answers(referent: Referent, described: Description, *, former: bool = False) -> bool:
    """Whether a phrase such as "the Ohio governor", "the company", "the country" can stand for what bears a name."""
    head = described.head
    if described.kind == "person":
        if referent.kind not in {"person", "unknown"} or head not in referent.nouns:
            return False
        role = (referent.role or "").lower().split()
        if head in role and ("former" in role) != former:
            return False
        same_state = described.state in {None, referent.state} or (referent.state is None and head not in OFFICES)
        same_country = described.country in {None, referent.country} or referent.country is None
        return same_state and same_country and described.party in {None, referent.party}
    if described.kind == "place":
        return (
            referent.kind == "place"
            and (
                (head in COUNTRIES and referent.country is not None and referent.state is None)
                or (head in {"state", "province"} and referent.state is not None)
                or head in (referent.name or "").lower().split()
                or head in referent.nouns
                or (
                    head == "city"
                    and referent.country is not None
                    and referent.state is None
                    and not _is_country(referent)
                )
            )
        ) or (referent.kind == "unknown" and head in TOWNS and referent.name is not None)
    if described.kind == "group":
        return False
    if referent.kind == "unknown":
        return head in COMPANIES and referent.name is not None and " " not in referent.name
    if referent.kind == "place" and referent.name is not None:
        return head in nouns_of_names().get(referent.name.split()[-1].lower(), NO_NOUNS)  # "Ashby Town … the club"
    if referent.kind != "organization":
        return False
    return (
        head in (referent.name or "").lower().split()
        or head in referent.nouns
        or (head in COMPANIES and referent.country is None and _is_company(referent))
        or (head in BODIES and referent.country is not None)
    )


def _is_company(referent: Referent) -> bool:
    return referent.name is None or referent.name.split()[-1].lower() not in PUBLIC


def _is_country(referent: Referent) -> bool:
    return referent.name is not None and country_role(referent.name) == "name"


def may_be(referent: Referent, described: Description) -> bool:
    """Whether nothing known of a person contradicts a phrase: another office, party, state or country."""
    if referent.kind != "person":
        return False
    office = described.head in OFFICES
    former = (described.role or "").lower().startswith("former")
    if office and described.country is not None and described.state is None and not former:
        return False  # "the Turkish president" is somebody known as one
    if described.head in words_of("officials") and referent.country is None and described.state is None and not former:
        return False  # "the U.S. district judge" is somebody known to serve
    if described.head in TRADES and referent.role is not None and described.head not in referent.nouns:
        return False
    if office and referent.nouns & OFFICES and described.head not in referent.nouns:
        return False
    role = (referent.role or "").lower().split()
    if described.head in RUNNING and role and role[-1] in SERVING:
        return False
    return (
        (referent.party is None or described.party in {None, referent.party})
        and (referent.state is None or described.state in {None, referent.state})
        and (referent.country is None or described.country in {None, referent.country})
    )


def learn(found: Referent, described: Description) -> None:
    """Adds what a definite phrase tells of the one it stands for: "the Vermont senator", "the company"."""
    if found.kind == "unknown" or (described.kind == "organization" and found.kind == "place"):
        found.kind = described.kind
    if described.kind == "person":
        found.country = found.country or described.country
        found.state = found.state or described.state
        found.party = found.party or described.party
        found.nouns |= described.nouns
