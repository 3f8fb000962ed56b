"""Descriptions, where they end and what they say: the pieces that all rules of characterizations share."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.characterizations.evaluation import evaluation_by, evaluation_of
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import complement_from
from eventx.grammar.clauses import clause_follows, trim
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, tells_time
from eventx.grammar.verb_groups import VerbGroup
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft
from eventx.text.word_classes import candidates

# what can belong to a quoted description: "a “flagrant breach” of the treaty"
BELONGING = frozenset("against for of on to".split())
ELSEWHERE = frozenset("adding although but even in saying though which while who with".split())
SUBJECT_LINKING = frozenset("for in of on".split())
SUBJECTS = frozenset("he i it she they we you".split())
SHARES = frozenset(["in", "of"])
MOMENTS = frozenset("day evening month morning night week weekend year".split())
BEGIN_ADJUNCTS = frozenset(
    "after again although amid because before despite following though unless until while within".split()
)


def characterization(
    trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str], lemma: str = ""
) -> Draft:
    """The draft; its evaluation comes from the verb and the words, where the rule gives none."""
    roles = {key: value for key, value in roles.items() if value}
    if "evaluation" not in roles:
        description = roles.get("description") or roles.get("reason")
        roles["evaluation"] = evaluation_by(lemma, trigger.text.string(description) if description else "")
    return Draft(
        "characterization", rule_id, trigger.text.range(*at), roles, polarity=assessed[0], modality=assessed[1]
    )


def is_quoted(trigger: Trigger, description: TokenRange) -> bool:
    return any(trigger.letter(i) == '"' for i in range(*description))


def is_evaluative(trigger: Trigger, description: TokenRange) -> bool:
    return evaluation_of(trigger.text.string(trigger.text.range(*description))) != "neutral"


def is_mere_naming(trigger: Trigger, lemma: str, description: TokenRange, *, held: bool) -> bool:
    """Whether the words only name or sort something: "is called a penny", "seen as part of it".

    What is named always counts where it evaluates. Somebody's words count, but not those of a verb of belief; what is
    generally named counts where it is quoted and told of the past.
    """
    if lemma in words("characterizations", "describing_verbs"):
        return False
    if held and lemma not in words("characterizations", "belief_verbs"):
        return False
    if is_evaluative(trigger, description):
        return False
    return not is_quoted(trigger, description) or (not held and is_present(trigger))


def is_present(trigger: Trigger) -> bool:
    """Whether the trigger tells what is generally so: "what farmers call", "is called"."""
    letter = trigger.letter(trigger.token)
    if letter == "n":
        return any(word in {"is", "are", "'s", "'re"} for word in trigger.group().auxiliaries)
    return letter in "zv" and not trigger.group().auxiliaries


def is_trigger(trigger: Trigger, *lists: str) -> bool:
    return is_verb(trigger) and any(trigger.word(trigger.token) in forms("characterizations", name) for name in lists)


def is_verb(trigger: Trigger) -> bool:
    """Whether the trigger is a verb here; a gerund that could be a noun is one in ", painting others as"."""
    token = trigger.token
    if trigger.letter(token) in "vzdng":
        return True
    if not trigger.word(token).endswith("ing") or trigger.letter(token) not in "NJ":
        return False
    return trigger.letter(token - 1) in ",-C" and trigger.letter(token + 1) in "DQPNJ"


def group_of(trigger: Trigger) -> VerbGroup:
    """The verb group of the trigger; of a gerund that could be a noun, the gerund alone."""
    if trigger.letter(trigger.token) in "NJ":
        return VerbGroup(trigger.token, trigger.token, (), False, False, False, True)
    return trigger.group()


# how many words a quoted label may have whose quotation is taken whole
LONGEST_LABEL = 30
# how far behind its beginning a description's own end is looked for
LONGEST_LOOK = 60


def _description_end(trigger: Trigger, start: int) -> int:
    """Where a description ends: with its quotation, or with the clause."""
    text = trigger.text
    quotation = text.quotation(start) if trigger.letter(start) == '"' else None
    if quotation is not None and quotation.first == start and quotation.last < trigger.limit + 1:
        end = _quoted_list_end(trigger, quotation.last + 1)
        if all(trigger.letter(i) == "R" for i in range(start + 1, quotation.last)) and trigger.letter(end) in "DJ":
            end = phrase_end(text, end, trigger.limit, linked=BELONGING)  # "“truly” a worthwhile trip"
        if trigger.word(end) in BELONGING and trigger.letter(end - 2) not in ",.":
            theme = complement_from(text, start, trigger.limit).theme
            return theme[1] if theme else end
        if trigger.letter(end) == "N" and trigger.letter(end - 2) not in ",.":
            return phrase_end(text, end, trigger.limit)  # "a “surreal” painter"
        if trigger.word(end) == "and" and _label_goes_on(trigger, end + 1):
            theme = complement_from(text, start, trigger.limit).theme  # "“a liar” and “a cheat”"
            return theme[1] if theme else end
        return end
    complement = complement_from(text, start, trigger.limit)
    end = complement.theme[1] if complement.theme else start
    inside = text.quotation(end - 1)
    if inside is not None and start < inside.first and inside.first < end <= inside.last < trigger.limit + 1:
        if inside.last - inside.first < LONGEST_LABEL:
            return inside.last + 1  # "a “walk from doubt to grief, and even rage, in one winter”"
    return end


def _quoted_list_end(trigger: Trigger, end: int) -> int:
    """Where a list of quoted labels ends of which one ends before a token: "“vague,” “slow,” and “cruel”"."""
    while trigger.text.words[end - 2] == "," or trigger.word(end) == ",":
        following = end + (trigger.word(end) == ",")
        following += trigger.word(following) == "and"
        quotation = trigger.text.quotation(following) if trigger.letter(following) == '"' else None
        if quotation is None or quotation.first != following or quotation.last >= trigger.limit + 1:
            break
        end = quotation.last + 1
    return end


def _label_goes_on(trigger: Trigger, start: int) -> bool:
    """Whether what follows "“a liar” and" is a further label, not a further target: "“weak” and his aides “worse”"."""
    if trigger.letter(start) == "N" and trigger.word(start).endswith("s"):
        return trigger.word(start + 1) in {"", ",", "who"}  # "“crooks” and thieves who"
    if trigger.letter(start) not in 'DJ"':
        return False
    end = phrase_end(trigger.text, start, trigger.limit)
    if trigger.letter(start) == '"':
        return True
    return trigger.word(end) != "as" and all(trigger.letter(i) != '"' for i in range(start + 2, end + 1))


def coordinate_end(trigger: Trigger, start: int, end: int, *, adjuncts: bool = False) -> int:
    """Stops a description before "and" and a further verb: "called it a lie and left".

    With `adjuncts` also before words that say when or on what occasion, which a reason may hold.
    """
    i = start + 1
    if trigger.letter(start) == '"':
        i = start
    while i < min(end, start + LONGEST_LOOK):
        if trigger.letter(i) == '"' and _past_quotation(trigger, i) > i:
            i = _past_quotation(trigger, i)
            if trigger.text.words[i - 2] == "," and i < end:
                joined = trigger.word(i) in {"and", "or"}
                listed = trigger.letter(i) in 'J"' or (trigger.letter(i) == "D" and trigger.letter(i + 1) == '"')
                if _goes_elsewhere(trigger, i, end) if joined else not listed:
                    return i  # "“most patient bakers,” among those"
            continue
        if trigger.letter(i) == "C" and trigger.word(i) in {"and", "but"}:
            following = i + 1
            while trigger.letter(following) == "R":
                following += 1
            gives = trigger.letter(following) == "v" and trigger.letter(following + 1) == "Q"
            if gives or trigger.letter(following) in "dzXBHO" or trigger.word(following) in {"for", "say", "that"}:
                return i
            if trigger.word(following).endswith("ing") and trigger.letter(start) != "g":
                if trigger.word(following + 1) == "that" or trigger.letter(following + 1) in "DQ":
                    return i  # "as weak and suggesting that", "as a fraud and questioning the sale"
            if trigger.letter(following) == "n" and trigger.letter(following + 1) in "PQ":
                return i  # "a stunt and accused Lee of"
            listed = trigger.word(start - 1) == "as" and trigger.letter(following) in "DNPJ"
            if listed and trigger.word(phrase_end(trigger.text, following, end)) == "as":
                return i  # "casts thieves as heroes and judges as fools"
            if trigger.letter(i - 1) != "Q" and clause_follows(trigger.text.word_classes(i), i, end):
                return i  # "called it unworkable but the party has"
        if trigger.word(i) == "than" and not any(_compares(trigger.word(k)) for k in range(start, i)):
            return i  # "more voters see her as honest | than they did"
        if trigger.letter(i) == ")" and all(trigger.letter(k) != "(" for k in range(start, i)):
            return i
        if adjuncts and adjunct_begins(trigger, i, end):
            return i
        if trigger.letter(i) == "," and _goes_elsewhere(trigger, i + 1, end):
            return i
        if trigger.letter(i) == "," and trigger.letter(i + 1) == "D":
            if all(trigger.letter(k) in "JR" for k in range(start, i)):
                return i  # "very conservative, a camp that has shrunk"
        i += 1
    return end


def _compares(word: str) -> bool:
    return word.endswith("er") or word in {"less", "more", "other", "rather", "worse"}


def _goes_elsewhere(trigger: Trigger, i: int, end: int) -> bool:
    """Whether no part of the description stands behind a comma: ", voiced in", ", and his plan", ", one said"."""
    letter = trigger.letter(i)
    if letter == "g" and trigger.letter(i - 2) == "J" and trigger.letter(i + 1) == "N":
        return False  # "for controversial, polarizing clients"
    if letter in "gdzQXBHv" or trigger.word(i) in ELSEWHERE:
        return True
    if trigger.word(i).endswith("ing") and letter == "N" and trigger.letter(i + 1) in "IQP":
        return True  # "his friend, meeting with him"
    if trigger.word(i) in {"particularly", "especially"}:
        return True
    if trigger.word(i) in {"and", "or"}:
        following = i + 1 + (trigger.letter(i + 1) == "R")
        return trigger.letter(following) in "gQ" if trigger.word(i) == "or" else trigger.letter(following) != '"'
    if letter == "n" and trigger.letter(i + 1) in "IT":
        return True
    if letter == '"' and trigger.letter(i + 1) == "Q" and _past_quotation(trigger, i) > i:
        return True  # "to a storm, “I have seen nothing like it”"
    if trigger.word(i) in {"a", "an"} and trigger.word(i + 1) in words("characterizations", "restating"):
        return True  # "“rigged” against her, a charge that the board denied"
    if letter == "M" and trigger.word(i + 1) in {"percent", "%"}:
        return True  # "…, 40 percent blame the club"
    if letter == "N" and trigger.word(i + 1) in {"after", "before"}:
        return True  # "his stance on pay, hours after"
    if letter == "N" and trigger.word(i + 1) == "to" and "z" in candidates(trigger.word(i)):
        return True  # "a stronger leader, hopes to win"
    if letter == "D" and trigger.letter(phrase_end(trigger.text, i, end, linked=SUBJECT_LINKING)) in "zdXBH":
        return phrase_end(trigger.text, i, end, linked=SUBJECT_LINKING) < end  # ", the task for the board will be"
    if letter == "N" and trigger.word(i + 1) == "that":
        return True  # "pro-choice, positions that he has since left"
    return clause_follows(trigger.text.word_classes(i), i - 1, end)


def adjunct_begins(trigger: Trigger, i: int, end: int) -> bool:
    """Whether words begin that say when or on what occasion: "on Monday", "in 2007", "in a speech", "at the trial"."""
    if trigger.word(i) in BEGIN_ADJUNCTS or trigger.word(i) in TIME_WORDS:
        return trigger.letter(i + 1) != "M"  # "the worst since 1950" is one description
    if trigger.word(i) == "when":
        return trigger.word(i + 1) != "it" or not trigger.word(i + 2).startswith("com")  # "fair when it comes to pay"
    if trigger.word(i) == "as" and (trigger.word(i + 1) in SUBJECTS or trigger.word(i + 1) == "much"):
        return True  # "a failure as she left", "a threat as much as it is"
    if trigger.letter(i) == "D" and trigger.letter(i - 1) in "NPJ":
        if tells_time(trigger.text, i):
            return True
        return trigger.word(i + 1) in MOMENTS and trigger.word(i + 2) in {"after", "before", "that"}
    if trigger.letter(i) != "I":
        return False
    if trigger.word(i) == "with":
        behind = phrase_end(trigger.text, i + 1, end, linked=SHARES)
        doing = behind if trigger.letter(behind) == "g" else behind - 1
        if doing > i + 1 and trigger.word(doing).endswith("ing") and trigger.letter(doing + 1) in "DPQ":
            return True  # "liberals with one in ten saying they"
    if _opens_reason(trigger, i):
        return True
    following = trigger.word(i + 1)
    if trigger.word(i) == "in" and following in {"public", "private"} and trigger.letter(i + 2) not in "NJP":
        return True
    if following in TIME_WORDS or following in words("characterizations", "channels"):
        return True
    if trigger.word(i) == "in" and following in {"a", "the"} and trigger.word(i + 2) in MOMENTS | {"past"}:
        return True  # "as dull in a year when"
    if trigger.word(i) == "in" and following.isdigit() and len(following) == 4:
        return i + 2 >= end
    if trigger.word(i) not in {"in", "at", "on", "during"} or trigger.letter(i + 1) != "D":
        return False
    head = phrase_end(trigger.text, i + 1, end)
    return trigger.word(head - 1) in words("characterizations", "occasions")


def before_main_verb(trigger: Trigger, start: int, end: int, finite: str = "zdXBH") -> int:
    """Where a description ends that the sentence's own verb follows: "as parasites | angered the unions"."""
    i = _past_quotation(trigger, start) if trigger.letter(start) == '"' else start + 1
    while i < end:
        letter = trigger.letter(i)
        if letter == "W" or trigger.word(i) == "that":
            return end
        if letter in finite and trigger.letter(i - 1) in 'NPMJn"':
            return i
        i += 1
    return end


