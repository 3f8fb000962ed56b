"""The directory of a document: every name in it, and which names are one participant."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from eventx.lexicon import load
from eventx.mentions.countries import country_of, country_role
from eventx.mentions.employers import employer_of, serves_unnamed
from eventx.mentions.home import give_home, home_of
from eventx.mentions.kinds import is_organization, joined, words_of
from eventx.mentions.mention import Referent
from eventx.mentions.name_words import compatible, differ_in_suffix, last_name, nouns_of_role, parts_of
from eventx.mentions.names import STATES_BY_OFFICE, Reading, gender, read_name
from eventx.mentions.runs import given_names, is_title_case, name_runs
from eventx.mentions.scenes import is_scene
from eventx.mentions.surroundings import beside
from eventx.mentions.use import Use
from eventx.text import Text

# nouns for offices by which one person is meant throughout a document
OFFICES = frozenset(
    "chancellor congressman congresswoman governor mayor minister premier president representative secretary senator "
    "speaker".split()
)
NO_NOUNS: frozenset[str] = frozenset()
FEW_WORDS = 3
# how many people of one last name are compared with another full name that ends in it
MOST_ALIKE = 12


@cache
def nouns_of_names() -> dict[str, frozenset[str]]:
    """The nouns that point to an organization, by the last word of its name: "airline" for "Northgate Airlines"."""
    rows: dict[str, list[str]] = load("participants")["nouns_of_names"]
    found: dict[str, set[str]] = {}
    for noun, last_words in rows.items():
        for word in last_words:
            found.setdefault(word, set()).add(noun)
    return {word: frozenset(nouns) for word, nouns in found.items()}


@dataclass(slots=True, eq=False)
class _Person:
    """A person whose full name the document gives, with all words of it and whether it is used alone before."""

    referent: Referent
    words: frozenset[str]
    first: int


class Directory:
    """The names of a document in text order, each with its referent.

    A last name is the person whose full name ends in it, a first word or an acronym the organization that it shortens;
    all names of a country are one. Names in headlines are resolved by the body.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.uses: list[Use] = []
        self._by_last: dict[str, list[_Person]] = {}
        self._by_given: dict[str, list[_Person]] = {}
        self._by_both: dict[tuple[str, str], list[_Person]] = {}
        self._by_key: dict[str, Referent] = {}
        self._aliases: dict[str, Referent] = {}
        self._short: dict[str, list[Referent]] = {}
        self._initials: dict[str, Referent] = {}
        self._named_last: dict[str, tuple[_Person, int]] = {}
        self._short_sentences: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        self._collect()
        for use in sorted(self.uses, key=self._doubt):
            self._introduce(use)
        for one, other in pairwise(self.uses):
            self._introduce_couple(one, other)
        for use in self.uses:
            self._surname(use)
            use.referent = self._identify(use) if use.named else Referent()
            _enrich(use.referent, use, headline=use.in_capitals)
        self._starts = [use.first for use in self.uses]
        for before, use, behind in zip([None, *self.uses], self.uses, [*self.uses[1:], None], strict=False):
            if use.referent.kind == "person" and use.referent.side is None:
                use.referent.side = employer_of(text, use, before, behind)
        self.home = home_of(use.referent for use in self.uses)
        if self.home is not None:
            employed = {id(use.referent) for use in self.uses if use.told.role and serves_unnamed(text, use)}
            for use in self.uses:
                if id(use.referent) not in employed:
                    give_home(use.referent, self.home)
        self._states()

    def country(self, code: str) -> Referent:
        """The country of that code, with the name by which the document calls it."""
        return self._by_key.setdefault(f"country {code}", Referent(None, "place", country=code))

    def covering(self, token: int) -> Use | None:
        """The use in whose name words a token stands."""
        index = bisect_left(self._starts, token + 1) - 1
        return self.uses[index] if index >= 0 and token < self.uses[index].last else None

    def within(self, first: int, last: int) -> list[Use]:
        """The uses that begin between two tokens."""
        return self.uses[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def _collect(self) -> None:
        text = self.text
        capitalized: list[tuple[int, int]] = []
        for (first, last), kind in zip(text.paragraphs, text.paragraph_kinds, strict=True):
            if kind == "furniture":
                continue
            at = first
            while at < last:
                end = text.sentence(at)[1]
                runs = self._runs(at, end)
                if kind == "headline" and (not runs or is_title_case(text, at, end)):
                    capitalized.append((at, end))
                else:
                    self.uses += [self._use(*run) for run in runs]
                at = end
        self._surnames_first()
        if capitalized:
            known = frozenset(
                word
                for use in self.uses
                if use.named
                for i, word in enumerate(text.words[use.first : use.last])
                if word[0].isupper() and (i >= use.reading.begin or word.lower() in words_of("titles"))
            )
            for first, last in capitalized:
                names = known | given_names(text, first, last)
                self.uses += [self._use(*run, in_capitals=True) for run in name_runs(text, first, last, names)]
            self.uses.sort(key=lambda use: use.first)

    def _runs(self, first: int, last: int) -> list[tuple[int, int]]:
        """The names of a sentence; a sentence of few words, of which huge texts can consist, is read once."""
        if last - first > FEW_WORDS:
            return name_runs(self.text, first, last)
        words = tuple(self.text.words[first:last])
        known = self._short_sentences.get(words)
        if known is None:
            known = [(begin - first, end - first) for begin, end in name_runs(self.text, first, last)]
            self._short_sentences[words] = known
        return [(first + begin, first + end) for begin, end in known]

    def _surnames_first(self) -> None:
        """Adds last names that begin a sentence and could be another word: "Stern left." where Bo Stern is named."""
        text = self.text
        people = {
            last_name(self._name(use)).lower()
            for use in self.uses
            if use.named and use.reading.kind == "person" and use.reading.end - use.reading.begin > 1
        }
        taken = {use.first for use in self.uses}
        for sentence in sorted({text.sentence_index(token) for token in text.occurrences(people)}):
            first, last = text.sentences[sentence]
            follows = text.word_class(first + 1) if first + 1 < last else "."
            if text.lower[first] in people and first not in taken and text.words[first][0].isupper():
                if text.kind_at(first) != "furniture" and follows not in "NPJ":
                    self.uses.append(self._use(first, first + 1))
        self.uses.sort(key=lambda use: use.first)

    def _use(self, first: int, last: int, *, in_capitals: bool = False) -> Use:
        reading = read_name(tuple(self.text.words[first:last]))
        if reading.titled and reading.begin and first and self.text.lower[first - 1] in {"a", "an"}:
            if reading.role and self.text.words[first] == reading.role.split()[0]:
                reading = reading._replace(role=None, country=None, state=None)  # "a President Ortiz would sign it"
        return Use(first, last, reading, beside(self.text, first, last), in_capitals)

    def _doubt(self, use: Use) -> int:
        """How little a run is to be trusted to be a full name: a headline's, or one that a common word begins."""
        return 2 * use.in_capitals + self._begins_commonly(use)

    def _begins_commonly(self, use: Use) -> bool:
        """Whether a word of another kind begins a run: "Understated Perez"."""
        low = self.text.lower[use.first + use.reading.begin] if use.named else ""
        counted: str = load("word_classes").get(low, "P")
        return "P" not in counted and low not in load("given_names") and low not in load("surnames")

    def _surname(self, use: Use) -> None:
        """A people's name that is a surname of the document: "Cuban" for Mark Cuban."""
        low = self.text.lower[use.first]
        if use.last - use.first != 1:
            return
        if use.named and low.endswith("s") and low[:-1] in self._by_last and low not in self._by_last:
            if low not in load("surnames") or (use.first and self.text.lower[use.first - 1] == "the"):
                use.reading = Reading(0, 0, "group", True)  # "the Clintons"
        if use.named or low not in self._by_last:
            return
        before = self.text.word_class(use.first - 1) if use.first else "."
        follows = self.text.word_class(use.last) if use.last < len(self.text.words) else "."
        if before not in "DJ" and follows not in "NPJ":
            use.reading = Reading(0, 1, "person", True)

    def _states(self) -> None:
        """A state that bears another country's name, where the document speaks of places in the state's country."""
        for name, state in STATES_BY_OFFICE.items():
            referent = self._by_key.get(f"country {country_of(name)}")
            if referent is None or country_role(name) != "name":
                continue
            others = (use.referent for use in self.uses if use.referent is not referent)
            if any(other.kind == "place" and other.country == state[:2] for other in others):
                referent.country, referent.state = state[:2], state

    def _name(self, use: Use) -> tuple[str, ...]:
        return tuple(self.text.words[use.first + use.reading.begin : use.first + use.reading.end])

    def _kind(self, use: Use) -> str:
        """The kind that the run tells, or what stands beside it where its shape alone would tell."""
        told = use.told.kind
        if told == "person" and self.text.lower[use.first] in load("given_names") and use.told.role is None:
            return told  # "your daughter Chelsea"
        return told if told and not use.reading.sure else use.reading.kind

    def _introduce(self, use: Use) -> None:
        """Notes a full name, so that shorter ones find it."""
        words = self._name(use)
        if len(words) < 2 or not use.named:
            return
        kind = self._kind(use)
        if kind == "person":
            self._introduce_person(use, words)
        elif kind == "organization":
            referent = self._named(use, words)
            initials = "".join(word[0] for word in words if word[0].isupper())
            if len(initials) > 1:
                self._initials.setdefault(initials, referent)
            if "Department" in words:
                of = "".join(word[0] for word in words if word[0].isupper() and word != "Department")
                self._initials.setdefault(f"DO{of}", referent)  # "DOT", of the Transport Department
            for short in {words[0], " ".join(words[:2]), f"the {words[-1]}"} - {" ".join(words)}:
                known = self._short.setdefault(short, [])
                if referent not in known:
                    known.append(referent)
            self._introduce_acronym(use, referent)

    def _introduce_acronym(self, use: Use, referent: Referent) -> None:
        """The acronym in brackets behind a name: "the Workers' Aid Federation (WAF)"."""
        words = self.text.words[use.last : use.last + 3]
        if len(words) == 3 and words[0] == "(" and words[2] == ")" and sum(map(str.isupper, words[1])) > 1:
            self._aliases[words[1].lower()] = referent

    def _introduce_person(self, use: Use, words: tuple[str, ...]) -> None:
        parts = parts_of(words)
        last = last_name(words).lower()
        known = self._by_last.setdefault(last, [])
        first = words[0].lower()
        for person in self._alike(first, last):
            if differ_in_suffix(parts, person.words):
                continue
            same = parts <= person.words or person.words <= parts
            if same or (first in person.words and compatible(parts, person.words)):
                if len(joined(words)) > len(person.referent.name or ""):
                    person.referent.name = joined(words)
                person.words |= parts
                return
        if known and self._doubt(use):
            return
        told = use.reading.gender or gender(words[0])
        person = _Person(Referent(joined(words), "person", gender=told), parts, use.first)
        known.append(person)
        self._by_both.setdefault((first, last), []).append(person)
        self._by_given.setdefault(first, []).append(person)

    def _alike(self, first: str, last: str) -> list[_Person]:
        """People of one last name whose first name is the same, and the few who were named first."""
        return [*self._by_both.get((first, last), ()), *self._by_last.get(last, ())[:MOST_ALIKE]]

    def _introduce_couple(self, one: Use, other: Use) -> None:
        """The last name that two share: "Khizr and Ghazala Khan"."""
        text = self.text
        joined_by_and = other.first == one.last + 1 and text.lower[one.last] == "and"
        words = self._name(other)
        if not joined_by_and or len(words) < 2 or self._kind(other) != "person" or other.reading.titled:
            return
        first = self._name(one)
        if len(first) != 1 or first[0].lower() in self._by_last:
            return
        given = load("given_names")
        if words[0].lower() not in given and (one.reading.sure or first[0].lower() in load("surnames")):
            return
        if one.reading.kind in {"person", "unknown"}:
            self._introduce_person(one, (first[0], words[-1]))
            named = self._by_last[last_name(words).lower()]
            if named[-1].first == one.first and any(person.first == other.first for person in named):
                named.insert(0, named.pop())  # who is named first is the one meant, if either can be

    def _identify(self, use: Use) -> Referent:
        """Whose name a run is."""
        words = self._name(use)
        reading = use.reading
        if len(words) > 1:
            if self._kind(use) == "person":
                parts, doubtful = parts_of(words), self._doubt(use) > 0
                for person in self._alike(words[0].lower(), last_name(words).lower()):
                    fits = parts <= person.words or doubtful
                    if fits and not differ_in_suffix(parts, person.words):
                        if self._is_subject(use):
                            self._named_last[last_name(words).lower()] = person, use.first
                        return person.referent
            short = self._short.get(joined(words), ())
            if len(short) == 1 and (self._kind(use) != "place" or use.reading.country is None):
                return short[0]
            return self._named(use, words)
        known = self._by_last.get(words[0].lower())
        if known and (reading.titled or reading.kind != "place" or not reading.sure or self._bears_name(use)):
            found = self._among(known, use)
            if found is not None:
                return found
        if words[0].lower() in self._aliases and not reading.titled:
            return self._aliases[words[0].lower()]
        if words[0].isupper() and words[0].replace(".", "") in self._initials and not reading.titled:
            return self._initials[words[0].replace(".", "")]
        given = self._by_given.get(words[0].lower(), ())
        if len(given) == 1 and reading.titled and reading.role is None:
            return given[0].referent  # "Mr. Lin", of Lin Weiguo
        if len(given) == 1 and not reading.titled and not (reading.sure and reading.kind in {"place", "organization"}):
            return given[0].referent
        short = self._short.get(words[0], ())
        if not short and use.first and self.text.lower[use.first - 1] == "the":
            short = self._short.get(f"the {words[0]}", ())  # "the Post", of The Norland Post
        if len(short) == 1 and not reading.titled and not (reading.sure and reading.kind in {"place", "organization"}):
            return short[0]
        return self._named(use, words)

    def _is_subject(self, use: Use) -> bool:
        """Whether a name opens its sentence or a main clause: "On Monday, Bo Hale said"."""
        text, first = self.text, use.told.start
        floor, limit = text.sentence(first)
        opens = first == floor or text.words[first - 1] == ","
        return opens and use.last < limit and text.word_class(use.last) in "zdBHX"

    def _bears_name(self, use: Use) -> bool:
        """Whether a word that is a place's name too is a person's here: no preposition of place before it."""
        return use.first == 0 or self.text.lower[use.first - 1] not in {
            "in",
            "from",
            "at",
            "near",
            "to",
            "into",
            "outside",
        }

    def _among(self, known: list[_Person], use: Use) -> Referent | None:
        """The one of several people of one last name: by honorific, by office, else who was named first.

        `None` where an honorific fits nobody: "Mr. Hale", where Michelle Hale is named.
        """
        fitting = known
        wanted = use.reading.gender
        if wanted:
            fitting = [person for person in known if person.referent.gender in {wanted, None}]
        elif use.reading.role and len(known) > 1:
            nouns = nouns_of_role(use.reading.role)
            fitting = [person for person in known if nouns & person.referent.nouns] or known
        if len(fitting) > 1 and not use.reading.titled:
            last, at = self._named_last.get(last_name(self._name(use)).lower(), (fitting[0], -1))
            near = at >= 0 and self.text.sentence_index(use.first) - self.text.sentence_index(at) <= 1
            if near and last in fitting:
                return last.referent  # "Bo Hale said no. Hale left."
        return fitting[0].referent if fitting else None

    def _named(self, use: Use, words: tuple[str, ...]) -> Referent:
        name = joined(words)
        kind, country = self._kind(use), use.reading.country
        key = name.lower()
        if kind == "organization" and country_role(name) == "government" and is_scene(self.text, use.first):
            return self._by_key.setdefault(f"place {key}", Referent(name, "place", country=country))
        other = self._by_key.get(key)
        if other is not None and use.reading.gender and other.gender not in {use.reading.gender, None}:
            key = f"{key} {use.reading.gender}"  # "Mr. Hanson" and "Mrs. Hanson"
        if kind == "place" and country and use.reading.state is None and country_role(name) == "name":
            key = f"country {country}"
        referent = self._by_key.get(key)
        if referent is None:
            told = (use.reading.gender or gender(words[0])) if kind == "person" else None
            referent = self._by_key[key] = Referent(name, kind, gender=told)
        elif referent.kind == "unknown" or (kind == "person" and use.reading.titled):
            referent.kind = kind if kind != "unknown" else referent.kind
        if key.startswith("country ") and len(name) > len(referent.name or ""):
            referent.name = name
        shouted = referent.name is not None and referent.name.isupper() and not is_organization(referent.name)
        if shouted and not name.isupper() and len(name) == len(referent.name or ""):
            referent.name = name  # a headline shouts
        referent.gender = referent.gender or use.reading.gender
        return referent


def _enrich(referent: Referent, use: Use, *, headline: bool) -> None:
    """Adds what a use tells of its bearer to what is known; a headline tells too little to go by."""
    reading, told = use.reading, use.told
    if headline:
        referent.country = referent.country or (reading.country if referent.kind == reading.kind != "person" else None)
        return
    if reading.titled and referent.kind == "person":
        referent.gender = referent.gender or reading.gender
    if not use.named:
        referent.kind = reading.kind
    if referent.kind == "place" and told.city_of is not None and not reading.state:
        referent.country, referent.state = told.city_of
    if reading.kind == referent.kind or reading.titled:
        referent.country = referent.country or reading.country
        referent.state = referent.state or reading.state
    if referent.kind in {"person", "group"} or told.kind == "place":
        referent.country = referent.country or told.country
        referent.state = referent.state or told.state
    elif use.named and told.country and _is_organ(referent.name):
        referent.country = referent.country or told.country  # "India's Supreme Court"
    referent.party = referent.party or reading.party or told.party
    referent.nouns |= nouns_of_role(use.reading.role)
    if told.noun:
        referent.nouns.add(told.noun)
    if referent.kind == "organization" and referent.name:
        referent.nouns |= nouns_of_names().get(referent.name.split()[-1].lower(), NO_NOUNS)
    if reading.kind == "person" or told.kind == "person":
        referent.role = referent.role or reading.role or told.role


def _is_organ(name: str | None) -> bool:
    return name is not None and name.split()[-1].lower() in words_of("organs_of_state")
