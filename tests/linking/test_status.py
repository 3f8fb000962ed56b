"""The status of an event, and what the roles, kind and attribution of its tellings make of it."""

import pytest

import eventx


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland offered a loan.", "open"),
        ("Norland offered a loan. Sudria rejected the offer.", "rejected"),
        ("Norland offered a loan. Sudria rejected the offer. Norland repeated the offer.", "open"),
        ("Norland offered a loan. Sudria rejected the offer. Norland withdrew the offer.", "withdrawn"),
        ("Norland offered a loan. Sudria accepted the offer. It had rejected the offer in May.", "accepted"),
        ("Norland offered a loan. Sudria may reject the offer.", "open"),
        ("Norland offered a loan. The offer expires on Friday.", "open"),
        ("Norland offered a loan. The offer expired on Friday.", "expired"),
    ],
)
def test_of_offers(text: str, status: str):
    (offer,) = eventx.extract(text).offers
    assert offer.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland and Sudria are in talks on a trade deal.", "negotiating"),
        ("Norland and Sudria are in talks on a trade deal. They reached an agreement on Friday.", "reached"),
        ("Norland and Sudria signed a truce. The truce was reached in Lisbon.", "signed"),
        ("Norland and Sudria signed a treaty. The treaty took effect in May.", "in_force"),
        ("Norland and Sudria signed a truce. Norland broke the truce. The truce was reached in May.", "broken"),
        ("Norland and Sudria signed a treaty. Norland may tear up the treaty.", "signed"),
    ],
)
def test_of_agreements(text: str, status: str):
    (agreement,) = eventx.extract(text).agreements
    assert agreement.status == status


def test_a_characterization_has_none():
    (found,) = eventx.extract("Dell called the plan a disaster.").characterizations
    assert not hasattr(found, "status")


def test_the_fullest_roles_win_and_each_telling_keeps_its_own():
    (offer,) = eventx.extract("Norland made an offer. Norland offered Sudria a loan of $5 million.").offers
    assert offer.recipient.name == "Sudria"
    assert [telling.recipient is None for telling in offer.tellings] == [True, False]


def test_a_consent_that_makes_a_deal_is_a_pact():
    (agreement,) = eventx.extract("Acme agreed to close the mill. The deal was announced on Monday.").agreements
    assert agreement.kind == "pact"
    assert [telling.kind for telling in agreement.tellings] == ["consent", "pact"]


def test_the_attribution_is_that_of_the_first_asserted_telling():
    text = "Norland may offer a loan, Dell said. Norland offered a loan to Sudria, Korr said."
    (offer,) = eventx.extract(text).offers
    assert [telling.modality for telling in offer.tellings] == ["possible", "asserted"]
    assert offer.attribution.speaker.mention.text == "Korr"


def test_one_place_tells_an_event_once():
    (agreement,) = eventx.extract("Norland and the rebels signed a ceasefire agreement.").agreements
    assert len(agreement.tellings) == 1