def _past_quotation(trigger: Trigger, opening: int) -> int:
    """The token behind the quotation that opens at a token, or the token itself where none does."""
    quotation = trigger.text.quotation(opening)
    if quotation is None or quotation.first != opening:
        return opening
    return quotation.last + 1


def description_from(trigger: Trigger, start: int) -> TokenRange | None:
    if start >= trigger.limit:
        return None
    end = coordinate_end(trigger, start, _description_end(trigger, start), adjuncts=True)
    begin, end = trim(trigger.text, start, end)
    if end - begin > 2 and trigger.letter(end - 1) == "R" and trigger.letter(end - 2) == ",":
        end -= 2  # "chances for the port, largely"
    return (begin, end) if begin < end else None


def _opens_reason(trigger: Trigger, token: int) -> bool:
    """Whether a reason begins: "for opposing it", not "for working people"."""
    if trigger.word(token) != "for" or trigger.letter(token + 1) != "g":
        return False
    return trigger.letter(token + 2) != "N" or "J" not in candidates(trigger.word(token + 1))


def reason_behind(trigger: Trigger, description: TokenRange) -> TokenRange | None:
    """The reason behind a description: "a dinosaur | for opposing the plan"."""
    at = description[1]
    if not _opens_reason(trigger, at):
        return None
    theme = complement_from(trigger.text, at + 1, trigger.limit).theme
    return (theme[0], coordinate_end(trigger, *theme)) if theme else None


