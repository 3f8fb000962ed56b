import pytest

from eventx.mentions.home import give_home, home_of, is_organ_at_home
from eventx.mentions.mention import Referent


def official(country: str) -> Referent:
    return Referent("Ann Rusk", "person", "Senator", country)


def test_home_is_the_country_whose_offices_are_named_most() -> None:
    assert home_of([official("US"), official("US"), official("US"), official("FR")]) == "US"


def test_there_is_no_home_where_few_offices_or_those_of_many_countries_are_named() -> None:
    assert home_of([official("US"), official("US")]) is None
    assert home_of([official(country) for country in ("US", "US", "US", "FR", "FR", "DE", "DE")]) is None


def test_places_without_a_state_do_not_tell_home() -> None:
    assert home_of([Referent("France", "place", country="FR")] * 9) is None


@pytest.mark.parametrize("role", ["Senator", "former president", "Secretary of State"])
def test_an_office_of_a_country_is_the_home_countrys(role: str) -> None:
    holder = Referent("Ann Rusk", "person", role)
    give_home(holder, "US")
    assert holder.country == "US"


@pytest.mark.parametrize("role", ["candidate", "finance minister", "king"])
def test_no_country_for_offices_that_the_home_country_does_not_have(role: str) -> None:
    holder = Referent("Lin Weiguo", "person", role)
    give_home(holder, "US")
    assert holder.country is None


def test_whoever_presides_over_a_company_holds_no_office_of_the_country() -> None:
    president = Referent("Ann Rusk", "person", "president", side=Referent("Rusk Mills", "organization"))
    give_home(president, "US")
    assert president.country is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["administration"], True),
        (["Ortel", "administration"], True),
        (["federal", "government"], True),
        (["city", "government"], False),
        (["company"], False),
        ([], False),
    ],
)
def test_organs_at_home(words: list[str], expected: bool) -> None:
    assert is_organ_at_home(words) is expected
