"""What the words of a noun phrase say of the one they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventx.mentions.countries import country_role
from eventx.mentions.directory import OFFICES, Directory
from eventx.mentions.kinds import demonyms_of_states, noun_kind, words_of
from eventx.mentions.names import STATES_BY_OFFICE, country_of_office, of_state, party_of, served, told_before
from eventx.mentions.pronouns import PRONOUN_KINDS
from eventx.mentions.surroundings import behind_office, home_at, of_own_organization, role_before
from eventx.mentions.use import Use
from eventx.text import Text


@dataclass(slots=True)
class Description:
    """What a noun phrase says: whose name it is, or of what kind, role, country, party and state something unnamed is.

    `head` is the lower-case word that says what the phrase is.
    """

    use: Use | None = None
    kind: str = "unknown"
    role: str | None = None
    country: str | None = None
    state: str | None = None
    party: str | None = None
    head: str = ""
    nouns: set[str] = field(default_factory=set)


def describe(text: Text, directory: Directory, first: int, last: int) -> Description:
    """What the tokens of a noun phrase say.

    >>> text = Text("Salvadoran President Nayib Bukele said no.")
    >>> describe(text, Directory(text), 0, 4).use.referent.name
    'Nayib Bukele'
    """
    stop = _core_end(text, directory, first, last)
    uses = directory.within(first, stop)
    head_end = _head_end(text, uses, first, stop)
    named = [use for use in uses if use.last <= head_end]
    if len(named) > 1 and _joined(text, named[0].last, named[-1].first):
        return Description(kind="group")
    if named and named[-1].last == head_end and named[-1].named:
        return Description(named[-1], named[-1].referent.kind, head=text.lower[head_end - 1])
    return _common(text, directory, first, head_end, stop, last)


def _core_end(text: Text, directory: Directory, first: int, last: int) -> int:
    """The end of the phrase without what stands behind a comma, a bracket, a dash or a relative pronoun."""
    classes = text.word_classes(first)
    for i in range(first + 1, last):
        if classes[i] in ",(;-W" and not (classes[i] == "-" and text.starts[i] == text.ends[i - 1]):
            if directory.covering(i) is None:
                return i
    return last


def _head_end(text: Text, uses: list[Use], first: int, stop: int) -> int:
    """The end of the phrase without its prepositional phrases; a preposition within a name belongs to it."""
    classes = text.word_classes(first)
    for i in range(first + 1, stop):
        if classes[i] in "ITg" and (classes[i] != "g" or i > first + 1):
            if _in_ratio(text, classes, i):
                continue
            if classes[i] == "g" and classes[i - 1] not in "NPQ":
                continue
            # "former minister of trade Helena Carlsen" is one with the role before the name
            if not any(use.told.start <= i < use.last for use in uses):
                return i
    return stop


def _in_ratio(text: Text, classes: list[str], i: int) -> bool:
    """Whether a preposition stands between two numbers: "six in 10 voters", "four out of five doctors"."""
    ahead, behind = text.lower[i] == "out", text.lower[i - 1] == "out"
    if text.lower[i] not in {"in", "out"} and not behind:
        return False
    return classes[i - 1 - behind] == "M" and i + 1 + ahead < len(classes) and classes[i + 1 + ahead] == "M"


def _joined(text: Text, first: int, last: int) -> bool:
    return not {"and", "&", "or"}.isdisjoint(text.lower[first:last])


def _common(text: Text, directory: Directory, first: int, head_end: int, stop: int, last: int) -> Description:
    classes = text.word_classes(first)
    head = next((i for i in range(head_end - 1, first - 1, -1) if classes[i] in "NPQMDJnvz"), head_end - 1)
    if classes[head] == "J" and head > first and classes[head - 1] == "N":
        head -= 1  # "people familiar with the talks"
    found = Description(head=text.lower[head])
    people = directory.within(first, head_end)
    if people and people[-1].last == head_end and not people[-1].named:
        reading = people[-1].reading  # "Salvadorans", "House Republicans"
        found.kind, found.country, found.state, found.party = (
            reading.kind,
            reading.country,
            reading.state,
            reading.party,
        )
        if reading.role is not None and not found.head.endswith("s"):
            found.role, found.nouns = reading.role, set(reading.role.lower().split())
            found.head = next((word for word in text.lower[people[-1].first : head_end] if word in OFFICES), found.head)
            return found
        if reading.role is None:
            plural = text.lower[first] in {"the", "these", "those"} and reading.party is None
            found.kind = "group" if plural else found.kind  # "the Dutch"
            if head_end < stop and text.lower[head_end] in {"of", "in", "for", "from"}:
                _told_behind(text, found, head_end, stop)
            return found
    _kind_of_common(text, found, head, first, head_end, stop)
    relative = "who" in text.lower[last - 1 : last + 1]
    if found.kind == "unknown" and relative:
        closing = text.lower[last - 2] if text.lower[last - 1] == "who" else text.lower[last - 1]
        several = found.head.endswith("s") or (head_end < stop and noun_kind(closing) == "group")
        found.kind = "group" if several else "person"  # "the tech maverick who", "the rush of critics who"
    if found.head == "one" and head_end < stop and text.lower[head_end] == "of":
        _name_of_one(text, directory, found, stop)
    if found.kind in {"person", "place"}:
        _name_behind(text, directory, found, stop, last, beyond=text.lower[first] not in {"a", "an"})
        _name_in_front(text, directory, found, first, head, relative=relative)
    role = role_before(text, head + 1, first) if found.kind == "person" else None
    if role:
        end = behind_office(text, head + 1, stop)
        found.role = role[1] if end == head + 1 else text.string(text.range(role[0], end))
        found.nouns = {found.head}
    elif found.kind in {"organization", "place", "group", "person"}:
        found.nouns = {found.head}
    if found.kind == "place" and head_end + 1 < stop and text.lower[head_end] == "of":
        behind = directory.within(head_end + 1, head_end + 3)
        if behind and behind[0].named and behind[0].referent.kind == "place" and behind[0].last == stop:
            found.use = behind[0]  # "the state of Texas"
    _told_of_common(text, found, role[0] if role else head, first, head_end, stop)
    return found


def _name_behind(text: Text, directory: Directory, found: Description, stop: int, last: int, *, beyond: bool) -> None:
    """The name in apposition to a role, in the phrase or `beyond` it: "France's far-right leader, Marine Le Pen"."""
    limit = text.sentence(stop - 1)[1]
    if stop + 1 >= limit or text.words[stop] != ",":
        return
    behind = directory.within(stop + 1, stop + 2)
    if not behind or not behind[0].named or behind[0].referent.kind != found.kind or behind[0].reading.titled:
        return
    closed = behind[0].told.attached < limit and text.words[behind[0].told.attached] in {",", ".", "”"}
    if behind[0].last <= last or (closed and beyond):
        found.use = behind[0]


def _name_of_one(text: Text, directory: Directory, found: Description, stop: int) -> None:
    """The name between commas behind one of several: "One of them, Corliss Media, has left"."""
    if text.words[stop : stop + 1] != [","]:
        return
    uses = directory.within(stop + 1, stop + 2)
    if not uses or not uses[0].named or uses[0].referent.kind not in {"person", "organization"}:
        return
    if uses[0].last < len(text.words) and text.words[uses[0].last] == ",":
        found.use, found.kind = uses[0], uses[0].referent.kind


def _name_in_front(
    text: Text, directory: Directory, found: Description, first: int, head: int, *, relative: bool
) -> None:
    """The name to which the phrase is an apposition: "John Webb, a former adviser who"."""
    if first < 2 or text.words[first - 1] not in {",", "—", "–", "--", "-"} or text.lower[first] == "whose":
        return
    before = directory.within(text.sentence(first)[0], first)
    if not before or not before[-1].named or before[-1].referent.kind != found.kind:
        return
    beside = before[-1].last == first - 1 and (text.words[first - 1] != "," or relative)
    if before[-1].told.stop > head or beside:
        found.use = before[-1]


def _kind_of_common(text: Text, found: Description, head: int, first: int, head_end: int, stop: int) -> None:
    word, classes = text.words[head], text.word_classes(head)
    demonym = country_role(word) == "demonym" or word in demonyms_of_states()
    kind = noun_kind(found.head)
    if head > first and f"{text.lower[head - 1]} {found.head}" in FORCES:
        kind = "organization"
    if party_of(word) and word[0].isupper():
        found.kind = "group" if word.endswith("s") else "person"
    elif demonym:
        plural = word.endswith(("s", "ese", "ish", "ch")) and text.lower[first] not in {"a", "an"}
        found.kind = "group" if plural else "person"
    elif kind == "person" and text.lower[first] in _MANY:
        found.kind = "group"
    elif kind is not None:
        found.kind = kind
    elif text.lower[first] == "those":
        found.kind = "group"  # "those surveyed"
    elif head == first or head_end - first == 1:
        found.kind = PRONOUN_KINDS.get(text.lower[first], "unknown")
    ratio = (
        classes[head] == "M" and head > first + 1 and classes[head - 2] in "MI" and text.lower[head - 1] in {"in", "of"}
    )
    if found.head in {"%", "percent"} or ratio:
        found.kind = "group"  # "30 percent of all voters"
    if found.head in _PARTITIVE and head_end < len(text.words) and text.lower[head_end] == "of":
        found.kind = "unknown" if _is_thing(text, head_end, stop) else "group"
        if found.head in {"one", "each", "either", "neither"}:
            people = any(noun_kind(word) == "group" for word in text.lower[head_end : head_end + LONGEST_PART])
            found.kind = "person" if people else "unknown"  # "one of his speakers"


FORCES = frozenset(["coast guard", "national guard", "air force", "secret service", "border patrol", "border guard"])
_MANY = frozenset("many several both few two three four five six seven eight nine ten dozens these those".split())
# how far behind *of* its noun stands
LONGEST_PART = 6
_PARTITIVE = frozenset(
    "all any both dozens each either few half hundreds many millions most neither none one scores several some "
    "thousands two three four five majority number handful lot host bunch slew % percent third quarter fifth share "
    "fraction percentage".split()
)


def _is_thing(text: Text, of: int, stop: int) -> bool:
    """Whether only a common noun for a thing stands behind *of*: "a lot of activity", not "a lot of them"."""
    classes = text.word_classes(of)
    behind = range(of + 1, min(of + 1 + LONGEST_PART, stop))
    if any(classes[i] in "PQ" or text.lower[i] in PRONOUN_KINDS for i in behind):
        return False
    nouns = [text.lower[i] for i in behind if classes[i] == "N"]
    return bool(nouns) and all(noun_kind(noun) is None for noun in nouns)


def _told_of_common(text: Text, found: Description, role_at: int, first: int, head_end: int, stop: int) -> None:
    """The country, state and party that the words before or behind the head tell."""
    end = head_end
    if found.head in _PARTITIVE and found.kind == "group" and "S" not in text.word_classes(first)[head_end:stop]:
        end = stop  # "hundreds of Ukrainians"
    before = [word for word in text.words[first:end] if word[0].isupper()]
    country, state, party = served(before, found.head) if found.kind == "person" else told_before(before)
    if found.kind == "person" and of_own_organization(text, first, role_at):
        country = state = None
    country, state = of_state(before, country, state, text.lower[role_at:head_end])
    found.party = party if found.kind in {"person", "group"} else None
    organ = found.head in words_of("organs_of_state") or " ".join(text.lower[head_end - 2 : head_end]) in FORCES
    if found.kind == "unknown" or (found.kind == "organization" and not organ):
        return
    found.country, found.state = country, state
    if found.country is None and head_end < stop and text.lower[head_end] in {"of", "in", "for", "from"}:
        _told_behind(text, found, head_end, stop)
    if found.kind == "person" and found.country is None:
        found.country = country_of_office(found.role)


def _told_behind(text: Text, found: Description, preposition: int, stop: int) -> None:
    """The country and the state behind the head: "the president of Norland", "the state of Washington"."""
    behind = text.words[preposition + 1] if preposition + 1 < stop else ""
    if found.head == "state" and behind in STATES_BY_OFFICE:
        found.country, found.state = "US", STATES_BY_OFFICE[behind]
        return
    singular = found.head.removesuffix("s") if found.kind == "group" else found.head
    official = {singular, found.head} & (words_of("officials") | words_of("organs_of_state"))
    if official or found.party or party_of(text.words[preposition - 1]):
        found.country, found.state = home_at(text, preposition + 1, stop)