def only_named(trigger: Trigger, description: TokenRange) -> bool:
    """Whether the description is but a name: "called the dog Rex", "a firm called Acme"."""
    if trigger.letter(description[0]) == '"':
        inner = range(description[0] + 1, description[1] - 1)
        return (
            len(inner) > 0
            and all(trigger.text.words[i][0].isupper() and trigger.letter(i) in "PNM" for i in inner)
            and (trigger.word(description[0] + 1) not in {"a", "an"} and len(inner) < 4)
        )
    start = description[0] + (trigger.word(description[0]) == "the")
    return all(trigger.letter(i) in "PMS" for i in range(start, description[1]))


@cache
def as_forms() -> dict[str, tuple[str, ...]]:
    """Forms of the verbs that take *as*, with what they can be forms of: a verb, a verb and its particle."""
    found: dict[str, list[str]] = {}
    for name in ("phrasal_as", "as_verbs"):
        for lemma in words("characterizations", name):
            for form in all_forms(lemma.split()[0]):
                found.setdefault(form, []).append(lemma)
    return {form: tuple(sorted(lemmas, key=lambda lemma: -len(lemma))) for form, lemmas in found.items()}


@cache
def label_forms() -> dict[str, str]:
    """Forms of the verbs that label and of those that take *as* without a particle, with the verb."""
    return {
        **{form: lemma for form, lemmas in as_forms().items() for lemma in lemmas if " " not in lemma},
        **forms("characterizations", "belief_label_verbs"),
        **forms("characterizations", "label_verbs"),
    }
