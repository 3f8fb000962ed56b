"""Subjects: the noun phrase a verb group belongs to, past appositions, relative pronouns and coordination."""

from __future__ import annotations

from functools import cache

from eventx.grammar.antecedents import LONGEST_ADJUNCT, antecedent, behind_parenthesis
from eventx.grammar.appositions import before_apposition
from eventx.grammar.clauses import clause_follows, has_finite_verb
from eventx.grammar.noun_phrases import LINKING, TIME_WORDS, phrase_end, phrase_start, tells_time
from eventx.grammar.verb_groups import VerbGroup, verb_group
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms
from eventx.text import Text

SUBORDINATORS = frozenset(
    "if because although though unless whereas while as when after before since once until".split()
)
# "issued a statement calling it a shame": whoever issued it does
MESSAGES = frozenset(
    "ad address ads banner banners email emails letter letters memo memos message messages note notes placard placards "
    "post posts release remarks report sign signs speech speeches statement statements tweet tweets video".split()
)
APPROXIMATE = frozenset("about almost barely just less more nearly only over than".split())
OBJECT_PRONOUNS = frozenset("it him her them us me".split())
# participles that belong to the noun before them, not to a clause of their own
MODIFYING = frozenset("including opposing representing supporting".split())
SPANS_OF_TIME = frozenset("day days hour hours week weeks month months year years time".split())
# "opened a rally blasting it": whoever opened it does
OCCASIONS = frozenset("conference debate event interview meeting rally session speech tour trip visit".split())
SPENDING = frozenset("spend spends spent".split())
RELATIVE = frozenset(["who", "which", "that"])
# how far a list of people may reach
LONGEST_LIST = 20

TokenRange = tuple[int, int]


def subject_of(text: Text, group: VerbGroup, floor: int) -> TokenRange | None:
    """The subject of a verb group as a half-open token range: beside it, before a relative pronoun, or shared.

    >>> text = Text("Gov. Lee, a Democrat, said no.")
    >>> subject_of(text, verb_group(text, 6, 0), 0)
    (0, 5)
    """
    classes = text.word_classes(group.head)
    before = group.first - 1
    if before < floor:
        return _subject_after(text, group) if group.participle else None
    if group.infinitive:
        return _subject_of_infinitive(text, group, floor)
    if group.participle and classes[group.head] == "n" and _ends_in_year(text, classes, group.first, floor):
        return _past_adjuncts(text, classes, group.first, floor)
    if group.participle and classes[group.head] == "n":
        # a past tense read as a participle: "groups that once regarded it", "Lee – as Webb said – even promoted it"
        if text.lower[before] in RELATIVE and classes[before - 1] in "NP":
            return antecedent(text, before, floor)
        if classes[before] == "-" and (parenthesis := before_apposition(text, before, floor)):
            return parenthesis
    if group.participle:
        return (
            _accused(text, classes, group, floor)
            or _possessed(text, classes, group, floor)
            or _subject_of_clause(text, classes, group, floor)
            or _modified_noun(text, classes, group, floor)
            or _nearest_subject(text, classes, group, floor)
            or main_subject(text, floor, group.first)
            or _subject_after(text, group)
        )
    if classes[before] == "W" or (text.lower[before] in RELATIVE and classes[before] in "WQ"):
        return antecedent(text, before, floor) if text.lower[before] in RELATIVE else None
    if classes[before] == "C" and text.lower[before] in {"and", "but", "or", "then"}:
        return _shared_subject(text, before, floor)
    if classes[before] == '"' and before - 1 > floor and classes[before - 1] == ",":
        found = before_apposition(text, before - 1, floor)
        if found is not None:
            return found  # "Webb, who put it “in the thousands,” described"
    if classes[before] == "," and (relative := behind_parenthesis(text, classes, before, floor)):
        return antecedent(text, relative, floor)
    if classes[before] in ",;-":
        return before_apposition(text, before, floor) or _shared_subject(text, before, floor)
    return _past_relative(text, classes, group.first, floor) or _past_adjuncts(text, classes, group.first, floor)


