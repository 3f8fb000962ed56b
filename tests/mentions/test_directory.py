"""The names of a document: which of them are one participant, and what is known of whom."""

from __future__ import annotations

import pytest

from eventx.mentions.directory import Directory
from eventx.mentions.use import Use
from eventx.text import Text


def uses_of(source: str) -> list[tuple[str, Use]]:
    text = Text(source)
    return [(text.string(text.range(use.first, use.last)), use) for use in Directory(text).uses]


def names(source: str) -> list[tuple[str, str | None]]:
    """Every run of name words with the name of whoever bears it."""
    return [(wording, use.referent.name) for wording, use in uses_of(source)]


def bearer(source: str, wording: str) -> Use:
    """The last use of a wording."""
    return [use for other, use in uses_of(source) if other == wording][-1]


def same(source: str, one: str, other: str) -> bool:
    uses = uses_of(source)
    first, second = ([use for found, use in uses if found == wording][-1] for wording in (one, other))
    return first.referent is second.referent


# -------------------------------------------------------------------------------------------------- people by last name


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Marco Rubio spoke. Rubio left.", "Rubio", "Marco Rubio"),
        ("Mayor Ana Ruiz spoke. On Monday Ruiz left.", "Ruiz", "Ana Ruiz"),
        ("Mayor Ana Ruiz spoke. Mayor Ruiz left.", "Mayor Ruiz", "Ana Ruiz"),
        ("Ana Ruiz spoke. Mrs. Ruiz left.", "Mrs. Ruiz", "Ana Ruiz"),
        ("On Monday Ruiz left. The mayor, Ana Ruiz, spoke.", "Ruiz", "Ana Ruiz"),
        ("Abdul bin Salman spoke. Bin Salman left.", "Bin Salman", "Abdul bin Salman"),
        ("Rosa de la Cruz spoke. De la Cruz left.", "De la Cruz", "Rosa de la Cruz"),
        ("Rosa de la Cruz spoke. On Monday Cruz left.", "Cruz", "Rosa de la Cruz"),
        ("Dana Webb Jr. spoke. On Monday Webb left.", "Webb", "Dana Webb Jr."),
        ("Mara J. Lind spoke. Mara Lind left.", "Mara Lind", "Mara J. Lind"),
        ("Mara Lind spoke. Mara smiled.", "Mara", "Mara Lind"),
        ("Mark Cuban spoke. Cuban smiled.", "Cuban", "Mark Cuban"),
    ],
)
def test_a_short_name_is_the_full_one_that_it_shortens(text: str, short: str, full: str):
    found = bearer(text, short)
    assert (found.referent.name, found.referent.kind) == (full, "person")


def test_the_fullest_name_holds_for_all_of_its_uses():
    assert [name for _, name in names("Mara Lind spoke. Mara J. Lind left. On Monday Lind wept.")] == [
        "Mara J. Lind"
    ] * 3


@pytest.mark.parametrize(
    ("text", "wording", "full"),
    [
        ("Ana Ruiz met Carlos Ruiz. Later Mr. Ruiz left.", "Mr. Ruiz", "Carlos Ruiz"),
        ("Ana Ruiz met Carlos Ruiz. Later Mrs. Ruiz left.", "Mrs. Ruiz", "Ana Ruiz"),
        ("Sen. Ana Ruiz met Mayor Carlos Ruiz. Later Mayor Ruiz left.", "Mayor Ruiz", "Carlos Ruiz"),
        ("Sen. Ana Ruiz met Mayor Carlos Ruiz. Later Sen. Ruiz left.", "Sen. Ruiz", "Ana Ruiz"),
        ("Ana Ruiz met Carlos Ruiz. Later Ruiz left.", "Ruiz", "Ana Ruiz"),
    ],
)
def test_two_people_of_one_last_name_are_told_apart(text: str, wording: str, full: str):
    assert not same(text, *[found for found, _ in uses_of(text)][:2])
    assert bearer(text, wording).referent.name == full


