"""What is provided or said rather than offered: wares, services, views, condolences, advice."""

from __future__ import annotations

from eventx.extractors.offers.prices import is_sum, sum_from
from eventx.extractors.offers.themes import head_of, is_party
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.verb_groups import VerbGroup

OWNERS = frozenset("his her its their our my your".split())


def listed(word: str, *path: str) -> bool:
    """Whether a noun, singular or plural, stands in a list of the lexicon."""
    known = words("offers", *path)
    return any(form in known for form in (word, word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y"))


def is_no_offer(trigger: Trigger, theme: TokenRange) -> bool:
    """Whether what is offered is a speech act or a quality: "condolences", "a glimpse", "no hint"."""
    return listed(head_of(trigger, theme), "not_offered") or trigger.word(theme[0]) in {"no", "little", "nothing"}


def sells(trigger: Trigger, subject: TokenRange | None) -> bool:
    """Whether the subject is a shop or a thing, which provides rather than offers."""
    return subject is not None and listed(head_of(trigger, subject), "sellers")


def can_be_taken(trigger: Trigger, theme: TokenRange) -> bool:
    """Whether another can take it or leave it, by what it is: money, a job, talks, somebody's own troops."""
    if trigger.word(theme[0]) in OWNERS and theme[1] > theme[0] + 1:
        return True
    if trigger.word(theme[0]).endswith(("self", "selves")):
        return True  # "offered themselves as witnesses"
    if sum_from(trigger, theme[0]) > theme[0]:
        return True
    return listed(head_of(trigger, theme), "offered_things")


def buys(trigger: Trigger, recipient: TokenRange | None) -> bool:
    """Whether the recipients are customers of any kind: "passengers", "its readers", but not "the families"."""
    if recipient is None or trigger.letter(recipient[0]) == "Q":
        return False
    if trigger.letter(recipient[0]) == "D" and trigger.word(recipient[0]) not in OWNERS:
        return False
    return listed(head_of(trigger, recipient), "customers")


def is_generic(trigger: Trigger, party: TokenRange) -> bool:
    """Whether a phrase names a kind and nobody in particular: "several operators", "store cards"."""
    head = party[1] - 1
    plural = trigger.letter(head) == "N" and trigger.word(head).endswith("s")
    return plural and trigger.letter(party[0]) not in "DP" and not any(trigger.letter(i) == "P" for i in range(*party))


def is_provided(trigger: Trigger, subject: TokenRange | None, recipient: TokenRange | None, theme: TokenRange) -> bool:
    """Whether the theme is provided to whoever comes, or said, rather than put to somebody to take or leave."""
    head = head_of(trigger, theme)
    taken = can_be_taken(trigger, theme)
    if is_no_offer(trigger, theme):
        personal = recipient is not None and not buys(trigger, recipient) and not sells(trigger, subject)
        personal = personal and (subject is None or is_party(trigger, subject))
        return not (personal and listed(head, "offered_to_somebody"))
    if recipient is None or buys(trigger, recipient):
        ware = listed(head, "wares") and trigger.word(theme[0]) not in OWNERS
        return not taken or ware or (sells(trigger, subject) and not is_sum(trigger, theme))
    return sells(trigger, subject) and (not taken or listed(head, "wares"))


def is_habit(trigger: Trigger, group: VerbGroup, recipient: TokenRange | None = None) -> bool:
    """Whether the simple present tells what somebody usually provides; in a headline it tells what happened."""
    if recipient is not None and trigger.letter(recipient[0]) == "P":
        return False  # "Washington offers Havana talks"
    present = trigger.letter(trigger.token) in "zv" and not group.auxiliaries and group.finite
    if not present or trigger.text.kind_at(trigger.token) == "headline":
        return False
    return trigger.word(group.first - 1) not in {"i", "we"}


def is_quality(trigger: Trigger, subject: TokenRange | None, recipient: TokenRange | None) -> bool:
    """Whether a participle tells what a thing is good for: "…, offering a layer of ease"."""
    if trigger.letter(trigger.token) != "g" or trigger.group().auxiliaries or recipient is not None:
        return False
    return subject is None or trigger.letter(subject[1] - 1) not in "PQ"