def _past_relative(text: Text, classes: list[str], end: int, floor: int) -> TokenRange | None:
    """The antecedent of *who* before a time or place and the verb: "Lee, who since the strike of June has called"."""
    for i in range(end - 1, max(end - LONGEST_ADJUNCT, floor), -1):
        if text.lower[i] == "who" and classes[i] in "WQ":
            return antecedent(text, i, floor) if classes[i + 1] == "I" else None
        if classes[i] not in "DJNPMSI":
            return None
    return None


def _past_adjuncts(text: Text, classes: list[str], end: int, floor: int) -> TokenRange | None:
    """The subject that ends at `end`, or before the times and places between it and its verb: "Lee on Friday said"."""
    if end - 2 > floor and text.lower[end - 1] == "both" and classes[end - 2] in "NP)":
        end -= 1  # "Lee and Webb both called"
    if end - 2 > floor and text.lower[end - 1] in TIME_WORDS and classes[end - 2] in "NP)":
        end -= 1  # "the inspectors yesterday called"
    elif end - 3 > floor and tells_time(text, end - 2) and classes[end - 3] == "W":
        return antecedent(text, end - 3, floor)  # "who last week called"
    if _ends_in_year(text, classes, end, floor):
        end -= 2  # "the firm and its founder in 2009 agreed"
    for _ in range(3):
        found = beside(text, end, floor)
        if found is None:
            return None
        start = found[0]
        before = start - 1
        if _is_time(text, *found) and before >= floor:
            end = start
            while before > floor and text.lower[before] in APPROXIMATE:
                end, before = before, before - 1  # "less than two weeks ago"
            if classes[before] in "IT":
                end = before
        elif (
            before - 1 > floor and classes[before] == "I" and classes[before - 1] == "n" and classes[before - 2] in "NP"
        ):
            # "a letter signed by forty doctors"
            return phrase_start(text, before - 1, floor), found[1]
        elif before > floor and classes[before] == "I" and text.lower[before] in {"in", "on", "at", "during"}:
            end = before
        else:
            return found
        if end <= floor:
            return found
        if classes[end - 1] in "HX":
            return subject_of(text, verb_group(text, end - 1, floor), floor)  # "has in recent months struck"
        if classes[end - 1] in ",-":
            return before_apposition(text, end - 1, floor) or found
        if classes[end - 1] == "W" or (text.lower[end - 1] in RELATIVE and classes[end - 1] in "WQ"):
            return antecedent(text, end - 1, floor) or found
        if classes[end - 1] not in "NPQM)":
            return found
    return found


def _ends_in_year(text: Text, classes: list[str], end: int, floor: int) -> bool:
    """Whether "in 2009" ends before token `end`, with a noun before it."""
    year = end - 3 > floor and text.lower[end - 2] == "in" and classes[end - 1] == "M"
    return year and len(text.words[end - 1]) == 4 and classes[end - 3] in "NP"


def _is_time(text: Text, first: int, last: int) -> bool:
    """Whether a noun phrase says when: "Friday", "last week", "Friday morning", "two weeks" before *ago*."""
    if text.lower[last : last + 1] == ["ago"] or (last - first == 2 and text.lower[first] in TIME_WORDS):
        return True
    if last - first == 1:
        return text.lower[first] in TIME_WORDS
    if text.lower[first] == "the" and last - first == 3:
        return text.lower[first + 1] in {"last", "past"} and text.lower[last - 1] in SPANS_OF_TIME
    return tells_time(text, first) and last - first == 2


def _accused(text: Text, classes: list[str], group: VerbGroup, floor: int) -> TokenRange | None:
    """Who is said to do what stands in a gerund: "accused *the army* of breaking", "blamed *Sula* for leaving"."""
    preposition = group.first - 1
    # "demands that Lee resign for calling"
    if text.lower[preposition] == "for" and classes[preposition - 1] == "v" and classes[preposition - 2] in "NPQ":
        if classes[group.head] == "g" and preposition - 2 > floor:
            return phrase_start(text, preposition - 1, floor, linked=False), preposition - 1
    if classes[group.head] != "g" or text.lower[preposition] not in {"of", "for", "from"}:
        return None
    start = phrase_start(text, preposition, floor, linked=False)
    if start < preposition and start > floor and classes[start - 1] in "C,":
        start = _list_start(text, classes, start, floor)
    if start == preposition or start <= floor or text.lower[start - 1] not in _accusing():
        return None
    if text.lower[start] in {"each", "one", "short"}:
        return None  # "accused each other of", "stopped short of"
    return start, preposition


