"""The words: the compiled copies are fresh, the lists are in order, and inflection gives the forms that English has."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import eventx.lexicon
from eventx import Pipeline
from eventx.lexicon import load
from eventx.lexicon.compile import compiled
from eventx.lexicon.inflection import all_forms, plural, verb_forms
from eventx.text.word_classes import candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(eventx.lexicon.__file__).parent
TABLES = sorted(path.stem for path in (HOME / "source").glob("*.tsv"))
LISTS = sorted(path.stem for path in (HOME / "source").glob("*.toml"))
# N noun  P name  J adjective  R adverb  D determiner  Q pronoun  I preposition  C conjunction  M number  X auxiliary
# W relative or question word  T to; v z d n g the forms of a verb
LETTERS = frozenset("NPJRDQICMXWTvzdng")
VERB_LETTERS = {"base": "v", "s": "z", "past": "d", "part": "n", "ing": "g"}
# lexicons of names, which are written with a capital
NAMES = {"countries", "organizations", "places", "politics", "states"}
# frames of statements whose words are no verbs
NOUN_FRAMES = {
    "noun_clause",
    "noun_infinitive",
    "noun_object",
    "noun_quotation",
    "adjective_clause",
    "adjective_infinitive",
    "adjective_object",
    "according",
}


# ------------------------------------------------------------------------------------------------- the compiled copies


def test_there_are_lexicons():
    assert {"word_classes", "given_names", "evaluations"} <= set(TABLES)
    assert {"offers", "agreements", "characterizations", "statements", "countries", "irregular_verbs"} <= set(LISTS)


def test_every_lexicon_is_compiled_and_no_other_file_is_there():
    assert sorted(path.name for path in (HOME / "data").iterdir()) == sorted(f"{name}.json" for name in compiled())
    assert sorted(compiled()) == sorted([*TABLES, *LISTS])


@pytest.mark.parametrize("name", [*TABLES, *LISTS])
def test_the_compiled_copy_is_fresh(name: str):
    stored = (HOME / "data" / f"{name}.json").read_text(encoding="utf-8")
    assert stored == compiled()[name], "run python -m eventx.lexicon.compile"
    assert json.loads(stored) == load(name)


def test_a_lexicon_is_loaded_once():
    assert load("offers") is load("offers")


# -------------------------------------------------------------------------------------------------------------- tables


def rows(name: str) -> list[str]:
    lines = (HOME / "source" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", TABLES)
def test_tables_say_where_they_come_from(name: str):
    assert (HOME / "source" / f"{name}.tsv").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sorted_and_without_duplicates(name: str):
    words = [row.split("\t")[0] for row in rows(name)]
    assert len(words) > 100
    assert [(one, other) for one, other in zip(words, sorted(words), strict=True) if one != other][:3] == []
    assert len(words) == len(set(words))


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_a_word_and_a_value(name: str):
    assert [row for row in rows(name) if not re.fullmatch(r"\S(?:[^\t]*\S)?\t\S+", row)] == []


@pytest.mark.parametrize("name", [name for name in TABLES if name not in NAMES])
def test_words_of_tables_are_in_lower_case(name: str):
    words = [row.split("\t")[0] for row in rows(name)]
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("evaluations", r"[+-]"),
        ("given_names", r"m|f|mf"),
        ("noun_kinds", "person|organization|group|place"),
        ("places", r"[A-Z]{2}(?:-[A-Z]{2,3})?"),
        ("surnames", r"[ms]"),
        ("word_classes", f"[{''.join(LETTERS)}]+"),
    ],
)
def test_values_of_tables(name: str, values: str):
    assert [row for row in rows(name) if not re.fullmatch(values, row.split("\t")[1])] == []


def test_a_word_has_each_class_once():
    assert [word for word, letters in load("word_classes").items() if len(letters) != len(set(letters))] == []


# --------------------------------------------------------------------------------------------------------------- lists


def lists(value: Any, place: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list of a lexicon, with where it stands."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from lists(item, f"{place}.{key}")
    elif isinstance(value, list):
        yield place, value


def source(name: str) -> dict[str, Any]:
    return tomllib.loads((HOME / "source" / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LISTS)
def test_lists_say_where_they_come_from(name: str):
    assert (HOME / "source" / f"{name}.toml").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", [name for name in LISTS if name != "irregular_verbs"])
def test_lists_have_no_duplicates(name: str):
    twice = {place: sorted({w for w in words if words.count(w) > 1}) for place, words in lists(source(name), name)}
    assert {place: words for place, words in twice.items() if words} == {}


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_words(name: str):
    for place, words in lists(source(name), name):
        assert words or name in {"countries", "states"}, f"{place} is empty"
        assert all(isinstance(word, str) and word for word in words), place
        assert [word for word in words if " ".join(word.split()) != word] == [], place


@pytest.mark.parametrize("name", [name for name in LISTS if name not in NAMES])
def test_words_of_lists_are_in_lower_case(name: str):
    for place, words in lists(source(name), name):
        assert place == "participants.faiths" or [word for word in words if word != word.lower()] == [], place


def test_a_word_does_not_mean_two_statuses():
    for name in ("offers", "agreements"):
        meant: dict[str, str] = {}
        for status, verbs in source(name)["status"].items():
            for verb in verbs:
                assert meant.setdefault(verb, status) == status, f"{name}: {verb}"


def test_precision_is_given_for_rules_that_there_are():
    measured = load("rule_precision")
    assert set(measured) <= {rule.id for rule in Pipeline().rules}
    assert all(0 <= value <= 1 for value in measured.values())


# ---------------------------------------------------------------------------------------------------------- inflection


# regular verbs of every shape, and irregular ones that stand in the lists
@pytest.mark.parametrize(
    "forms",
    [
        "accept accepts accepted accepted accepting",
        "admit admits admitted admitted admitting",
        "agree agrees agreed agreed agreeing",
        "allege alleges alleged alleged alleging",
        "apply applies applied applied applying",
        "aver avers averred averred averring",
        "begin begins began begun beginning",
        "bid bids bid bid bidding",
        "break breaks broke broken breaking",
        "broker brokers brokered brokered brokering",
        "call calls called called calling",
        "choose chooses chose chosen choosing",
        "commit commits committed committed committing",
        "confer confers conferred conferred conferring",
        "cry cries cried cried crying",
        "cut cuts cut cut cutting",
        "defer defers deferred deferred deferring",
        "deny denies denied denied denying",
        "do does did done doing",
        "draw draws drew drawn drawing",
        "drop drops dropped dropped dropping",
        "edit edits edited edited editing",
        "embrace embraces embraced embraced embracing",
        "end ends ended ended ending",
        "expel expels expelled expelled expelling",
        "extol extols extolled extolled extolling",
        "fall falls fell fallen falling",
        "forbid forbids forbade forbidden forbidding",
        "forget forgets forgot forgotten forgetting",
        "get gets got got getting",
        "give gives gave given giving",
        "go goes went gone going",
        "grow grows grew grown growing",
        "have has had had having",
        "lay lays laid laid laying",
        "leave leaves left left leaving",
        "lose loses lost lost losing",
        "make makes made made making",
        "mull mulls mulled mulled mulling",
        "near nears neared neared nearing",
        "nix nixes nixed nixed nixing",
        "offer offers offered offered offering",
        "omit omits omitted omitted omitting",
        "pan pans panned panned panning",
        "patch patches patched patched patching",
        "pay pays paid paid paying",
        "plan plans planned planned planning",
        "play plays played played playing",
        "pledge pledges pledged pledged pledging",
        "prefer prefers preferred preferred preferring",
        "put puts put put putting",
        "quip quips quipped quipped quipping",
        "quit quits quit quit quitting",
        "rap raps rapped rapped rapping",
        "rebuff rebuffs rebuffed rebuffed rebuffing",
        "rebut rebuts rebutted rebutted rebutting",
        "refer refers referred referred referring",
        "reiterate reiterates reiterated reiterated reiterating",
        "repeat repeats repeated repeated repeating",
        "reply replies replied replied replying",
        "rescind rescinds rescinded rescinded rescinding",
        "rip rips ripped ripped ripping",
        "rise rises rose risen rising",
        "say says said said saying",
        "scrap scraps scrapped scrapped scrapping",
        "see sees saw seen seeing",
        "seek seeks sought sought seeking",
        "shoot shoots shot shot shooting",
        "shun shuns shunned shunned shunning",
        "sign signs signed signed signing",
        "sing sings sang sung singing",
        "slam slams slammed slammed slamming",
        "snap snaps snapped snapped snapping",
        "snub snubs snubbed snubbed snubbing",
        "speak speaks spoke spoken speaking",
        "stop stops stopped stopped stopping",
        "stress stresses stressed stressed stressing",
        "submit submits submitted submitted submitting",
        "swap swaps swapped swapped swapping",
        "swear swears swore sworn swearing",
        "tell tells told told telling",
        "think thinks thought thought thinking",
        "tie ties tied tied tying",
        "undertake undertakes undertook undertaken undertaking",
        "veto vetoes vetoed vetoed vetoing",
        "vow vows vowed vowed vowing",
        "wail wails wailed wailed wailing",
        "withdraw withdraws withdrew withdrawn withdrawing",
        "wrap wraps wrapped wrapped wrapping",
        "write writes wrote written writing",
        "yell yells yelled yelled yelling",
    ],
    ids=lambda forms: forms.partition(" ")[0],
)
def test_forms_of_verbs(forms: str):
    assert " ".join(verb_forms(forms.partition(" ")[0])) == forms


@pytest.mark.parametrize(
    ("lemma", "spellings"),
    [
        ("label", "label labels labeled labeling labelled labelling"),
        ("cancel", "cancel cancels canceled canceling cancelled cancelling"),
        ("signal", "signal signals signaled signaling signalled signalling"),
        ("marvel", "marvel marvels marveled marveling marvelled marvelling"),
        ("call", "call calls called calling"),
        ("wail", "wail wails wailed wailing"),
        ("reveal", "reveal reveals revealed revealing"),
        ("appeal", "appeal appeals appealed appealing"),
        ("expel", "expel expels expelled expelling"),
        ("hail", "hail hails hailed hailing"),
        ("stop", "stop stops stopped stopping"),
        ("bid", "bid bids bidding"),
    ],
)
def test_all_spellings_of_a_verb(lemma: str, spellings: str):
    assert all_forms(lemma) == frozenset(spellings.split())


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("offer", "offers"),
        ("pledge", "pledges"),
        ("promise", "promises"),
        ("speech", "speeches"),
        ("wish", "wishes"),
        ("tax", "taxes"),
        ("pass", "passes"),
        ("treaty", "treaties"),
        ("reply", "replies"),
        ("bid", "bids"),
        ("day", "days"),
        ("overture", "overtures"),
        ("accord", "accords"),
        ("veto", "vetoes"),
        ("ratio", "ratios"),
        ("counter-offer", "counter-offers"),
        ("memorandum of understanding", "memorandums of understanding"),
    ],
)
def test_plurals(noun: str, expected: str):
    assert plural(noun) == expected


def test_irregular_verbs_are_in_order():
    verbs = source("irregular_verbs")["verbs"]
    assert list(verbs) == sorted(verbs)
    assert all(len(forms) in {2, 3} for forms in verbs.values())


# ------------------------------------------------------------------------------------------------------- trigger verbs


def trigger_verbs() -> dict[str, str]:
    """The verbs that can begin an event, with the list each stands in; of a phrase, its first word."""
    found: dict[str, str] = {}
    for name in ("offers", "agreements", "characterizations"):
        for place, words in lists(load(name), name):
            _, key, *_ = place.split(".")
            if key.endswith("_verbs") or key.startswith("judgement_") or key in {"status", "phrasal_as", "brokers"}:
                found |= {word.split()[0]: place for word in words}
    for frame, attitudes in load("statements").items():
        if frame not in NOUN_FRAMES:
            for attitude, words in attitudes.items():
                found |= {word.split()[0]: f"statements.{frame}.{attitude}" for word in words}
    return found


def test_there_are_trigger_verbs():
    verbs = trigger_verbs()
    assert len(verbs) > 300
    assert {"offer", "agree", "sign", "call", "say", "withdraw", "praise", "turn"} <= set(verbs)


def test_trigger_verbs_have_a_verb_class():
    known = load("word_classes")
    without = {verb: place for verb, place in trigger_verbs().items() if not set("vzdng") & set(known.get(verb, ""))}
    assert without == {}


@pytest.mark.parametrize("form", VERB_LETTERS)
def test_each_form_of_a_trigger_verb_can_be_a_verb(form: str):
    """A form that can only be a noun is never read as a verb, so that its event is never found."""
    auxiliaries = {"be", "do", "have"}
    nouns = {
        word: place
        for verb, place in sorted(trigger_verbs().items())
        if verb not in auxiliaries and not set("vzdng") & set(candidates(word := getattr(verb_forms(verb), form)))
    }
    assert nouns == {}


@pytest.mark.parametrize("form", VERB_LETTERS)
def test_each_form_of_a_trigger_verb_has_its_own_class(form: str):
    """A form in -ed is a past form or a participle, one in -ing a gerund, and so on."""
    letters = set("dn") if form in {"past", "part"} else {VERB_LETTERS[form]}
    auxiliaries = {"be", "do", "have"}
    others = {
        word: candidates(word)
        for verb in sorted(trigger_verbs())
        if verb not in auxiliaries and not letters & set(candidates(word := getattr(verb_forms(verb), form)))
    }
    assert others == {}
