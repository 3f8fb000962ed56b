"""What the words of a name say: where the name begins, kind, title, country, state, party and gender."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.mentions.names import affiliation, country_of_office, gender, party_of, read_name, told_before


def name_in(words: str) -> str:
    split = tuple(words.split())
    reading = read_name(split)
    return " ".join(split[reading.begin : reading.end])


# ------------------------------------------------------------------------------------------------------ titles, offices


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("President Ivo Lund", "Ivo Lund", "President"),
        ("Salvadoran President Nayib Bukele", "Nayib Bukele", "President"),
        ("Vice President Dana Webb", "Dana Webb", "Vice President"),
        ("Deputy Prime Minister Karin Holt", "Karin Holt", "Deputy Prime Minister"),
        ("Secretary of State Dana Webb", "Dana Webb", "Secretary of State"),
        ("White House Press Secretary Dana Webb", "Dana Webb", "Press Secretary"),
        ("Home Secretary Lena Orr", "Lena Orr", "Home Secretary"),
        ("Archbishop of Canterbury Dana Webb", "Dana Webb", "Archbishop of Canterbury"),
        ("Police Chief Dana Webb", "Dana Webb", "Police Chief"),
        ("King Abdullah of Jordan", "Abdullah", "King"),
        ("Gov. Hank Doyle of Iowa", "Hank Doyle", "Gov."),
        ("Sen. Webb", "Webb", "Sen."),
        ("Mayor Ana de la Cruz", "Ana de la Cruz", "Mayor"),
    ],
)
def test_a_title_stands_before_the_name_and_is_a_role(words: str, name: str, role: str):
    reading = read_name(tuple(words.split()))
    assert (name_in(words), reading.role, reading.kind) == (name, role, "person")
    assert reading.titled
    assert reading.sure


@pytest.mark.parametrize("words", ["Mr. Webb", "Mrs. Webb", "Ms. Webb", "Dr. Webb", "Dr. Ana Webb", "Mr. Prince"])
def test_an_honorific_is_no_role(words: str):
    reading = read_name(tuple(words.split()))
    assert (name_in(words), reading.role, reading.titled) == (words.split(" ", 1)[1], None, True)


@pytest.mark.parametrize(
    ("words", "expected"), [("Mr. Webb", "m"), ("Mrs. Webb", "f"), ("Queen Margaret", "f"), ("President Webb", None)]
)
def test_some_titles_tell_the_gender(words: str, expected: str | None):
    assert read_name(tuple(words.split())).gender == expected


def test_a_title_alone_names_nobody():
    reading = read_name(("President",))
    assert (reading.begin == reading.end, reading.kind, reading.role) == (True, "person", "President")


@pytest.mark.parametrize("words", ["Stephen King", "Earl Combs", "Dana Webb", "Jordan Webb", "Chad Merrow"])
def test_a_given_name_that_is_a_title_or_a_country_begins_a_name(words: str):
    reading = read_name(tuple(words.split()))
    assert (name_in(words), reading.kind, reading.role, reading.country) == (words, "person", None, None)


@pytest.mark.parametrize(
    ("words", "country", "state"),
    [
        ("Salvadoran President Ivo Lund", "SV", None),
        ("French Prime Minister Claude Merle", "FR", None),
        ("Home Secretary Lena Orr", "GB", None),
        ("White House Press Secretary Dana Webb", "US", None),
        ("U.S. Attorney Lena Orr", "US", None),
        ("King Abdullah of Jordan", "JO", None),
        ("Gov. Hank Doyle of Iowa", "US", "US-IA"),
        ("Ohio Gov. Lena Orr", "US", "US-OH"),
        ("Washington Gov. Lena Orr", "US", "US-WA"),
        ("Georgia Gov. Lena Orr", "US", "US-GA"),
        ("President Ivo Lund", None, None),
        ("Mayor Ana Ruiz", None, None),
    ],
)
def test_the_words_around_a_title_tell_country_and_state(words: str, country: str | None, state: str | None):
    reading = read_name(tuple(words.split()))
    assert (reading.country, reading.state) == (country, state)


@pytest.mark.parametrize(
    ("role", "last_name", "country"),
    [
        ("Home Secretary", "", "GB"),
        ("Secretary of State", "", "US"),
        ("President", "Putin", "RU"),
        ("President", "", None),
        ("President", "Webb", None),
        ("Mayor", "", None),
        (None, "Putin", None),
    ],
)
def test_an_office_of_one_country_tells_it(role: str | None, last_name: str, country: str | None):
    assert country_of_office(role, last_name) == country


# ------------------------------------------------------------------------------------------------ parties and states


@pytest.mark.parametrize(
    ("words", "party", "country", "state"),
    [
        ("Democratic Sen. Dana Webb", "Democratic", "US", None),
        ("Republican Ohio Gov. Dana Webb", "Republican", "US", "US-OH"),
        ("Labour MP Dana Webb", "Labour", "GB", None),
    ],
)
def test_a_member_of_a_party_has_it(words: str, party: str, country: str | None, state: str | None):
    reading = read_name(tuple(words.split()))
    assert name_in(words) == "Dana Webb"
    assert (reading.party, reading.state) == (party, state)
    assert country is None or reading.country == country


@pytest.mark.parametrize(
    ("words", "country", "state", "party"),
    [
        ("House Republicans", None, None, "Republican"),
        ("Democrats", None, None, "Democratic"),
        ("Texans", "US", "US-TX", None),
        ("Salvadorans", "SV", None, None),
        ("Muslims", None, None, None),
    ],
)
def test_a_people_and_the_members_of_a_party_are_a_group_without_a_name(
    words: str, country: str | None, state: str | None, party: str | None
):
    reading = read_name(tuple(words.split()))
    assert (name_in(words), reading.kind) == ("", "group")
    assert (reading.country, reading.state, reading.party) == (country, state, party)


@pytest.mark.parametrize(
    ("word", "following", "expected"),
    [
        ("R-Ky.", "", ("Republican", "US", "US-KY")),
        ("D-Calif.", "", ("Democratic", "US", "US-CA")),
        ("R-TX", "", ("Republican", "US", "US-TX")),
        ("D-N.Y.", "", ("Democratic", "US", "US-NY")),
        ("D-New", "York", ("Democratic", "US", "US-NY")),
        ("I-Vt.", "", ("Independent", "US", "US-VT")),
        ("D-Ohio", "and", ("Democratic", "US", "US-OH")),
        ("R-rated", "", None),
        ("r-Ky.", "", None),
        ("X-Ky.", "", None),
        ("I-95", "", None),
        ("R-", "", None),
        ("Ky.", "", None),
        ("", "", None),
    ],
)
def test_an_affiliation_is_a_party_and_a_state(word: str, following: str, expected: tuple[str, ...] | None):
    assert affiliation(word, following) == expected


@pytest.mark.parametrize(
    ("word", "party"),
    [
        ("Democrat", "Democratic"),
        ("Democrats", "Democratic"),
        ("Republican", "Republican"),
        ("GOP", "Republican"),
        ("Tory", "Conservative"),
        ("Tories", "Conservative"),
        ("Labour", "Labour"),
        ("Norland", None),
        ("party", None),
    ],
)
def test_a_party_has_one_name_whatever_its_members_are_called(word: str, party: str | None):
    assert party_of(word) == party


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", (None, None, None)),
        ("Norland", (None, None, None)),
        ("French", ("FR", None, None)),
        ("Texas", ("US", "US-TX", None)),
        ("New York", ("US", "US-NY", None)),
        ("Tory", (None, None, "Conservative")),
        ("Republican South Carolina", ("US", "US-SC", "Republican")),
        ("Ohio Republican", ("US", "US-OH", "Republican")),
        ("Liberal Democrat", (None, None, "Liberal Democrat")),
        ("British Conservative", ("GB", None, "Conservative")),
    ],
)
def test_words_before_a_role_tell_country_state_and_party(words: str, expected: tuple[str | None, ...]):
    assert told_before(words.split()) == expected


# ------------------------------------------------------------------------------------------------- names without titles


@pytest.mark.parametrize(
    "words",
    [
        "Ana Ruiz",
        "Ludwig van Beethoven",
        "Ana de la Cruz",
        "Abdul bin Salman",
        "Dana Webb Jr.",
        "Dana Webb Sr.",
        "Dana Webb III",
        "Mara J. Lind",
    ],
)
def test_particles_initials_and_suffixes_belong_to_a_person_s_name(words: str):
    reading = read_name(tuple(words.split()))
    assert (name_in(words), reading.kind, reading.titled) == (words, "person", False)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Veltra Mining", None),
        ("Orlin Holdings", None),
        ("Smith & Sons", None),
        ("University of Halden", None),
        ("General Fibre", None),
        ("Justice Department", "US"),
        ("French Foreign Ministry", "FR"),
        ("Supreme Court of Canada", "CA"),
        ("Dallas Cowboys", None),
        ("NATO", None),
    ],
)
def test_an_organization_is_told_by_its_words(words: str, country: str | None):
    reading = read_name(tuple(words.split()))
    assert (name_in(words), reading.kind, reading.role) == (words, "organization", None)
    assert country is None or reading.country == country


@pytest.mark.parametrize(
    ("words", "country", "state"),
    [("Ohio", "US", "US-OH"), ("France", "FR", None), ("Chicago", "US", None), ("San Diego County", None, None)],
)
def test_a_place_has_its_country_and_state(words: str, country: str | None, state: str | None):
    reading = read_name(tuple(words.split()))
    assert (reading.kind, reading.sure, reading.country, reading.state) == ("place", True, country, state)


def test_one_word_that_nobody_knows_is_of_unknown_kind():
    assert read_name(("Norland",))[:4] == (0, 1, "unknown", False)


@pytest.mark.parametrize(("name", "expected"), [("Mary Webb", "f"), ("John Webb", "m"), ("Norland Webb", None)])
def test_the_first_name_tells_the_gender(name: str, expected: str | None):
    assert gender(name) == expected


# ---------------------------------------------------------------------------------------------------------- any words

WORDS = st.sampled_from(
    "President Mayor Gov. Sen. Mr. Mrs. King Secretary of State the and & Dana Ana Webb Ruiz Jr. III van de la French "
    "Texas Georgia Washington Ohio Republican Democrat Tory House White Ministry Court Mining Norland NATO 's ’s R-Ky. "
    "Former Deputy Prime Minister Canterbury New York Carolina South Texans Muslims Democrats , ( ) for".split()
)


@given(words=st.lists(WORDS | st.text(min_size=1, max_size=6), min_size=1, max_size=9))
def test_any_words_can_be_read(words: list[str]):
    words = [word for word in words if word.strip() == word]
    if not words:
        return
    reading = read_name(tuple(words))
    assert 0 <= reading.begin <= reading.end <= len(words)
    assert reading.kind in {"person", "organization", "place", "group", "unknown"}
    told_before(words)
    assert reading == read_name(tuple(words))


@given(word=st.text(max_size=20), following=st.text(max_size=10))
def test_any_word_can_be_asked_for_an_affiliation(word: str, following: str):
    affiliation(word, following)
    party_of(word)