def _possessed(text: Text, classes: list[str], group: VerbGroup, floor: int) -> TokenRange | None:
    """Whose commitment it is that a gerund tells: "*the parties*' commitment to forging a pact"."""
    first = group.first
    if classes[group.head] == "g" and text.lower[first - 1] == "and":
        # "to narrowing differences and forging a pact"
        first = next((i for i in range(first - 2, max(first - 8, floor), -1) if classes[i] == "g"), first)
    noun = first - 2
    if classes[group.head] != "g" or text.lower[first - 1] not in {"of", "to"} or noun <= floor:
        return None
    start = phrase_start(text, noun + 1, floor, linked=False)
    return _possessor(classes, start, noun) if classes[noun] == "N" and start < noun else None


def _subject_of_clause(text: Text, classes: list[str], group: VerbGroup, floor: int) -> TokenRange | None:
    """The subject of the clause nearest to a gerund: "he believes *the port* has grown since signing it"."""
    if classes[group.head] == "g" and text.lower[group.first - 1] == "by":
        end = group.first - 2  # "Lee responded by settling it", where the verb was read as a participle
        start = phrase_start(text, end, floor)
        return (start, end) if floor == start < end and classes[end] == "n" and classes[end - 1] == "P" else None
    if classes[group.head] != "g" or text.lower[group.first - 1] not in {"after", "before", "since"}:
        return None
    for at in range(group.first - 2, max(group.first - 16, floor), -1):
        if classes[at] in ',;"W':
            return None
        if classes[at] in "zdn" and (clause := verb_group(text, at, floor)).finite:
            return subject_of(text, clause, floor)
    return None


def _list_start(text: Text, classes: list[str], start: int, floor: int) -> int:
    """Where a list begins that ends in the phrase from `start`: behind its verb, "mocked *A, B and C*"."""
    for i in range(start - 1, max(start - LONGEST_LIST, floor), -1):
        if text.lower[i] in _accusing() and (classes[i] in "vzdng" or classes[i - 1] in "RTv"):
            return i + 1
        if classes[i] not in "DJMNPQSC,":
            break
    return start


@cache
def _accusing() -> frozenset[str]:
    verbs = (
        "accuse attack bar blame block castigate condemn criticise criticize denounce fault mock praise prevent rebuke "
        "ridicule slam stop sue suspect thank".split()
    )
    return frozenset(form for lemma in verbs for form in all_forms(lemma))


def _modified_noun(text: Text, classes: list[str], group: VerbGroup, floor: int) -> TokenRange | None:
    """The noun that a participle stands behind without a comma: "a poll showing", "with Lee telling reporters"."""
    if classes[group.head] == "g" and text.lower[group.first - 1] in OBJECT_PRONOUNS and group.first - 2 >= floor:
        # "despite it tabling less": the pronoun does
        return (group.first - 1, group.first) if classes[group.first - 2] == "I" else None
    if classes[group.head] != "g" or classes[group.first - 1] not in "NP)":
        return None
    message = text.lower[group.first - 1] in MESSAGES
    possessor: TokenRange | None = None
    if message or text.lower[group.first - 1] in OCCASIONS:
        whose = phrase_start(text, group.first, floor, linked=False)
        if whose > floor and text.lower[whose - 1] in TIME_WORDS:
            whose = phrase_start(text, whose, floor, linked=False)  # "Lee's Tuesday speech"
        possessor = _possessor(classes, whose, group.first)
    if possessor is not None:
        return possessor  # "followed Lee's speech denouncing it"
    spent = not message and not SPENDING.isdisjoint(text.lower[max(group.first - LONGEST_LIST, floor) : group.first])
    if spent or text.lower[group.first - 1] in SPANS_OF_TIME | OCCASIONS:
        return None  # "spent the week examining it"
    start = phrase_start(text, group.first, floor, linked=False)
    if message and start > floor and classes[start - 1] in "vzdgn":
        return subject_of(text, verb_group(text, start - 1, floor), floor)  # "sent voters ads blasting it"
    if start == group.first or (message and start > floor and classes[start - 1] not in "IT"):
        return None
    whole = phrase_start(text, group.first, floor)
    if whole < start and whole > floor and text.lower[whole - 1] == "with":
        return whole, group.first  # "with the campaign of the senator saying"
    if (
        classes[start - 1 : start] == ["C"]
        and classes[group.first - 1] == "P"
        and _other_participle(classes, start, floor)
    ):
        return start, group.first  # "Webb saying it was done and Lee calling it fair"
    if start - 1 > floor and classes[start - 1] == "I":
        if classes[start - 2] == "," and text.lower[start - 1] in {"at", "during", "in", "on"}:
            return None  # "has sparred with the mayor, at one point calling"
        if text.lower[start - 1] == "to" and text.lower[start - 2] in MESSAGES:
            return None  # "sent a letter to Lee criticizing"
    if start > floor and classes[start - 1] == "R":
        start -= 1  # "with nearly forty members blasting"
    governed = start > floor and classes[start - 1] in "vzdngI"
    return (start, group.first) if governed else None


