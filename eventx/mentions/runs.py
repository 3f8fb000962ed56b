"""Runs of name words: where a text has names, with the small words and marks that stand within them."""

from __future__ import annotations

from functools import cache

from eventx.lexicon import load
from eventx.mentions.countries import country_of
from eventx.mentions.kinds import noun_kind, region_of, words_of
from eventx.mentions.names import NOT_NAMES, PARTICLES, SUFFIXES, affiliation_pattern, party_of
from eventx.text import Text

HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss dr.".split())
NOT_NAMES_IN_CAPITALS = frozenset(
    "AM CEO EMAIL PAC PHOTO REDACTED TRANSCRIPT UPDATE VIDEO CFO DNA DUI HIV ID IT OK PM PR PTSD TV".split()
)
COMMITTEES = frozenset("commission committee council panel subcommittee".split())
QUOTES = frozenset("\"“”'‘’")
# months and days that are given names too count as names where no such word stands before them
DATING = frozenset("in on since until till last next this during early late mid".split())
NAMES_IN_THE_CALENDAR = frozenset("april may june august".split())
LONGEST_NAME = 16
# articles and prepositions are in small letters in a headline too
LONGEST_SMALL_WORD = 3
SHORTEST_HEADLINE = 2
FINITE = frozenset("BHXdz")


