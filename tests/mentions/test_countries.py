"""Countries: the lexicon is complete and unambiguous, and phrases are found as they stand in text."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from typing import Any

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.lexicon.compile import HOME, compiled
from eventx.lexicon.load import load
from eventx.mentions.countries import country_of, country_role

SOURCE = HOME / "source" / "countries.toml"
ROWS: dict[str, dict[str, Any]] = tomllib.loads(SOURCE.read_text("utf-8"))
# nobody lives there, or nobody is called after it; they have no government of their own
WITHOUT_PEOPLE = {"AQ", "BV", "GS", "HM", "SJ", "TF", "UM", "VA"}
WITHOUT_CAPITAL = {"AQ", "BV", "GS", "HM", "IO", "TF", "TK", "UM"}


def test_every_country_of_iso_3166_has_a_row() -> None:
    assert set(ROWS) == {country.alpha_2 for country in pycountry.countries} | {"XK"}


@pytest.mark.parametrize("code", ROWS)
def test_row(code: str) -> None:
    row = ROWS[code]
    assert set(row) | {"capital"} == {"capital", "demonyms", "governments", "names"}
    assert row["names"]
    assert bool(row["demonyms"]) == (code not in WITHOUT_PEOPLE)
    assert ("capital" in row) == (code not in WITHOUT_CAPITAL)
    for key in ("demonyms", "governments", "names"):
        assert row[key] == sorted(set(row[key])), key
        assert all(phrase == " ".join(phrase.split()) and "’" not in phrase for phrase in row[key])


def test_source_is_sorted_and_compiled() -> None:
    assert list(ROWS) == sorted(ROWS)
    assert load("countries") == ROWS == json.loads(compiled()["countries"])


def test_only_two_demonyms_are_shared() -> None:
    countries = defaultdict(set)
    for code, row in ROWS.items():
        for phrase in row["names"] + row["demonyms"] + row["governments"]:
            countries[phrase].add(code)
    shared = {phrase: codes for phrase, codes in countries.items() if len(codes) > 1}
    assert shared == {"Congolese": {"CD", "CG"}, "Dominican": {"DM", "DO"}, "Dominicans": {"DM", "DO"}}


@pytest.mark.parametrize("code", ROWS)
def test_each_phrase_is_found(code: str) -> None:
    row = ROWS[code]
    for phrase in row["names"]:
        assert (country_of(phrase), country_role(phrase)) == (code, "name")
    for phrase in row["demonyms"]:
        assert country_of(phrase) == {"CG": "CD", "DM": "DO"}.get(code, code)
    for phrase in row["governments"]:
        assert country_of(phrase) == code


@pytest.mark.parametrize(
    ("phrase", "code", "role"),
    [
        ("El Salvador", "SV", "name"),
        ("Salvadoran", "SV", "demonym"),
        ("San Salvador", "SV", "government"),
        ("U.S.", "US", "name"),
        ("US", "US", "name"),
        ("the US", "US", "name"),
        ("the U.S.", "US", "name"),
        ("the United\nStates", "US", "name"),
        ("America’s", "US", "name"),
        ("Americans", "US", "demonym"),
        ("Washington", "US", "government"),
        ("the White House", "US", "government"),
        ("The State Department", "US", "government"),
        ("the Pentagon", "US", "government"),
        ("Britain", "GB", "name"),
        ("Scotland", "GB", "name"),
        ("British", "GB", "demonym"),
        ("Britons", "GB", "demonym"),
        ("Downing Street", "GB", "government"),
        ("Whitehall", "GB", "government"),
        ("the Kremlin", "RU", "government"),
        ("Moscow", "RU", "government"),
        ("Beijing", "CN", "government"),
        ("The Hague", "NL", "government"),
        ("Singapore", "SG", "name"),
        ("Côte d’Ivoire", "CI", "name"),
        ("Ivory Coast", "CI", "name"),
        ("Quai d’Orsay", "FR", "government"),
        ("Polish", "PL", "demonym"),
        ("Nigeriens", "NE", "demonym"),
        ("Nigerians", "NG", "demonym"),
        ("South Koreans", "KR", "demonym"),
        ("Kosovo", "XK", "name"),
        ("Taiwanese", "TW", "demonym"),
        ("Palestinians", "PS", "demonym"),
        ("Hong Kong", "HK", "name"),
        ("Holy See", "VA", "name"),
    ],
)
def test_phrase(phrase: str, code: str, role: str) -> None:
    assert (country_of(phrase), country_role(phrase)) == (code, role)


@pytest.mark.parametrize(
    "phrase",
    [
        "us",
        "polish",
        "turkey",
        "china",
        "States",
        "the",
        "",
        "Victoria",
        "Brussels",
        "Santiago",
        "Korea",
        "Hague",
        "x" * 1000,
    ],
)
def test_no_country(phrase: str) -> None:
    assert country_of(phrase) is None
    assert country_role(phrase) is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert (country_of(text) is None) == (country_role(text) is None)