def _other_participle(classes: list[str], start: int, floor: int) -> bool:
    """Whether a participle with its own subject stands before *and*: "– Webb saying it was done and"."""
    return any(
        classes[i] == "g" and classes[i - 1] == "P" for i in range(start - 2, max(start - LONGEST_LIST, floor), -1)
    )


def _nearest_subject(text: Text, classes: list[str], group: VerbGroup, floor: int) -> TokenRange | None:
    """Who does what stands behind *by*: the subject of the clause before it, "although Lee won by calling"."""
    if classes[group.head] != "g" or text.lower[group.first - 1] != "by":
        return None
    for i in range(group.first - 2, max(group.first - LONGEST_LIST, floor), -1):
        if classes[i] in "TW" or (classes[i] == "B" and classes[i + 1] == "n"):
            return None
        if classes[i] in "zd":
            return subject_of(text, verb_group(text, i, floor), floor)
    return None


def _subject_after(text: Text, group: VerbGroup) -> TokenRange | None:
    """The subject behind a fronted participle: "Describing it as absurd, Lee tore it up"."""
    if text.word_class(group.head) != "g":
        return None
    classes = text.word_classes(group.head)
    limit = text.sentence(group.head)[1]
    comma = next((i for i in range(group.head, limit) if classes[i] == ","), None)
    if comma is None:
        return None
    start = comma + 1
    quotation = text.quotation(start) if start < limit else None
    if quotation is not None and quotation.last == start:
        start += 1  # "calling it a “ruin,” Lee left"
    end = phrase_end(text, start, limit, linked=LINKING)
    follows = end < limit and classes[end] in "zdXBH,"
    return (start, end) if end > start and follows else None


def beside(text: Text, end: int, floor: int) -> TokenRange | None:
    """The noun phrase that ends right before token `end`, with what stands in apposition within it."""
    start = phrase_start(text, end, floor)
    if start == end:
        return None
    classes = text.word_classes(start)
    if text.lower[start] == "that" and start + 2 < end and classes[start + 1] == "D":
        start += 1  # "it turned out that a court was"
    if start - 1 > floor and text.lower[start - 1] in MODIFYING and classes[start - 2] in "NP":
        start = phrase_start(text, start - 1, floor)  # "companies including Acme are", "a group supporting Lee is"
    return start, end