def test_father_and_son_are_two():
    assert names("John Webb Sr. founded the firm. John Webb Jr. sold it.") == [
        ("John Webb Sr.", "John Webb Sr."),
        ("John Webb Jr.", "John Webb Jr."),
    ]
    assert not same("John Webb Sr. founded the firm. John Webb Jr. sold it.", "John Webb Sr.", "John Webb Jr.")


def test_a_first_name_of_two_people_is_nobody_s():
    text = "Dana Webb met Dana Orr. Later Dana left."
    assert bearer(text, "Dana").referent.name == "Dana"
    assert not same(text, "Dana", "Dana Webb")
    assert not same(text, "Dana", "Dana Orr")


def test_a_family_is_a_group():
    found = bearer("Bill Clinton met Hillary Clinton. Later the Clintons left.", "Clintons")
    assert (found.named, found.referent.kind) == (False, "group")


# ------------------------------------------------------------------------------------------------------- organizations


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Workers' Aid Federation (WAF) met. Later the WAF left.", "WAF", "Workers' Aid Federation"),
        ("The Workers Aid Federation (WAF) met. Later WAF left.", "WAF", "Workers Aid Federation"),
        ("The Norland Coal Board met. Later the NCB left.", "NCB", "Norland Coal Board"),
        ("The Norland Coal Board met. Later the N.C.B. left.", "N.C.B.", "Norland Coal Board"),
        ("The NCB left. The Norland Coal Board met.", "NCB", "Norland Coal Board"),
        ("The Veltra Mining Corporation met. Later Veltra fell.", "Veltra", "Veltra Mining Corporation"),
    ],
)
def test_an_acronym_and_a_first_word_are_the_organization(text: str, short: str, full: str):
    found = bearer(text, short)
    assert (found.referent.name, found.referent.kind) == (full, "organization")
    assert same(text, short, full)


def test_an_acronym_in_brackets_need_not_be_the_initials():
    text = "The Workers' Aid Federation (XFA) met. Later the XFA left."
    assert same(text, "XFA", "Workers' Aid Federation")


def test_initials_of_nothing_in_the_text_are_another():
    text = "The Norland Coal Board met. Later the QXZ left."
    assert not same(text, "QXZ", "Norland Coal Board")


def test_a_first_word_of_two_organizations_is_neither():
    text = "Orlin Foods and Orlin Mining fell. Later Orlin rose."
    assert not same(text, "Orlin", "Orlin Foods")
    assert not same(text, "Orlin", "Orlin Mining")


@pytest.mark.parametrize("role", ["chief executive", "spokeswoman", "chairwoman"])
def test_who_leads_an_organization_speaks_for_it(role: str):
    organization, leader = (use.referent for _, use in uses_of(f"Orlin Foods {role} Jane Abbott spoke."))
    assert (leader.name, leader.role) == ("Jane Abbott", role)
    assert leader.side is organization


def test_who_works_for_nobody_known_speaks_for_nobody():
    assert bearer("Mayor Ana Ruiz spoke.", "Mayor Ana Ruiz").referent.side is None


# ----------------------------------------------------------------------------------------------------------- headlines


@pytest.mark.parametrize(
    "headline", ["Webb wins the vote", "Webb vows to stay", "Halden’s Webb wins", "Mayor Webb wins again"]
)
def test_a_headline_is_resolved_by_the_body(headline: str):
    found = uses_of(f"{headline}\n\nMayor Dana Webb won the vote in Halden on Monday.\n\nShe thanked her voters.")
    in_headline, in_body = (use.referent for wording, use in found if "Webb" in wording)
    assert in_headline is in_body
    assert (in_body.name, in_body.role) == ("Dana Webb", "Mayor")


def test_lines_that_are_no_part_of_the_story_name_nobody():
    text = "By Bo Hale\n\nDana Webb won the vote on Monday.\n\nRead more: Lena Orr on taxes"
    assert names(text) == [("Dana Webb", "Dana Webb")]


# --------------------------------------------------------------------------------------------------- countries, states