def name_runs(text: Text, first: int, last: int, known: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """The runs of name words between two tokens of a sentence: "Marco Rubio", "Ministry of Defence".

    `known` are name words of the document, which are names in a headline too, where everything has a capital.

    >>> text = Text("Dana Webb of the Workers' Aid Federation met Ludwig van der Meer.")
    >>> [text.string(text.range(*run)) for run in name_runs(text, 0, 13)]
    ['Dana Webb', "Workers' Aid Federation", 'Ludwig van der Meer']
    """
    words = text.words
    # a name that an acronym writes out can begin with a small word too
    written_out = _written_out(text, first, last) if "(" in words[first:last] else {}
    starts = text.capitalized(first, last)
    if written_out:
        starts = sorted({*starts, *written_out})
    if not starts:
        return []
    runs: list[tuple[int, int]] = []
    finder = _Runs(text, last, known)
    behind = first
    for i in starts:
        if i < behind:
            continue
        if i in written_out:
            behind = written_out[i]
            runs.append((i, behind))
            continue
        if not finder.is_name(i):
            continue
        end = i + 1
        while end < last and end - i < LONGEST_NAME:
            step = finder.step(i, end)
            if not step:
                break
            end += step
        begin = i + finder.glued(i, end)
        single = end == i + 1 and (finder.is_common_start(i, first) or finder.is_label(i) or finder.is_common(i))
        if not single:
            runs.append((begin, end))
        behind = end
    return runs


def is_title_case(text: Text, first: int, last: int) -> bool:
    """Whether the verbs and nearly every longer word of a headline have capitals, so that a capital tells nothing."""
    classes = text.word_classes(first)
    longer = [i for i in range(first, last) if len(text.words[i]) > LONGEST_SMALL_WORD and text.words[i].isalpha()]
    if len(longer) <= SHORTEST_HEADLINE or any(
        classes[i] in FINITE and text.words[i][0].islower() for i in range(first, last)
    ):
        return False
    small = sum(text.words[i][0].islower() for i in longer)
    common = any(text.words[i][0].isupper() and classes[i] != "P" for i in longer[1:])
    return common and small <= len(longer) // 8


def given_names(text: Text, first: int, last: int) -> frozenset[str]:
    """The words of a headline that are given names and no other words, with the one behind each."""
    found: set[str] = set()
    for i in range(first, last - 1):
        low = text.lower[i]
        if low not in load("given_names") or not text.words[i + 1][0].isupper():
            continue
        counted: str = load("word_classes").get(low, "P")
        if counted[0] == "P":
            found.add(text.words[i])
            if load("word_classes").get(text.lower[i + 1], "N")[0] == "P" or text.lower[i + 1] in load("surnames"):
                found.add(text.words[i + 1])
    return frozenset(found)


def _written_out(text: Text, first: int, last: int) -> dict[int, int]:
    """The names that an acronym in brackets follows, by their first token, with the token behind them."""
    found: dict[int, int] = {}
    words = text.words
    for i in range(first + 2, last - 2):
        if words[i] != "(" or words[i + 2] != ")" or not words[i + 1].isupper() or len(words[i + 1]) < 3:
            continue
        begin, left = i, len(words[i + 1])
        while begin > first and left and i - begin < LONGEST_NAME:
            begin -= 1
            if words[begin][0].isupper():
                left -= 1
            elif text.lower[begin] not in {"of", "for", "and", "in", "on", "the", "to", "&", "'", "’", "'s"}:
                break
        if not left and "".join(word[0] for word in words[begin:i] if word[0].isupper()) == words[i + 1]:
            found[begin] = i
    return found


class _Runs:
    """The questions that the words of one sentence are asked."""

    def __init__(self, text: Text, last: int, known: frozenset[str]) -> None:
        self.text = text
        self.words, self.lower = text.words, text.lower
        self.classes = text.word_classes(last - 1)
        self.last = last
        self.known = known
        # a headline in capitals alone
        first = text.sentence(last - 1)[0]
        self.shouted = last - first > 2 and text.words[first].isupper() and _is_shouted(text.words[first:last])

    def is_name(self, i: int) -> bool:
        """Whether a token is a word of a name."""
        word, low = self.words[i], self.lower[i]
        if not word[0].isupper():
            return low[:3] in {"al-", "el-"} and word[3:4].isupper()
        if low in NOT_NAMES:
            return self._in_calendar(i, low)
        if self.shouted:
            return word in self.known or word.title() in self.known
        letter = self.classes[i]
        if letter != "P" and not (letter in "NJM" and word.isupper() and len(word) > 1):
            return word in self.known and letter in "NJvzdngIX"
        return "-" not in word or affiliation_pattern().fullmatch(word) is None

    def _in_calendar(self, i: int, low: str) -> bool:
        """Whether a month is somebody's given name: "April Stone said", not "in April Stone said"."""
        if low not in NAMES_IN_THE_CALENDAR or i + 1 >= self.last:
            return False
        before = self.lower[i - 1] if i else ""
        if before in load("given_names") or before in words_of("honorifics"):
            return self.words[i - 1][0].isupper() and self.classes[i - 1] == "P"  # "Theresa May"
        following = self.words[i + 1]
        if low == "may" and i == self.text.sentence(i)[0] and self.lower[i + 1] in load("given_names"):
            return False  # "May Ruth Ekberg find peace."
        surname = self.classes[i + 1] == "P" and following[1:].islower() and self.lower[i + 1] not in NOT_NAMES
        return surname and before not in DATING

    def is_common_start(self, i: int, first: int) -> bool:
        """Whether a single word with a capital begins the sentence and is no name: "Rusty gates", "Grace under …"."""
        if i != first and not (i == first + 1 and self.words[first] in QUOTES):
            return False
        low = self.lower[i]
        counted: str = load("word_classes").get(low, "P")
        if "P" in counted and counted[0] == "P":
            return False
        follows = self.classes[i + 1] if i + 1 < self.last else "."
        return follows not in "zdXBHOSRT,(" and not self.words[i].isupper()

    def is_common(self, i: int) -> bool:
        """Whether a single word of a headline is part of a name elsewhere and a common noun here: "County Says No"."""
        return bool(self.known) and self.classes[i] != "P" and noun_kind(self.lower[i]) is not None

    def is_label(self, i: int) -> bool:
        """Whether a single letter stands for no name: the “Q” and “A” of an interview."""
        return len(self.words[i]) == 1 or self.words[i] in NOT_NAMES_IN_CAPITALS

    def glued(self, begin: int, end: int) -> bool:
        """Whether a run begins with a word of the sentence that is no part of the name: "Certainly Donald Trump"."""
        low = self.lower[begin]
        counted: str = load("word_classes").get(low, "P")
        if end - begin < 3 or self.lower[begin + 1] not in load("given_names") or "P" in counted:
            return False
        word = self.words[begin]
        known = (
            low in words_of("titles") | words_of("role_modifiers")
            or low in load("given_names")
            or low in load("surnames")
        )
        return (
            not known
            and noun_kind(low) is None
            and country_of(word) is None
            and not party_of(word)
            and not word.isupper()
        )

    def step(self, begin: int, end: int) -> int:
        """How many tokens from `end` on belong to a name that began at `begin`; 0 where it ends."""
        words, lower = self.words, self.lower
        word, low = words[end], lower[end]
        if low in HONORIFICS:
            return 0  # "in Lenham Mr Amadi said"
        if low in SUFFIXES or self.is_name(end):
            return 1
        following = words[end + 1] if end + 1 < self.last else ""
        if word == ",":
            return self._behind_comma(begin, end)
        if self.classes[end] == "S":
            return int(possessive_within(self.text, end, self.last))
        if word in QUOTES:
            return self._behind_quote(end)
        if low in _legal_forms():
            return 1
        if "’" in word or "'" in word[1:-1]:
            return int(word[-1:].islower() and any(c.isupper() for c in word[1:]))  # "dell’Oro"
        if low in PARTICLES:
            behind = end + 1
            while behind < self.last and lower[behind] in PARTICLES | {"the"} and behind < end + 3:
                behind += 1
            return behind + 1 - end if behind < self.last and words[behind][0].isupper() else 0
        if low in {"of", "&"}:
            the = lower[end + 1 : end + 2] == ["the"]
            next_word = words[end + 1 + the] if end + 1 + the < self.last else "."
            if not next_word[0].isupper() or (
                low == "of" and self._is_person(begin, end) and not self._is_home(end + 1)
            ):
                return 0
            return 1 + the
        if low in {"for", "on"} and following[:1].isupper():
            organ = noun_kind(lower[end - 1]) == "organization" or (low == "on" and lower[end - 1] in COMMITTEES)
            return int(organ and self.is_name(end + 1) and (low == "for" or lower[end - 1] in COMMITTEES))
        if low == "and" and following[:1].isupper():
            return self._behind_and(begin, end)
        return 0

    def _is_person(self, begin: int, end: int) -> bool:
        """Whether a run is a person's name so far, with or without titles."""
        lower = self.lower
        titled = [i for i in range(begin, end) if lower[i] in words_of("titles")]
        behind = titled[-1] + 1 if titled else begin
        return (
            behind < end
            and (bool(titled) or lower[begin] in load("given_names"))
            and noun_kind(lower[end - 1]) != "organization"
        )

    def _is_home(self, at: int) -> bool:
        """Whether a country or a state stands at a token: "King Abdullah of Jordan"."""
        for count in (3, 2, 1):
            phrase = " ".join(self.words[at : min(at + count, self.last)])
            region = region_of(phrase)
            if country_of(phrase) is not None or (region is not None and region.state is not None):
                return True
        return False

    def _behind_comma(self, begin: int, comma: int) -> int:
        """“, Jr.”, “, Inc.”, and lists of partners: “Pell, Dorsey & Crane”."""
        words = self.words
        if self.lower[comma + 1 : comma + 2] and self.lower[comma + 1] in {"jr.", "sr.", "inc", "inc.", "jr", "sr"}:
            return 2
        listed = comma + 2 < self.last and words[comma + 2] == "&" and self.is_name(comma + 1)
        return 1 if listed and comma == begin + 1 else 0

    def _behind_quote(self, mark: int) -> int:
        """A nickname: “Bo” within a name; or the apostrophe of “the Workers' Aid Federation”."""
        words = self.words
        if (
            mark + 3 < self.last
            and words[mark + 2] in QUOTES
            and words[mark + 1][0].isupper()
            and self.is_name(mark + 3)
        ):
            return 4 if self.text.starts[mark] > self.text.ends[mark - 1] else 0
        return 0

    def _behind_and(self, begin: int, at: int) -> int:
        """“Securities and Exchange Commission”, “Health and Human Services”, “Power and Light (EPL)”."""
        words, lower = self.words, self.lower
        end = at + 1
        while end < self.last and self.is_name(end):
            end += 1
        if end == at + 1:
            return 0
        if end + 2 < self.last and words[end] == "(" and words[end + 2] == ")":
            initials = "".join(word[0] for word in words[begin:end] if word[0].isupper())
            if words[end + 1] == initials:
                return end - at
        counted: str = load("word_classes").get(lower[at - 1], "")
        organ = noun_kind(lower[end - 1]) == "organization" or lower[end - 1] in words_of("parts_of_offices") | {
            "services"
        }
        whole = at == begin + 1 or lower[begin : begin + 2] == ["department", "of"]
        if noun_kind(lower[begin]) == "organization" and not {"for", "of", "on"}.isdisjoint(lower[begin:at]):
            organ = whole = True  # "Center for Marine and Climate Studies"
        return end - at if organ and whole and counted[:1] in "NJ" and "P" not in counted else 0


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(["plc", "gmbh", "ag"])


def _is_shouted(words: list[str]) -> bool:
    letters = [word for word in words if word.isalpha()]
    return len(letters) > 2 and all(map(str.isupper, letters))


def possessive_within(text: Text, end: int, last: int) -> bool:
    """Whether the possessive sign at a token stands within a name: "Teachers' Association", "People's Republic"."""
    before = text.lower[end - 1]
    plural = noun_kind(before) == "group" or before in {"people", "women", "men", "children", "veterans"}
    if not plural or end + 1 >= last or not text.words[end + 1][0].isupper():
        return False
    at = end + 1
    while at < last and text.words[at][0].isupper():
        at += 1
    closing = text.lower[at - 1]
    return noun_kind(closing) == "organization" or closing in {"republic", "day", "party", "choice", "union", "march"}