def _shared_subject(text: Text, before: int, floor: int) -> TokenRange | None:
    """The subject of an earlier verb in the sentence, which a verb after *and* or a comma shares."""
    classes = text.word_classes(before)
    subordinate: VerbGroup | None = None
    for i in range(before - 1, floor, -1):
        if classes[i] in "zdXHB" or (classes[i] == "v" and classes[i - 1] in "NPQW"):
            if classes[i] == "v" and _is_governed(text, classes, i, floor):
                continue
            head = i
            while head + 1 < before and classes[head] in "XHBO" and classes[head + 1] in "vndgRBH":
                head += 1
            group = verb_group(text, head, floor)
            previous = group.first - 1
            if previous < floor or not group.finite or text.quotation(i) is not text.quotation(before):
                continue
            if classes[previous] in "NPQMS)" or classes[previous] == "W":
                alike = group.auxiliaries and text.lower[before + 1 : before + 2] == [group.auxiliaries[-1]]
                if _inside_subordinate(text, classes, previous, floor) and (
                    not alike or classes[before] != "C" or "," in text.words[i:before]
                ):
                    subordinate = subordinate or group
                    continue  # but "though Lee is known for it and is feared"
                if text.lower[previous] == "there" and subordinate is not None:
                    group = subordinate  # "There were hints, as when Lee sighed and called it a shame"
                return subject_of(text, group, floor)
            if classes[previous] in ",-":
                found = before_apposition(text, previous, floor)
                if found:
                    return found
                if classes[previous - 1] == ")":
                    return beside(text, previous, floor)  # "Lee (Orvia), said he had not read it, but called"
    return None


def _is_governed(text: Text, classes: list[str], verb: int, floor: int) -> bool:
    """Whether what stands before a base form hangs on a preposition, which makes it a noun: "to the Webb demand"."""
    start = phrase_start(text, verb, floor, linked=False)
    return start - 1 > floor and classes[start] == "D" and classes[start - 1] in "IT"


def _inside_subordinate(text: Text, classes: list[str], end: int, floor: int) -> bool:
    """Whether the subject that ends at `end` stands in a clause after *what*, *that* or *because*."""
    start = phrase_start(text, end + 1, floor, linked=False)
    if start <= floor or classes[end] == "W":
        return False
    if classes[end] == "Q" and classes[start - 1] == "N":
        return True  # "the fees it collected"
    if classes[end] == "P" and classes[start] == "D" and classes[start - 1] == "I":
        named = next(k for k in range(end, start - 1, -1) if classes[k] != "P")
        if classes[named] == "N":
            return True  # "from the tale Webb has told"
    word = text.lower[start - 1]
    return word in SUBORDINATORS or word in {"what", "that", "whether", "how", "why", "which", "whom", "where"}


def _past_quotation(text: Text, token: int, limit: int) -> int:
    """The token behind a quotation that opens the sentence, where more follows: "“It is done,” Lee said, calling"."""
    quotation = text.quotation(token)
    if quotation is None or quotation.first != token or quotation.last + 2 >= limit:
        return token
    return quotation.last + 1 if has_finite_verb(text, quotation.last + 1, limit) else token


def main_subject(text: Text, floor: int, limit: int) -> TokenRange | None:
    """The subject of the sentence's main clause before `limit`: past a fronted "While …," or "In …,"."""
    classes = text.word_classes(floor)
    i = floor
    colon = next((k for k in range(limit - 1, floor, -1) if text.words[k] == ":"), None)
    if colon is not None and has_finite_verb(text, floor, colon) and has_finite_verb(text, colon + 1, limit):
        i = colon + 1  # "consider this: the leaders met to condemn it"
    i = _past_quotation(text, i, limit)
    while i < limit and classes[i] in '"-C' and text.lower[i] not in SUBORDINATORS:
        i += 1
    fronted = i < limit and text.lower[i] in SUBORDINATORS and classes[i] in "CIR"
    if fronted or text.lower[i : i + 2] in (["the", "moment"], ["every", "time"]):
        commas = [k for k in range(i, limit) if classes[k] == ","]
        comma = next((k for k in commas if clause_follows(classes, k, limit)), commas[0] if commas else None)
        if comma is not None and any(classes[k] in "zdXHB" for k in range(comma + 1, limit)):
            i = comma + 1
    begin = i
    while i < limit:
        if classes[i] in "zdXHBO" or (classes[i] == "v" and i > begin and classes[i - 1] in "NPQ"):
            head = i
            while head + 1 < limit and classes[head] in "XHBO" and classes[head + 1] in "vndgRBH":
                head += 1
            group = verb_group(text, head, begin)
            if group.finite and group.first > begin:
                found = subject_of(text, group, begin)
                if found and found[0] == begin + 1 and classes[begin] == "I":
                    # "On his tax returns, he says": a noun that was read as a verb
                    comma = next((k for k in range(i, limit) if classes[k] == ","), None)
                    if comma is not None and clause_follows(classes, comma, limit):
                        i = comma + 1
                        continue
                if found:
                    return found
            elif head == begin > floor and classes[begin - 1] == '"' and classes[head] in "zd":
                return inverted_subject(text, head, limit)  # "“It is done,” said Lee, calling"
            i = head
        i += 1
    return None