def test_all_names_of_a_country_are_one():
    uses = [use for _, use in uses_of("The United States and Peru met. Later the U.S. left. America paid.")]
    us = [use.referent for use in uses if use.referent.country == "US"]
    assert len(us) == 3
    assert all(referent is us[0] for referent in us)
    assert (us[0].name, us[0].kind, us[0].state) == ("United States", "place", None)


@pytest.mark.parametrize(
    ("text", "wording", "state"),
    [
        ("Washington Gov. Lena Orr spoke in Seattle.", "Washington Gov. Lena Orr", "US-WA"),
        ("Georgia Gov. Lena Orr spoke in Atlanta.", "Georgia Gov. Lena Orr", "US-GA"),
        ("Georgia Gov. Lena Orr spoke in Atlanta. Later Orr left.", "Orr", "US-GA"),
        ("Ohio Gov. Lena Orr spoke.", "Ohio Gov. Lena Orr", "US-OH"),
        ("Lena Orr (D-Ohio) spoke.", "Lena Orr", "US-OH"),
        ("Ruth Sand, R-Ky., spoke.", "Ruth Sand", "US-KY"),
    ],
)
def test_an_office_and_an_affiliation_tell_the_state(text: str, wording: str, state: str):
    found = bearer(text, wording).referent
    assert (found.kind, found.country, found.state) == ("person", "US", state)


def test_a_name_of_a_state_and_a_country_is_the_country_among_countries():
    assert bearer("Georgia and Armenia signed a pact.", "Georgia").referent.country == "GE"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moscow rejected the plan.", "organization"),
        ("The plan angered Moscow.", "organization"),
        ("They met in Moscow.", "place"),
        ("He flew to Moscow.", "place"),
        ("She has left Moscow.", "place"),
        ("They came from Moscow.", "place"),
        ("He drove through Moscow.", "place"),
    ],
)
def test_a_capital_is_its_government_except_where_something_happens_in_it(text: str, kind: str):
    found = bearer(text, "Moscow").referent
    assert (found.kind, found.country) == (kind, "RU")


def test_a_capital_can_be_both_in_one_text():
    text = "They met in Kyiv. Later Kyiv rejected the plan. Nobody was hurt near Kyiv."
    kinds = [use.referent.kind for _, use in uses_of(text)]
    assert kinds == ["place", "organization", "place"]


@pytest.mark.parametrize(
    ("text", "wording", "party"),
    [
        ("Bo Hale, a Labour MP, spoke.", "Bo Hale", "Labour"),
        ("Lena Orr (D-Ohio) spoke.", "Lena Orr", "Democratic"),
        ("Republican Sen. Dana Webb spoke. Later Webb left.", "Webb", "Republican"),
        ("Later Webb left. Republican Sen. Dana Webb spoke.", "Webb", "Republican"),
        ("Dana Webb, 45, spoke.", "Dana Webb", None),
    ],
)
def test_a_party_is_the_bearer_s_wherever_it_is_told(text: str, wording: str, party: str | None):
    assert bearer(text, wording).referent.party == party


# ---------------------------------------------------------------------------------------------------------------- uses


def test_uses_stand_in_text_order_and_can_be_asked_for_by_place():
    text = Text("Ana Ruiz met Bo Hale in Oslo. Later Ruiz left.")
    directory = Directory(text)
    firsts = [use.first for use in directory.uses]
    assert firsts == sorted(firsts)
    assert directory.within(0, len(text.words)) == directory.uses
    assert directory.within(0, 1) == directory.uses[:1]
    assert directory.within(1, 1) == []


def test_a_country_without_a_name_in_the_text_is_one_referent():
    directory = Directory(Text("Ana Ruiz spoke."))
    assert directory.country("FR") is directory.country("FR")
    assert directory.country("FR").country == "FR"


@pytest.mark.parametrize("source", ["", " ", "it rained all night.", "“”", "He left on Monday."])
def test_where_nobody_is_named_there_is_no_use(source: str):
    assert uses_of(source) == []