@cache
def object_control() -> frozenset[str]:
    """The verbs whose object does what the infinitive behind it says: "urged the court to rule"."""
    urging = [lemma for lemmas in load("statements")["object_infinitive"].values() for lemma in lemmas]
    causing = (
        "allow cause convince enable expect force get help invite lead lobby permit persuade press prompt push recruit "
        "require"
    ).split()
    return frozenset(form for lemma in urging + causing for form in all_forms(lemma.split()[0]))


def _subject_of_infinitive(text: Text, group: VerbGroup, floor: int) -> TokenRange | None:
    """Whoever does what stands in the infinitive: the subject of the verb or adjective that governs it."""
    classes = text.word_classes(group.head)
    governor = group.first - 1
    while governor > floor and (
        classes[governor] in 'R"' or (classes[governor] == "I" and classes[governor - 1] in "vzdng")
    ):
        governor -= 1
    if governor < floor:
        return None
    if classes[governor] in "vzdngJBH":
        head = governor
        return subject_of(text, verb_group(text, head, floor), floor)
    if classes[governor] in "NPQM":
        start = phrase_start(text, governor + 1, floor, linked=False)
        if start > floor and classes[start - 1] in "vzdn" and text.lower[start - 1] in object_control():
            # "asked the court to rule": the object of the governing verb
            return start, governor + 1
        if start > floor and text.lower[start - 1] == "by" and classes[start - 2] == "N":
            return start, governor + 1  # "plans by Telnor to offer it"
        if start > floor and classes[start - 1] == "v" and (above := verb_group(text, start - 1, floor)).infinitive:
            return subject_of(text, above, floor)  # "forced the bank to pay $5m to settle it"
        if start - 2 > floor and classes[start - 1] in "IT" and classes[start - 2] == "g":
            # "with Lee taking to the radio to call it a sham"
            return subject_of(text, verb_group(text, start - 2, floor), floor)
        found = _for_whom(text, start, governor + 1, floor) or _possessor(classes, start, governor)
        if found is None and start == floor and governor + 1 == group.first:
            return start, governor + 1  # a headline: "Telnor to offer 3bn euros"
        found = found or main_subject(text, floor, group.first)
        if found is None and classes[floor] == "g":
            return _subject_after(text, verb_group(text, floor, floor))  # "Using slang to describe it as tat, Lee said"
        return found
    return None


def _for_whom(text: Text, start: int, end: int, floor: int) -> TokenRange | None:
    """The subject of "for *the two sides* to agree", "for *A and B* to agree"."""
    if start - 1 > floor and text.lower[start - 1] == "and":
        start = phrase_start(text, start - 1, floor, linked=False)
    return (start, end) if start > floor and text.lower[start - 1] == "for" else None


def _possessor(classes: list[str], start: int, noun: int) -> TokenRange | None:
    """Whose determination it is: "*Dell*'s effort to broker a truce"."""
    sign = next((i for i in range(noun, start, -1) if classes[i] == "S"), None)
    return None if sign is None else (start, sign)


def inverted_subject(text: Text, head: int, limit: int) -> TokenRange | None:
    """The subject behind its verb: "…,” said Smith, a spokesman for the governor."."""
    start = head + 1
    classes = text.word_classes(head)
    if start >= limit or classes[start] not in "DPNJMQn":
        return None
    end = phrase_end(text, start, limit, linked=LINKING)
    if end == start:
        return None
    while end + 1 < limit and classes[end] == "," and classes[end + 1] in "DPNJMW":
        if classes[end + 1] == "W":
            break
        further = phrase_end(text, end + 1, limit, linked=LINKING)
        if further == end + 1 or (further < limit and classes[further] in "zdXHBO"):
            break
        end = further
    return start, end
